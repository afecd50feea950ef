import re
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import quote

import pytest

from needs.answers import Skill
from needs.concept import Concept
from needs.fact import Fact, Given
from needs.succession import Heirs, Proposal, Suggestion, bare, identity
from signals.release import Draft
from storage.cycles import Cycles
from storage.mappings import Mappings
from storage.successions import Successions
from tests.web.world import MACHINIST, READING, WELDER, WELDING
from web.decisions import decided, needs_of

GONE = Concept("esco", "esco:blower", "tend blower", "1.1.0")
NEWER = replace(READING, label="read engineering drawing", version="1.2.0")
SUGGESTED = Suggestion(WELDING, 0.7, "has a similar name")
OPEN = Proposal("skill", GONE, None, (SUGGESTED,))
BLOWER = (Skill("mind the blower", GONE),)
BUTTON = Given("button", "m1")
KEEP, NONE = {"choice": "keep"}, {"choice": "none"}
WELD = {"choice": "heir", "scheme": "esco", "uri": WELDING.uri}


@pytest.fixture
def ask(world):
    """Let a newer version leave a concept out; returns the number of the question."""

    def ask(proposal=OPEN):
        Successions(world.tenant).carry([proposal], "1.1.1", world.clock[0])
        return Successions(world.tenant).standing()[-1].id

    return ask


def versions(browser, **query):
    return browser.get("/convener/versions", params=query)


def decide(browser, number, form):
    return browser.post(f"/convener/versions/{number}", data=form)


def labels(world, press=None):
    ready = (press or world.press()).draft(world.clock[0])
    assert isinstance(ready, Draft)
    return {signal.concept.label for signal in ready.release.signals}


def heir_of(world, concept=GONE):
    return Successions(world.tenant).heirs().of(concept)


def test_where_nothing_changed_the_page_says_so(world):
    page = versions(world.signed_in("convener")).text
    assert "Nothing waits for you." in page
    assert "No newer version has been taken into use" in page


def test_what_waits_is_shown_with_who_holds_it_and_why_others_fit(world, ask):
    for name in ("One", "Two"):
        world.confirm(name, BLOWER)
    ask()
    page = versions(world.signed_in("convener")).text
    assert "1 waits for you" in page
    assert ">tend blower</h3>" in page
    assert "version 1.1.0 · now 1.1.1" in page
    assert "2 interviews hold it" in page
    assert re.search(r"apply arc welding techniques <span[^>]*>– has a similar name", page)


def test_the_first_page_points_to_what_waits(world, ask):
    browser = world.signed_in("convener")
    assert "/convener/versions" not in browser.get("/convener").text
    ask()
    assert 'href="/convener/versions"' in browser.get("/convener").text


def test_a_suggestion_takes_the_place_in_what_is_released_and_shown(world, ask):
    talks = [world.confirm(name, BLOWER) for name in ("One", "Two", "Three")]
    number, browser = ask(), world.signed_in("convener")
    assert "tend blower" in labels(world), "until somebody chooses, the old one stays"
    page = decide(browser, number, WELD).text
    assert "Kept: “tend blower” is now “apply arc welding techniques”." in page
    assert "Nothing waits for you." in page
    assert "apply arc welding techniques" in labels(world)
    assert "tend blower" not in labels(world)
    shown = browser.get(f"/convener/interviews/{quote(talks[0])}").text
    assert "<strong>apply arc welding techniques</strong>" in shown


def test_facts_and_decisions_stay_as_they_were_said(world, ask):
    conversation = world.confirm("One", BLOWER)
    Mappings(world.tenant).decide("skill", "fan", GONE, "convener", world.clock[0])
    before = world.intake.facts(conversation), Mappings(world.tenant).history()
    decide(world.signed_in("convener"), ask(), WELD)
    assert (world.intake.facts(conversation), Mappings(world.tenant).history()) == before


def test_another_concept_can_be_searched_for_and_chosen(world, ask):
    number, browser = ask(), world.signed_in("convener")
    page = versions(browser, about=number, q="engineering drawings").text
    assert "1 result for “engineering drawings”" in page
    found = {"choice": "heir", "scheme": "esco", "uri": READING.uri}
    assert (
        "is now “read engineering drawings”"
        in decide(browser, number, found | {"q": "drawings"}).text
    )


def test_a_search_may_find_nothing(world, ask):
    page = versions(world.signed_in("convener"), about=ask(), q="poetry").text
    assert "Nothing was found for “poetry”" in page


def test_a_concept_that_nobody_offered_is_not_taken(world, ask):
    number, browser = ask(), world.signed_in("convener")
    made_up = {"choice": "heir", "scheme": "esco", "uri": READING.uri}
    assert decide(browser, number, made_up).status_code == 404
    assert heir_of(world) == GONE


def test_none_of_these_takes_the_skill_out(world, ask):
    for name in ("One", "Two", "Three"):
        world.confirm(name, (*BLOWER, Skill("read prints", READING)))
    number = ask()
    page = decide(world.signed_in("convener"), number, NONE).text
    assert "“tend blower” stands for nothing in the list any more." in page
    assert labels(world) == {READING.label, WELDER.label}


def test_the_old_one_can_be_kept_for_good(world, ask):
    for name in ("One", "Two", "Three"):
        world.confirm(name, BLOWER)
    page = decide(world.signed_in("convener"), ask(), KEEP).text
    assert "“tend blower” stays as it was." in page
    assert "tend blower" in labels(world)
    assert Successions(world.tenant).waiting() == 0


def test_a_decision_can_be_taken_back_and_waits_again(world, ask):
    browser = world.signed_in("convener")
    page = decide(browser, ask(), WELD).text
    (undo,) = set(re.findall(r'action="(/convener/versions/\d+/undo)"', page))
    page = browser.post(undo).text
    assert "1 waits for you" in page
    assert "has a similar name" in page
    assert heir_of(world) == GONE


def test_the_second_of_two_conveners_is_told_that_somebody_was_quicker(world, ask):
    number = ask()
    decide(world.signed_in("convener"), number, WELD)
    for form in (KEEP, WELD):
        answer = decide(world.signed_in("convener"), number, form)
        assert answer.status_code == 409
        assert "Somebody else was quicker" in answer.text
    assert heir_of(world) == WELDING
    answer = world.signed_in("convener").post(f"/convener/versions/{number}/undo")
    assert answer.status_code == 409, "a question is no decision"


def test_each_convener_is_told_their_own_decision(world, ask):
    first, second = ask(), ask(Proposal("skill", READING))
    jo, ann = world.signed_in("convener"), world.signed_in("convener")
    to = jo.post(f"/convener/versions/{first}", data=NONE, follow_redirects=False)
    decide(ann, second, KEEP)
    page = jo.get(to.headers["location"]).text
    assert "Kept: “tend blower” stands for nothing" in page
    undo = re.search(r"Kept:.*?/versions/(\d+)/undo", page, re.DOTALL)
    jo.post(f"/convener/versions/{undo[1]}/undo")
    assert "Kept:" not in jo.get(to.headers["location"]).text
    assert heir_of(world, READING) == READING


def test_only_occupations_with_a_code_are_offered(world, ask):
    theirs = Concept("esco", "esco:welder", "welder", "1.1.1")
    browser = world.signed_in("convener", search=lambda words, kind: [theirs, WELDER])
    number = ask(Proposal("occupation", MACHINIST))
    page = versions(browser, about=number, q="welder").text
    assert "(51-4121.00)" in page
    assert "esco:welder" not in page
    page = browser.get("/convener/mapping?kind=occupation&words=welders").text
    assert "(51-4121.00)" in page
    assert "esco:welder" not in page


def test_what_was_carried_over_by_itself_is_counted_and_can_be_shown(world):
    proposals = [
        Proposal("skill", WELDING, replace(WELDING, version="1.2.0")),
        Proposal("skill", READING, NEWER),
    ]
    Successions(world.tenant).carry(proposals, "1.2.0", world.clock[0])
    page = versions(world.signed_in("convener")).text
    assert "2 links are certain" in page
    assert "“read engineering drawings” is now “read engineering drawing”" in page
    assert "<li>apply arc welding techniques</li>" in page
    assert "Everything has found its place." in page


def test_interviews_count_for_what_they_lead_to_over_older_versions(world, ask):
    world.confirm("One", (Skill("prints", READING),))
    ask(Proposal("skill", READING, NEWER))
    ask(Proposal("skill", NEWER))
    page = versions(world.signed_in("convener")).text
    assert "1 interview holds it" in page


def test_a_question_whose_interviews_are_deleted_stays_without_them(world, ask):
    conversation = world.confirm("One", BLOWER)
    ask()
    world.intake.forget(conversation, world.clock[0])
    assert "no interview holds it any more" in versions(world.signed_in("convener")).text


def test_decided_titles_count_as_well(world, ask):
    world.confirm("One")
    Mappings(world.tenant).decide("occupation", "welders", MACHINIST, "me", world.clock[0])
    ask(Proposal("occupation", MACHINIST))
    page = versions(world.signed_in("convener")).text
    assert "Occupation, version 30.0" in page
    assert "1 interview holds it" in page


def test_the_most_held_comes_first(world, ask):
    world.confirm("One", (Skill("prints", READING),))
    ask()
    ask(Proposal("skill", READING))
    page = versions(world.signed_in("convener")).text
    assert page.index("read engineering drawings</h3>") < page.index("tend blower</h3>")


def test_providers_and_strangers_stay_outside(world, ask):
    number = ask()
    for browser, status in ((world.signed_in("provider"), 403), (world.browser(), 401)):
        assert versions(browser).status_code == status
        assert decide(browser, number, NONE).status_code == status
        assert browser.post(f"/convener/versions/{number}/undo").status_code == status
    assert heir_of(world) == GONE


def test_a_number_that_is_none_is_answered_plainly(world):
    browser = world.signed_in("convener")
    assert decide(browser, 10**30, NONE).status_code == 422
    assert decide(browser, 7, NONE).status_code == 409
    assert decide(browser, 7, {"choice": "all"}).status_code == 422


def test_labels_are_shown_and_not_run(world, ask):
    ask(Proposal("skill", replace(GONE, label="<script>x</script>")))
    assert "<script>x" not in versions(world.signed_in("convener")).text


# The ledger compares a number with its own past alone: what takes another's place has none.


def test_a_cycle_keeps_what_its_first_release_was_made_with(world, ask):
    for name in ("One", "Two", "Three"):
        world.confirm(name, BLOWER)
    number = ask()
    world.release()
    world.wait(hours=1)
    world.confirm("Four", (Skill("weld", WELDING),))
    decide(world.signed_in("convener"), number, WELD)
    for name in ("Five", "Six"):
        world.confirm(name, (Skill("weld", WELDING),))
    ready = world.press().draft(world.clock[0])
    counted = {one.concept.label: one.employers for one in ready.release.signals}
    assert counted["tend blower"] == 3
    assert counted["apply arc welding techniques"] == 3, "the three who said so, and no more"


def test_undoing_after_a_release_changes_nothing_in_its_cycle(world, ask):
    for name in ("One", "Two", "Three"):
        world.confirm(name, BLOWER)
    browser = world.signed_in("convener")
    decide(browser, ask(), WELD)
    world.release()
    world.wait(hours=1)
    decision = Successions(world.tenant).standing()[-1]
    browser.post(f"/convener/versions/{decision.id}/undo")
    for name in ("Four", "Five", "Six"):
        world.confirm(name, BLOWER)
    assert "tend blower" not in labels(world)
    assert "apply arc welding techniques" in labels(world)


def test_a_choice_counts_in_the_next_cycle(world, ask):
    for name in ("One", "Two", "Three"):
        world.confirm(name, BLOWER)
    number = ask()
    world.release()
    world.wait(hours=1)
    decide(world.signed_in("convener"), number, WELD)
    opens = date(2026, 12, 2)
    world.cycle = Cycles(world.tenant).open("Spring 2027", opens, opens + timedelta(days=90))
    for name in ("Alpha", "Beta", "Gamma"):
        world.confirm(name, BLOWER)
    assert "tend blower" not in labels(world)


@pytest.mark.parametrize("released", [False, True])
def test_an_occupation_that_has_gone_counts_until_somebody_chooses(world, ask, released):
    for name in ("One", "Two", "Three"):
        world.confirm(name)
    if released:
        world.release()
        world.wait(hours=1)
    ask(Proposal("occupation", replace(bare(WELDER.uri), label=WELDER.label)))
    for name in ("Four", "Five", "Six"):
        world.confirm(name)
    press = replace(world.press(), find=lambda scheme, uri: None)
    assert WELDER.label in labels(world, press)


# What successions do to facts, without any page.


def test_a_succession_applies_after_a_decision():
    facts = [Fact("role.skills", (Skill("fan", READING),), BUTTON, 0)]
    heirs = Heirs({identity(GONE): WELDING})
    (fact,) = decided(facts, {("skill", "fan"): GONE}, heirs)
    assert fact.value == (Skill("fan", WELDING),)


def test_an_occupation_that_was_decided_on_has_an_heir_too():
    facts = [Fact("role.title", "Fitter", BUTTON, 0)]
    heirs = Heirs({identity(WELDER): MACHINIST})
    (need,) = needs_of([facts], {("occupation", "fitter"): WELDER}, lambda *_: None, heirs)
    assert need.occupation == MACHINIST


@pytest.mark.parametrize(
    ("heir", "expected"),
    [
        (MACHINIST, MACHINIST),
        (None, None),
        (
            replace(bare("51-4121.00"), label="Welders"),
            Concept("onet", "51-4121.00", "Welders", ""),
        ),
    ],
)
def test_a_code_that_has_gone_leads_to_its_heir(heir, expected):
    facts = [Fact("role.title", "W", BUTTON, 0), Fact("role.occupation", "51-4121.00", BUTTON, 0)]
    heirs = Heirs({identity(bare("51-4121.00")): heir})
    (need,) = needs_of([facts], {}, lambda *_: None, heirs)
    assert need.occupation == expected


def test_a_code_that_was_kept_is_called_what_the_version_in_use_calls_it():
    facts = [Fact("role.title", "W", BUTTON, 0), Fact("role.occupation", WELDER.uri, BUTTON, 0)]
    heirs = Heirs({identity(bare(WELDER.uri)): bare(WELDER.uri)})
    (need,) = needs_of([facts], {}, lambda *_: WELDER, heirs)
    assert need.occupation == WELDER
