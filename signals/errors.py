"""What can be wrong with rules."""


class RulesTooWeak(ValueError):
    """These disclosure rules would not protect a single employer."""
