"""The interview: a pure step, the one place where the parts meet, and the channels."""
