"""The one place where the parts meet: what becomes of a message."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from pydantic import TypeAdapter

from bot.interview import Heard, Interview, Turn, step
from bot.interview.hearing import hedged
from needs.answers import Industry, Skill
from needs.command import Command
from needs.concept import Concept
from needs.fact import Fact, Quote
from needs.message import LONGEST, Message, Reading, Reply
from prompts.guide import Guide, read_guide
from prompts.phrases import say
from storage.intake import Intake
from storage.work import Outcome, Work

LEASE = timedelta(seconds=8)
PATIENCE = 30.0  # seconds for another process to finish a message that it has taken
INTERVIEW = TypeAdapter(Interview)
HEARD = TypeAdapter(Heard)

log = logging.getLogger(__name__)


class Reads(Protocol):
    """Understands a message: `extraction.Reader`, or a fake that needs no spaCy."""

    def read(self, message: Message, asked: tuple[str, ...]) -> Reading:
        """Return the facts and commands of a message."""
        ...


class Hears(Protocol):
    """Understands a message and what it stands for: `Understanding`, or one that is renewed."""

    def hear(self, message: Message, asks: tuple[str, ...]) -> Heard:
        """Return one message with everything that is understood of it."""
        ...


@dataclass(frozen=True)
class Understanding:
    """How words become facts, and facts concepts."""

    reader: Reads
    skill: Callable[[str, int, int], Concept | None]
    occupations: Callable[[str], tuple[Concept, ...]]
    industry: Callable[[str], str | None] = lambda _: None
    ambiguous: Callable[[str], bool] = lambda _: False

    def hear(self, message: Message, asks: tuple[str, ...]) -> Heard:
        """Return one message with everything that is understood of it."""
        short = replace(message, text=message.text[:LONGEST])
        reading = self._read(short, asks)
        facts = tuple(self._linked(fact, short.text) for fact in reading.facts)
        titles = dict.fromkeys(_titles(facts))
        if "role.occupation" in asks:
            titles[message.text] = None
        return Heard(
            message=message.id,
            text=message.text,
            reading=replace(reading, facts=facts),
            choice=message.choice,
            occupations=tuple((title, self.occupations(title)) for title in titles),
            ambiguous=tuple(title for title in titles if self.ambiguous(title)),
        )

    def _read(self, message: Message, asks: tuple[str, ...]) -> Reading:
        if message.choice is not None or not message.text.strip():
            return Reading()
        # An occupation is chosen from what is offered; what else is said is read as volunteered.
        reading = self.reader.read(message, tuple(one for one in asks if one != "role.occupation"))
        if Command.CONFIRM in reading.commands and hedged(message.text):
            # "Yes, but the pay is 25": what comes after the but is a correction.
            return replace(self.reader.read(message, ()), commands=(Command.CORRECT,))
        return reading

    def _linked(self, fact: Fact, text: str) -> Fact:
        if isinstance(fact.value, Industry) and fact.value.naics is None:
            return replace(fact, value=replace(fact.value, naics=self.industry(fact.value.text)))
        said = fact.evidence
        if not isinstance(fact.value, tuple) or not isinstance(said, Quote):
            return fact
        if fact.slot != "role.skills":
            return fact
        return replace(fact, value=tuple(self._with(one, text, said) for one in fact.value))

    def _with(self, skill: Skill, text: str, said: Quote) -> Skill:
        return replace(skill, concept=skill.concept or self.skill(text, said.start, said.end))


@dataclass(frozen=True)
class Conversation:
    """Hears messages, keeps them safe, and answers each of them once."""

    intake: Intake
    guide: Guide
    understanding: Hears
    now: Callable[[], datetime]
    owner: str

    def hear(self, cycle: int, message: Message, channel: str) -> list[Reply]:
        """Take one message and return its replies; a repeated one gets the same replies again."""
        self.receive(cycle, message, channel)
        give_up = time.monotonic() + PATIENCE
        while (replies := self.intake.replies(message.id)) is None:
            if not self.work(message.conversation):
                if time.monotonic() > give_up or self._is_dead(message):
                    return [Reply(say("trouble"))]
                time.sleep(0.05)
        return replies

    def receive(
        self, cycle: int, message: Message, channel: str, address: str | None = None
    ) -> bool:
        """Store a message; False if it was there before. Quick: nothing is read yet."""
        return self.intake.receive(cycle, message, channel, address)

    def work(self, conversation: str | None = None) -> bool:
        """Take the oldest waiting message through; False if there is none."""
        work = self.intake.claim(self.owner, self.now(), LEASE, conversation)
        if work is None:
            return False
        try:
            outcome = self._answer(work)
        except Exception:
            log.exception("message %s could not be handled", work.message.id)
            self.intake.fail(work, "could not be handled", self.now())
            return True
        self.intake.finish(work, outcome, self.now())
        return True

    def interview(self, conversation: str) -> Interview:
        """Return an interview as it stands; of one that was forgotten, that it has stopped."""
        state = self.intake.state(conversation)
        return INTERVIEW.validate_json(state) if state else Interview(stage="stopped")

    def _answer(self, work: Work) -> Outcome:
        new = Interview(guide=self.guide.length)
        interview = INTERVIEW.validate_json(work.state) if work.state else new
        heard = self.understanding.hear(work.message, interview.asks)
        return outcome(step(self._guide_of(interview), interview, heard), heard)

    def _guide_of(self, interview: Interview) -> Guide:
        """Return the guide that an interview began with: any process may answer any message."""
        length = interview.guide or self.guide.length
        if length == self.guide.length:
            return self.guide
        return read_guide(length, self.guide.convener)

    def _is_dead(self, message: Message) -> bool:
        return any(one.id == message.id for one in self.intake.dead())


def replay(guide: Guide, events: list[str]) -> Interview:
    """Return the interview that the events of an earlier one lead to."""
    interview = Interview(guide=guide.length)
    for event in events:
        interview = step(guide, interview, HEARD.validate_json(event)).interview
    return interview


def outcome(turn: Turn, heard: Heard) -> Outcome:
    """Return what a turn changes in storage."""
    company = turn.interview.value("employer.name")
    return Outcome(
        state=INTERVIEW.dump_json(turn.interview).decode(),
        stage=turn.interview.stage,
        event=HEARD.dump_json(heard).decode(),
        replies=(turn.reply,),
        facts=turn.interview.facts if turn.effect == "record" else None,
        employer=company if isinstance(company, str) else None,
        forget=turn.effect == "forget",
    )


def _titles(facts: tuple[Fact, ...]) -> list[str]:
    titles: list[str] = []
    for fact in facts:
        if fact.slot == "role.title":
            titles.append(str(fact.value))
        elif fact.slot == "roles" and isinstance(fact.value, tuple):
            titles.extend(str(one) for one in fact.value)
    return titles
