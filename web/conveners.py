"""The convener's first page: who has answered, who is invited."""

from collections import Counter
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field

from web.desk import AtDesk, Desk
from web.errors import NotFound
from web.pages import page

router = APIRouter(prefix="/convener")


class Invite(BaseModel):
    """Whom to invite, and for how many days the link is good."""

    employer: str = Field(min_length=1, max_length=200)
    days: int = Field(default=30, ge=1, le=365)


class NewCycle(BaseModel):
    """A round of interviews."""

    name: str = Field(min_length=1, max_length=100)
    opens: date
    closes: date


@router.get("")
def overview(request: Request, desk: AtDesk) -> Response:
    """Show the cycle, its interviews and its invitations."""
    return show(request, desk)


@router.post("/invitations")
def invite(request: Request, desk: AtDesk, form: Annotated[Invite, Form()]) -> Response:
    """Make an invitation; its link is shown this once."""
    if desk.cycle is None:
        raise NotFound
    now = desk.site.now()
    expires = now + timedelta(days=form.days)
    made, token = desk.invitations.invite(desk.cycle.id, form.employer.strip(), expires, now)
    here = request.base_url
    link = f"{here.replace(scheme='https') if desk.site.secure else here}i/{token}"
    return page(request, "convener/invited.html", invitation=made, link=link)


@router.post("/invitations/{number}/revoke")
def revoke(number: int, desk: AtDesk) -> Response:
    """Withdraw an invitation; what was answered stays."""
    desk.invitations.revoke(number, desk.site.now())
    return RedirectResponse("/convener#invitations", status_code=303)


@router.post("/cycles")
def open_cycle(desk: AtDesk, form: Annotated[NewCycle, Form()]) -> Response:
    """Open a new cycle."""
    opens, closes = sorted((form.opens, form.closes))
    desk.cycles.open(form.name.strip(), opens, closes)
    return RedirectResponse("/convener", status_code=303)


def show(request: Request, desk: Desk) -> Response:
    """Return the page."""
    interviews = desk.interviews()
    invitations = desk.invitations.all(desk.cycle.id) if desk.cycle else []
    return page(
        request,
        "convener/overview.html",
        desk=desk,
        interviews=interviews,
        stages=Counter("confirmed" if i.confirmed else i.stage for i in interviews),
        invitations=invitations,
        invited={one.conversation: one.employer for one in invitations},
        opened={interview.conversation for interview in interviews},
        now=desk.site.now(),
    )
