"""Pages for when something is not there, not allowed or broken."""

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from web.errors import LinkClosed, NotForYou, NotFound, SignInNeeded
from web.guard import HEADERS
from web.pages import page

EXPECTED: dict[type[Exception], tuple[str, int]] = {
    SignInNeeded: ("sign_in_needed", 401),
    NotForYou: ("not_for_you", 403),
    LinkClosed: ("link_closed", 404),
    NotFound: ("not_found", 404),
    RequestValidationError: ("form", 422),
    Exception: ("broken", 500),
}
REFUSED = {400: "form", 403: "foreign", 404: "not_found", 405: "not_found", 413: "large"}


def add_troubles(app: FastAPI) -> None:
    """Answer every error with a page that says what to do."""
    for kind in EXPECTED:
        app.add_exception_handler(kind, expected)
    app.add_exception_handler(HTTPException, refused)


def expected(request: Request, error: Exception) -> Response:
    """Answer an error of ours; an unknown one is broken, and the server logs it."""
    what, status = EXPECTED.get(type(error), EXPECTED[Exception])
    return trouble(request, what, status)


def refused(request: Request, error: Exception) -> Response:
    """Answer a refusal by status."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    return trouble(request, REFUSED.get(status, "broken"), status)


def trouble(request: Request, what: str, status: int) -> Response:
    """Return the page for one kind of trouble."""
    response = page(request, "trouble.html", status, what=what)
    # A page for something broken is made outside the layer that adds these.
    response.headers.update({**HEADERS, "Cache-Control": "no-store"})
    return response
