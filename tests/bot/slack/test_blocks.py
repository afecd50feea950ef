import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack import blocks
from bot.slack.blocks import home, message
from needs.message import Choice, Reply

WHO = "slack:T1:U1"
STAGES = [None, "asking", "paused", "confirming", "deleting", "confirmed", "stopped"]

texts = st.one_of(st.text(), st.text(min_size=1, max_size=4).map(lambda text: text * 4_000))
choices = st.builds(Choice, st.text(max_size=2_100), st.text(max_size=90))
replies = st.builds(
    Reply,
    say=texts,
    role=st.none() | st.text(max_size=200),
    choices=st.lists(choices, max_size=60).map(tuple),
    progress=st.none() | st.tuples(st.integers(0, 60), st.integers(0, 60)),
)


def shown(built: dict[str, Any]) -> list[dict[str, Any]]:
    return [element for block in built["blocks"] for element in block.get("elements", [])]


def buttons(built: dict[str, Any]) -> list[dict[str, Any]]:
    return [element for element in shown(built) if element["type"] == "button"]


def checked(block: dict[str, Any]) -> Any:
    import slackblocks

    if block["type"] != "actions":
        return slackblocks.Block.from_dict(block)
    made = [
        slackblocks.Button(one["text"]["text"], action_id=one["action_id"], value=one["value"])
        for one in block["elements"]
    ]
    return slackblocks.ActionsBlock(made, block_id=block.get("block_id"))


def unique(names: list[str]) -> bool:
    return len(names) == len(set(names))


@given(replies)
def test_any_reply_keeps_within_slacks_limits(reply: Reply) -> None:
    built = message(reply, WHO)
    sections = [block["text"]["text"] for block in built["blocks"] if block["type"] == "section"]
    rows = [block["elements"] for block in built["blocks"] if block["type"] == "actions"]
    assert 1 <= len(built["blocks"]) <= 50
    assert sections
    assert all(len(text.strip()) > 0 and len(text) <= 3_000 for text in sections)
    assert all(1 <= len(row) <= 25 for row in rows)
    assert all(1 <= len(one["text"]["text"]) <= 75 for one in buttons(built))
    assert all(len(one["value"]) <= 2_000 for one in buttons(built))


@given(replies)
def test_any_reply_has_a_text_for_phones_and_screen_readers(reply: Reply) -> None:
    text = message(reply, WHO)["text"]
    assert text.strip()
    assert not set("<>") & set(text)
    assert len(text) <= 5 * 12_100


@given(replies)
def test_no_two_buttons_or_blocks_share_a_name(reply: Reply) -> None:
    built = message(reply, WHO)
    assert unique([one["action_id"] for one in buttons(built)])
    assert unique([block["block_id"] for block in built["blocks"] if "block_id" in block])


@given(replies)
def test_slackblocks_finds_nothing_wrong(reply: Reply) -> None:
    slackblocks = pytest.importorskip("slackblocks")
    built = message(reply, WHO)
    slackblocks.Message("D1", built["text"], [checked(block) for block in built["blocks"]])


@pytest.mark.parametrize("stage", STAGES)
def test_slackblocks_finds_nothing_wrong_with_the_home(stage: str | None) -> None:
    slackblocks = pytest.importorskip("slackblocks")
    slackblocks.HomeTabView([checked(block) for block in home(stage)["blocks"]])


def test_what_is_said_reaches_the_eye_whole() -> None:
    say = "\n".join(f"{number}. a line of a long read-back" for number in range(200))
    sections = [block["text"]["text"] for block in message(Reply(say), WHO)["blocks"]]
    assert len(sections) > 1
    assert "".join(sections) == say


def test_what_is_far_too_long_says_that_it_was_shortened() -> None:
    assert message(Reply("word " * 20_000), WHO)["text"].endswith("too long to show in Slack.")


def test_a_button_carries_its_choice_and_for_whom_it_is() -> None:
    built = message(Reply("Is this right?", choices=(Choice("yes", "Yes, confirm"),)), WHO)
    [button] = buttons(built)
    assert button["text"]["text"] == "Yes, confirm"
    assert json.loads(button["value"]) == {"of": WHO, "choice": "yes"}


@pytest.mark.parametrize(
    ("reply", "line"),
    [
        (Reply("How many?", role="Welder"), "About: Welder"),
        (Reply("How many?", role="Welder", progress=(4, 12)), "About: Welder · 4 of 12"),
        (Reply("Where are you?", progress=(2, 12)), "2 of 12"),
    ],
)
def test_the_job_and_the_progress_stand_under_the_question(reply: Reply, line: str) -> None:
    assert shown(message(reply, WHO))[-1]["text"] == line


def test_an_answered_question_shows_the_choice_and_no_buttons() -> None:
    asked = message(Reply("Is this right?", choices=(Choice("yes", "Yes"),)), WHO)
    answered = blocks.chosen(asked, "Yes")
    assert not buttons(answered)
    assert answered["text"] == asked["text"]
    assert shown(answered)[-1]["text"] == "You chose: Yes"


@pytest.mark.parametrize(
    ("stage", "label"),
    [(None, "Start"), ("asking", "Resume"), ("confirmed", "Resume")],
)
def test_the_home_offers_to_start_or_to_resume(stage: str | None, label: str) -> None:
    [button] = buttons(home(stage))
    assert (button["action_id"], button["text"]["text"]) == (blocks.BEGIN, label)


def test_the_home_offers_nothing_once_the_interview_is_stopped() -> None:
    assert not buttons(home("stopped"))


def test_the_home_says_where_the_interview_stands() -> None:
    said = {str(home(stage)) for stage in STAGES}
    assert len(said) == len(STAGES) - 1  # asking and deleting look the same
