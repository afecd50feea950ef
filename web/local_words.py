"""A partnership's own words, put in place of what the linker said."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from needs.answers import Credential, Skill
from needs.concept import Concept
from needs.fact import Fact, Given
from needs.local import LocalName, key_of
from needs.slots import Value
from needs.succession import Heirs, bare, identity
from storage.local_names import LocalNames
from storage.successions import Successions
from storage.tenant import Tenant

Meanings: TypeAlias = Mapping[tuple[str, str], Concept]  # by kind and key


def filled(facts: Iterable[Fact], names: Iterable[LocalName]) -> list[Fact]:
    """Return an interview's facts, the exact words of the partnership's own with their concepts.

    An employer who chose an occupation keeps it: a job title's own words only fill a gap.
    """
    meanings: Meanings = {(one.kind, key_of(one.words)): one.concept for one in names}
    facts = [replace(fact, value=_filled(fact, meanings)) for fact in facts]
    chosen = {f.role for f in facts if f.slot == "role.occupation" and isinstance(f.value, str)}
    titles = [one for one in facts if one.slot == "role.title" and one.role not in chosen]
    added = {one.role: found for one in titles if (found := _occupation(one, meanings))}
    kept = [one for one in facts if one.slot != "role.occupation" or one.role not in added]
    return [*kept, *added.values()]


def own_words(tenant: Tenant) -> list[LocalName]:
    """Return the partnership's own words, each with what stands for its concept today."""
    heirs = Successions(tenant).heirs()
    return [in_force(one, heirs) for one in LocalNames(tenant).all()]


def in_force(name: LocalName, heirs: Heirs) -> LocalName:
    """Return words with the concept that took the place of theirs, where one did."""
    old = bare(name.concept.uri) if name.kind == "occupation" else name.concept
    heir = heirs.of(old)
    return name if heir is None or identity(heir) == identity(old) else replace(name, concept=heir)


def own_meanings(names: Iterable[LocalName], kind: str, typed: str) -> list[Concept]:
    """Return the concepts of a kind for which the partnership has words like the typed ones."""
    key = key_of(typed)
    fitting = (one for one in names if one.kind == kind and key and key in key_of(one.words))
    return list(dict.fromkeys(one.concept for one in fitting))


def own_name(names: Iterable[LocalName], kind: str, words: str) -> LocalName | None:
    """Return the partnership's own words that are exactly these."""
    key = key_of(words)
    return next((one for one in names if one.kind == kind and key_of(one.words) == key), None)


def _filled(fact: Fact, meanings: Meanings) -> Value:
    if not isinstance(fact.value, tuple):
        return fact.value
    return tuple(_meant(one, meanings) for one in fact.value)


def _meant(item: Any, meanings: Meanings) -> Any:
    if isinstance(item, Skill):
        return replace(item, concept=meanings.get(("skill", key_of(item.quote)), item.concept))
    if isinstance(item, Credential):
        found = meanings.get(("credential", key_of(item.name)))
        return replace(item, name=found.label) if found else item
    return item


def _occupation(title: Fact, meanings: Meanings) -> Fact | None:
    found = meanings.get(("occupation", key_of(str(title.value))))
    given = Given("person", title.evidence.message)
    return Fact("role.occupation", found.uri, given, title.role) if found else None
