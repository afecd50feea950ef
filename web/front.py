"""The front page, and in the demonstration its three doors."""

from datetime import timedelta

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from storage.access import Access, Role
from storage.cycles import Cycles
from storage.invitations import Invitations
from storage.register import Partnership, Register
from web.errors import NotFound
from web.given import Given, Site
from web.pages import page
from web.sessions import recognise, welcome

router = APIRouter()


@router.get("/", dependencies=[Depends(recognise)])
def front(request: Request) -> Response:
    """Say what this is, and where to go."""
    return page(request, "front.html")


@router.post("/demo/employer")
def as_employer(site: Given) -> Response:
    """Invite the visitor to answer as an employer."""
    tenant = site.database.tenant(shown(site).id)
    now = site.now()
    cycle = Cycles(tenant).current(now.date())
    if cycle is None:
        raise NotFound
    _, token = Invitations(tenant).invite(cycle.id, "Visitor", now + timedelta(days=7), now)
    return RedirectResponse(f"/i/{token}", status_code=303)


@router.post("/demo/{role}")
def as_somebody(role: Role, site: Given) -> Response:
    """Sign the visitor in as the convener or as a provider."""
    partnership, access = shown(site).id, Access(site.database)
    token = access.issue(partnership, role, site.now(), timedelta(minutes=1))
    session = access.redeem(token, site.now())
    if session is None:
        raise NotFound
    return welcome(site, session)


def shown(site: Site) -> Partnership:
    """Return the partnership of the demonstration; there is none outside it."""
    found = [one for one in Register(site.database).partnerships() if one.demo]
    if not (site.demo and found):
        raise NotFound
    return found[0]
