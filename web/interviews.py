"""One interview as the convener sees it, and the correction of what words were mapped to."""

import re
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field

from needs.concept import Concept
from prompts.guide import read_guide
from storage.local_names import LocalNames
from storage.successions import Successions
from web.decisions import Words, choosable, words_of
from web.desk import AtDesk, Desk
from web.errors import NotFound
from web.findings import Study
from web.local_words import filled, own_meanings, own_name, own_words
from web.pages import page

router = APIRouter(prefix="/convener")
MOST = 10


class About(BaseModel):
    """Which words a page is about, and the interview it was opened from."""

    kind: Literal["skill", "occupation"]
    words: str = Field(min_length=1)
    interview: str = ""
    q: str = ""

    @property
    def key(self) -> Words:
        """Return the words as decisions name them."""
        return words_of(self.kind, self.words)

    @property
    def query(self) -> str:
        """Return what to search for."""
        return self.q.strip() or self.words


class Choose(About):
    """A decision: a concept, or none of them where both are empty."""

    scheme: str = ""
    uri: str = ""


@router.get("/interviews/{conversation:path}")
def interview(request: Request, desk: AtDesk, conversation: str) -> Response:
    """Show what an employer confirmed; of an open interview, only how far it is."""
    record = desk.interview(conversation)
    own = LocalNames(desk.tenant).all()
    return page(
        request,
        "convener/interview.html",
        record=record,
        employer=desk.name(record),
        sheets=_study(desk, conversation).sheets(filled(desk.intake.facts(conversation), own)),
        names=names(),
    )


@router.get("/deletion")
def ask_to_delete(request: Request, desk: AtDesk, interview: str) -> Response:
    """Ask whether an interview is to be deleted."""
    record = desk.interview(interview)
    return page(request, "convener/deletion.html", record=record, employer=desk.name(record))


@router.post("/deletion")
def delete(desk: AtDesk, interview: Annotated[str, Form()]) -> Response:
    """Delete an interview, as if the employer had asked for it in the talk."""
    desk.interview(interview)
    desk.intake.forget(interview, desk.site.now())
    return RedirectResponse("/convener", status_code=303)


@router.get("/mapping")
def mapping(request: Request, desk: AtDesk, about: Annotated[About, Query()]) -> Response:
    """Show what words stand for, and offer other concepts."""
    decisions = desk.mappings.decisions()
    return page(
        request,
        "convener/mapping.html",
        about=about,
        query=about.query,
        found=_offered(desk, about),
        decided=about.key in decisions,
        concept=decisions.get(about.key),
        own=own_name(own_words(desk.tenant), about.kind, about.words),
    )


@router.post("/mapping")
def decide(desk: AtDesk, form: Annotated[Choose, Form()]) -> Response:
    """Keep a decision; it holds for the same words of every employer."""
    words = form.key[1]
    desk.mappings.decide(form.kind, words, _chosen(desk, form), "convener", desk.site.now())
    return _back(form)


@router.post("/mapping/undo")
def undo(desk: AtDesk, form: Annotated[About, Form()]) -> Response:
    """Take the newest decision about these words back."""
    for decision in reversed(desk.mappings.history()):
        if (decision.kind, decision.words) == form.key and not decision.undone:
            desk.mappings.undo(decision.id)
            break
    return _back(form)


def names() -> dict[str, str]:
    """Return what the slots are called; the guide says it to employers, this page about them."""
    words = {"your": "their", "you": "they"}
    guide = read_guide("full", "")
    return {
        slot: re.sub(r"\byour?\b", lambda found: words[found[0]], wording.name)
        for slot, wording in guide.slots.items()
    }


def _chosen(desk: Desk, form: Choose) -> Concept | None:
    if not form.uri:
        return None
    for concept in _offered(desk, form):
        if (concept.scheme, concept.uri) == (form.scheme, form.uri):
            return concept
    raise NotFound


def _offered(desk: Desk, about: About) -> list[Concept]:
    own = own_meanings(own_words(desk.tenant), about.kind, about.query)
    known = {(one.scheme, one.uri) for one in own}
    found = choosable(desk.site.search(about.query, about.kind), about.kind)
    found = [one for one in found if (one.scheme, one.uri) not in known]
    return [*own, *found][:MOST]


def _back(form: About) -> Response:
    to = f"/convener/interviews/{form.interview}" if form.interview else "/convener"
    return RedirectResponse(to, status_code=303)


def _study(desk: Desk, conversation: str) -> Study:
    said = desk.intake.transcript(conversation)
    texts = {line.message: line.text for line in said if line.who == "employer"}
    heirs = Successions(desk.tenant).heirs()
    return Study(texts, desk.mappings.decisions(), desk.site.concept, heirs)
