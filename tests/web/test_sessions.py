from datetime import timedelta

from storage.access import Access
from web.sessions import COOKIE


def link(world, role="convener", **lasts):
    lasts = lasts or {"hours": 1}
    partnership, now = world.partnership.id, world.clock[0]
    return Access(world.database).issue(partnership, role, now, timedelta(**lasts))


def test_opening_a_sign_in_link_does_not_use_it_up(world):
    token = link(world)
    for _ in range(2):
        assert "<button>Sign in</button>" in world.browser().get(f"/sign-in/{token}").text
    assert world.browser().post(f"/sign-in/{token}").status_code == 200


def test_a_sign_in_link_works_once(world):
    token = link(world)
    world.browser().post(f"/sign-in/{token}")
    page = world.browser().post(f"/sign-in/{token}")
    assert page.status_code == 410
    assert "no longer works" in page.text


def test_a_sign_in_link_that_is_too_old_does_not_work(world):
    token = link(world, minutes=5)
    world.wait(minutes=6)
    assert world.browser().post(f"/sign-in/{token}").status_code == 410


def test_conveners_come_to_their_desk_and_providers_to_the_signals(world):
    desk = world.browser().post(f"/sign-in/{link(world)}")
    assert desk.url.path == "/convener"
    signals = world.browser().post(f"/sign-in/{link(world, 'provider')}")
    assert signals.url.path == "/signals"


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(world):
    browser = world.browser(secure=True)
    answer = browser.post(f"/sign-in/{link(world)}", follow_redirects=False)
    cookie = answer.headers["set-cookie"]
    for part in (f"{COOKIE}=", "HttpOnly", "SameSite=lax", "Secure"):
        assert part in cookie


def test_who_signs_out_is_out_even_with_the_old_cookie(world):
    browser = world.signed_in("convener")
    session = browser.cookies[COOKIE]
    browser.post("/sign-out")
    assert COOKIE not in browser.cookies
    again = world.browser()
    again.cookies.set(COOKIE, session)
    assert again.get("/convener").status_code == 401


def test_nobody_sees_the_convener_pages_without_signing_in(world):
    world.confirm("Harlan Tools")
    for path in ("/convener", "/convener/release", "/convener/interviews/slack:Harlan Tools"):
        page = world.browser().get(path)
        assert page.status_code == 401
        assert "sign in first" in page.text
        assert "Harlan" not in page.text


def test_providers_do_not_see_the_convener_pages(world):
    world.confirm("Harlan Tools")
    browser = world.signed_in("provider")
    for path in ("/convener", "/convener/release", "/convener/interviews/slack:Harlan Tools"):
        page = browser.get(path)
        assert page.status_code == 403
        assert "Harlan" not in page.text
    assert browser.post("/convener/release", data={"seen": "x"}).status_code == 403


def test_a_visit_ends_by_itself(world):
    browser = world.signed_in("convener")
    world.wait(days=2)
    assert browser.get("/convener").status_code == 401
