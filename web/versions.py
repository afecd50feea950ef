"""What became of concepts in a newer version: what waits for a convener, and what was decided."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Path, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field

from needs.concept import Concept
from needs.fact import Fact
from needs.succession import Heirs, Identity, identity
from storage.links import links_of
from storage.local_names import LocalNames
from storage.successions import Succession, Successions
from web.conveners import LARGEST
from web.decisions import Decisions, choosable, decided, words_of
from web.desk import AtDesk, Desk
from web.errors import NotFound
from web.local_words import filled
from web.pages import page

router = APIRouter(prefix="/convener/versions")
MOST = 8  # concepts found by a search
LONGEST = 200  # letters of what is searched for
Number = Annotated[int, Path(ge=1, le=LARGEST)]


class Search(BaseModel):
    """What is searched for in place of which concept; ``done`` says what was just decided."""

    about: int = Field(default=0, ge=0, le=LARGEST)
    q: str = Field(default="", max_length=LONGEST)
    done: int = Field(default=0, ge=0, le=LARGEST)


class Choice(BaseModel):
    """A decision: a concept takes the old one's place, none does, or the old one is kept."""

    choice: Literal["heir", "none", "keep"]
    scheme: str = ""
    uri: str = ""
    q: str = Field(default="", max_length=LONGEST)


@dataclass(frozen=True)
class Review:
    """What has become of the partnership's concepts. ``held`` counts interviews, by concept."""

    standing: list[Succession]
    held: Mapping[Identity, int] = field(default_factory=dict)

    @property
    def open(self) -> list[Succession]:
        """Return what waits, what most interviews hold first."""
        waiting = [one for one in self.standing if one.status == "open"]
        return sorted(waiting, key=lambda one: -self.held.get(one.key, 0))

    @property
    def decided(self) -> list[Succession]:
        """Return what people decided, the newest first."""
        return [one for one in reversed(self.standing) if one.status == "decided"]

    @property
    def certain(self) -> list[Succession]:
        """Return what was carried over by itself."""
        return [one for one in self.standing if one.status == "certain"]

    @property
    def mended(self) -> list[Succession]:
        """Return what was carried over to another label or address."""
        return [one for one in self.certain if _changed(one)]


@router.get("")
def versions(request: Request, desk: AtDesk, search: Annotated[Search, Query()]) -> Response:
    """Show what waits for review, what was decided, and what was carried over by itself."""
    return show(request, desk, search)


@router.post("/{number}")
def decide(
    request: Request, desk: AtDesk, number: Number, form: Annotated[Choice, Form()]
) -> Response:
    """Decide what takes a concept's place."""
    successions = Successions(desk.tenant)
    asked = next((one for one in successions.standing() if one.id == number), None)
    if asked is None or asked.status != "open":
        return show(request, desk, Search(), late=True)
    chosen = _chosen(desk, asked, form)
    if not successions.decide(number, chosen, "convener", desk.site.now()):
        return show(request, desk, Search(), late=True)
    return RedirectResponse(f"/convener/versions?done={number}", status_code=303)


@router.post("/{number}/undo")
def undo(request: Request, desk: AtDesk, number: Number) -> Response:
    """Take a decision back; the concept waits for review again."""
    if not Successions(desk.tenant).undo(number, "convener", desk.site.now()):
        return show(request, desk, Search(), late=True)
    return RedirectResponse("/convener/versions", status_code=303)


def show(request: Request, desk: Desk, search: Search, late: bool = False) -> Response:
    """Return the page; ``late`` says that somebody else was quicker."""
    successions = Successions(desk.tenant)
    review = Review(successions.standing(), held(desk, successions.heirs()))
    about = next((one for one in review.open if one.id == search.about), None)
    return page(
        request,
        "convener/versions.html",
        409 if late else 200,
        review=review,
        search=search,
        found=_found(desk, about, search.q) if about else [],
        done=_decided(review, successions, search.done) if search.done else None,
        late=late,
        keeping=identity,
    )


def _decided(review: Review, successions: Successions, number: int) -> Succession | None:
    """Return what was decided about a question, if that still stands."""
    keys = {one.key for one in successions.history() if one.id == number}
    return next((one for one in review.decided if one.key in keys), None)


def held(desk: Desk, heirs: Heirs) -> Counter[Identity]:
    """Return how many interviews lead to each concept, also over older versions of it."""
    own, decisions = LocalNames(desk.tenant).all(), desk.mappings.decisions()
    counted = Counter[Identity]()
    for cycle in desk.cycles.all():
        for facts in desk.intake.confirmed(cycle.id).values():
            concepts = _concepts(filled(facts, own), decisions)
            paths = [heirs.path(concept) for concept in concepts]
            counted.update({identity(one) for path in paths for one in path if one})
    return counted


def _concepts(facts: Iterable[Fact], decisions: Decisions) -> Iterator[Concept]:
    facts = list(facts)
    titles = [str(fact.value) for fact in facts if fact.slot == "role.title"]
    chosen = (decisions.get(words_of("occupation", title)) for title in titles)
    yield from (concept for concept in chosen if concept)
    yield from (concept for _, concept in links_of(decided(facts, decisions)))


def _chosen(desk: Desk, asked: Succession, form: Choice) -> Concept | None:
    if form.choice != "heir":
        return asked.proposal.old if form.choice == "keep" else None
    offered = [one.concept for one in asked.proposal.suggestions]
    for concept in [*offered, *_found(desk, asked, form.q)]:
        if (concept.scheme, concept.uri) == (form.scheme, form.uri):
            return concept
    raise NotFound


def _found(desk: Desk, asked: Succession, query: str) -> list[Concept]:
    kind = asked.proposal.kind
    found = choosable(desk.site.search(query, kind), kind) if query.strip() else []
    return found[:MOST]


def _changed(one: Succession) -> bool:
    old, new = one.proposal.old, one.proposal.heir
    return new is None or (old.uri, old.label) != (new.uri, new.label)
