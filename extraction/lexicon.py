"""The words of the trade that a reader is given: skills, job titles and credentials."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KnownCredential:
    """A licence or certificate with the phrases that people use for it."""

    name: str
    phrases: tuple[str, ...]
    by_law: bool | None = None


@dataclass(frozen=True)
class Lexicon:
    """Names and phrases that are known in advance; a reader works without any, only worse."""

    skills: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    credentials: tuple[KnownCredential, ...] = ()
