"""Text becomes facts with evidence, and commands."""
