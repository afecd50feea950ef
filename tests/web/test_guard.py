import re

import pytest

from web.pages import FOLDER


@pytest.mark.parametrize("path", ["/", "/nothing", "/static/style.css", "/convener"])
def test_every_answer_carries_the_protective_headers(world, path):
    headers = world.browser().get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_pages_are_not_kept_by_caches_but_the_looks_may_be(world):
    browser = world.browser()
    assert browser.get("/").headers["cache-control"] == "no-store"
    assert "max-age" in browser.get("/static/style.css").headers["cache-control"]


def test_a_form_from_another_site_is_refused(world):
    browser = world.signed_in("convener")
    for headers in (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        made = browser.post("/convener/invitations", data={"employer": "Evil"}, headers=headers)
        assert made.status_code == 403
        assert "another site" in made.text
    assert "Evil" not in browser.get("/convener").text


def test_a_form_of_our_own_is_taken(world):
    headers = {"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "same-origin"}
    browser = world.signed_in("convener")
    made = browser.post("/convener/invitations", data={"employer": "Oak"}, headers=headers)
    assert made.status_code == 200


def test_only_the_names_of_the_site_are_answered(world):
    assert world.browser().get("/", headers={"Host": "evil.example"}).status_code == 400


def test_no_page_needs_what_the_headers_forbid():
    for path in (FOLDER / "templates").rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! src=\"/static/)", text), path
        assert not re.search(r"https?://", text), f"{path} names an address outside"


def test_nothing_is_marked_as_safe_but_a_fixed_attribute():
    for path in (FOLDER / "templates").rglob("*.html"):
        for marked in re.findall(r"\{\{[^}]*\|\s*safe[^}]*\}\}", path.read_text("utf-8")):
            assert re.match(r"\{\{ ?'[^'{]*'\|safe if ", marked), f"{path}: {marked}"
