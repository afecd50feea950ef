"""The credits that licences ask for, by scheme and version."""

from collections.abc import Iterable

from needs.concept import Concept
from taxonomy import versions

CREDITS = {"esco": f"{versions.ESCO_CREDIT} (v{{version}})", "onet": versions.ONET_CREDIT}


def credit(scheme: str, version: str) -> str:
    """Return the credit that is due where a version of a scheme is shown; empty where none is."""
    said = CREDITS.get(scheme, "").format(version=version)
    return " ".join(said.split())  # bare codes have no version


def credits_of(concepts: Iterable[Concept]) -> tuple[str, ...]:
    """Return the credits that are due where these concepts are shown, each once."""
    shown = sorted({(one.scheme, one.version) for one in concepts})
    return tuple(line for line in (credit(*one) for one in shown) if line)
