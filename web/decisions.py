"""What people decided about words, put in place of what the linker said."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from needs.answers import Skill
from needs.concept import Concept
from needs.fact import Fact, Given
from needs.need import Need, assemble

Words: TypeAlias = tuple[str, str]  # the kind, skill or occupation, and the words
Decisions: TypeAlias = Mapping[Words, Concept | None]
Find: TypeAlias = Callable[[str, str], Concept | None]  # by scheme and URI


def words_of(kind: str, text: str) -> Words:
    """Return the words that a decision is about, however they were written."""
    return kind, " ".join(text.casefold().split())


def needs_of(confirmed: Iterable[Iterable[Fact]], decisions: Decisions, find: Find) -> list[Need]:
    """Return the needs that confirmed facts state once every decision is applied."""
    chosen = {c.uri: c for (kind, _), c in decisions.items() if c and kind == "occupation"}

    def occupation(code: str) -> Concept | None:
        return chosen.get(code) or find("onet", code)

    return [need for facts in confirmed for need in assemble(decided(facts, decisions), occupation)]


def decided(facts: Iterable[Fact], decisions: Decisions) -> list[Fact]:
    """Return an interview's facts with the concepts that people decided on."""
    facts = [_with_skills(fact, decisions) for fact in facts]
    overruled = {
        fact.role: (fact, decisions[words])
        for fact in facts
        if fact.slot == "role.title"
        and (words := words_of("occupation", str(fact.value))) in decisions
    }
    kept = [f for f in facts if f.slot != "role.occupation" or f.role not in overruled]
    return kept + [_occupation(title, to) for title, to in overruled.values() if to]


def skill_concept(skill: Skill, decisions: Decisions) -> Concept | None:
    """Return the concept of a skill: the decided one, if people decided."""
    return decisions.get(words_of("skill", skill.quote), skill.concept)


def _with_skills(fact: Fact, decisions: Decisions) -> Fact:
    if not isinstance(fact.value, tuple) or fact.slot != "role.skills":
        return fact
    skills = (replace(skill, concept=skill_concept(skill, decisions)) for skill in fact.value)
    return replace(fact, value=tuple(skills))


def _occupation(title: Fact, concept: Concept) -> Fact:
    given = Given("person", title.evidence.message)
    return Fact("role.occupation", concept.uri, given, title.role)
