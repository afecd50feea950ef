"""Signing in with a one-time link, and who is signed in."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from storage.access import Access, Visitor
from web.errors import NotForYou, SignInNeeded
from web.given import Given, Site
from web.pages import page

COOKIE = "needline"
HOME = {"convener": "/convener", "provider": "/signals"}


def recognise(request: Request, site: Given) -> Visitor | None:
    """Return who is signed in; the page's menu follows from it."""
    token = request.cookies.get(COOKIE)
    visitor = Access(site.database).who(token, site.now()) if token else None
    request.state.visitor = visitor
    return visitor


Known = Annotated[Visitor | None, Depends(recognise)]


def convener(visitor: Known) -> Visitor:
    """Return the convener who is signed in."""
    if visitor is None:
        raise SignInNeeded
    if visitor.role != "convener":
        raise NotForYou
    return visitor


def reader(visitor: Known) -> Visitor:
    """Return who may read releases: providers and conveners."""
    if visitor is None:
        raise SignInNeeded
    return visitor


router = APIRouter()


@router.get("/sign-in/{token}", dependencies=[Depends(recognise)])
def offer(request: Request, token: str) -> Response:
    """Show a button; opening a link uses nothing up, because programs preview links."""
    return page(request, "sign_in.html", token=token)


@router.post("/sign-in/{token}")
def redeem(request: Request, token: str, site: Given) -> Response:
    """Use a one-time link up, and sign in."""
    session = Access(site.database).redeem(token, site.now())
    if session is None:
        return page(request, "sign_in_over.html", status=410)
    return welcome(site, session)


@router.post("/sign-out")
def leave(request: Request, site: Given) -> Response:
    """Sign out."""
    if token := request.cookies.get(COOKIE):
        Access(site.database).leave(token)
    response = RedirectResponse("/", status_code=303)
    response.delete_cookie(COOKIE)
    return response


def welcome(site: Site, session: str) -> Response:
    """Lead someone who has just signed in to their page."""
    visitor = Access(site.database).who(session, site.now())
    response = RedirectResponse(HOME[visitor.role] if visitor else "/", status_code=303)
    response.set_cookie(COOKIE, session, httponly=True, samesite="lax", secure=site.secure)
    return response
