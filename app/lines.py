"""What the JSON-lines commands do with a line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from bot.jsonl import Malformed, heard_to_plain, text_message
from needs.message import Message

if TYPE_CHECKING:
    from bot.conversation import Understanding
    from taxonomy.linker import Linker
    from taxonomy.ranking import Link


@dataclass(frozen=True)
class LinkLines:
    """Ranks concepts for texts."""

    linker: "Linker"
    scheme: str
    top: int
    min_score: float = 0.0

    def __call__(self, line: dict[str, Any]) -> dict[str, Any]:
        """Return the concepts for the text of a line, best first."""
        text = line.get("text")
        if not isinstance(text, str):
            raise Malformed('the line has no "text", or it is not a string')
        if self.scheme == "onet":
            return {"occupations": [_occupation(one) for one in self._occupations(text)]}
        skills = self.linker.skills(text, top=self.top, scheme=self.scheme)
        return {"skills": [_skill(one) for one in skills if one.score >= self.min_score]}

    def _occupations(self, text: str) -> "list[Link]":
        found = self.linker.occupations(text, top=self.top)
        return [one for one in found if one.score >= self.min_score]


@dataclass(frozen=True)
class ExtractLines:
    """Reads facts and commands from texts."""

    understanding: "Understanding"

    def __call__(self, line: dict[str, Any]) -> dict[str, Any]:
        """Return what is understood of the text of a line."""
        message, asked = text_message(line)
        return heard_to_plain(self.understanding.hear(message, asked))


def messages(now: Callable[[], datetime], channel: str) -> tuple[str, Callable[..., Message]]:
    """Return a new conversation, and what makes its messages."""
    conversation = f"{channel}:{uuid4()}"

    def message(number: int, text: str, choice: str | None) -> Message:
        return Message(f"{conversation}:{number}", conversation, text, now(), choice)

    return conversation, message


def _skill(link: "Link") -> dict[str, Any]:
    concept = link.concept
    return {"uri": concept.uri, "label": concept.label, "score": round(float(link.score), 4)}


def _occupation(link: "Link") -> dict[str, Any]:
    concept = link.concept
    return {"code": concept.uri, "label": concept.label, "score": round(float(link.score), 4)}
