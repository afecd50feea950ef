import json
from dataclasses import dataclass, field

import pytest

from bot.interview import Heard, Interview, step
from needs.command import Command
from needs.concept import Concept
from needs.fact import Fact, Quote
from needs.message import Reading, Reply
from needs.slots import load
from prompts.guide import Guide, read_guide

WELDERS = Concept("onet", "51-4121.00", "Welders, Cutters, Solderers, and Brazers", "29.0")
SETTERS = Concept("onet", "51-4122.00", "Welding Machine Setters and Operators", "29.0")
OCCUPATIONS = {
    "welders": (WELDERS, SETTERS),
    "fitters": (WELDERS,),
    "machine operators": (SETTERS, WELDERS),
}
AMBIGUOUS = {"machine operators"}


@dataclass
class Talk:
    """Plays messages through `step`, understood as the test says.

    `say("9 now", role__headcount={"lo": 9, "hi": 9})` gives a fact in plain JSON for each slot;
    `say("why", "why")` gives a command.
    """

    guide: Guide
    interview: Interview = field(default_factory=Interview)
    replies: list[Reply] = field(default_factory=list)
    events: list[Heard] = field(default_factory=list)
    effects: list[str] = field(default_factory=list)

    def say(self, text: str = "", command: str | None = None, **slots: object) -> Reply:
        facts = tuple(self._fact(text, slot.replace("__", "."), v) for slot, v in slots.items())
        commands = (Command(command),) if command else ()
        titles = [title for fact in facts for title in _titles(fact)] + [text]
        found = tuple((title, OCCUPATIONS.get(title, ())) for title in dict.fromkeys(titles))
        many = tuple(title for title in titles if title in AMBIGUOUS)
        reading = Reading(commands, facts)
        return self.hear(self._heard(text, reading, occupations=found, ambiguous=many))

    def press(self, label: str) -> Reply:
        choice = next(one for one in self.replies[-1].choices if one.label == label)
        return self.hear(self._heard(label, Reading(), choice=choice.id))

    def hear(self, heard: Heard) -> Reply:
        turn = step(self.guide, self.interview, heard)
        self.interview = turn.interview
        self.events.append(heard)
        self.replies.append(turn.reply)
        self.effects.append(turn.effect)
        return turn.reply

    def begin(self) -> Reply:
        self.say()
        self.press("Yes, let's start")
        return self.press("Yes, you may name us")

    def to_the_jobs(self) -> Reply:
        self.begin()
        self.say(
            "Ironvale, independent, I'm the owner",
            employer__name="Ironvale",
            employer__parent={"answer": "not_applicable"},
            respondent__role="owner",
        )
        return self.say(
            "Butler County, 46, metal fab",
            employer__area=["Butler County"],
            employer__size={"lo": 46, "hi": 46},
            employer__industry={"text": "metal fab"},
        )

    def to_the_headcount(self) -> Reply:
        self.to_the_jobs()
        self.say("welders", roles=["welders"])
        return self.press(WELDERS.label)

    def _heard(self, text: str, reading: Reading, **more: object) -> Heard:
        return Heard(f"m{len(self.events)}", text, reading, **more)  # type: ignore[arg-type]

    def _fact(self, text: str, slot: str, plain: object) -> Fact:
        value = load(slot, json.loads(json.dumps(plain)))
        return Fact(slot, value, Quote(f"m{len(self.events)}", 0, len(text), text))


def _titles(fact: Fact) -> list[str]:
    if fact.slot == "roles" and isinstance(fact.value, tuple):
        return [str(one) for one in fact.value]
    return [str(fact.value)] if fact.slot == "role.title" else []


@pytest.fixture
def guide() -> Guide:
    return read_guide("short", "the convener")


@pytest.fixture
def talk(guide: Guide) -> Talk:
    return Talk(guide)


@pytest.fixture
def full_talk() -> Talk:
    return Talk(read_guide("full", "the convener"))
