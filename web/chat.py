"""The chat page: an interview in the browser, reached by an invitation link."""

import logging
from dataclasses import dataclass, field
from secrets import token_urlsafe
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field

from needs.message import LONGEST
from web.errors import LinkClosed
from web.given import Given
from web.guest import FAREWELLS, Guest, welcome
from web.pages import page

router = APIRouter()
log = logging.getLogger(__name__)


class Said(BaseModel):
    """What the form sends. ``form`` is new on each page, so sending twice is one message."""

    form: str = Field(pattern=r"^[\w-]{8,64}$")
    text: str = ""
    word: str = Field(default="", max_length=40)
    choose: str = Field(default="", max_length=400)


@dataclass(frozen=True)
class Box:
    """What stands in the box when the page is shown, and what was wrong with it."""

    text: str = ""
    problem: str = ""
    form: str = field(default_factory=lambda: token_urlsafe(12))


def guest_of(token: str, site: Given) -> Guest:
    """Return the employer whom a link invites."""
    guest = welcome(site, token)
    if guest is None:
        raise LinkClosed
    return guest


Invited = Annotated[Guest, Depends(guest_of)]


@router.get("/i/{token}")
def open_chat(request: Request, guest: Invited) -> Response:
    """Show the interview; the first time, the bot greets."""
    if not guest.lines():
        guest.arrive()
    return show(request, guest, Box())


@router.post("/i/{token}")
def answer(request: Request, guest: Invited, said: Annotated[Said, Form()]) -> Response:
    """Take an answer, a choice or one of the words, and come back to the page."""
    draft = said.text.replace("\r\n", "\n").replace("\0", "")
    chosen = bool(said.choose or said.word)
    if guest.late and not (guest.deleting if said.choose else said.word in FAREWELLS):
        return show(request, guest, Box(draft), 403)
    if problem := wrong_with(draft, chosen):
        return show(request, guest, Box(draft, problem), 422)
    try:
        guest.say(said.form, said.word or draft, said.choose or None)
    except Exception:
        log.exception("message %s was not taken", guest.message_id(said.form))
        return show(request, guest, Box(draft, "failed", said.form), 503)
    if chosen and draft.strip():
        return show(request, guest, Box(draft))
    return RedirectResponse(f"/i/{guest.token}#newest", status_code=303)


def wrong_with(text: str, chosen: bool) -> str:
    """Say what keeps an answer from being sent."""
    if chosen:
        return ""
    if len(text) > LONGEST:
        return "long"
    return "" if text.strip() else "empty"


def show(request: Request, guest: Guest, box: Box, status: int = 200) -> Response:
    """Return the page with everything said so far."""
    return page(
        request,
        "chat.html",
        status,
        talk=guest.talk(),
        late=guest.late,
        deleting=guest.late and guest.deleting,
        partnership=guest.partnership.name,
        box=box,
        longest=LONGEST,
    )
