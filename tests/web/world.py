"""A small world for the pages: a partnership with a cycle, and a bot that repeats what it hears."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

from fastapi.testclient import TestClient

from needs.answers import Quantity, Skill
from needs.concept import Concept
from needs.fact import Fact, Given, Quote
from needs.message import Choice, Message, Reply
from signals.release import Draft
from signals.rules import Rules
from storage.access import Access, Role
from storage.cycles import Cycle, Cycles
from storage.database import Database
from storage.intake import Intake
from storage.invitations import Invitation, Invitations
from storage.register import Partnership, Register
from storage.tenant import Tenant
from storage.work import Outcome
from web.given import Site
from web.publication import Press
from web.site import build_site

ORIGIN = "http://127.0.0.1:8000"
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
WELDER = Concept("onet", "51-4121.00", "Welders, Cutters, Solderers, and Brazers", "30.0")
MACHINIST = Concept("onet", "51-4041.00", "Machinists", "30.0")
READING = Concept("esco", "esco:reading", "read engineering drawings", "1.1.1")
WELDING = Concept("esco", "esco:welding", "apply arc welding techniques", "1.1.1")
CONCEPTS = (WELDER, MACHINIST, READING, WELDING)
BUTTONS = (Choice("yes", "Yes, please"), Choice("no", "No, thanks"))


@dataclass
class Echo:
    """Stands where the bot would: it keeps each message and repeats it."""

    database: Database
    heard: list[Message] = field(default_factory=list)
    silent: bool = False
    broken: bool = False
    asks: tuple[str, ...] = ("consent.participate",)
    done: bool = False
    stage: str = "asking"

    def __call__(self, partnership: int, cycle: int, message: Message) -> list[Reply]:
        if self.broken:
            raise RuntimeError("secret detail")
        intake = Intake(self.database.tenant(partnership))
        if not intake.receive(cycle, message, "web"):
            return intake.replies(message.id) or []
        self.heard.append(message)
        return [] if self.silent else self.answer(intake, message.at)

    def answer(self, intake: Intake, now: datetime) -> list[Reply]:
        work = intake.claim("echo", now, timedelta(seconds=20))
        assert work is not None
        said = work.message.choice or work.message.text
        say = f"You said: {said}" if said else "Hello, shall we start?"
        reply = Reply(say, self.asks, "Welder", BUTTONS, self.done)
        intake.finish(work, Outcome("{}", self.stage, "heard", (reply,)), now)
        return [reply]


@dataclass
class World:
    """Everything that a page test needs at hand."""

    database: Database
    partnership: Partnership
    cycle: Cycle
    echo: Echo
    site: Site
    clock: list[datetime]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def tenant(self) -> Tenant:
        return self.database.tenant(self.partnership.id)

    @property
    def intake(self) -> Intake:
        return Intake(self.tenant)

    def wait(self, **time: float) -> None:
        self.clock[0] += timedelta(**time)

    def browser(self, **changes: object) -> TestClient:
        site = replace(self.site, **changes)  # type: ignore[arg-type]
        return TestClient(build_site(site), ORIGIN, raise_server_exceptions=False)

    def signed_in(self, role: Role, **changes: object) -> TestClient:
        browser = self.browser(**changes)
        token = Access(self.database).issue(
            self.partnership.id, role, self.clock[0], timedelta(hours=1)
        )
        assert browser.post(f"/sign-in/{token}", follow_redirects=False).status_code == 303
        return browser

    def invite(self, employer: str = "Harlan Tools") -> tuple[Invitation, str]:
        now = self.clock[0]
        return Invitations(self.tenant).invite(
            self.cycle.id, employer, now + timedelta(days=30), now
        )

    def confirm(self, employer: str, skills: tuple[Skill, ...] = (), openings: int = 4) -> str:
        """Let an employer answer and confirm; returns the name of the conversation."""
        conversation = f"slack:{employer}"
        text = "We need welders. They must read prints; that matters most.\nThanks."
        said = Message(f"{employer}-{next(self.numbers)}", conversation, text, self.clock[0])
        intake = Intake(self.tenant)
        intake.receive(self.cycle.id, said, "slack")
        work = intake.claim("test", self.clock[0], timedelta(seconds=20), conversation)
        assert work is not None
        facts = facts_of(employer, said, skills or (Skill("read prints", READING),), openings)
        told = Outcome("{}", "confirmed", "e", (Reply("Thank you."),), facts, employer)
        assert intake.finish(work, told, self.clock[0])
        return conversation

    def answer_unfinished(self, employer: str, stage: str = "asking") -> str:
        conversation = f"slack:{employer}"
        said = Message(f"{employer}-0", conversation, "we pay $99 an hour", self.clock[0])
        intake = Intake(self.tenant)
        intake.receive(self.cycle.id, said, "slack")
        work = intake.claim("test", self.clock[0], timedelta(seconds=20), conversation)
        assert work is not None
        told = Outcome("{}", stage, "e", (Reply("And then?"),), None, employer)
        intake.finish(work, told, self.clock[0])
        return conversation

    def press(self) -> Press:
        site = self.site
        return Press(self.tenant, self.partnership, self.cycle, site.concept, site.rules)

    def release(self) -> None:
        press = self.press()
        ready = press.draft(self.clock[0])
        assert isinstance(ready, Draft)
        press.publish(ready)


def facts_of(
    employer: str, said: Message, skills: tuple[Skill, ...], openings: int
) -> tuple[Fact, ...]:
    button = Given("button", said.id)
    title = Quote(said.id, 8, 15, "welders")
    skill = Quote(said.id, 27, 38, "read prints")
    return (
        Fact("employer.name", employer, Given("form", said.id)),
        Fact("role.title", "welders", title, 0),
        Fact("role.occupation", WELDER.uri, button, 0),
        Fact("role.openings", Quantity(openings, openings), button, 0),
        Fact("role.skills", skills, skill, 0),
    )


def search(words: str, kind: str) -> list[Concept]:
    schemes = {"skill": "esco", "occupation": "onet"}
    fitting = [one for one in CONCEPTS if one.scheme == schemes[kind]]
    return [one for one in fitting if set(words.split()) & set(one.label.casefold().split())]


def find(scheme: str, uri: str) -> Concept | None:
    return next((one for one in CONCEPTS if (one.scheme, one.uri) == (scheme, uri)), None)


def world_in(database: Database, demo: bool = False) -> World:
    """Return a world whose clock can be moved."""
    partnership = Register(database).found("Maple Valley", demo=True)
    cycle = Cycles(database.tenant(partnership.id)).open(
        "Fall 2026", date(2026, 10, 1), date(2026, 12, 1)
    )
    clock = [NOON]
    echo = Echo(database)
    site = Site(database, echo, search, find, lambda: clock[0], Rules(), demo=demo)
    return World(database, partnership, cycle, echo, site, clock)
