"""How two versions of a scheme differ, in lines for the terminal."""

from collections.abc import Iterator
from itertools import islice

from taxonomy.difference import Change, Difference
from taxonomy.edition import Kind
from taxonomy.index import Detail

KINDS: dict[Kind, str] = {
    "skill": "skills",
    "group": "skill groups",
    "occupation": "occupations",
    "unit": "occupation groups",
    "technology": "technologies",
    "tool": "tools",
    "activity": "activities",
    "credential": "credentials",
    "programme": "programmes",
    "industry": "industries",
}
WORDS = {
    "removed": "removed",
    "added": "added",
    "relabelled": "with another label",
    "moved": "under other parents",
    "retyped": "of another type",
    "recoded": "with another address under the same code",
    "renamed": "with other further names",
}


def told(difference: Difference, top: int) -> list[str]:
    """Return the numbers of each kind, then up to ``top`` concepts of each sort of change."""
    counts = [f"{said}: {_counted(difference.of(kind))}" for kind, said in KINDS.items()]
    some = [line for line in counts if not line.endswith(": ")]
    return [*(some or ["Nothing differs."]), *_examples(difference, top)]


def _counted(part: Difference) -> str:
    numbers = {said: len(getattr(part, name)) for name, said in WORDS.items()}
    return ", ".join(f"{number:,} {said}" for said, number in numbers.items() if number)


def _examples(difference: Difference, top: int) -> Iterator[str]:
    for name, said in WORDS.items():
        found = getattr(difference, name)
        if found:
            yield ""
            yield f"{said[0].upper()}{said[1:]}:"
        for one in islice(found, top):
            yield f"  {_line(one)}"
        if len(found) > top:
            yield f"  … and {len(found) - top:,} more"


def _line(one: Detail | Change) -> str:
    if isinstance(one, Detail):
        return f"{one.kind} “{one.concept.label}” {one.concept.uri}"
    old, new = one.old.concept, one.new.concept
    became = f" → “{new.label}”" if new.label != old.label else ""
    kinds = f" → {one.new.kind}" if one.new.kind != one.old.kind else ""
    moved = f" → {new.uri}" if new.uri != old.uri else ""
    return f"{one.old.kind}{kinds} “{old.label}”{became} {old.uri}{moved}"
