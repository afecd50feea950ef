"""What people decided about words, put in place of what the linker said."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from needs.answers import Skill
from needs.concept import Concept
from needs.fact import Fact, Given
from needs.need import Need, assemble
from needs.succession import UNCHANGED, Heirs, bare, identity

Words: TypeAlias = tuple[str, str]  # the kind, skill or occupation, and the words
Decisions: TypeAlias = Mapping[Words, Concept | None]
Find: TypeAlias = Callable[[str, str], Concept | None]  # by scheme and URI


def words_of(kind: str, text: str) -> Words:
    """Return the words that a decision is about, however they were written."""
    return kind, " ".join(text.casefold().split())


def needs_of(
    confirmed: Iterable[Iterable[Fact]], decisions: Decisions, find: Find, heirs: Heirs = UNCHANGED
) -> list[Need]:
    """Return the needs that confirmed facts state once decisions and successions are applied."""
    decisions = in_force(decisions, heirs)
    chosen = {c.uri: c for (kind, _), c in decisions.items() if c and kind == "occupation"}

    def occupation(code: str) -> Concept | None:
        return chosen.get(code) or occupation_of(code, find, heirs)

    facts = (decided(some, decisions, heirs) for some in confirmed)
    return [need for some in facts for need in assemble(some, occupation)]


def choosable(found: Iterable[Concept], kind: str) -> list[Concept]:
    """Return what words may be decided to stand for: occupations need an O*NET-SOC code."""
    return [one for one in found if kind != "occupation" or one.scheme == "onet"]


def in_force(decisions: Decisions, heirs: Heirs) -> Decisions:
    """Return decisions with the concepts that took the place of those decided on."""
    return {words: heirs.of(concept) for words, concept in decisions.items()}


def occupation_of(code: str, find: Find, heirs: Heirs) -> Concept | None:
    """Return the occupation of a code, or what took its place where the code has gone."""
    heir = heirs.of(bare(code))
    if heir is None or identity(heir) != identity(bare(code)):
        return heir
    return find("onet", code) or heirs.named(heir)


def decided(facts: Iterable[Fact], decisions: Decisions, heirs: Heirs = UNCHANGED) -> list[Fact]:
    """Return an interview's facts with the concepts that people decided on."""
    facts = [_with_skills(fact, decisions, heirs) for fact in facts]
    overruled = {
        fact.role: (fact, decisions[words])
        for fact in facts
        if fact.slot == "role.title"
        and (words := words_of("occupation", str(fact.value))) in decisions
    }
    kept = [f for f in facts if f.slot != "role.occupation" or f.role not in overruled]
    return kept + [_occupation(title, to) for title, to in overruled.values() if to]


def skill_concept(skill: Skill, decisions: Decisions, heirs: Heirs) -> Concept | None:
    """Return the concept of a skill: the decided one, if people decided, or what took its place."""
    return heirs.of(decisions.get(words_of("skill", skill.quote), skill.concept))


def _with_skills(fact: Fact, decisions: Decisions, heirs: Heirs) -> Fact:
    if not isinstance(fact.value, tuple) or fact.slot != "role.skills":
        return fact
    skills = (replace(one, concept=skill_concept(one, decisions, heirs)) for one in fact.value)
    return replace(fact, value=tuple(skills))


def _occupation(title: Fact, concept: Concept) -> Fact:
    given = Given("person", title.evidence.message)
    return Fact("role.occupation", concept.uri, given, title.role)
