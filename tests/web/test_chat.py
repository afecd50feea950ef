import re
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.intake import Intake
from storage.invitations import Invitations

FORM = re.compile(r'name="form" value="([^"]+)"')


def form_in(page: Response) -> str:
    found = FORM.search(page.text)
    assert found
    return found[1]


def say(browser: TestClient, token: str, form: str = "form-0001", **fields: str) -> Response:
    return browser.post(f"/i/{token}", data={"form": form, "text": ""} | fields)


def test_the_bot_greets_whoever_opens_the_link_once(world):
    _, token = world.invite()
    browser = world.browser()
    assert "Hello, shall we start?" in browser.get(f"/i/{token}").text
    browser.get(f"/i/{token}")
    assert [message.id for message in world.echo.heard] == ["start:1"]


def test_an_answer_is_heard_and_shown_with_its_reply(world):
    _, token = world.invite()
    browser = world.browser()
    page = say(browser, token, form_in(browser.get(f"/i/{token}")), text="two welders\r\nby May")
    assert page.history[0].status_code == 303
    assert world.echo.heard[-1].text == "two welders\nby May"
    assert world.echo.heard[-1].at == world.clock[0]
    assert "<p>two welders\nby May</p>" in page.text
    assert "You said: two welders" in page.text


def test_each_page_has_a_form_of_its_own(world):
    _, token = world.invite()
    browser = world.browser()
    assert form_in(browser.get(f"/i/{token}")) != form_in(browser.get(f"/i/{token}"))


def test_the_same_form_sent_twice_is_one_message(world):
    _, token = world.invite()
    for _ in range(2):
        assert say(world.browser(), token, text="twelve").status_code == 200
    assert [message.text for message in world.echo.heard] == ["twelve"]


def test_two_employers_with_the_same_form_are_two_messages(world):
    for _, token in (world.invite("One"), world.invite("Two")):
        say(world.browser(), token, text="twelve")
    assert [message.text for message in world.echo.heard].count("twelve") == 2


def test_a_choice_is_sent_by_its_id_and_shown_by_its_label(world):
    _, token = world.invite()
    browser = world.browser()
    browser.get(f"/i/{token}")
    page = say(browser, token, choose="yes")
    assert (world.echo.heard[-1].choice, world.echo.heard[-1].text) == ("yes", "Yes, please")
    assert "You said: yes" in page.text


@pytest.mark.parametrize("word", ["skip", "summary", "pause", "delete my data"])
def test_the_words_under_the_box_are_said_for_the_employer(world, word):
    _, token = world.invite()
    browser = world.browser()
    assert f'name="word" value="{word}"' in browser.get(f"/i/{token}").text
    say(browser, token, word=word)
    assert world.echo.heard[-1].text == word


@pytest.mark.parametrize(
    ("asks", "done", "offered"),
    [
        (("role.pay",), False, {"skip", "summary", "pause", "delete my data"}),
        (("confirm",), False, {"summary", "pause", "delete my data"}),
        ((), True, {"summary", "delete my data"}),
    ],
)
def test_only_the_words_that_help_now_are_offered(world, asks, done, offered):
    _, token = world.invite()
    world.echo.asks, world.echo.done = asks, done
    page = world.browser().get(f"/i/{token}").text
    assert set(re.findall(r'name="word" value="([^"]+)"', page)) == offered


def test_a_word_is_no_way_around_the_longest_text(world):
    _, token = world.invite()
    assert say(world.browser(), token, word="a" * 50_000).status_code == 422
    assert world.echo.heard == []


def test_what_was_typed_stays_in_the_box_when_a_button_is_pressed(world):
    _, token = world.invite()
    page = say(world.browser(), token, choose="yes", text="half an answer")
    assert ">\nhalf an answer</textarea>" in page.text
    assert world.echo.heard[-1].choice == "yes"


def test_an_empty_answer_gets_a_hint_and_says_nothing(world):
    _, token = world.invite()
    page = say(world.browser(), token, text="  \n ")
    assert page.status_code == 422
    assert "nothing in the box" in page.text
    assert world.echo.heard == []


def test_forty_thousand_characters_fit_into_one_message(world):
    _, token = world.invite()
    assert say(world.browser(), token, text="😀" * 40_000).status_code == 200
    assert world.echo.heard[-1].text == "😀" * 40_000


def test_a_longer_text_is_not_sent_and_stays_in_the_box(world):
    _, token = world.invite()
    page = say(world.browser(), token, text="a" * 40_001)
    assert page.status_code == 422
    assert "40,001 characters" in page.text
    assert "a" * 40_001 in page.text
    assert world.echo.heard == []


def test_two_megabytes_are_refused_kindly(world):
    _, token = world.invite()
    page = say(world.browser(), token, text="a" * 2_000_000)
    assert page.status_code == 413
    assert "too much for one message" in page.text


def test_a_body_without_a_length_is_counted_too(world):
    _, token = world.invite()
    body = urlencode({"form": "form-0001", "text": "a" * 2_000_000}).encode()
    parts = (body[at : at + 100_000] for at in range(0, len(body), 100_000))
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    page = world.browser().post(f"/i/{token}", content=parts, headers=kind)
    assert page.status_code == 413
    assert world.echo.heard == []


@pytest.mark.parametrize("state", ["unknown", "expired", "revoked"])
def test_a_link_that_opens_nothing_says_nothing_about_why(world, state):
    invitation, token = world.invite("Harlan Tools")
    if state == "expired":
        world.wait(days=31)
    elif state == "revoked":
        Invitations(world.tenant).revoke(invitation.id, world.clock[0])
    else:
        token = "guessed"
    browser = world.browser()
    for page in (browser.get(f"/i/{token}"), say(browser, token, text="hello")):
        assert page.status_code == 404
        assert "does not open an interview" in page.text
        assert "Harlan" not in page.text
        assert "Maple" not in page.text
    assert world.echo.heard == []


def test_what_employers_say_is_never_read_as_html(world):
    _, token = world.invite()
    page = say(world.browser(), token, text='<script>alert("x")</script>')
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert" in page.text


def test_while_the_answer_is_not_there_the_page_waits_for_it(world):
    _, token = world.invite()
    world.echo.silent = True
    page = say(world.browser(), token, text="hello")
    assert "One moment" in page.text
    assert 'http-equiv="refresh"' in page.text
    assert "<textarea" not in page.text, "a reload would lose what is typed"
    world.echo.answer(Intake(world.tenant), world.clock[0])
    page = world.browser().get(f"/i/{token}")
    assert "You said: hello" in page.text
    assert "http-equiv" not in page.text


def test_after_two_minutes_the_employer_can_go_on_without_the_answer(world):
    _, token = world.invite()
    world.echo.silent = True
    say(world.browser(), token, text="hello")
    world.wait(minutes=3)
    page = world.browser().get(f"/i/{token}")
    assert "takes longer than it should" in page.text
    assert "<textarea" in page.text
    assert "http-equiv" not in page.text


def test_when_the_bot_fails_the_text_stays_and_no_reason_is_shown(world):
    _, token = world.invite()
    world.echo.broken = True
    page = say(world.browser(), token, text="our long answer")
    assert page.status_code == 503
    assert "our long answer</textarea>" in page.text
    assert "secret" not in page.text
    assert form_in(page) == "form-0001", "sent again, it is the same message"


def test_a_form_without_its_name_is_refused(world):
    _, token = world.invite()
    page = world.browser().post(f"/i/{token}", data={"text": "hello"})
    assert page.status_code == 422
    assert world.echo.heard == []


def test_the_newest_line_and_the_box_are_named_for_screen_readers(world):
    _, token = world.invite()
    page = world.browser().get(f"/i/{token}").text
    assert page.count('id="newest"') == 1
    assert '<label for="text">Your answer</label>' in page
    assert 'aria-describedby="newest"' in page
    assert 'role="log"' in page


def test_a_long_text_is_folded(world):
    _, token = world.invite()
    page = say(world.browser(), token, text="word " * 400)
    assert "<details><summary>" in page.text
    assert "2,000 characters" in page.text


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text(max_size=200))
def test_whatever_is_typed_gets_a_kind_answer(world, text):
    _, token = world.invite()
    page = say(world.browser(), token, text=text)
    assert page.status_code in (200, 422)
    assert "Your answer" in page.text


def late(world):
    _, token = world.invite()
    browser = world.browser()
    say(browser, token, form_in(browser.get(f"/i/{token}")), text="two welders")
    world.wait(days=31)
    return browser, token


def test_an_expired_link_still_shows_what_was_said_and_offers_to_delete_it(world):
    browser, token = late(world)
    page = browser.get(f"/i/{token}").text
    assert "This link has expired" in page
    assert "<p>two welders</p>" in page
    assert set(re.findall(r'name="word" value="([^"]+)"', page)) == {"summary", "delete my data"}
    assert "<textarea" not in page
    assert 'name="choose"' not in page


@pytest.mark.parametrize("said", [{"text": "three"}, {"choose": "yes"}, {"word": "skip"}])
def test_an_expired_link_takes_no_answers(world, said):
    browser, token = late(world)
    assert say(browser, token, **said).status_code == 403
    assert world.echo.heard[-1].text == "two welders"


def test_through_an_expired_link_everything_can_be_deleted(world):
    browser, token = late(world)
    world.echo.stage = "deleting"
    page = say(browser, token, word="delete my data")
    assert world.echo.heard[-1].text == "delete my data"
    assert set(re.findall(r'name="choose" value="([^"]+)"', page.text)) == {"yes", "no"}
    say(browser, token, "form-0002", choose="yes")
    assert world.echo.heard[-1].choice == "yes"


def test_an_expired_link_that_was_withdrawn_too_stays_closed(world):
    invitation, token = world.invite()
    browser = world.browser()
    browser.get(f"/i/{token}")
    Invitations(world.tenant).revoke(invitation.id, world.clock[0])
    world.wait(days=31)
    assert browser.get(f"/i/{token}").status_code == 404


def test_what_the_convener_deleted_is_said_to_be_deleted(world):
    _, token = world.invite()
    browser = world.browser()
    browser.get(f"/i/{token}")
    world.intake.forget("web:1", world.clock[0])
    page = browser.get(f"/i/{token}").text
    assert "What was said here has been deleted." in page
    assert "<textarea" in page
    assert "http-equiv" not in page
