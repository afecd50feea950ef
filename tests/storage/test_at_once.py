"""Two workers, two programs, at the same time."""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from operator import methodcaller
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from needs.message import Message, Reply
from storage.access import Access
from storage.database import Database
from storage.intake import Intake
from storage.outbox import Outbox
from storage.tenant import Tenant
from storage.work import Outcome

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
LEASE = timedelta(seconds=30)
Write = Callable[..., Message]
CHECKOUT = Path(__file__).parents[2]

WORKER = """
import os, sys
from datetime import UTC, datetime, timedelta
from needs.message import Reply
from storage.database import Database
from storage.intake import Intake
from storage.work import Outcome

url, partnership, name, kill = sys.argv[1:]
now = datetime(2026, 11, 24, 12, tzinfo=UTC)
with Database.open(url) as database:
    intake = Intake(database.tenant(int(partnership)))
    while work := intake.claim(name, now, timedelta(seconds=30)):
        if kill:
            os._exit(9)
        heard = (work.state or "") + work.message.text
        intake.finish(work, Outcome(heard, "asking", heard, (Reply(name),)), now)
"""


def run(url: str, tenant: Tenant, name: str, kill: str = "") -> subprocess.Popen[bytes]:
    arguments = [sys.executable, "-c", WORKER, url, str(tenant.partnership), name, kill]
    return subprocess.Popen(arguments, cwd=CHECKOUT)


@pytest.fixture
def two(database_url: str) -> Iterator[list[Database]]:
    with Database.open(database_url) as one, Database.open(database_url) as other:
        yield [one, other]


def together(act: Callable[[Any], Any], those: list[Any]) -> list[Any]:
    """Do the same with each of them, all starting at one moment."""
    barrier = Barrier(len(those))

    def start(one: Any) -> Any:
        barrier.wait()
        return act(one)

    with ThreadPoolExecutor(len(those)) as pool:
        return list(pool.map(start, those))


def test_a_message_delivered_many_times_at_once_is_kept_once(
    two: list[Database], tenant: Tenant, cycle: int
) -> None:
    intakes = [Intake(one.tenant(tenant.partnership)) for one in two * 4]
    for number in range(5):
        message = Message(f"m{number}", f"slack:U{number}", "Hi", NOW)
        kept = together(methodcaller("receive", cycle, message, "slack"), intakes)
        assert Counter(kept) == {True: 1, False: 7}
    assert intakes[0].waiting() == 5
    assert len(intakes[0].interviews(cycle)) == 5


def test_one_message_is_claimed_by_one_worker(
    two: list[Database], tenant: Tenant, write: Write
) -> None:
    intakes = [Intake(one.tenant(tenant.partnership)) for one in two * 2]
    for number in range(5):
        write(f"m{number}")
        write(f"n{number}", conversation="slack:U2")
        claimed = together(methodcaller("claim", "ann", NOW, LEASE), intakes)
        works = [work for work in claimed if work]
        assert {work.message.id for work in works} <= {f"m{number}", f"n{number}"}
        assert len(works) == len({work.message.id for work in works})
        assert works
        for work in works:
            intakes[0].finish(work, Outcome("{}", "asking", "{}"), NOW)
        while work := intakes[0].claim("ann", NOW, LEASE):
            intakes[0].finish(work, Outcome("{}", "asking", "{}"), NOW)


def test_two_workers_that_finish_one_message_at_once_answer_it_once(
    two: list[Database], tenant: Tenant, write: Write
) -> None:
    intakes = [Intake(one.tenant(tenant.partnership)) for one in two]
    write("m1")
    work = intakes[0].claim("ann", NOW, LEASE)
    assert work
    outcome = Outcome("{}", "asking", "{}", (Reply("Hi"),))
    done = together(methodcaller("finish", work, outcome, NOW), intakes)
    assert sorted(done) == [False, True]
    assert intakes[0].replies("m1") == [Reply("Hi")]


def test_one_reply_is_claimed_by_one_sender(
    two: list[Database], tenant: Tenant, write: Write, intake: Intake
) -> None:
    write("m1")
    work = intake.claim("ann", NOW, LEASE)
    assert work
    intake.finish(work, Outcome("{}", "asking", "{}", (Reply("Hi"),)), NOW)
    outboxes = [Outbox(one.tenant(tenant.partnership)) for one in two]
    posts = together(methodcaller("claim", "slack", "s", NOW, LEASE), outboxes)
    assert [post is None for post in posts].count(False) == 1


def test_a_link_that_is_used_twice_at_once_lets_one_in(two: list[Database], tenant: Tenant) -> None:
    accesses = [Access(one) for one in two * 2]
    for _ in range(5):
        token = accesses[0].issue(tenant.partnership, "convener", NOW, LEASE)
        sessions = together(methodcaller("redeem", token, NOW), accesses)
        assert [session is None for session in sessions].count(False) == 1


def test_two_programs_share_the_work_and_answer_each_message_once(
    database_url: str, tenant: Tenant, write: Write, intake: Intake
) -> None:
    ids = [(f"{c}{n}", f"slack:{c}") for n in range(6) for c in "abc"]
    for id, conversation in ids:
        write(id, id + " ", conversation)
    workers = [run(database_url, tenant, name) for name in ("ann", "bob")]
    assert [worker.wait(60) for worker in workers] == [0, 0]
    assert intake.waiting() == 0
    assert all(len(intake.replies(id) or ()) == 1 for id, _ in ids)
    assert intake.state("slack:a") == "a0 a1 a2 a3 a4 a5 "


def test_a_program_killed_in_the_middle_loses_nothing(
    database_url: str, tenant: Tenant, write: Write, intake: Intake
) -> None:
    write("m1", "Hi")
    assert run(database_url, tenant, "ann", "kill").wait(60) == 9
    assert intake.replies("m1") is None
    assert intake.claim("bob", NOW, LEASE) is None
    work = intake.claim("bob", NOW + LEASE, LEASE)
    assert work
    assert intake.finish(work, Outcome("{}", "asking", "{}", (Reply("Hi"),)), NOW)
    assert intake.replies("m1") == [Reply("Hi")]
