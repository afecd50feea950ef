"""American spellings of British words."""


def american(text: str) -> str:
    """Return a text in American spelling."""
    return text
