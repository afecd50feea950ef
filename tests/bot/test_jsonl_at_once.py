"""Several lines in hand at once: order, promptness, and every way in which it ends."""

import io
import json
import os
import random
import threading
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.jsonl import QUEUED, Malformed, answer_lines

SOON = 10  # seconds; what takes longer hangs


def line(number, **more):
    return json.dumps({"id": number, **more})


def answers_of(lines, handle, at_once=1):
    out = io.StringIO()
    answer_lines(lines, out, handle, at_once)
    return [json.loads(one) for one in out.getvalue().splitlines()]


class Gone(io.StringIO):
    """An output that somebody reads a few lines of, and then closes."""

    def __init__(self, read=0):
        super().__init__()
        self.left = read

    def write(self, text):
        self.left -= 1
        if self.left < 0:
            raise BrokenPipeError
        return super().write(text)


class Watched(io.StringIO):
    """An output that tells as soon as a line was flushed."""

    def __init__(self):
        super().__init__()
        self.flushed = threading.Semaphore(0)

    def flush(self):
        self.flushed.release()


def ended(work):
    """Do what may hang beside the test; return what it raised, if it ended soon."""
    raised = []

    def do():
        try:
            work()
        except BaseException as problem:
            raised.append(problem)

    doing = threading.Thread(target=do, daemon=True)
    doing.start()
    doing.join(SOON)
    assert not doing.is_alive(), "it hangs"
    return raised[0] if raised else None


@pytest.mark.parametrize("at_once", [1, 2, 8])
def test_answers_keep_the_order_of_their_lines_however_long_each_takes(at_once):
    waits = random.Random(1)
    lines = [line(number, wait=waits.choice([0, 0, 0.004, 0.012])) for number in range(60)]

    def handle(said):
        time.sleep(said["wait"])
        return {"waited": said["wait"]}

    answers = answers_of(lines, handle, at_once)
    assert [one["id"] for one in answers] == list(range(60))
    assert [one["waited"] for one in answers] == [json.loads(one)["wait"] for one in lines]


def test_a_slow_line_holds_back_the_answers_after_it_and_not_their_work():
    release = threading.Event()

    def handle(said):
        if said["id"] == 0:
            assert release.wait(SOON)
        if said["id"] == 3:
            release.set()
        return {}

    answers = answers_of([line(number) for number in range(6)], handle, at_once=2)
    assert [one["id"] for one in answers] == list(range(6))


@pytest.mark.parametrize("at_once", [1, 4])
def test_an_answer_comes_before_the_next_line_is_sent(at_once):
    out = Watched()

    def typed():
        for number in range(5):
            yield line(number)
            assert out.flushed.acquire(timeout=SOON), "the answer does not come"

    answer_lines(typed(), out, lambda said: {"twice": 2 * said["id"]}, at_once)
    assert [json.loads(one)["twice"] for one in out.getvalue().splitlines()] == [0, 2, 4, 6, 8]


def test_a_program_at_the_other_end_of_a_pipe_gets_each_answer_at_once():
    asked, answered = os.pipe(), os.pipe()
    with (
        os.fdopen(asked[0]) as lines,
        os.fdopen(asked[1], "w", buffering=1) as ask,
        os.fdopen(answered[0]) as answers,
        os.fdopen(answered[1], "w") as out,
    ):
        work = threading.Thread(target=answer_lines, args=(lines, out, lambda _: {}, 3))
        work.start()
        for number in range(4):
            ask.write(line(number) + "\n")
            assert json.loads(answers.readline()) == {"id": number}
        ask.close()
        work.join(SOON)
        assert not work.is_alive()


MALFORMED = ["nonsense", "[1]", "3", "null", '{"text": "a"}', '{"id": 1', "[" * 5_000, "1" * 5_000]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["fine", "blank", "refused", "broken", *MALFORMED]), max_size=25))
def test_whatever_stands_between_lines_each_has_its_answer(kinds):
    def handle(said):
        if said["kind"] == "refused":
            raise Malformed("it is refused")
        return {"done": 1 / (said["kind"] != "broken")}

    sent = [
        " \n" if kind == "blank" else kind if kind in MALFORMED else line(number, kind=kind)
        for number, kind in enumerate(kinds)
    ]
    answers = answers_of(sent, handle, at_once=3)
    expected = [
        {"id": number, "done": 1.0}
        if kind == "fine"
        else {"id": None if kind in MALFORMED else number}
        for number, kind in enumerate(kinds)
        if kind != "blank"
    ]
    assert [{**one, "error": ""} for one in answers] == [{**one, "error": ""} for one in expected]
    assert all(
        ("error" in got) == ("done" not in want)
        for got, want in zip(answers, expected, strict=True)
    )


def test_what_is_refused_says_why_and_what_breaks_says_nothing_of_its_reason():
    def handle(said):
        if said["id"] == 1:
            raise Malformed("it is refused")
        raise RuntimeError("a secret")

    assert answers_of([line(1), line(2)], handle, at_once=2) == [
        {"id": 1, "error": "it is refused"},
        {"id": 2, "error": "the line could not be handled"},
    ]


@pytest.mark.parametrize("answer", [None, [], "no", 3])
def test_a_handle_that_returns_no_answer_breaks_its_own_line_alone(answer):
    def handle(said):
        return answer if said["id"] == 1 else {"fine": True}

    first, second = answers_of([line(1), line(2)], handle)
    assert "error" in first or first == {"id": 1}
    assert second == {"id": 2, "fine": True}


def test_however_deep_an_id_is_the_next_line_is_answered():
    depths = [*range(100, 1_100, 50), *range(930, 1_010), 20_000]
    lines = [f'{{"id": {"[" * depth}{"]" * depth}}}' for depth in depths]
    out = io.StringIO()
    answer_lines([*lines, line("last")], out, lambda _: {})
    written = out.getvalue().splitlines()
    assert len(written) == len(lines) + 1
    assert json.loads(written[-1]) == {"id": "last"}


@pytest.mark.parametrize("at_once", [1, 4])
@pytest.mark.parametrize("read", [0, 1, 5])
def test_when_nobody_reads_any_more_it_ends(at_once, read):
    out = Gone(read)
    lines = [line(number) for number in range(200)]
    problem = ended(lambda: answer_lines(lines, out, lambda _: {}, at_once))
    assert isinstance(problem, BrokenPipeError)
    assert [json.loads(one)["id"] for one in out.getvalue().splitlines()] == list(range(read))


@pytest.mark.parametrize("at_once", [1, 4])
def test_when_nobody_reads_any_more_even_endless_input_ends(at_once):
    def endless():
        number = 0
        while True:
            yield line(number := number + 1)

    problem = ended(lambda: answer_lines(endless(), Gone(3), lambda _: {}, at_once))
    assert isinstance(problem, BrokenPipeError)


def test_a_pipe_that_is_closed_at_the_other_end_ends_it():
    end, start = os.pipe()
    os.close(end)
    out = os.fdopen(start, "w")
    lines = [line(number) for number in range(200)]
    problem = ended(lambda: answer_lines(lines, out, lambda _: {}, 4))
    assert isinstance(problem, BrokenPipeError)
    with suppress(BrokenPipeError):
        out.close()


@pytest.mark.parametrize("at_once", [1, 4])
@pytest.mark.parametrize(
    "stop", [KeyboardInterrupt, EOFError, UnicodeDecodeError("utf-8", b"", 0, 1, "")]
)
def test_what_stops_the_input_ends_it_and_all_that_was_asked_is_answered(at_once, stop):
    def typed():
        for number in range(QUEUED * 2):
            yield line(number)
        raise stop

    out = io.StringIO()
    problem = ended(lambda: answer_lines(typed(), out, lambda _: {}, at_once))
    assert isinstance(problem, stop if isinstance(stop, type) else type(stop))
    ids = [json.loads(one)["id"] for one in out.getvalue().splitlines()]
    assert ids == list(range(QUEUED * 2))


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_a_stop_while_a_line_is_in_hand_ends_it_and_not_the_answers_before(stop):
    def handle(said):
        if said["id"] == 3:
            raise stop
        return {}

    out = io.StringIO()
    lines = [line(number) for number in range(100)]
    problem = ended(lambda: answer_lines(lines, out, handle, 2))
    assert isinstance(problem, stop)
    assert [json.loads(one)["id"] for one in out.getvalue().splitlines()] == [0, 1, 2]


def test_input_is_not_read_far_ahead():
    read, release = [], threading.Event()

    def typed():
        for number in range(QUEUED * 10):
            read.append(number)
            yield line(number)

    def handle(_):
        assert release.wait(SOON)
        return {}

    out = io.StringIO()
    work = threading.Thread(target=answer_lines, args=(typed(), out, handle, 2), daemon=True)
    work.start()
    while len(read) < QUEUED:
        time.sleep(0.001)
    time.sleep(0.05)
    ahead = len(read)
    release.set()
    work.join(SOON)
    assert ahead <= QUEUED + 2
    assert len(out.getvalue().splitlines()) == QUEUED * 10


def test_no_more_lines_are_in_hand_than_are_allowed():
    at_once, now, most, lock = 3, [0], [0], threading.Lock()

    def handle(_):
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
        time.sleep(0.002)
        with lock:
            now[0] -= 1
        return {}

    answers_of([line(number) for number in range(40)], handle, at_once)
    assert most[0] == at_once


@pytest.mark.parametrize("lines", [[], [""], ["\n", "  \n"]])
def test_no_lines_have_no_answers_and_leave_no_thread(lines):
    before = threading.active_count()
    assert answers_of(lines, lambda _: {}, at_once=4) == []
    assert threading.active_count() == before
