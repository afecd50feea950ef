"""What was understood of one interview, each value beside the words it came from."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from needs.answers import Skill
from needs.concept import Concept
from needs.fact import Evidence, Fact, Quote
from needs.succession import UNCHANGED, Heirs
from web.decisions import Decisions, Find, Words, occupation_of, skill_concept, words_of
from web.plain import plain

BREAK = re.compile(r"(?<=[.!?])\s+|\n+")
LONGEST = 200  # characters on each side of a quote


@dataclass(frozen=True)
class Source:
    """Where a value comes from: a quote within its sentence, or what gave it."""

    quote: str = ""
    before: str = ""
    after: str = ""
    given: str = ""


@dataclass(frozen=True)
class Mapped:
    """Words, the concept they stand for, and whether a person decided so."""

    words: Words
    concept: Concept | None
    decided: bool


@dataclass(frozen=True)
class Finding:
    """One value in plain words, where it comes from, and what it was mapped to."""

    value: str
    source: Source
    mapped: Mapped | None = None


@dataclass(frozen=True)
class Sheet:
    """All findings about the company, where the title is empty, or about one job."""

    title: str
    rows: dict[str, list[Finding]]


@dataclass(frozen=True)
class Study:
    """Lays out confirmed facts. ``texts`` are the employer's messages, by their ids."""

    texts: Mapping[str, str]
    decisions: Decisions
    find: Find
    heirs: Heirs = UNCHANGED

    def sheets(self, facts: Iterable[Fact]) -> list[Sheet]:
        """Return what was understood: the company first, then each job."""
        about: dict[int, list[Fact]] = {}
        for fact in facts:
            about.setdefault(-1 if fact.role is None else fact.role, []).append(fact)
        return [self._sheet(about[role]) for role in sorted(about)]

    def _sheet(self, facts: list[Fact]) -> Sheet:
        known = {fact.slot: str(fact.value) for fact in facts}
        rows: dict[str, list[Finding]] = {}
        for fact in facts:
            if fact.slot != "role.occupation" or "role.title" not in known:
                found = self._findings(fact, known.get("role.occupation", ""))
                rows.setdefault(fact.slot, []).extend(found)
        return Sheet(known.get("role.title", ""), rows)

    def _findings(self, fact: Fact, code: str) -> Iterator[Finding]:
        source = source_of(fact.evidence, self.texts)
        items = fact.value if isinstance(fact.value, tuple) and fact.value else (fact.value,)
        for item in items:
            yield Finding(plain(item), source, self._mapped(fact.slot, item, code))

    def _mapped(self, slot: str, item: object, code: str) -> Mapped | None:
        if isinstance(item, Skill):
            words = words_of("skill", item.quote)
            concept = skill_concept(item, self.decisions, self.heirs)
        elif slot == "role.title":
            words = words_of("occupation", str(item))
            said = occupation_of(code, self.find, self.heirs) if code else None
            concept = self.heirs.of(self.decisions.get(words, said))
        else:
            return None
        return Mapped(words, concept, words in self.decisions)


def source_of(evidence: Evidence, texts: Mapping[str, str]) -> Source:
    """Return where a value comes from, with the sentence around it where that is still there."""
    if not isinstance(evidence, Quote):
        return Source(given=evidence.by)
    text = texts.get(evidence.message, "")
    if text[evidence.start : evidence.end] != evidence.quote:
        return Source(evidence.quote)
    return _within(text, evidence.start, evidence.end)


def _within(text: str, start: int, end: int) -> Source:
    before = BREAK.split(text[:start])[-1]
    after = BREAK.split(text[end:])[0]
    return Source(text[start:end], before[-LONGEST:], after[:LONGEST])
