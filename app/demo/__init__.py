"""The demonstration: invented employers whose messages go through the real engine."""
