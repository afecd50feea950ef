"""Looking concepts up, and adding words of the partnership's own."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Path, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field

from needs.concept import Concept
from needs.dictionary import Article, Entry
from needs.local import LocalKind, LocalName, is_own, key_of, own_concept
from storage.local_names import LocalNames
from storage.successions import Successions
from web.adding import LONGEST, MOST, Refusal, Wish, refusal
from web.conveners import LARGEST
from web.desk import AtDesk, Desk
from web.errors import NotFound
from web.local_words import in_force, own_words
from web.pages import page

router = APIRouter(prefix="/convener")
SEARCH = 200  # characters
GONE = -1  # in place of a number: somebody was quicker
NAMED: dict[str, LocalKind] = {
    "skill": "skill",
    "occupation": "occupation",
    "credential": "credential",
}
Number = Annotated[int, Path(ge=1, le=LARGEST)]


class Search(BaseModel):
    """What is looked up; ``words`` stand in the form for a new concept, ``removed`` just went."""

    q: str = ""
    kind: str = Field(default="", max_length=20)
    words: str = ""
    removed: int = Field(default=0, ge=GONE, le=LARGEST)


class Place(BaseModel):
    """Which concept is shown; ``added`` and ``removed`` number words that just came or went."""

    scheme: str
    uri: str
    added: int = Field(default=0, le=LARGEST)
    removed: int = Field(default=0, le=LARGEST)


@dataclass(frozen=True)
class Words:
    """The partnership's own words, as a page needs them."""

    names: list[LocalName]

    def about(self, concept: Concept) -> list[LocalName]:
        """Return the own words for a concept."""
        return [one for one in self.names if same(one.concept, concept)]

    def with_words(self, typed: str) -> list[LocalName]:
        """Return the own words that what is typed occurs in; all of them where nothing is."""
        return [
            one
            for one in self.names
            if key_of(typed) in key_of(one.words) or key_of(typed) in key_of(one.concept.label)
        ]

    def article(self, scheme: str, uri: str) -> Article | None:
        """Return what is to be said of a concept that only the own words still know."""
        found = (
            one for one in self.names if (one.concept.scheme, one.concept.uri) == (scheme, uri)
        )
        return next((Article(_entry(one)) for one in found), None)


def same(one: Concept, other: Concept) -> bool:
    """Say whether two concepts are one, in whichever version."""
    return (one.scheme, one.uri) == (other.scheme, other.uri)


@router.get("/concepts")
def concepts(request: Request, desk: AtDesk, search: Annotated[Search, Query()]) -> Response:
    """Show what was found, and the partnership's own words."""
    return show_list(request, desk, search)


@router.get("/concept")
def concept(request: Request, desk: AtDesk, place: Annotated[Place, Query()]) -> Response:
    """Show one concept: its names, and what it is connected with."""
    return show_concept(request, desk, place)


@router.post("/concepts/words")
def add(request: Request, desk: AtDesk, wish: Annotated[Wish, Form()]) -> Response:
    """Add words to a concept, or a concept of the partnership's own; they count at once."""
    words, concept = words_of(desk), wished(desk, wish)
    if problem := refusal(wish, concept, words.names, desk.site.dictionary):
        return refused(request, desk, wish, problem)
    names, now = LocalNames(desk.tenant), desk.site.now()
    added = names.add(wish.kind, wish.said, concept, "convener", now)
    if added is None:  # somebody was quicker
        problem = refusal(wish, concept, names.all(), desk.site.dictionary)
        return refused(request, desk, wish, problem or Refusal("there", wish.said))
    return RedirectResponse(address(concept, added=added), status_code=303)


@router.post("/concepts/words/{number}/remove")
def remove(desk: AtDesk, number: Number) -> Response:
    """Remove words; they stop counting at the next message."""
    name = LocalNames(desk.tenant).remove(number, desk.site.now())
    return _after(desk, name, removed=number)


@router.post("/concepts/words/{number}/restore")
def restore(desk: AtDesk, number: Number) -> Response:
    """Put back what was removed with these words."""
    name = LocalNames(desk.tenant).restore(number, "convener", desk.site.now())
    return _after(desk, name, added=name.id if name else 0)


def refused(request: Request, desk: Desk, wish: Wish, problem: Refusal) -> Response:
    """Return the page that the form was on, with what is in the way."""
    if wish.uri:
        place = Place(scheme=wish.scheme, uri=wish.uri)
        return show_concept(request, desk, place, problem)
    return show_list(request, desk, Search(words=wish.said, kind=wish.kind), problem)


def wished(desk: Desk, wish: Wish) -> Concept:
    """Return the concept that words are to be added to; NotFound where that cannot be."""
    if not wish.uri:
        if wish.kind == "occupation":
            raise NotFound  # signals need a code
        return own_concept(desk.partnership.id, wish.kind, wish.said)
    article = article_of(desk, wish.scheme, wish.uri)
    if kind_of(article.entry) != wish.kind:
        raise NotFound
    return article.entry.concept


def words_of(desk: Desk) -> Words:
    """Return the partnership's own words."""
    return Words(own_words(desk.tenant))


def article_of(desk: Desk, scheme: str, uri: str) -> Article:
    """Return what is to be said of a concept; NotFound where there is none."""
    found = _known(desk, scheme, uri)
    if found is None:
        raise NotFound
    return found


def kind_of(entry: Entry) -> LocalKind | None:
    """Return which words can be added to a concept: of occupations, only to those with a code."""
    kind = NAMED.get(entry.kind)
    return None if kind == "occupation" and entry.concept.scheme != "onet" else kind


def address(concept: Concept, **more: int) -> str:
    """Return where a concept is shown."""
    return "/convener/concept?" + urlencode({"scheme": concept.scheme, "uri": concept.uri, **more})


def show_list(
    request: Request, desk: Desk, search: Search, problem: Refusal | None = None
) -> Response:
    """Return the page of what was found."""
    typed = search.q.strip()[:SEARCH]
    own = words_of(desk)
    return page(
        request,
        "convener/concepts.html",
        409 if problem else 200,
        search=search,
        typed=typed,
        found=desk.site.dictionary.search(typed, search.kind) if typed else [],
        own=own.with_words(typed),
        total=len(own.names),
        problem=problem,
        address=address,
        longest=LONGEST,
        most=MOST,
        attributions=desk.site.attributions,
    )


def show_concept(
    request: Request, desk: Desk, place: Place, problem: Refusal | None = None
) -> Response:
    """Return the page of one concept."""
    article = article_of(desk, place.scheme, place.uri)
    own = words_of(desk).about(article.entry.concept)
    return page(
        request,
        "convener/concept.html",
        409 if problem else 200,
        article=article,
        own=own,
        addable=kind_of(article.entry),
        added=next((one for one in own if one.id == place.added), None),
        removed=place.removed,
        problem=problem,
        address=address,
        longest=LONGEST,
        most=MOST,
        attributions=desk.site.attributions,
    )


def _after(desk: Desk, name: LocalName | None, **what: int) -> Response:
    meant = in_force(name, Successions(desk.tenant).heirs()).concept if name else None
    if meant and _known(desk, meant.scheme, meant.uri):
        to = address(meant, **what)
    else:  # what is removed may leave no page behind
        to = f"/convener/concepts?removed={what.get('removed', 0) if name else GONE}"
    return RedirectResponse(to, status_code=303)


def _known(desk: Desk, scheme: str, uri: str) -> Article | None:
    return desk.site.dictionary.article(scheme, uri) or words_of(desk).article(scheme, uri)


def _entry(name: LocalName) -> Entry:
    gone = f"version {name.concept.version}, which is not in use"
    return Entry(name.concept, name.kind, "" if is_own(name.concept) else gone)
