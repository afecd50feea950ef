"""Understands the employers of one partnership, with the words that it added itself."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.lexicon import local_lexicon
from bot.conversation import Understanding
from bot.interview import Heard
from extraction.reader import Reader
from needs.concept import Concept
from needs.local import LocalName, bare, is_own
from needs.message import Message
from storage.local_names import LocalNames, Mark
from taxonomy.index import Name
from taxonomy.industries import industries

if TYPE_CHECKING:
    from taxonomy.concepts import Concepts
    from taxonomy.linker import Linker


@dataclass(frozen=True)
class General:
    """What all partnerships share, made once: what reads messages, and what links words."""

    reader: Reader
    linker: "Linker"
    concepts: "Concepts"

    @property
    def understanding(self) -> Understanding:
        """Return what understands employers without any words of a partnership's own."""
        return Understanding(
            self.reader, self.linker.skill, self._occupations, self._industry, self._ambiguous
        )

    def beside(self, names: list[LocalName]) -> Understanding:
        """Return what understands a partnership's own words as well; made in a moment."""
        current = [replace(one, concept=self._current(one.concept)) for one in names]
        reader = self.reader.beside(local_lexicon(current, self._by_law))
        linker = self.linker.beside(_link(one) for one in current if one.kind != "credential")
        return replace(self, reader=reader, linker=linker).understanding

    def _occupations(self, title: str) -> tuple[Concept, ...]:
        return tuple(link.concept for link in self.linker.occupations(title, top=3))

    def _ambiguous(self, title: str) -> bool:
        return self.linker.meanings(title).ambiguous

    def _industry(self, text: str) -> str | None:
        found = industries(self.concepts, text)
        return found[0].code if len(found) == 1 else None  # of several, none is guessed

    def _current(self, concept: Concept) -> Concept:
        """Return a concept as the version in use has it."""
        found = None if is_own(concept) else self.concepts.find(concept.scheme, concept.uri)
        return found or concept

    def _by_law(self, concept: Concept) -> bool | None:
        known = self.concepts.credentials() if not is_own(concept) else ()
        return next((one.by_law for one in known if one.concept.uri == concept.uri), None)


def _link(name: LocalName) -> Name:
    return Name(name.concept, bare(name.words), "local")


@dataclass
class LocalUnderstanding:
    """Understands one partnership's employers; words that are added count at the next message."""

    general: General
    names: LocalNames
    _made: tuple[Mark, Understanding] | None = field(default=None, init=False)

    def hear(self, message: Message, asks: tuple[str, ...]) -> Heard:
        """Return one message with everything that is understood of it."""
        return self._current().hear(message, asks)

    def _current(self) -> Understanding:
        # The mark is read first: words that come in between are seen at the next message.
        mark, made = self.names.mark(), self._made
        if made is None or made[0] != mark:
            names = self.names.all()
            made = mark, self.general.beside(names) if names else self.general.understanding
            self._made = made
        return made[1]
