"""The Slack channel: payloads in, Block Kit out."""
