import io
from datetime import datetime

from rich.console import Console

from bot.terminal import chat
from needs.message import Choice, Message, Reply

ASKED = Reply(
    "May we [b]start[/b]?",
    ("consent.participate",),
    "welders",
    (Choice("set:1", "Yes"), Choice("set:0", "No")),
)


def talk(*typed, replies):
    console = Console(file=io.StringIO(), width=60)
    heard, script, lines = [], iter(replies), iter(typed)

    def hear(message):
        heard.append((message.text, message.choice))
        return [next(script)]

    def ask():
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    over = chat(console, hear, lambda t, c: Message("m", "c", t, datetime(2026, 1, 1), c), ask)
    return over, heard, console.file.getvalue()


def test_choices_are_letters_and_typing_works_too():
    over, heard, _ = talk("a", "sure", replies=[ASKED, ASKED, Reply("Thanks.", done=True)])
    assert over
    assert heard == [("", None), ("Yes", "set:1"), ("sure", None)]


def test_what_is_said_is_shown_as_it_is_with_the_job_and_the_choices():
    _, _, shown = talk(replies=[ASKED])
    assert "May we [b]start[/b]?" in shown
    assert "welders" in shown
    assert "a  Yes" in shown


def test_an_empty_line_gets_a_hint_and_is_no_message():
    _, heard, shown = talk("", "yes", replies=[ASKED, Reply("Thanks.", done=True)])
    assert "Type an answer" in shown
    assert heard == [("", None), ("yes", None)]


def test_leaving_is_noticed():
    over, _, _ = talk(replies=[ASKED])
    assert not over
