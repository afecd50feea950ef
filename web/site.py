"""The whole site, from what it is handed."""

from fastapi import Depends, FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from web import (
    chat,
    concepts,
    conveners,
    front,
    interviews,
    providers,
    releasing,
    sessions,
    versions,
)
from web.given import Site
from web.guard import Headers, SizeLimit, same_origin
from web.pages import FOLDER, templates
from web.trouble import add_troubles

__all__ = ["Site", "build_site"]

PARTS = (front, sessions, chat, conveners, interviews, releasing, concepts, versions, providers)


def build_site(site: Site) -> FastAPI:
    """Return the site, ready to be served."""
    app = FastAPI(
        title="Needline",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        dependencies=[Depends(same_origin)],
    )
    app.state.site = site
    app.state.templates = templates()
    for part in PARTS:
        app.include_router(part.router)
    app.mount("/static", StaticFiles(directory=FOLDER / "static"))
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(site.hosts))
    app.add_middleware(SizeLimit)
    app.add_middleware(Headers)
    add_troubles(app)
    return app
