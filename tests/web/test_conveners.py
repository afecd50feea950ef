import re
from datetime import date

import pytest

from storage.cycles import Cycles
from storage.register import Register
from web.conveners import Invite


def test_the_desk_shows_who_has_answered_and_how_far_the_others_are(world):
    world.confirm("Harlan Tools")
    world.answer_unfinished("Lakeside Packaging")
    page = world.signed_in("convener").get("/convener").text
    assert re.search(r"Harlan Tools</a></th>\s*<td><span class=\"badge\">Confirmed", page)
    assert re.search(r"Not said yet</a></th>\s*<td><span class=\"badge quiet\">Answering", page)
    assert "Lakeside Packaging</a>" not in page, "nothing counts until it is confirmed"


def test_an_employer_who_has_not_said_its_name_is_shown_by_its_invitation(world):
    _, token = world.invite("Oak Foundry")
    world.browser().get(f"/i/{token}")
    page = world.signed_in("convener").get("/convener").text
    assert ">Oak Foundry</a></th>" in page


def test_an_invitation_is_made_and_its_link_opens_an_interview(world):
    browser = world.signed_in("convener")
    page = browser.post("/convener/invitations", data={"employer": "Oak & Sons", "days": "7"})
    assert "Oak &amp; Sons" in page.text
    link = re.search(r">(http://[^<]+/i/[^<]+)<", page.text)
    assert link
    assert "Hello, shall we start?" in world.browser().get(link[1]).text
    assert link[1] not in browser.get("/convener").text, "the link is shown once"


def test_links_are_https_where_the_site_is(world):
    browser = world.browser(secure=True)
    browser.cookies = world.signed_in("convener").cookies
    page = browser.post("/convener/invitations", data={"employer": "Oak"})
    assert ">https://127.0.0.1:8000/i/" in page.text


def test_an_invitation_can_be_withdrawn(world):
    invitation, token = world.invite("Oak Foundry")
    browser = world.signed_in("convener")
    page = browser.post(f"/convener/invitations/{invitation.id}/revoke")
    assert "Withdrawn Nov 24, 2026" in page.text
    assert world.browser().get(f"/i/{token}").status_code == 404


def test_an_expired_invitation_says_so(world):
    world.invite("Oak Foundry")
    world.wait(days=31)
    assert "Expired Dec 24, 2026" in world.signed_in("convener").get("/convener").text


def test_an_invitation_is_good_for_thirty_days_unless_told_otherwise():
    assert Invite(employer="Oak").days == 30


def test_the_first_cycle_is_opened_at_the_desk(world):
    other = Register(world.database).found("Other")
    world.partnership = other
    browser = world.signed_in("convener")
    assert "No interviews yet" in browser.get("/convener").text
    form = {"name": "Spring 2027", "opens": "2027-01-01", "closes": "2027-03-31"}
    page = browser.post("/convener/cycles", data=form)
    assert "January 1, 2027 to March 31, 2027" in page.text


def test_without_a_cycle_nothing_can_be_released_and_nobody_invited(world):
    world.partnership = Register(world.database).found("Other")
    browser = world.signed_in("convener")
    assert browser.get("/convener/release").status_code == 404
    made = browser.post("/convener/invitations", data={"employer": "Oak"})
    assert made.status_code == 404


def test_a_convener_sees_nothing_of_another_partnership(world):
    secret = world.confirm("Harlan Tools")
    invitation, token = world.invite("Oak Foundry")
    other = Register(world.database).found("Other")
    Cycles(world.database.tenant(other.id)).open("Now", date(2026, 1, 1), date(2027, 1, 1))
    world.partnership = other
    browser = world.signed_in("convener")
    assert "Harlan" not in browser.get("/convener").text
    assert browser.get(f"/convener/interviews/{secret}").status_code == 404
    browser.post(f"/convener/invitations/{invitation.id}/revoke")
    assert world.browser().get(f"/i/{token}").status_code == 200


def test_a_name_that_is_blank_is_refused(world):
    browser = world.signed_in("convener")
    made = browser.post("/convener/invitations", data={"employer": "  "})
    days = {"opens": "2026-11-01", "closes": "2026-12-01"}
    opened = browser.post("/convener/cycles", data={"name": " - "} | days)
    assert (made.status_code, opened.status_code) == (422, 422)
    assert Cycles(world.tenant).all() == [world.cycle]


@pytest.mark.parametrize("name", ["Fall 2026", "fall-2026"])
def test_a_second_cycle_of_a_name_is_refused(world, name):
    form = {"name": name, "opens": "2026-11-01", "closes": "2026-12-01"}
    page = world.signed_in("convener").post("/convener/cycles", data=form)
    assert page.status_code == 409
    assert "There is a cycle named “Fall 2026” already" in page.text
    assert Cycles(world.tenant).all() == [world.cycle]


def test_a_cycle_that_opens_later_is_not_the_current_one_yet(world):
    browser = world.signed_in("convener")
    form = {"name": "Spring 2027", "opens": "2027-01-01", "closes": "2027-03-31"}
    assert "<h1>Spring 2027</h1>" in browser.post("/convener/cycles", data=form).text
    assert "<h1>Fall 2026</h1>" in browser.get("/convener").text
    world.wait(days=60)
    assert "<h1>Spring 2027</h1>" in world.signed_in("convener").get("/convener").text


def test_earlier_cycles_can_be_looked_at(world):
    conversation = world.confirm("Harlan Tools")
    Cycles(world.tenant).open("November", date(2026, 11, 1), date(2026, 12, 1))
    browser = world.signed_in("convener")
    assert "Harlan" not in browser.get("/convener").text
    page = browser.get(f"/convener?cycle={world.cycle.id}").text
    assert "Harlan Tools</a>" in page
    assert "Make a link" not in page
    assert "<h1>Harlan Tools</h1>" in browser.get(f"/convener/interviews/{conversation}").text
    assert browser.get("/convener?cycle=99999999999999999999").status_code == 404


def test_before_the_first_cycle_opens_the_page_says_so(world):
    world.wait(days=-100)
    assert "No cycle has opened yet" in world.signed_in("convener").get("/convener").text


def test_an_invitation_of_an_impossible_number_is_refused(world):
    page = world.signed_in("convener").post(f"/convener/invitations/{10**30}/revoke")
    assert page.status_code == 422
