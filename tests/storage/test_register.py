from datetime import date

from storage.cycles import Cycle, Cycles
from storage.database import Database
from storage.register import Partnership, Register
from storage.tenant import Tenant


def test_partnerships_are_founded_once(database: Database) -> None:
    register = Register(database)
    care = register.found("Care")
    demo = register.found("Metal", demo=True)
    assert register.found("Care") == care
    assert register.partnerships() == [care, demo]
    assert demo == Partnership(demo.id, "Metal", demo=True)


def test_the_latest_cycle_that_has_opened_is_the_current_one(tenant: Tenant) -> None:
    cycles = Cycles(tenant)
    assert cycles.current(date(2027, 6, 1)) is None
    later = cycles.open("2027", date(2027, 1, 1), date(2027, 12, 31))
    earlier = cycles.open("2026", date(2026, 1, 1), date(2026, 12, 31))
    assert cycles.current(date(2027, 1, 1)) == later
    assert cycles.current(date(2026, 12, 31)) == earlier
    assert cycles.current(date(2025, 12, 31)) is None
    assert cycles.all() == [later, earlier]
    assert later == Cycle(later.id, "2027", date(2027, 1, 1), date(2027, 12, 31), later.salt)
    assert len(later.salt) == 32


def test_a_cycle_is_opened_once(tenant: Tenant) -> None:
    first = Cycles(tenant).open("2026", date(2026, 1, 1), date(2026, 12, 31))
    assert Cycles(tenant).open("2026", date(2026, 1, 1), date(2026, 12, 31)) == first
    assert len(Cycles(tenant).all()) == 1


def test_names_that_differ_in_case_and_signs_alone_are_one_cycle(tenant: Tenant) -> None:
    first = Cycles(tenant).open("Fall 2026", date(2026, 9, 1), date(2026, 12, 31))
    assert Cycles(tenant).open("fall-2026", date(2026, 10, 1), date(2026, 12, 31)) == first
    assert Cycles(tenant).named("FALL/2026") == first
    assert Cycles(tenant).named("Fall 2027") is None
