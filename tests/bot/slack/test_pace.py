from hypothesis import given
from hypothesis import strategies as st

from bot.slack.pace import Pace


class Clock:
    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


def test_a_small_burst_goes_out_at_once_and_the_next_one_waits() -> None:
    pace = Pace(Clock(), every=1.0, burst=3)
    assert [pace.wait("erin") for _ in range(5)] == [0, 0, 0, 1, 1]


def test_waiting_helps() -> None:
    clock = Clock()
    pace = Pace(clock, burst=1)
    assert pace.wait("erin") == 0
    clock.time += 0.75
    assert pace.wait("erin") == 0.25
    clock.time += 0.25
    assert pace.wait("erin") == 0


def test_people_do_not_wait_for_each_other() -> None:
    pace = Pace(Clock(), burst=1)
    assert [pace.wait(who) for who in ("erin", "cody", "erin")] == [0, 0, 1]


@given(st.lists(st.floats(0, 5), max_size=40))
def test_no_second_ever_takes_more_than_the_burst_and_one(pauses: list[float]) -> None:
    clock = Clock()
    pace = Pace(clock, every=1.0, burst=3)
    sent = []
    for pause in pauses:
        clock.time += pause
        if not pace.wait("erin"):
            sent.append(clock.time)
    assert all(late - early > 0.999 for early, late in zip(sent, sent[3:], strict=False))


def test_who_is_silent_is_forgotten() -> None:
    clock = Clock()
    pace = Pace(clock)
    for number in range(100):
        pace.wait(str(number))
        clock.time += 5
    assert len(pace._free) == 1
