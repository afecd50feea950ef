"""Looking at what would be released, and releasing it."""

from collections import Counter
from hashlib import sha256
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from needs.signal import Release
from signals.release import Draft, NotYet
from storage.errors import ReleaseConflict
from web.desk import AtDesk, Desk
from web.errors import NotFound
from web.pages import page
from web.publication import Press

router = APIRouter(prefix="/convener/release")


@router.get("")
def review(request: Request, desk: AtDesk) -> Response:
    """Show what would be released now, or what is missing for it."""
    return show(request, desk)


@router.post("")
def release(request: Request, desk: AtDesk, seen: Annotated[str, Form()]) -> Response:
    """Release what the convener has seen, and nothing else."""
    press = press_of(desk)
    ready = press.draft(desk.site.now())
    if isinstance(ready, NotYet) or fingerprint(ready.release) != seen:
        return show(request, desk, changed=True)
    try:
        press.publish(ready)
    except ReleaseConflict:
        return show(request, desk, changed=True)
    return RedirectResponse("/convener/release?done=1", status_code=303)


def show(request: Request, desk: Desk, changed: bool = False) -> Response:
    """Return the page."""
    press = press_of(desk)
    ready = press.draft(desk.site.now())
    return page(
        request,
        "convener/release.html",
        409 if changed else 200,
        cycle=desk.cycle,
        latest=press.latest(),
        ready=ready if isinstance(ready, Draft) else None,
        more=ready.more if isinstance(ready, NotYet) else 0,
        seen=fingerprint(ready.release) if isinstance(ready, Draft) else "",
        kinds=kinds_in(ready.release) if isinstance(ready, Draft) else {},
        changed=changed,
        done="done" in request.query_params,
        threshold=desk.site.rules.threshold,
    )


def kinds_in(release: Release) -> Counter[str]:
    """Count the skills, occupations and credentials, each once, as providers see them."""
    return Counter(signal.kind for signal in release.signals if signal.occupation is None)


def press_of(desk: Desk) -> Press:
    """Return the press of the cycle that is going on."""
    if desk.cycle is None:
        raise NotFound
    return Press(desk.tenant, desk.partnership, desk.cycle, desk.site.concept, desk.site.rules)


def fingerprint(release: Release) -> str:
    """Return a short name for what a release says, whenever it is made."""
    told = (release.number, release.employers, release.withheld, release.signals)
    return sha256(repr(told).encode()).hexdigest()
