from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from needs.answers import Quantity
from needs.concept import Concept
from needs.ledger import Entry
from needs.signal import Release, Signal
from storage.cycles import Cycles
from storage.database import Database
from storage.errors import ReleaseConflict
from storage.ledger import Ledger
from storage.releases import Releases
from storage.tenant import Tenant

WELDER = Concept("onet", "51-4121.00", "Welders", "29.0")
SIGNAL = Signal("occupation", WELDER, 5, openings=Quantity(20, 30, approx=True))
ENTRY = Entry("occupation/51-4121.00", {"acme": (4, 4), "bolt works": (10, 15)}, SIGNAL)


@pytest.fixture
def releases(tenant: Tenant) -> Releases:
    return Releases(tenant)


@pytest.fixture
def first(now: datetime) -> Release:
    return Release("Metalworking", "2026", 1, now, 10, (SIGNAL,), 2, 3, 5)


def test_a_release_is_read_as_it_was_published(
    releases: Releases, cycle: int, first: Release
) -> None:
    releases.publish(cycle, first, (ENTRY,))
    assert releases.all() == releases.all(cycle) == [first]
    assert releases.get(cycle, 1) == first
    assert releases.get(cycle, 2) is None


def test_releases_come_newest_first_and_each_cycle_counts_for_itself(
    releases: Releases, tenant: Tenant, cycle: int, first: Release
) -> None:
    other = Cycles(tenant).open("2027", date(2027, 1, 1), date(2027, 12, 31)).id
    second, elsewhere = replace(first, number=2), replace(first, cycle="2027")
    for where, release in ((cycle, first), (other, elsewhere), (cycle, second)):
        releases.publish(where, release, ())
    assert releases.all() == [second, elsewhere, first]
    assert releases.all(cycle) == [second, first]
    assert releases.verify(cycle)
    assert releases.verify(other)


@pytest.mark.parametrize("number", [0, 1, 3])
def test_only_the_next_number_can_be_published(
    releases: Releases, cycle: int, first: Release, number: int
) -> None:
    releases.publish(cycle, first, ())
    with pytest.raises(ReleaseConflict):
        releases.publish(cycle, replace(first, number=number), (ENTRY,))
    assert releases.all() == [first]


def test_a_ledger_that_cannot_be_kept_stops_the_release(
    releases: Releases, cycle: int, first: Release
) -> None:
    with pytest.raises(DBAPIError):
        releases.publish(cycle, first, (ENTRY, ENTRY))
    assert releases.all() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE release SET body = '{}'",
        "DELETE FROM release",
        "UPDATE ledger_entry SET body = '{}'",
        "DELETE FROM ledger_entry",
    ],
)
def test_the_database_refuses_to_change_what_was_released(
    database: Database, releases: Releases, cycle: int, first: Release, statement: str
) -> None:
    releases.publish(cycle, first, (ENTRY,))
    with pytest.raises(DBAPIError, match="never changed"), database.writing() as session:
        session.execute(text(statement))
    assert releases.all() == [first]


def forge(database: Database, statement: str) -> None:
    """Change a release as somebody could who owns the database."""
    unfreeze = {
        "sqlite": "DROP TRIGGER release_refuses_update",
        "postgresql": "DROP TRIGGER release_refuses_change ON release",
    }
    with database.writing() as session:
        session.execute(text(unfreeze[session.get_bind().dialect.name]))
        session.execute(text(statement))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE release SET body = replace(body, 'Welders', 'Bakers') WHERE number = 1",
        "UPDATE release SET body = replace(body, 'Welders', 'Bakers') WHERE number = 2",
        "UPDATE release SET number = number + 10",
        "UPDATE release SET previous = '' WHERE number = 2",
    ],
)
def test_a_forged_release_is_noticed(
    database: Database, releases: Releases, cycle: int, first: Release, statement: str
) -> None:
    releases.publish(cycle, first, ())
    releases.publish(cycle, replace(first, number=2), ())
    assert releases.verify(cycle)
    forge(database, statement)
    assert not releases.verify(cycle)


def test_the_ledger_holds_every_entry_of_a_key_the_oldest_first(
    releases: Releases, tenant: Tenant, cycle: int, first: Release, now: datetime
) -> None:
    kept = Entry("skill/x", {"acme": (1, 1)}, None)
    newer = replace(ENTRY, seen={"acme": (5, 5)}, companies=(("acme", "acme west"),))
    later = replace(first, number=2, at=now + timedelta(days=1))
    releases.publish(cycle, first, (ENTRY, kept))
    releases.publish(cycle, later, (newer,))
    assert Ledger(tenant).entries(cycle) == {"skill/x": (kept,), ENTRY.key: (ENTRY, newer)}
    assert Ledger(tenant).entries(cycle + 1) == {}
