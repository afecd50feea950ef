import re
from urllib.parse import quote, urlencode

from needs.answers import Skill
from web.interviews import names

MIG = Skill("MIG welding", None)


def open_interview(browser, conversation):
    return browser.get(f"/convener/interviews/{quote(conversation)}")


def mapping(browser, **about):
    return browser.get("/convener/mapping?" + urlencode({"kind": "skill"} | about))


def test_each_value_stands_beside_the_words_it_was_read_from(world):
    conversation = world.confirm("Harlan Tools")
    page = open_interview(world.signed_in("convener"), conversation).text
    assert "They must <mark>read prints</mark>; that matters most." in page
    assert "Hires in the next 12 months" in page
    assert "Chosen with a button" in page


def test_the_page_speaks_about_the_employer_and_not_to_them():
    assert names()["respondent.role"] == "their job"
    assert not any(re.search(r"\byou", name) for name in names().values())


def test_of_an_open_interview_only_the_stage_is_shown(world):
    conversation = world.answer_unfinished("Lakeside Packaging")
    page = open_interview(world.signed_in("convener"), conversation).text
    assert "has not confirmed anything yet" in page
    assert "Answering" in page
    assert "$99" not in page


def test_of_a_stopped_interview_the_page_says_that_nothing_is_kept(world):
    conversation = world.answer_unfinished("Lakeside Packaging", "stopped")
    page = open_interview(world.signed_in("convener"), conversation).text
    assert "Nothing of what they said is kept" in page


def test_an_interview_that_is_not_there_is_not_found(world):
    assert open_interview(world.signed_in("convener"), "slack:nobody").status_code == 404


def test_a_search_offers_concepts_and_none_of_these(world):
    page = mapping(world.signed_in("convener"), words="mig welding").text
    assert ">apply arc welding techniques</button>" in page
    assert ">None of these</button>" in page
    assert "every employer in the partnership" in page


def test_a_search_can_be_worded_differently(world):
    page = mapping(world.signed_in("convener"), words="prints", q="drawings").text
    assert ">read engineering drawings</button>" in page


def test_occupations_are_offered_with_their_codes(world):
    page = mapping(world.signed_in("convener"), kind="occupation", words="machinists").text
    assert "Machinists (51-4041.00)" in page


def test_a_decision_holds_for_the_same_words_of_every_employer(world):
    first = world.confirm("Harlan Tools", (MIG,))
    second = world.confirm("Oak Foundry", (Skill("mig  WELDING", None),))
    browser = world.signed_in("convener")
    assert "nothing in the list" in open_interview(browser, first).text
    form = {"kind": "skill", "words": "mig welding", "interview": first}
    choice = {"scheme": "esco", "uri": "esco:welding"}
    assert "decided by you" in browser.post("/convener/mapping", data=form | choice).text
    assert "<strong>apply arc welding techniques</strong>" in open_interview(browser, second).text


def test_a_decision_can_say_that_nothing_fits(world):
    conversation = world.confirm("Harlan Tools")
    browser = world.signed_in("convener")
    form = {"kind": "skill", "words": "read prints", "interview": conversation}
    page = browser.post("/convener/mapping", data=form).text
    assert "nothing in the list" in page
    assert "read engineering drawings" not in page
    assert "none of these</strong>" in mapping(browser, words="read prints").text


def test_the_newest_decision_can_be_taken_back(world):
    conversation = world.confirm("Harlan Tools")
    browser = world.signed_in("convener")
    form = {"kind": "skill", "words": "read prints", "interview": conversation}
    choice = {"scheme": "esco", "uri": "esco:welding", "q": "arc welding"}
    browser.post("/convener/mapping", data=form | choice)
    browser.post("/convener/mapping", data=form)
    once = browser.post("/convener/mapping/undo", data=form).text
    assert "<strong>apply arc welding techniques</strong>" in once
    twice = browser.post("/convener/mapping/undo", data=form).text
    assert "<strong>read engineering drawings</strong>" in twice
    assert "decided by you" not in twice


def test_a_concept_that_nobody_offered_is_not_taken(world):
    form = {"kind": "skill", "words": "mig welding", "scheme": "esco", "uri": "esco:made-up"}
    assert world.signed_in("convener").post("/convener/mapping", data=form).status_code == 404


def test_the_way_back_stays_on_this_site(world):
    form = {"kind": "skill", "words": "x", "interview": "//evil.example/"}
    browser = world.signed_in("convener")
    answer = browser.post("/convener/mapping", data=form, follow_redirects=False)
    assert answer.headers["location"].startswith("/convener/interviews/")


def test_a_skill_is_not_taken_for_an_occupation(world):
    form = {"kind": "occupation", "words": "welding", "scheme": "esco", "uri": "esco:welding"}
    assert world.signed_in("convener").post("/convener/mapping", data=form).status_code == 404


def test_what_was_chosen_after_another_search_is_taken(world):
    page = mapping(world.signed_in("convener"), words="prints", q="drawings").text
    assert '<input type="hidden" name="q" value="drawings">' in page


def test_until_it_is_confirmed_an_interview_goes_by_the_name_of_the_invitation(world):
    conversation = world.answer_unfinished("Typed too early")
    browser = world.signed_in("convener")
    assert "<h1>Not said yet</h1>" in open_interview(browser, conversation).text
    _, token = world.invite("Oak Foundry")
    world.browser().get(f"/i/{token}")
    assert "<h1>Oak Foundry</h1>" in open_interview(browser, "web:1").text


def test_the_convener_can_delete_an_interview_once_they_are_sure(world):
    conversation = world.confirm("Harlan Tools")
    browser = world.signed_in("convener")
    link = re.search(
        r'href="(/convener/deletion[^"]+)"', open_interview(browser, conversation).text
    )
    page = browser.get(link[1]).text
    assert "Delete the interview of Harlan Tools?" in page
    assert "Harlan Tools" in browser.get("/convener").text, "nothing is deleted yet"
    page = browser.post("/convener/deletion", data={"interview": conversation}).text
    assert "Harlan Tools</a>" not in page
    assert "Nothing of what they said is kept" in open_interview(browser, conversation).text
    assert world.intake.confirmed(world.cycle.id) == {}


def test_nobody_deletes_what_is_not_there_or_not_theirs(world):
    conversation = world.confirm("Harlan Tools")
    browser = world.signed_in("convener")
    data = {"interview": "slack:nobody"}
    assert browser.post("/convener/deletion", data=data).status_code == 404
    provider = world.signed_in("provider")
    data = {"interview": conversation}
    assert provider.post("/convener/deletion", data=data).status_code == 403
    assert conversation in world.intake.confirmed(world.cycle.id)
