"""Why a page is not shown."""


class WebError(Exception):
    """A page cannot be shown."""


class SignInNeeded(WebError):
    """Nobody is signed in."""


class NotForYou(WebError):
    """This page belongs to somebody else."""


class LinkClosed(WebError):
    """The invitation is unknown, has expired or was withdrawn."""


class NotFound(WebError):
    """There is nothing at this address."""
