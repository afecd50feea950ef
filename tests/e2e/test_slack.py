"""Interviews in Slack, against a Slack-like server, with real processes of `needline slack`."""

import os
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from needs.fact import Given
from needs.message import Reply
from storage.cycles import Cycles
from storage.database import Database
from storage.intake import Intake
from storage.interviews import Line
from storage.register import Register
from tests.e2e.slack_workspace import Bot, Person, Workspace, said, serving

pytestmark = pytest.mark.e2e

BINARY = Path(
    os.environ.get("LOCAL_SLACK")
    or Path(__file__).parents[2] / "node_modules/local-slack-linux-x64/bin/local-slack"
)
ERIN = "slack:T01TEST:U01EMP"
PRESSED = {
    "consent.participate",
    "consent.named",
    "role.occupation",
    "role.hard_to_fill",
    "confirm",
}
TYPED = {
    "consent.participate": "yes",
    "consent.named": "yes",
    "confirm": "yes",
    "employer.name": "Northside Fabrication",
    "employer.parent": "no parent company",
    "respondent.role": "plant manager",
    "employer.area": "Kent County",
    "employer.industry": "metal fabrication",
    "employer.size": "about 40 people",
    "roles": "welders",
    "role.title": "welder",
    "role.headcount": "12 people do it now",
    "role.vacancies": "2 openings today",
    "role.openings_growth": "2 new positions and 3 to replace people who leave",
    "role.openings_replacement": "3 to replace people who leave",
    "role.start": "by the end of Q1",
    "role.pay": "$24 an hour",
    "role.skills": "MIG welding and blueprint reading",
    "role.credentials": "AWS certification preferred",
    "role.experience": "6 months",
    "role.hard_to_fill": "some difficulty",
    "offers": "plant tours",
    "codesign": "yes, we would join a skills meeting",
}


@pytest.fixture(autouse=True)
def private_network() -> None:
    if [name for _, name in socket.if_nameindex()] != ["lo"]:
        pytest.skip("run by `tests/e2e/private_network.sh`: the server listens on every address")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    if not BINARY.exists():
        pytest.skip(f"there is no {BINARY}; `npm ci` in tests/e2e brings it")
    with serving(BINARY, tmp_path) as workspace:
        yield workspace


@pytest.fixture
def erin(workspace: Workspace) -> Person:
    return Person(workspace, "U01EMP", "D01EMP")


@pytest.fixture
def bots(workspace: Workspace, tmp_path: Path) -> Iterator[list[Bot]]:
    home = tmp_path / "home"
    home.mkdir()
    with ExitStack() as afterwards:
        bots = [Bot(workspace, home) for _ in range(3)]
        for bot in bots:
            afterwards.callback(bot.kill)
        yield bots


@dataclass(frozen=True)
class Desk:
    """What the bots have stored."""

    intake: Intake
    cycle: int

    def lines(self, who: str) -> list[Line]:
        return [line for line in self.intake.transcript(ERIN) if line.who == who]

    def said(self) -> list[str]:
        return [line.text for line in self.lines("needline")]

    def stage(self) -> str:
        return self.intake.interviews(self.cycle)[0].stage

    def last(self) -> Reply:
        reply = self.lines("needline")[-1].reply
        assert reply
        return reply


@contextmanager
def desk(bot: Bot) -> Iterator[Desk]:
    with Database.open(f"sqlite:///{bot.home / 'needline.db'}") as database:
        [partnership] = Register(database).partnerships()
        tenant = database.tenant(partnership.id)
        cycle = Cycles(tenant).current(date.today())
        assert cycle
        yield Desk(Intake(tenant), cycle.id)


def answer(person: Person, reply: Reply, by_buttons: bool) -> None:
    if by_buttons and reply.choices and PRESSED & set(reply.asks):
        person.press(reply.choices[0].label)
    else:
        typed = [TYPED[slot] for slot in reply.asks if slot in TYPED]
        person.say(". ".join(typed) or "skip")


def whole_interview(person: Person, desk: Desk, by_buttons: bool) -> int:
    person.say("hello")
    for number in range(1, 40):
        person.wait_for(number)
        if desk.stage() == "confirmed":
            return number
        answer(person, desk.last(), by_buttons)
    pytest.fail("the interview has no end")


def test_an_employer_answers_by_typing_and_by_buttons_up_to_the_confirmation(
    bots: list[Bot], erin: Person
) -> None:
    bots[0].start()
    with desk(bots[0]) as stored:
        whole_interview(erin, stored, by_buttons=True)
        facts = stored.intake.confirmed(stored.cycle)[ERIN]
        assert {"role.title", "role.openings_growth", "role.skills"} <= {f.slot for f in facts}
        assert any(f.evidence == Given("button", f.evidence.message) for f in facts)
        assert [said(one) for one in erin.heard()] == stored.said()
    assert bots[0].stop() == 0


def test_three_bots_that_all_hear_everything_ask_each_question_once(
    bots: list[Bot], erin: Person, workspace: Workspace
) -> None:
    for bot in bots:
        bot.start()
    with desk(bots[0]) as stored:
        turns = whole_interview(erin, stored, by_buttons=False)
        time.sleep(1)  # for a second answer, if there were one
        assert len(stored.lines("employer")) == turns
        assert [said(one) for one in erin.heard()] == stored.said()
    keys = workspace.keys()
    assert len(keys) == len(set(keys)) == turns


def test_a_bot_killed_after_the_acknowledgement_has_its_message_answered_once(
    bots: list[Bot], erin: Person
) -> None:
    for bot, text in zip(bots, ["hello", "yes", "yes, name us"], strict=True):
        bot.start()
        erin.say(text)  # returns with the acknowledgement
        bot.kill()
    bots[0].start()
    erin.wait_for(3)
    time.sleep(1)
    with desk(bots[0]) as stored:
        assert [line.text for line in stored.lines("employer")] == ["hello", "yes", "yes, name us"]
        assert [said(one) for one in erin.heard()] == stored.said()
        assert len(erin.heard()) == 3
