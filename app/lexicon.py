"""The words to look for in what employers say."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from extraction.lexicon import KnownCredential, Lexicon
from needs.concept import Concept
from needs.local import LocalName, bare

if TYPE_CHECKING:
    from taxonomy.concepts import Concepts


def lexicon(concepts: "Concepts") -> Lexicon:
    """Return the words of our own vocabulary."""
    return Lexicon(
        skills=concepts.phrases("skill"),
        titles=concepts.phrases("occupation"),
        credentials=tuple(
            KnownCredential(one.name, one.phrases, one.by_law) for one in concepts.credentials()
        ),
    )


def local_lexicon(names: Iterable[LocalName], by_law: Callable[[Concept], bool | None]) -> Lexicon:
    """Return the words of one partnership."""
    said: dict[str, list[LocalName]] = {}
    for name in names:
        said.setdefault(name.kind, []).append(name)
    return Lexicon(
        skills=tuple(bare(one.words) for one in said.get("skill", ())),
        titles=tuple(bare(one.words) for one in said.get("occupation", ())),
        credentials=tuple(
            KnownCredential(one.concept.label, (bare(one.words),), by_law(one.concept))
            for one in said.get("credential", ())
        ),
    )
