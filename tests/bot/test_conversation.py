"""The parts together, on a real database, with a reader that needs no spaCy."""

import threading
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.conversation import LEASE, Conversation, Understanding, replay
from needs.answers import Industry, Quantity, Skill
from needs.command import Command
from needs.concept import Concept
from needs.fact import Fact, Quote
from needs.message import Message, Reading
from prompts.guide import read_guide
from storage.cycles import Cycles
from storage.intake import Intake
from storage.register import Register

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
MIG = Concept("esco", "http://example.org/mig", "MIG welding", "1.1.1")
COMMANDS = {
    "skip": Command.SKIP,
    "that's it": Command.FINISH,
    "delete my data": Command.DELETE_MY_DATA,
}


@dataclass
class PlainReader:
    """Takes a whole message as the answer to the first slot that was asked."""

    read_texts: list[str] = field(default_factory=list)
    broken: bool = False

    def read(self, message, asked):
        if self.broken:
            raise RuntimeError("the reader is broken")
        self.read_texts.append(message.text)
        if asked == ("confirm",) and message.text == "yes":
            return Reading((Command.CONFIRM,))
        if message.text in COMMANDS:
            return Reading((COMMANDS[message.text],))
        return Reading((), tuple(self._facts(message, asked[:1])))

    def _facts(self, message, asked):
        for slot in asked:
            value = self._value(slot, message.text)
            if value is not None:
                yield Fact(slot, value, Quote(message.id, 0, len(message.text), message.text))

    def _value(self, slot, text):
        if slot.startswith("consent"):
            return text == "yes"
        if slot == "roles":
            return (text,)
        if slot == "role.skills":
            return (Skill(text),)
        if slot == "employer.industry":
            return Industry(text)
        if slot in ("role.headcount", "role.vacancies") and text.isdigit():
            return Quantity(int(text), int(text))
        return text if slot in ("employer.name", "employer.parent", "respondent.role") else None


@pytest.fixture
def reader():
    return PlainReader()


@pytest.fixture
def conversation(database, guide, reader):
    tenant = database.tenant(Register(database).found("Metalworking").id)
    understanding = Understanding(
        reader,
        lambda text, start, end: {"MIG": MIG}.get(text[start:end]),
        lambda title: (),
        {"nursing home": "623110"}.get,
    )
    return Conversation(Intake(tenant), guide, understanding, lambda: NOW, "here")


@pytest.fixture
def cycle(conversation):
    return Cycles(conversation.intake.tenant).open("2026", date(2026, 1, 1), date(2026, 12, 31)).id


@pytest.fixture
def say(conversation, cycle):
    count = iter(range(1000))

    def say(text, engine=conversation, message_id=None, channel="web"):
        message = Message(message_id or f"m{next(count)}", "web:1", text, NOW)
        return engine.hear(cycle, message, channel)

    return say


def test_a_first_word_is_greeted(say):
    assert "OK to start?" in say("")[-1].say


def test_a_message_delivered_twice_changes_nothing_and_is_answered_the_same(say, conversation):
    say("")
    say("yes", message_id="twice")
    before = conversation.intake.state("web:1"), len(conversation.intake.transcript("web:1"))
    assert say("yes", message_id="twice") == say("yes", message_id="twice")
    assert (
        conversation.intake.state("web:1"),
        len(conversation.intake.transcript("web:1")),
    ) == before


def test_a_message_delivered_three_times_at_once_is_handled_once(say, conversation, reader):
    say("")
    replies = []
    threads = [
        threading.Thread(
            target=lambda n=n: replies.append(
                say("yes", replace(conversation, owner=f"worker {n}"), message_id="thrice")
            )
        )
        for n in range(3)
    ]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert replies[0] == replies[1] == replies[2] != []
    assert len(conversation.intake.events("web:1")) == 2


@pytest.mark.parametrize("steps", ["received", "claimed", "understood"])
def test_a_process_that_dies_between_two_steps_leaves_a_message_that_is_answered_once(
    say, conversation, cycle, steps
):
    say("")
    message = Message("m-last", "web:1", "yes", NOW)
    dying = replace(conversation, owner="the one that dies")
    dying.receive(cycle, message, "web")
    if steps != "received":
        work = dying.intake.claim(dying.owner, NOW, LEASE)
        if steps == "understood":
            dying._answer(work)
    later = replace(conversation, owner="after the restart", now=lambda: NOW + LEASE * 2)
    assert later.work() is True
    assert later.work() is False
    assert len(conversation.intake.replies("m-last")) == 1
    assert conversation.interview("web:1").value("consent.participate") is True


def test_who_lost_the_lease_changes_nothing(say, conversation, cycle):
    from bot.conversation import outcome
    from bot.interview import step

    say("")
    slow = replace(conversation, owner="slow")
    slow.receive(cycle, Message("m-last", "web:1", "yes", NOW), "web")
    work = slow.intake.claim("slow", NOW, timedelta(seconds=1))
    quick = replace(conversation, owner="quick", now=lambda: NOW + timedelta(seconds=5))
    quick.work()
    heard = slow.understanding.hear(work.message, ("consent.participate",))
    late = outcome(step(slow.guide, slow.interview("web:1"), heard), heard)
    assert slow.intake.finish(work, late, NOW) is False
    assert len(conversation.intake.replies("m-last")) == 1


def test_a_message_that_breaks_the_reader_is_kept_for_another_try(
    say, conversation, reader, caplog
):
    say("")
    reader.broken = True
    conversation.intake.receive(1, Message("m-bad", "web:1", "yes", NOW), "web")
    conversation.work()
    assert conversation.intake.replies("m-bad") is None
    assert "m-bad" in caplog.text
    reader.broken = False
    conversation.work()
    assert conversation.intake.replies("m-bad") is not None


def test_only_a_confirmed_interview_counts(say, conversation, cycle):
    for text in ("", "yes", "yes", "Ironvale", "skip", "skip", "welders", "skip", "9", "that's it"):
        say(text)
    assert conversation.intake.confirmed(cycle) == {}
    assert say("yes")[-1].done
    facts = conversation.intake.confirmed(cycle)["web:1"]
    assert {"employer.name", "role.title", "role.headcount"} <= {fact.slot for fact in facts}


def test_skills_get_their_concept(conversation):
    message = Message("m", "web:1", "MIG", NOW)
    heard = conversation.understanding.hear(message, ("role.skills",))
    assert heard.reading.facts[0].value[0].concept == MIG


@pytest.mark.parametrize(("text", "code"), [("nursing home", "623110"), ("we do a bit", None)])
def test_an_industry_gets_its_code_where_that_is_clear(conversation, text, code):
    message = Message("m", "web:1", text, NOW)
    heard = conversation.understanding.hear(message, ("employer.industry",))
    assert heard.reading.facts[0].value == Industry(text, code)


def test_the_events_replayed_give_the_same_interview(say, conversation, guide):
    for text in ("", "yes", "yes", "Ironvale", "skip", "welders", "skip", "9", "that's it", "yes"):
        say(text)
    assert replay(guide, conversation.intake.events("web:1")) == conversation.interview("web:1")


def test_deleted_data_is_gone(say, conversation, cycle):
    for text in ("", "yes", "yes", "Ironvale", "skip", "welders", "skip", "9", "that's it", "yes"):
        say(text)
    say("delete my data")
    say("yes")
    intake = conversation.intake
    assert intake.confirmed(cycle) == {}
    assert intake.events("web:1") == []
    told = [line.text for line in intake.transcript("web:1")]
    assert not any("Ironvale" in text or "welders" in text for text in told)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "x" * 40_001,
        "\ufffd\x01\x7f" * 50,
        "🔧🔩" * 20,
        "נגר דרוש מיד",
        "<script>alert(1)</script>",
    ],
)
def test_strange_messages_get_a_kind_answer(say, text):
    say("")
    say("yes")
    assert say(text)[-1].say


def test_yes_but_is_read_again_for_what_is_not_right(conversation):
    class Agreeing(PlainReader):
        def read(self, message, asked):
            return Reading((Command.CONFIRM,)) if asked else Reading((), (pay,))

    pay = Fact("role.headcount", Quantity(25, 25), Quote("m", 0, 2, "25"))
    understanding = replace(conversation.understanding, reader=Agreeing())
    heard = understanding.hear(Message("m", "web:1", "yes, but 25", NOW), ("confirm",))
    assert heard.reading == Reading((Command.CORRECT,), (pay,))
    plain = understanding.hear(Message("m", "web:1", "yes", NOW), ("confirm",))
    assert plain.reading == Reading((Command.CONFIRM,))


def test_an_interview_goes_on_by_the_guide_that_it_began_with(say, conversation):
    full = replace(conversation, guide=read_guide("full", "the convener"))
    say("", full)
    say("yes", full)
    assert conversation.interview("web:1").guide == "full"
    for text in ("yes", "Ironvale", "skip", "skip", "welders", "skip"):
        reply = say(text)[-1]
    assert reply.asks == ("role.duties", "role.level")


def test_a_message_that_cannot_be_answered_gets_a_kind_word_and_is_kept(say, conversation, reader):
    say("")
    reader.broken = True
    assert "Your message is kept" in say("yes", message_id="m-bad")[-1].say
    assert [one.id for one in conversation.intake.dead()] == ["m-bad"]
