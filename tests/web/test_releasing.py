import re

from needs.answers import Skill
from needs.concept import Concept
from storage.releases import Releases
from tests.web.world import READING

NAMES = ("Harlan Tools", "Oak Foundry", "Brandt Trailers", "Kessler Plastics")


def seen(page):
    found = re.search(r'name="seen" value="(\w+)"', page.text)
    return found[1] if found else "nothing"


def test_the_page_says_how_many_employers_are_missing(world):
    world.confirm("Harlan Tools")
    page = world.signed_in("convener").get("/convener/release").text
    assert "takes 2 more employers with confirmed answers" in page
    assert "Release it" not in page


def test_a_release_is_reviewed_made_and_seen_by_providers(world):
    for name in NAMES:
        world.confirm(name)
    browser = world.signed_in("convener")
    review = browser.get("/convener/release")
    assert "Release 1 is ready" in review.text
    assert "4 employers are new or different" in review.text
    done = browser.post("/convener/release", data={"seen": seen(review)})
    assert "Release 1 is out" in done.text
    signals = world.signed_in("provider").get("/signals").text
    assert "read engineering drawings" in signals
    assert not any(name in signals for name in NAMES)


def test_reviewing_releases_nothing(world):
    for name in NAMES:
        world.confirm(name)
    world.signed_in("convener").get("/convener/release")
    assert Releases(world.tenant).all() == []


def test_only_what_was_seen_is_released(world):
    for name in NAMES:
        world.confirm(name)
    browser = world.signed_in("convener")
    review = browser.get("/convener/release")
    for name in ("Five", "Six"):
        world.confirm(name)
    page = browser.post("/convener/release", data={"seen": seen(review)})
    assert page.status_code == 409
    assert "look once more" in page.text
    assert Releases(world.tenant).all() == []


def test_a_button_pressed_twice_makes_one_release(world):
    for name in NAMES:
        world.confirm(name)
    browser = world.signed_in("convener")
    form = {"seen": seen(browser.get("/convener/release"))}
    assert browser.post("/convener/release", data=form).status_code == 200
    assert browser.post("/convener/release", data=form).status_code == 409
    assert len(Releases(world.tenant).all()) == 1


def test_the_next_release_waits_for_enough_changes(world):
    for name in NAMES:
        world.confirm(name)
    world.release()
    world.confirm("Five")
    page = world.signed_in("convener").get("/convener/release").text
    assert "takes 2 more employers who have confirmed or changed something" in page


def test_the_convener_sees_each_line_before_it_is_released(world):
    for name in NAMES:
        world.confirm(name)
    page = world.signed_in("convener").get("/convener/release").text
    assert '<th scope="row">read engineering drawings</th><td>all occupations</td>' in page


def test_a_release_that_would_say_the_same_is_not_offered(world):
    for name in NAMES:
        world.confirm(name)
    world.release()
    for name in NAMES[:3]:
        own = Skill("knack", Concept("esco", f"esco:{name}", "knack", "1.1.1"))
        world.confirm(name, (own, Skill("read prints", READING)))
    page = world.signed_in("convener").get("/convener/release").text
    assert "Nothing new." in page
    assert "would say the same as release 1" in page
    assert "Release it" not in page
    assert "0 more" not in page
