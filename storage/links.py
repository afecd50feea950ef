"""Which concepts a partnership's answers, decisions and words are linked to."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias, cast

from needs.answers import Skill
from needs.concept import Concept
from needs.fact import Fact
from needs.local import LocalName
from needs.succession import Kind, bare
from storage.cycles import Cycles
from storage.intake import Intake
from storage.local_names import LocalNames
from storage.mappings import Mappings
from storage.tenant import Tenant

Link: TypeAlias = tuple[Kind, Concept]


def links(tenant: Tenant) -> set[Link]:
    """Return all that is linked to today, undone decisions and removed words aside."""
    intake = Intake(tenant)
    answers = (intake.confirmed(cycle.id) for cycle in Cycles(tenant).all())
    found = {link for told in answers for facts in told.values() for link in links_of(facts)}
    for (kind, _), concept in Mappings(tenant).decisions().items():
        found |= {(cast("Kind", kind), concept)} if concept else set()
    return found | {link for name in LocalNames(tenant).all() for link in _meant(name)}


def _meant(name: LocalName) -> Iterator[Link]:
    if name.kind == "occupation":
        yield "occupation", bare(name.concept.uri)  # which is what stands in facts for it
    elif name.kind == "skill":
        yield "skill", name.concept


def links_of(facts: Iterable[Fact]) -> Iterator[Link]:
    """Yield what one interview's facts are linked to."""
    for fact in facts:
        if fact.slot == "role.occupation" and isinstance(fact.value, str):
            yield "occupation", bare(fact.value)
        for item in fact.value if isinstance(fact.value, tuple) else ():
            if isinstance(item, Skill) and item.concept:
                yield "skill", item.concept
