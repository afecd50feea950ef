"""The convener's first page: who has answered, who is invited."""

from collections import Counter
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Path, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field, StringConstraints

from storage.cycles import Cycle
from storage.successions import Successions
from web.desk import AtDesk, Desk
from web.errors import NotFound
from web.pages import page

router = APIRouter(prefix="/convener")
LARGEST = 2**31 - 1  # of the numbers that every database takes


class Invite(BaseModel):
    """Whom to invite, and for how many days the link is good."""

    employer: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    days: int = Field(default=30, ge=1, le=365)


class NewCycle(BaseModel):
    """A round of interviews."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100, pattern=r"\w")]
    opens: date
    closes: date


@router.get("")
def overview(request: Request, desk: AtDesk, cycle: int | None = None) -> Response:
    """Show a cycle, its interviews and its invitations."""
    return show(request, desk.at(cycle))


@router.post("/invitations")
def invite(request: Request, desk: AtDesk, form: Annotated[Invite, Form()]) -> Response:
    """Make an invitation; its link is shown this once."""
    if desk.cycle is None:
        raise NotFound
    now = desk.site.now()
    expires = now + timedelta(days=form.days)
    made, token = desk.invitations.invite(desk.cycle.id, form.employer, expires, now)
    here = request.base_url
    link = f"{here.replace(scheme='https') if desk.site.secure else here}i/{token}"
    return page(request, "convener/invited.html", invitation=made, link=link)


@router.post("/invitations/{number}/revoke")
def revoke(number: Annotated[int, Path(ge=1, le=LARGEST)], desk: AtDesk) -> Response:
    """Withdraw an invitation; what was answered stays."""
    desk.invitations.revoke(number, desk.site.now())
    return RedirectResponse("/convener#invitations", status_code=303)


@router.post("/cycles")
def open_cycle(request: Request, desk: AtDesk, form: Annotated[NewCycle, Form()]) -> Response:
    """Open a new cycle, unless there is one of that name."""
    if there := desk.cycles.named(form.name):
        return show(request, desk, there)
    opens, closes = sorted((form.opens, form.closes))
    opened = desk.cycles.open(form.name, opens, closes)
    return RedirectResponse(f"/convener?cycle={opened.id}", status_code=303)


def show(request: Request, desk: Desk, taken: Cycle | None = None) -> Response:
    """Return the page; ``taken`` is the cycle that has the name of a new one already."""
    interviews = desk.interviews()
    invitations = desk.invitations.all(desk.cycle.id) if desk.cycle else []
    return page(
        request,
        "convener/overview.html",
        409 if taken else 200,
        desk=desk,
        taken=taken,
        cycles=desk.cycles.all(),
        interviews=interviews,
        stages=Counter("confirmed" if i.confirmed else i.stage for i in interviews),
        invitations=invitations,
        opened={interview.conversation for interview in interviews},
        now=desk.site.now(),
        waiting=Successions(desk.tenant).waiting(),
    )
