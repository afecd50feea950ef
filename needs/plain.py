"""Facts as plain JSON and back: a value can only be read knowing its slot."""

from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, TypeAdapter

from needs.fact import Evidence, Fact
from needs.slots import dump, load

EVIDENCE: TypeAdapter[Evidence] = TypeAdapter(Evidence)


def fact_to_plain(fact: Fact) -> dict[str, Any]:
    """Return a fact as plain JSON."""
    evidence = EVIDENCE.dump_python(fact.evidence, mode="json")
    return {
        "slot": fact.slot,
        "value": dump(fact.value),
        "evidence": evidence,
        "role": fact.role,
    }


def fact_from_plain(plain: Any) -> Fact:
    """Return the fact that plain JSON stands for."""
    if isinstance(plain, Fact):
        return plain
    evidence = EVIDENCE.validate_python(plain["evidence"])
    return Fact(plain["slot"], load(plain["slot"], plain["value"]), evidence, plain["role"])


StoredFact = Annotated[Fact, PlainValidator(fact_from_plain), PlainSerializer(fact_to_plain)]
