import re
from dataclasses import replace
from urllib.parse import urlencode

import pytest

from needs.answers import Skill
from needs.concept import Concept
from needs.dictionary import Article, Entry, Related, Section
from needs.local import own_concept
from needs.succession import Proposal
from storage.access import Access
from storage.local_names import LocalNames
from storage.register import Register
from storage.successions import Successions
from tests.web.world import CONCEPTS, MACHINIST, READING, WELDER, WELDING, World
from web.adding import LONGEST
from web.given import Dictionary

PROGRAMME = Concept("cip", "48.0508", "Welding Technology/Welder", "2020")
KINDS = {"onet": "occupation", "esco": "skill", "cip": "programme"}


def entry(concept: Concept) -> Entry:
    code = concept.uri if concept.scheme != "esco" else ""
    return Entry(concept, KINDS[concept.scheme], f"{concept.scheme.upper()} 9", code)


def article(scheme: str, uri: str) -> Article | None:
    for one in (*CONCEPTS, PROGRAMME):
        if (one.scheme, one.uri) == (scheme, uri):
            return Article(entry(one), "What it is.", (one.label, "fusing"), sections(one))
    return None


def sections(concept: Concept) -> tuple[Section, ...]:
    if concept == WELDER:
        return (Section("programmes", (Related(entry(PROGRAMME)),)),)
    if concept == MACHINIST:
        return (Section("programmes", (), missing="cip-soc"),)
    return ()


def look_up(words: str, kind: str) -> list[Entry]:
    found = [one for one in (*CONCEPTS, PROGRAMME) if words in one.label.casefold()]
    return [entry(one) for one in found if kind in ("", KINDS[one.scheme])]


def meant(words: str) -> list[Entry]:
    return [entry(one) for one in CONCEPTS if words.casefold() == one.label.casefold()]


@pytest.fixture
def world(world: World) -> World:
    credits = ("Some <b>credit</b> to show.",)
    dictionary = Dictionary(look_up, article, meant)
    world.site = replace(world.site, dictionary=dictionary, attributions=credits)
    return world


@pytest.fixture
def browser(world):
    return world.signed_in("convener")


def at(concept: Concept) -> str:
    return "/convener/concept?" + urlencode({"scheme": concept.scheme, "uri": concept.uri})


def form(words: str, concept: Concept | None = WELDING, kind: str = "skill", **more: str):
    place = {"scheme": concept.scheme, "uri": concept.uri} if concept else {}
    return {"words": words, "kind": kind} | place | more


def add(browser, *said, **more):
    return browser.post("/convener/concepts/words", data=form(*said, **more))


def own(world: World) -> list[tuple[str, Concept]]:
    return [(one.words, one.concept) for one in LocalNames(world.tenant).all()]


def numbers(world: World) -> list[int]:
    return [one.id for one in LocalNames(world.tenant).all()]


def test_a_search_shows_what_was_found_with_its_kind_source_and_code(browser):
    page = browser.get("/convener/concepts?q=welding").text
    assert ">apply arc welding techniques</a>" in page
    assert ">Welding Technology/Welder</a>" in page
    assert all(word in page for word in ("Programme", "CIP 9", "48.0508"))


def test_a_search_can_be_held_to_one_kind(browser):
    page = browser.get("/convener/concepts?q=weld&kind=occupation").text
    assert "Welders, Cutters" in page
    assert "Welding Technology" not in page
    assert '<option value="occupation" selected>' in page


def test_what_is_not_found_is_said_with_what_to_do(browser):
    page = browser.get("/convener/concepts?q=zzz").text
    assert "Nothing was found" in page
    assert "needline taxonomy import" in page


@pytest.mark.parametrize("hostile", ['"><script>x</script>', "' OR 1=1 --", "🙂" * 3000, "%00\0"])
def test_a_hostile_search_is_shown_as_text(browser, hostile):
    answer = browser.get("/convener/concepts?" + urlencode({"q": hostile, "kind": hostile[:20]}))
    assert answer.status_code == 200
    assert "<script>x" not in answer.text


def test_an_occupation_shows_its_programmes_as_links(browser):
    page = browser.get(at(WELDER)).text
    assert "Programmes that lead here" in page
    assert 'href="/convener/concept?scheme=cip&amp;uri=48.0508"' in page


def test_without_the_crosswalk_the_page_says_what_to_import(browser):
    page = browser.get(at(MACHINIST)).text
    assert "Programmes appear once the CIP–SOC crosswalk is imported" in page
    assert "needline taxonomy import CIP2020_SOC2018_Crosswalk.xlsx" in page


@pytest.mark.parametrize("path", ["/convener/concepts", at(WELDER)])
def test_the_owners_of_the_vocabularies_get_their_credit(browser, path):
    assert "Some &lt;b&gt;credit&lt;/b&gt; to show." in browser.get(path).text


def test_a_concept_that_is_not_there_is_not_found(browser):
    assert browser.get("/convener/concept?scheme=esco&uri=esco:made-up").status_code == 404


@pytest.mark.parametrize("path", ["/convener/concepts", at(WELDER)])
def test_only_conveners_see_local_words(world, path):
    assert world.browser().get(path).status_code == 401
    assert world.signed_in("provider").get(path).status_code == 403
    answer = add(world.signed_in("provider"), "the Mazak")
    assert (answer.status_code, own(world)) == (403, [])


def test_words_are_added_shown_as_local_and_taken_back(world, browser):
    page = add(browser, "the Mazak").text
    assert "“the Mazak” now means apply arc welding techniques" in page
    assert re.search(r"the Mazak</span> <span class=\"badge\">local</span>", page)
    assert "the Mazak <span" in browser.get("/convener/concepts").text
    page = browser.post(f"/convener/concepts/words/{numbers(world)[0]}/remove").text
    assert "the Mazak" not in page
    number = re.search(r"words/(\d+)/restore", page)[1]
    page = browser.post(f"/convener/concepts/words/{number}/restore").text
    assert "“the Mazak” now means" in page
    assert own(world) == [("the Mazak", WELDING)]


def test_what_somebody_else_removed_already_is_said(world, browser):
    add(browser, "the Mazak")
    path = f"/convener/concepts/words/{numbers(world)[0]}/remove"
    browser.post(path)
    assert "had been done already" in browser.post(path).text
    assert browser.post("/convener/concepts/words/999/restore").status_code == 200


def test_a_concept_of_their_own_is_a_page_like_any_other(world, browser):
    page = add(browser, "Run  the Mazak", None).text
    assert "<h1>Run the Mazak</h1>" in page
    assert '<span class="badge">local</span>' in page
    concept = own_concept(world.partnership.id, "skill", "Run the Mazak")
    page = add(browser, "Mazak", concept).text
    assert own(world) == [("Run the Mazak", concept), ("Mazak", concept)]
    page = browser.post(f"/convener/concepts/words/{numbers(world)[0]}/remove").text
    assert (own(world), browser.get(at(concept)).status_code) == ([], 404)
    browser.post(f"/convener/concepts/words/{re.search(r'words/(.+)/restore', page)[1]}/restore")
    assert len(own(world)) == 2


def test_an_occupation_of_their_own_is_refused_because_signals_need_a_code(world, browser):
    assert add(browser, "Mazak hand", None, "occupation").status_code == 404
    assert add(browser, "Mazak hand", MACHINIST, "occupation").status_code == 200
    assert own(world) == [("Mazak hand", MACHINIST)]


def test_words_go_only_to_concepts_of_their_kind(world, browser):
    assert add(browser, "Mazak", MACHINIST, "skill").status_code == 404
    assert add(browser, "Mazak", PROGRAMME, "skill").status_code == 404
    assert own(world) == []


def test_words_that_are_there_already_are_added_once(world, browser):
    add(browser, "the Mazak")
    answer = add(browser, "MAZAK")
    assert answer.status_code == 409
    assert "is there already" in answer.text
    assert len(own(world)) == 1


def test_the_same_words_for_another_concept_are_refused_with_the_reason(world, browser):
    add(browser, "the Mazak")
    page = add(browser, "Mazak", READING, sure="1").text
    assert "“Mazak” is not added: in your partnership it means" in page
    assert ">apply arc welding techniques</a>" in page
    assert own(world) == [("the Mazak", WELDING)]


def test_words_that_mean_something_else_are_added_only_when_that_is_meant(world, browser):
    answer = add(browser, "Read engineering drawings")
    assert (answer.status_code, own(world)) == (409, [])
    assert "already means" in answer.text
    assert ">read engineering drawings</a>" in answer.text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', answer.text))
    browser.post("/convener/concepts/words", data=hidden)
    assert own(world) == [("Read engineering drawings", WELDING)]


def test_an_own_concept_with_a_known_name_is_asked_about_as_well(world, browser):
    answer = add(browser, "Machinists", None)
    assert (answer.status_code, own(world)) == (409, [])
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', answer.text))
    assert browser.post("/convener/concepts/words", data=hidden).status_code == 200
    assert [words for words, _ in own(world)] == ["Machinists"]


def test_a_name_that_the_concept_has_is_not_added_again(world, browser):
    page = add(browser, "apply ARC welding techniques").text
    assert "one of its names already" in page
    assert own(world) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [("", "at least two letters"), ("\u200b\0 ", "at least two"), ("!?", "at least two"),
     ("x" * (LONGEST + 1), "too long"), ("x" * 40_000, "too long")],
)  # fmt: skip
def test_words_that_cannot_be_looked_for_are_refused(world, browser, words, said):
    answer = add(browser, words)
    assert answer.status_code == 409
    assert said in answer.text
    assert len(answer.text) < 20_000
    assert own(world) == []


def test_hostile_words_are_shown_as_text(world, browser):
    words = '<script>alert("x")</script>{{ 7*7 }}'
    page = add(browser, words).text + browser.get("/convener/concepts").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert "{{ 7*7 }}" in page
    assert own(world) == [(words, WELDING)]


def test_another_partnership_sees_none_of_it(world, browser):
    add(browser, "the Mazak")
    add(browser, "Run the Mazak", None)
    other = Register(world.database).found("Care in the hills")
    token = Access(world.database).issue(
        other.id, "convener", world.clock[0], world.clock[0].resolution * 10**9
    )
    stranger = world.browser()
    stranger.post(f"/sign-in/{token}")
    assert "Mazak" not in stranger.get("/convener/concepts").text
    assert "Mazak" not in stranger.get(at(WELDING)).text
    theirs = own_concept(world.partnership.id, "skill", "Run the Mazak")
    assert stranger.get(at(theirs)).status_code == 404
    stranger.post(f"/convener/concepts/words/{numbers(world)[0]}/remove")
    assert len(own(world)) == 2


def test_confirmed_words_count_for_the_concept_from_then_on(world, browser):
    conversation = world.confirm("Harlan Tools", (Skill("the Mazak"),))
    page = f"/convener/interviews/{conversation}"
    assert "nothing in the list" in browser.get(page).text
    add(browser, "Mazak")
    assert "<strong>apply arc welding techniques</strong>" in browser.get(page).text
    assert [one.concept for need in world.press().needs() for one in need.skills] == [WELDING]


def test_where_words_are_matched_their_own_meaning_is_said(browser):
    add(browser, "the Mazak")
    page = browser.get("/convener/mapping?kind=skill&words=mazak").text
    assert re.search("they mean <a [^>]+>apply arc welding techniques</a>", page)
    assert "they mean" not in browser.get("/convener/mapping?kind=skill&words=lathe").text


def test_a_decision_about_the_same_words_wins(world, browser):
    world.confirm("Harlan Tools", (Skill("the Mazak"),))
    add(browser, "Mazak")
    choice = {"scheme": "esco", "uri": "esco:reading", "q": "drawings"}
    about = {"kind": "skill", "words": "the mazak"}
    browser.post("/convener/mapping", data=about | choice)
    assert [one.concept for need in world.press().needs() for one in need.skills] == [READING]


def test_a_concept_of_their_own_can_be_chosen_for_words(world, browser):
    conversation = world.confirm("Harlan Tools", (Skill("makes chips"),))
    page = browser.get("/convener/mapping?kind=skill&words=makes+chips").text
    link = re.search(r'href="(/convener/concepts\?kind=skill&amp;words=makes[^#"]+#own)"', page)
    assert 'value="makes chips"' in browser.get(link[1].replace("&amp;", "&")).text
    add(browser, "Run the Mazak", None)
    concept = own_concept(world.partnership.id, "skill", "Run the Mazak")
    about = {"kind": "skill", "words": "makes chips", "q": "mazak", "interview": conversation}
    choice = {"scheme": concept.scheme, "uri": concept.uri}
    page = browser.post("/convener/mapping", data=about | choice).text
    assert "<strong>Run the Mazak</strong>" in page


GONE = Concept("esco", "esco:blower", "tend blower", "1.1.0")


def test_words_for_a_concept_that_the_version_in_use_lacks_can_be_seen_and_removed(world, browser):
    number = LocalNames(world.tenant).add("skill", "puffer", GONE, "me", world.clock[0])
    assert "version 1.1.0, which is not in use" in browser.get(at(GONE)).text
    answer = browser.post(f"/convener/concepts/words/{number}/remove")
    assert answer.status_code == 200
    assert f"words/{number}/restore" in answer.text
    assert own(world) == []


def test_words_stand_at_the_concept_that_took_the_place_of_theirs(world, browser):
    LocalNames(world.tenant).add("skill", "puffer", GONE, "me", world.clock[0])
    Successions(world.tenant).carry([Proposal("skill", GONE, WELDING)], "1.1.1", world.clock[0])
    assert "puffer</span>" in browser.get(at(WELDING)).text
    assert "tend blower" not in browser.get("/convener/concepts").text
    page = browser.get("/convener/mapping?kind=skill&words=puffer").text
    assert re.search("they mean <a [^>]+>apply arc welding techniques</a>", page)


def test_words_that_come_back_to_a_removed_concept_of_their_own_can_be_seen(world, browser):
    concept = own_concept(world.partnership.id, "skill", "Run the Mazak")
    add(browser, "Run the Mazak", None)
    add(browser, "Maz", concept)
    founder, more = numbers(world)
    for number in (more, founder):
        browser.post(f"/convener/concepts/words/{number}/remove")
    page = browser.post(f"/convener/concepts/words/{more}/restore")
    assert page.status_code == 200
    assert "<h1>Run the Mazak</h1>" in page.text


@pytest.mark.parametrize("sign", ["\xad", "\u2060", "\u061c", "\U000e0041", "\u202e"])
def test_signs_that_nobody_sees_are_not_kept(world, browser, sign):
    add(browser, f"run {sign}Mazak{sign}")
    assert own(world) == [("run Mazak", WELDING)]
