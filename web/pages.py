"""Templates, and the one function that fills them."""

from datetime import date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from fastapi import Request, Response
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from web.plain import plain

FOLDER = Path(str(files(__package__)))


@cache
def templates() -> Jinja2Templates:
    """Return the templates of the site; everything put into them is escaped."""
    env = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["day"] = day
    env.filters["short"] = short
    env.filters["count"] = count
    env.filters["plain"] = plain
    return Jinja2Templates(env=env)


def page(request: Request, name: str, status: int = 200, **values: Any) -> Response:
    """Return a template filled with values, as a page."""
    known = {
        "visitor": getattr(request.state, "visitor", None),
        "demo": request.app.state.site.demo,
    }
    made: Jinja2Templates = request.app.state.templates
    return made.TemplateResponse(request, name, known | values, status_code=status)


def day(at: datetime | date) -> str:
    """Return a day as people write it."""
    return f"{at:%B} {at.day}, {at.year}"


def short(at: datetime | date) -> str:
    """Return a day for a narrow column."""
    return f"{at:%b} {at.day}, {at.year}"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
