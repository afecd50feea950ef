"""Plays the invented employers' messages through the real engine."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.demo.script import Script, scripts
from app.installation import Installation
from bot.conversation import Conversation
from needs.message import Message
from signals.release import Draft
from storage.cycles import Cycle, Cycles
from storage.register import Partnership, Register

PARTNERSHIP = "Maple Valley Manufacturing Partnership"
MOST_TURNS = 60
RELEASED_AFTER = 12  # employers; the others answered since, so that a new release can follow
SPACING = timedelta(hours=5)


@dataclass(frozen=True)
class Demo:
    """The demonstration's partnership and its cycle."""

    installation: Installation
    partnership: Partnership
    cycle: Cycle

    def missing(self) -> list[Script]:
        """Return the employers that have not answered yet."""
        confirmed = self.conversation().intake.confirmed(self.cycle.id)
        return [one for one in scripts() if _conversation(one) not in confirmed]

    def conversation(self) -> Conversation:
        """Return the interview of the demonstration's partnership."""
        return self.installation.conversation(partnership=self.partnership)

    def play(self, script: Script, at: datetime) -> None:
        """Let one employer answer from the greeting to the confirmation."""
        engine = replace(self.conversation(), now=lambda: at)
        text, number = "", 0
        while number < MOST_TURNS:
            message = Message(f"{_conversation(script)}:{number}", _conversation(script), text, at)
            reply = engine.hear(self.cycle.id, message, "web")[-1]
            if reply.done:
                return
            text, number = script.answer(reply), number + 1

    def release(self) -> None:
        """Make the first release, of those who have answered."""
        press = self.installation.press(self.partnership, self.cycle)
        if press.latest() is None:
            ready = press.draft(self.installation.now())
            if isinstance(ready, Draft):
                press.publish(ready)


def set_up(installation: Installation) -> Demo:
    """Found the demonstration's partnership and open its cycle."""
    partnership = Register(installation.database).found(PARTNERSHIP, demo=True)
    cycles = Cycles(installation.database.tenant(partnership.id))
    today = installation.now().date()
    cycle = cycles.current(today) or cycles.open(
        f"{today.year}/{today.year + 1}", today - timedelta(days=14), today + timedelta(days=60)
    )
    return Demo(installation, partnership, cycle)


def play_all(demo: Demo) -> Iterator[Script]:
    """Let all employers answer that have not yet, and release after the first dozen."""
    waiting, begin = demo.missing(), demo.installation.now() - SPACING * len(scripts())
    for number, script in enumerate(scripts()):
        if number == RELEASED_AFTER:
            demo.release()
        if script in waiting:
            demo.play(script, begin + SPACING * number)
        yield script


def _conversation(script: Script) -> str:
    return f"demo:{script.id}"
