import io
import json
from datetime import datetime

import pytest

from bot.interview import Heard, Interview
from bot.jsonl import Malformed, answer_lines, heard_to_plain, hold_interview, text_message
from needs.answers import Quantity
from needs.command import Command
from needs.fact import Fact, Quote
from needs.message import Choice, Message, Reading, Reply


def answered(*lines, handle=lambda line: {"said": line["text"]}):
    out = io.StringIO()
    answer_lines(lines, out, handle)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_line_is_answered_with_its_id():
    assert answered('{"id": "1", "text": "a"}', "", '{"id": "2", "text": "b"}') == [
        {"id": "1", "said": "a"},
        {"id": "2", "said": "b"},
    ]


@pytest.mark.parametrize("line", ["nonsense", "[1]", '{"text": "a"}', "[" * 100_000])
def test_a_malformed_line_gets_an_error_and_the_program_goes_on(line):
    wrong, right = answered(line, '{"id": "2", "text": "b"}')
    assert wrong["id"] is None
    assert wrong["error"]
    assert right["said"] == "b"


def test_a_line_that_breaks_something_does_not_end_the_program(caplog):
    def handle(line):
        return {"said": 1 / int(line["text"])}

    broken, whole = answered('{"id": "1", "text": "0"}', '{"id": "2", "text": "1"}', handle=handle)
    assert broken == {"id": "1", "error": "the line could not be handled"}
    assert whole == {"id": "2", "said": 1.0}
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(
    "line",
    [
        {"id": "1"},
        {"id": "1", "text": 3},
        {"id": "1", "text": "a", "asked": "role.pay"},
        {"id": "1", "text": "a", "today": "soon"},
    ],
)
def test_what_is_wrong_with_a_line_is_said_with_its_id(line):
    with pytest.raises(Malformed):
        text_message(line)
    assert "error" in answered(json.dumps(line), handle=lambda one: {"x": text_message(one)})[0]


def test_a_text_is_read_on_the_day_that_it_names():
    message, asked = text_message(
        {"id": "1", "text": "a", "asked": ["role.pay"], "today": "2026-11-23"}
    )
    assert message.at == datetime(2026, 11, 23)
    assert asked == ("role.pay",)


def test_what_was_understood_has_its_quote_and_its_job():
    fact = Fact("role.headcount", Quantity(9, 9), Quote("1", 0, 1, "9"), role=1)
    assert heard_to_plain(Heard("1", "9", Reading((Command.WHY,), (fact,)))) == {
        "commands": ["why"],
        "facts": [
            {
                "slot": "role.headcount",
                "value": {"lo": 9, "hi": 9, "approx": False},
                "start": 0,
                "end": 1,
                "quote": "9",
                "role": 1,
            }
        ],
    }


def held(*lines, replies):
    out, heard, script = io.StringIO(), [], iter(replies)

    def hear(message):
        heard.append((message.text, message.choice))
        return [next(script)]

    hold_interview(
        lines,
        out,
        hear,
        lambda: Interview(stage="paused"),
        lambda n, text, choice: Message(str(n), "c", text, datetime(2026, 1, 1), choice),
    )
    return [json.loads(line) for line in out.getvalue().splitlines()], heard


def test_an_interview_ends_with_its_record():
    asked = Reply("How many?", ("role.headcount",), "welders", (Choice("do:skip", "Skip"),))
    lines, heard = held(
        '{"text": "9"}',
        '{"choose": "do:skip"}',
        replies=[asked, asked, Reply("Paused.", done=True)],
    )
    assert lines[0] == {
        "say": "How many?",
        "asks": ["role.headcount"],
        "role": "welders",
        "choices": [{"id": "do:skip", "label": "Skip"}],
        "done": False,
    }
    assert lines[-1] == {
        "done": True,
        "outcome": "paused",
        "record": {"roles": []},
        "say": "Paused.",
    }
    assert heard == [("", None), ("9", None), ("", "do:skip")]


def test_a_malformed_line_in_an_interview_is_answered_with_an_error_and_costs_no_turn():
    lines, heard = held(
        "nonsense", '{"text": "9"}', replies=[Reply("How many?"), Reply("Done.", done=True)]
    )
    assert "error" in lines[1]
    assert heard == [("", None), ("9", None)]


def test_what_no_database_can_hold_is_replaced_at_the_door():
    _, heard = held(
        '{"text": "9\\u0000\\ud800"}', replies=[Reply("How many?"), Reply("Done.", done=True)]
    )
    assert heard[1] == ("9\ufffd\ufffd", None)
