"""What providers read: releases, and nothing that stands behind them."""

from urllib.parse import quote

from fastapi import APIRouter, Request, Response

from needs.signal import Release
from storage.cycles import plain_name
from storage.releases import Releases
from web.errors import NotFound
from web.export import csv_of
from web.given import Given, Site
from web.outline import Outline
from web.pages import page
from web.shelf import Shelf

router = APIRouter(prefix="/signals")


@router.get("")
def latest(request: Request, site: Given, releases: Shelf, occupation: str = "") -> Response:
    """Show the latest release, or what will stand here."""
    published = releases.all()
    if not published:
        return page(request, "provider/empty.html")
    return _show(request, site, published, Outline(published[0], occupation))


@router.get("/{cycle}/{number:int}.csv")
def download(site: Given, releases: Shelf, cycle: str, number: int) -> Response:
    """Hand out a release as a file."""
    release = _find(releases, cycle, number)
    name = quote(f"signals-{cycle}-{number}.csv")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    text = csv_of(release, site.credits(release.concepts))
    return Response(text, media_type="text/csv", headers=headers)


@router.get("/{cycle}/{number:int}")
def earlier(request: Request, site: Given, releases: Shelf, cycle: str, number: int) -> Response:
    """Show one release of one cycle."""
    release = _find(releases, cycle, number)
    chosen = request.query_params.get("occupation", "")
    return _show(request, site, releases.all(), Outline(release, chosen))


def path_of(release: Release) -> str:
    """Return the address of a release: its cycle in plain letters, and its number."""
    return f"/signals/{quote(plain_name(release.cycle))}/{release.number}"


def _find(releases: Releases, cycle: str, number: int) -> Release:
    for release in releases.all():
        if (plain_name(release.cycle), release.number) == (cycle, number):
            return release
    raise NotFound


def _show(request: Request, site: Site, published: list[Release], outline: Outline) -> Response:
    return page(
        request,
        "provider/release.html",
        outline=outline,
        release=outline.release,
        newest=published[0],
        published=published,
        path_of=path_of,
        attributions=site.credits(outline.release.concepts),
    )
