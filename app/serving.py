"""Serves the site, and takes up what was left unanswered."""

import logging
import socket
import threading
import time
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from app.errors import PortInUse, SecretMissing
from app.installation import Installation
from app.settings import Settings
from needs.concept import Concept
from needs.message import Message, Reply
from storage.access import Access
from storage.register import Partnership, Register

if TYPE_CHECKING:
    from fastapi import FastAPI

    from bot.conversation import Conversation

log = logging.getLogger(__name__)

KINDS: dict[str, Literal["skill", "occupation"]] = {"skill": "skill", "occupation": "occupation"}
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
SHORTEST = 16  # characters of a secret
UNSAFE = (
    f"To serve beyond this machine, set NEEDLINE_SECRET (at least {SHORTEST} characters)"
    " and NEEDLINE_PUBLIC_URL (beginning with https://) first."
)
LINK_LASTS = timedelta(hours=12)
REST = 2.0  # seconds between two looks for messages that another process has left behind


def serve(installation: Installation, demo: bool = False) -> None:
    """Serve until stopped; PortInUse or SecretMissing where that cannot be done."""
    import uvicorn

    settings = installation.settings
    check(settings)
    site = build(installation, demo)
    stop = threading.Event()
    helper = threading.Thread(target=_catch_up, args=(installation, stop), daemon=True)
    helper.start()
    try:
        uvicorn.run(site, host=settings.host, port=settings.port, log_level="warning")
    finally:
        stop.set()
        helper.join()


def build(installation: Installation, demo: bool = False) -> "FastAPI":
    """Return the site of an installation."""
    from app.dictionary import ConceptDictionary
    from taxonomy.credits import credits_of
    from web.given import Dictionary
    from web.site import Site, build_site

    linker, known = installation.linker, ConceptDictionary(installation.concepts)
    conversation = cache(lambda number: _conversation(installation, number))

    def hear(partnership: int, cycle: int, message: Message) -> list[Reply]:
        return conversation(partnership).hear(cycle, message, "web")

    def search(words: str, kind: str) -> list[Concept]:
        return [link.concept for link in linker.search(words, KINDS[kind])]

    return build_site(
        Site(
            database=installation.database,
            hear=hear,
            search=search,
            concept=installation.concepts.find,
            now=installation.now,
            dictionary=Dictionary(known.search, known.article, known.meant),
            attributions=installation.concepts.attributions,
            credits=credits_of,
            hosts=_hosts(installation),
            secure=address(installation).startswith("https:"),
            demo=demo,
        )
    )


def sign_in_links(installation: Installation, partnership: Partnership) -> dict[str, str]:
    """Return a one-time link for a convener and one for a provider."""
    here, now = f"{address(installation)}/sign-in", installation.now()
    access = Access(installation.database)
    return {
        "convener": f"{here}/{access.issue(partnership.id, 'convener', now, LINK_LASTS)}",
        "provider": f"{here}/{access.issue(partnership.id, 'provider', now, LINK_LASTS)}",
    }


def address(installation: Installation) -> str:
    """Return the address at which people reach the site."""
    settings = installation.settings
    return (settings.public_url or f"http://{_place(settings.host, settings.port)}").rstrip("/")


def check(settings: Settings) -> None:
    """Raise SecretMissing or PortInUse unless the site may and can be served as it is set."""
    public, secret = urlsplit(settings.public_url or ""), settings.secret
    safe = secret is not None and len(secret.get_secret_value()) >= SHORTEST
    safe = safe and public.scheme == "https"
    if public.hostname is not None and public.hostname not in LOOPBACK and not safe:
        raise SecretMissing(UNSAFE)
    check_address(settings.host, settings.port, safe)


def check_address(host: str, port: int, safe: bool) -> None:
    """Raise unless the site may and can be served there."""
    if host not in LOOPBACK and not safe:
        raise SecretMissing(UNSAFE)
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            place = f"{_place(host, port)}: {problem.strerror}"
            raise PortInUse(f"{place}. {PortInUse.__doc__}") from problem


def _place(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _conversation(installation: Installation, number: int) -> "Conversation":
    partnerships = Register(installation.database).partnerships()
    return installation.conversation(partnership=next(p for p in partnerships if p.id == number))


def _hosts(installation: Installation) -> tuple[str, ...]:
    named = urlsplit(address(installation)).hostname
    return tuple(dict.fromkeys(filter(None, ("127.0.0.1", "localhost", named))))


def _catch_up(installation: Installation, stop: threading.Event) -> None:
    """Answer what a process that was stopped has left behind, in every partnership."""
    conversation = cache(lambda number: _conversation(installation, number))
    while not stop.wait(REST):
        try:
            for partnership in Register(installation.database).partnerships():
                while not stop.is_set() and conversation(partnership.id).work():
                    time.sleep(0)
        except Exception:  # the database may be away for a while; the thread must outlive that
            log.exception("could not go on; trying again")
