"""What the pages say of concepts, from the vocabularies in use."""

from dataclasses import dataclass

from app.relations import Relation, Relations
from needs.concept import Concept
from needs.dictionary import Article, Entry, Related, Section
from taxonomy.concepts import Concepts
from taxonomy.edition import Kind
from taxonomy.index import Credential, Detail
from taxonomy.search import search
from taxonomy.words import words as words_of

KINDS: dict[str, tuple[Kind, ...]] = {
    "skill": ("skill",),
    "occupation": ("occupation", "unit"),
    "credential": ("credential",),
    "technology": ("technology", "tool"),
    "programme": ("programme",),
    "industry": ("industry",),
}
SPOKEN: tuple[Kind, ...] = ("skill", "occupation", "credential")  # what interviews listen for
SOURCES = {
    "esco": "ESCO",
    "isco": "ISCO in ESCO",
    "onet": "O*NET",
    "soc": "SOC",
    "cip": "CIP",
    "naics": "NAICS",
    "local": "Needline",
}
PLACES = {"pref": 0, "phrase": 1}
MOST = 40  # found
LISTED = 200  # connected in one way


@dataclass(frozen=True)
class ConceptDictionary:
    """Looks concepts up, and says what they are and what they are connected with."""

    concepts: Concepts

    def search(self, words: str, kind: str) -> list[Entry]:
        """Return what a person may be looking for who types these words."""
        found = search(self.concepts, words, KINDS.get(kind, ()), MOST)
        return [_entry(one.detail) for one in found]

    def meant(self, words: str) -> list[Entry]:
        """Return the skills, occupations and credentials that have exactly these words."""
        found = search(self.concepts, words, SPOKEN, MOST)
        return [_entry(one.detail) for one in found if words_of(one.name) == words_of(words)]

    def article(self, scheme: str, uri: str) -> Article | None:
        """Return everything that is said of a concept, or None where there is none."""
        detail = self.concepts.detail(Concept(scheme, uri, "", ""))
        if detail is None:
            return None
        relations = Relations(self.concepts).of(detail)
        credential = self._credential(detail)
        return Article(
            entry=_entry(detail),
            description=detail.description,
            names=self._names(detail.concept),
            sections=tuple(self._section(one) for one in relations),
            granted_by=credential.granted_by if credential else "",
            by_law=credential.by_law if credential else None,
        )

    def _names(self, concept: Concept) -> tuple[str, ...]:
        """Return the label, then employers' own words, then what the scheme has besides."""
        names = sorted(self.concepts.names(concept), key=lambda name: PLACES.get(name.kind, 2))
        return tuple(name.text for name in names)

    def _section(self, relation: Relation) -> Section:
        shown, more = relation.found[:LISTED], max(0, len(relation.found) - LISTED)
        items = tuple(Related(self._listed(concept), note) for concept, note in shown)
        return Section(relation.way, items, more, relation.missing)

    def _listed(self, concept: Concept) -> Entry:
        detail = self.concepts.detail(concept)
        return _entry(detail) if detail else Entry(concept, "", "", _code(concept, ""))

    def _credential(self, detail: Detail) -> Credential | None:
        known = self.concepts.credentials() if detail.kind == "credential" else ()
        return next((one for one in known if one.concept.uri == detail.concept.uri), None)


def _entry(detail: Detail) -> Entry:
    concept = detail.concept
    source = f"{SOURCES.get(concept.scheme, concept.scheme)} {concept.version}"
    return Entry(concept, detail.kind, source, _code(concept, detail.code))


def _code(concept: Concept, code: str) -> str:
    """Return the code that people know a concept by; ESCO's skills have none."""
    coded = concept.scheme in ("onet", "soc", "cip", "naics") and ":" not in concept.uri
    return code or (concept.uri if coded else "")
