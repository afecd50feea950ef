"""What Slack shows: replies and the App Home as Block Kit, without asking Slack anything."""

import json
from typing import Any, TypeAlias

from bot.slack.escaping import escape
from needs.message import Choice, Reply
from prompts.phrases import say

Block: TypeAlias = dict[str, Any]

CHOOSE = "choose"  # the buttons of a reply are choose-0, choose-1, ...
BEGIN = "begin"

SECTION = 3_000
MESSAGE = 12_000
BUTTONS = 25
ROWS = 40
LABEL = 75
VALUE = 2_000
LINE = 150

STAGES = ("paused", "confirming", "confirmed", "stopped")


def message(reply: Reply, conversation: str) -> Block:
    """Return the text and the blocks of one reply; its buttons are for this conversation alone."""
    text = _fitting(reply.say)
    blocks = [_section(part) for part in _parts(text, SECTION)]
    blocks += _actions(_buttons(reply.choices, conversation))
    if standing := _standing(reply):
        blocks.append(_context(standing))
    return {"text": escape(text), "blocks": blocks}


def chosen(asked: Block, label: str) -> Block:
    """Return a message as it stands once its question is answered: a line instead of buttons."""
    kept = [block for block in asked.get("blocks", []) if block["type"] != "actions"]
    line = _context(say("slack_chosen", label=label))
    return {"text": asked.get("text", ""), "blocks": [*kept, line]}


def home(stage: str | None) -> Block:
    """Return the App Home: where the interview stands, and a button to go on where one can."""
    standing = "new" if stage is None else stage if stage in STAGES else "open"
    blocks: list[Block] = [
        {"type": "header", "text": _plain(say("slack_home_title"))},
        _section(say("slack_home_promise")),
        _section(say(f"slack_home_{standing}")),
    ]
    if standing != "stopped":
        label = say("slack_start" if standing == "new" else "slack_resume")
        blocks.append({"type": "actions", "elements": [_button(BEGIN, label, BEGIN)]})
    return {"type": "home", "blocks": blocks}


def _standing(reply: Reply) -> str:
    role = reply.role.strip() if reply.role else ""
    about = [say("slack_about", job=_cut(role, LABEL))] if role else []
    settled, of = reply.progress or (0, 0)
    counted = [say("slack_progress", settled=str(settled), of=str(of))] if of else []
    return " · ".join([*about, *counted])


def _fitting(text: str) -> str:
    said = text.strip() or say("slack_empty")
    return said if len(said) <= MESSAGE else f"{said[:MESSAGE]}…\n\n{say('slack_shortened')}"


def _parts(text: str, longest: int) -> list[str]:
    parts = []
    while len(text) > longest:
        end = max(text.rfind(mark, 0, longest) for mark in ("\n", " "))
        end = end if end > longest // 2 else longest
        parts.append(text[:end])
        text = text[end:]
    return [part for part in [*parts, text] if part.strip()]


def _buttons(choices: tuple[Choice, ...], conversation: str) -> list[Block]:
    values = [json.dumps({"of": conversation, "choice": choice.id}) for choice in choices]
    return [
        _button(f"{CHOOSE}-{number}", choice.label, value)
        for number, (choice, value) in enumerate(zip(choices, values, strict=True))
        if len(value) <= VALUE and choice.label.strip()
    ]


def _actions(buttons: list[Block]) -> list[Block]:
    rows = [buttons[start : start + BUTTONS] for start in range(0, len(buttons), BUTTONS)]
    return [
        {"type": "actions", "block_id": f"choices-{number}", "elements": row}
        for number, row in enumerate(rows[:ROWS])
    ]


def _button(action: str, label: str, value: str) -> Block:
    return {
        "type": "button",
        "action_id": action,
        "text": _plain(_cut(label, LABEL)),
        "value": value,
    }


def _section(text: str) -> Block:
    return {"type": "section", "text": _plain(text)}


def _context(text: str) -> Block:
    return {"type": "context", "elements": [_plain(_cut(text, LINE))]}


def _plain(text: str) -> Block:
    # No emoji: what an employer wrote between two colons stays what they wrote.
    return {"type": "plain_text", "text": text, "emoji": False}


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
