from datetime import date

import pytest

from storage.cycles import Cycles
from storage.register import Register
from tests.web.world import world_in


def test_outside_the_demonstration_the_page_says_to_use_the_link(world):
    page = world.browser().get("/")
    assert "link in their invitation" in page.text
    assert "/demo/" not in page.text


def test_the_demonstration_has_three_doors(world):
    page = world.browser(demo=True).get("/").text
    for door in ("/demo/employer", "/demo/convener", "/demo/provider"):
        assert f'action="{door}"' in page


def test_the_employers_door_leads_into_a_fresh_interview(world):
    browser = world.browser(demo=True)
    first, second = browser.post("/demo/employer"), browser.post("/demo/employer")
    assert "Hello, shall we start?" in first.text
    assert first.url.path != second.url.path


def test_the_other_doors_sign_in(world):
    browser = world.browser(demo=True)
    assert browser.post("/demo/convener").url.path == "/convener"
    assert browser.post("/demo/provider").url.path == "/signals"
    assert browser.get("/convener").status_code == 403


@pytest.mark.parametrize("door", ["employer", "convener", "provider"])
def test_outside_the_demonstration_no_door_opens(world, door):
    assert world.browser().post(f"/demo/{door}").status_code == 404


def test_the_demonstration_never_opens_a_real_partnership(database):
    real = Register(database).found("Real")
    Cycles(database.tenant(real.id)).open("Now", date(2026, 1, 1), date(2027, 1, 1))
    page = world_in(database).browser(demo=True).post("/demo/convener")
    assert "Maple Valley" in page.text
    assert "Real" not in page.text
