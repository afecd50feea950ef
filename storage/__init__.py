"""All that outlives the process: inbox, interviews, facts, outbox, releases."""
