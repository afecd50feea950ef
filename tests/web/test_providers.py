from dataclasses import replace
from datetime import timedelta

import pytest

from needs.answers import Quantity
from needs.concept import Concept
from needs.signal import Release, Signal
from storage.cycles import Cycles
from storage.register import Register
from storage.releases import Releases
from web.export import csv_of
from web.providers import path_of

WELDERS = Concept("onet", "51-4121.00", "Welders", "30.0")
WELD = Concept("esco", "esco:weld", "apply arc welding techniques", "1.1.1")
READ = Concept("esco", "esco:read", "read <b>drawings</b>", "1.1.1")
CARD = Concept("credential", "AWS D1.1", "AWS D1.1", "")
SIGNALS = (
    Signal("skill", WELD, 9),
    Signal("skill", READ, 3, occupation=WELDERS),
    Signal("credential", CARD, 3),
    Signal("occupation", WELDERS, 6, openings=Quantity(10, 25, approx=True)),
)


@pytest.fixture
def release(world):
    return Release("Maple Valley", "Fall 2026", 1, world.clock[0], 12, SIGNALS, 6, 3, 3)


@pytest.fixture
def released(world, release):
    Releases(world.tenant).publish(world.cycle.id, release, ())
    return release


@pytest.fixture
def provider(world):
    return world.signed_in("provider")


def test_before_the_first_release_the_page_says_what_will_come(provider):
    page = provider.get("/signals")
    assert page.status_code == 200
    assert "Nothing has been released yet" in page.text
    assert "/convener" not in page.text


def test_a_convener_reads_the_same_page_and_is_led_to_the_release(world):
    page = world.signed_in("convener").get("/signals")
    assert 'href="/convener/release"' in page.text


@pytest.mark.parametrize("path", ["/signals", "/signals/fall-2026/1", "/signals/fall-2026/1.csv"])
def test_a_stranger_is_asked_to_sign_in(world, released, path):
    page = world.browser().get(path)
    assert page.status_code == 401
    assert "welding" not in page.text


def test_the_latest_release_shows_its_numbers(provider, released):
    text = provider.get("/signals").text
    for shown in ("Maple Valley, Fall 2026", "about 12", "November 24, 2026", "10 to 25"):
        assert shown in text
    assert "apply arc welding techniques" in text
    assert "AWS D1.1" in text
    assert "About 6 numbers are withheld" in text


def test_a_chosen_occupation_shows_its_own_skills(provider, released):
    text = provider.get("/signals", params={"occupation": "51-4121.00"}).text
    assert "Skills for Welders" in text
    assert "read &lt;b&gt;drawings&lt;/b&gt;" in text
    assert "apply arc welding techniques" not in text


def test_what_is_too_little_to_publish_is_said_in_words(world, provider, release):
    bare = replace(release, signals=(replace(SIGNALS[3], openings=None),), withheld=0)
    Releases(world.tenant).publish(world.cycle.id, bare, ())
    text = provider.get("/signals").text
    assert "Too few employers ask for the same skills" in text
    assert '<span class="soft">withheld or not given</span>' in text
    assert "they are withheld or the employers gave none" in text
    assert "Nothing had to be withheld" not in text


def test_nothing_is_called_withheld_where_everything_is_told(world, provider, release):
    full = replace(release, signals=(SIGNALS[3],), withheld=0)
    Releases(world.tenant).publish(world.cycle.id, full, ())
    text = provider.get("/signals").text
    assert "Nothing had to be withheld in this release" in text
    assert "withheld or" not in text


def test_the_page_says_that_a_number_may_go_on_counting_who_withdrew(provider, released):
    text = provider.get("/signals").text
    assert "may go on counting an employer who has withdrawn, until at least 2 others" in text


def test_earlier_releases_stay_at_their_address(world, provider, released):
    later = replace(released, number=2, at=released.at + timedelta(days=9), employers=15)
    Releases(world.tenant).publish(world.cycle.id, later, ())
    newest, first = provider.get("/signals").text, provider.get("/signals/fall-2026/1").text
    assert 'href="/signals/fall-2026/1"' in newest
    assert ("about 15" in newest, "about 15" in first) == (True, False)
    assert "This is an earlier release" in first
    assert "This is an earlier release" not in newest


def test_the_latest_release_is_the_one_made_last_in_any_cycle(world, provider, released):
    spring = Cycles(world.tenant).open("Spring", released.at.date(), released.at.date())
    Releases(world.tenant).publish(spring.id, replace(released, cycle="Spring"), ())
    assert "Maple Valley, Spring" in provider.get("/signals").text


def test_a_release_can_be_taken_along_as_a_file(provider, released):
    file = provider.get("/signals/fall-2026/1.csv")
    assert file.text == csv_of(released)
    assert file.headers["content-type"].startswith("text/csv")
    assert "signals-fall-2026-1.csv" in file.headers["content-disposition"]


@pytest.mark.parametrize(
    "path", ["/signals/fall-2026/2", "/signals/x/1.csv", f"/signals/fall-2026/{9**40}"]
)
def test_an_unknown_release_is_not_found(provider, released, path):
    assert provider.get(path).status_code == 404


def test_releases_of_another_partnership_are_not_there(world, provider, release):
    other = Register(world.database).found("Elsewhere")
    tenant = world.database.tenant(other.id)
    cycle = Cycles(tenant).open("Fall 2026", release.at.date(), release.at.date())
    Releases(tenant).publish(cycle.id, release, ())
    assert "Nothing has been released yet" in provider.get("/signals").text
    assert provider.get("/signals/fall-2026/1.csv").status_code == 404


def test_tables_have_captions_and_their_rows_have_heads(provider, released):
    text = provider.get("/signals").text
    assert text.count("<caption>") == text.count("<table") == 3
    assert text.count('scope="row"') == 3
    assert text.index("<h1>") < text.index("<h2>") < text.index("<h3>")


def test_a_confirmed_answer_shows_only_after_a_release(world, provider):
    for employer in ("Ada", "Bob", "Cyd"):
        world.confirm(employer)
    assert "read engineering drawings" not in provider.get("/signals").text
    world.release()
    text = provider.get("/signals").text
    assert "read engineering drawings" in text
    assert not any(employer in text for employer in ("Ada", "Bob", "Cyd"))


@pytest.mark.parametrize(
    ("cycle", "path"),
    [
        ("Fall 2026", "/signals/fall-2026/1"),
        ("Q3/Q4", "/signals/q3-q4/1"),
        ("Été", "/signals/%C3%A9t%C3%A9/1"),
        ("!", "/signals/cycle/1"),
    ],
)
def test_a_cycle_gives_its_name_to_the_address(release, cycle, path):
    assert path_of(replace(release, cycle=cycle)) == path


def test_a_cycle_with_an_accent_is_found_at_its_address(world, provider, release):
    summer = replace(release, cycle="Été")
    Releases(world.tenant).publish(world.cycle.id, summer, ())
    assert provider.get(path_of(summer)).status_code == 200
    assert provider.get(f"{path_of(summer)}.csv").text == csv_of(summer)
