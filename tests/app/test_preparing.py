import io
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr

import pytest

from app.preparing import preparing
from prompts.phrases import say

CURSOR_ON, CURSOR_OFF = "\x1b[?25h", "\x1b[?25l"
SIGNS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal(io.StringIO):
    """A terminal that keeps what is written to it."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True

    @property
    def seen(self) -> str:
        return SIGNS.sub("", self.getvalue())


@contextmanager
def at_terminal() -> Iterator[Terminal]:
    """Lend a terminal in the place of the error output."""
    shown = Terminal()
    with redirect_stderr(shown):
        yield shown


@pytest.fixture(autouse=True)
def usual(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_off_a_terminal_one_line_is_said_and_not_among_the_answers(capsys) -> None:
    with preparing() as step:
        step(0, 100_000)
        for _ in range(10):
            step(10_000, 100_000)
    said = capsys.readouterr()
    assert said.err == say("preparing") + "\n"
    assert said.out == ""


@pytest.mark.parametrize("steps", [[], [(5, 10)], [(10, 10), (3, 10)]])
def test_where_nobody_has_to_wait_nothing_is_said(capsys, steps) -> None:
    with preparing() as step:
        for one in steps:
            step(*one)
    said = capsys.readouterr()
    assert said.err + said.out == ""


@pytest.mark.parametrize("steps", [[], [(5, 10)]])
def test_on_a_terminal_where_nobody_has_to_wait_nothing_is_seen(steps) -> None:
    with at_terminal() as terminal, preparing() as step:
        for one in steps:
            step(*one)
    assert terminal.seen.strip() == ""


def test_on_a_terminal_a_bar_is_drawn_until_all_is_done() -> None:
    with at_terminal() as terminal, preparing() as step:
        step(0, 4)
        step(1, 4)
        step(3, 4)
    assert say("preparing")[:20] in terminal.seen
    assert "100%" in terminal.seen


def test_a_bar_of_nothing_is_no_fault() -> None:
    with at_terminal(), preparing() as step:
        step(0, 0)
        step(0, 0)


def break_off() -> None:
    with preparing() as step:
        step(0, 4)
        raise KeyboardInterrupt


def test_what_breaks_meanwhile_leaves_the_terminal_as_it_was() -> None:
    with at_terminal() as terminal:
        before = sys.stdout, sys.stderr
        with pytest.raises(KeyboardInterrupt):
            break_off()
        assert (sys.stdout, sys.stderr) == before
    shown = terminal.getvalue()
    assert shown.rindex(CURSOR_ON) > shown.rindex(CURSOR_OFF)


def test_two_may_wait_one_after_the_other(capsys) -> None:
    for _ in range(2):
        with preparing() as step:
            step(0, 50_000)
            step(50_000, 50_000)
    assert capsys.readouterr().err == (say("preparing") + "\n") * 2
