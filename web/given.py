"""What the site is handed by whoever builds it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request

from needs.concept import Concept
from needs.dictionary import Article, Entry
from needs.message import Message, Reply
from signals.rules import Rules
from storage.database import Database


@dataclass(frozen=True)
class Dictionary:
    """What people look concepts up in.

    ``search`` takes words and a kind, empty for all kinds. ``article`` takes a scheme and a URI.
    ``meant`` takes words and returns the concepts that have exactly them as a name.
    """

    search: Callable[[str, str], list[Entry]] = lambda words, kind: []
    article: Callable[[str, str], Article | None] = lambda scheme, uri: None
    meant: Callable[[str], list[Entry]] = lambda words: []


@dataclass(frozen=True)
class Site:
    """Everything that the pages need from outside.

    ``hear`` takes the partnership, the cycle and a message. ``search`` takes words and a kind,
    ``skill`` or ``occupation``. ``concept`` takes a scheme and a URI. ``attributions`` are due for
    what is in use, ``credits`` for what stands in a release. ``hosts`` are the names under which
    the site may be called; ``secure`` says that it is reached by https alone.
    """

    database: Database
    hear: Callable[[int, int, Message], list[Reply]]
    search: Callable[[str, str], list[Concept]]
    concept: Callable[[str, str], Concept | None]
    now: Callable[[], datetime]
    rules: Rules = field(default_factory=Rules)
    dictionary: Dictionary = field(default_factory=Dictionary)
    attributions: tuple[str, ...] = ()
    credits: Callable[[Iterable[Concept]], tuple[str, ...]] = lambda _: ()
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    secure: bool = False
    demo: bool = False


def site_of(request: Request) -> Site:
    """Return the site that answers this request."""
    site: Site = request.app.state.site
    return site


Given = Annotated[Site, Depends(site_of)]
