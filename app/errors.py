"""What the command line tells people instead of a traceback. Each docstring is the message."""


class AppError(Exception):
    """Something has to be set right first."""

    def __init__(self, line: str | None = None) -> None:
        super().__init__(line or type(self).__doc__)


class HomeUnusable(AppError):
    """The folder in NEEDLINE_HOME cannot be written to."""


class WhichPartnership(AppError):
    """There are several partnerships here; say which one with NEEDLINE_PARTNERSHIP."""


class UnknownPartnership(AppError):
    """NEEDLINE_PARTNERSHIP names none of the partnerships here."""


class SecretMissing(AppError):
    """To serve beyond this machine, set NEEDLINE_SECRET and an https NEEDLINE_PUBLIC_URL first."""


class PortInUse(AppError):
    """Another program uses this port; choose another with --port."""


class TokensMissing(AppError):
    """Set NEEDLINE_SLACK_BOT_TOKEN and NEEDLINE_SLACK_APP_TOKEN first; see docs/slack.md."""


class NothingReleased(AppError):
    """Nothing has been released yet, so there is nothing to export."""


class UnknownCycle(AppError):
    """There is no cycle of this name."""


class FileUnwritable(AppError):
    """Choose a file in a folder that exists and can be written to."""


class NotOurs(AppError):
    """There are data of yours beside the demonstration; begin it in another NEEDLINE_HOME."""


class UnknownConcept(AppError):
    """Look it up with `needline taxonomy search`."""


class UnknownKind(AppError):
    """Search for one of:"""
