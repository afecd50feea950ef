"""The pages in a real browser: by keyboard, without JavaScript, and looked over by axe."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from shutil import which
from threading import Thread
from time import monotonic, sleep

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from app.dictionary import ConceptDictionary
from needs.answers import Skill
from needs.succession import Proposal, Suggestion
from storage.database import Database
from storage.successions import Successions
from taxonomy.build import build
from taxonomy.concepts import Concepts
from taxonomy.index import Index
from taxonomy.starter import FOLDER
from tests.web.world import READING, WELDING, World, world_in
from web.given import Dictionary
from web.site import build_site

pytestmark = pytest.mark.e2e

CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
NAMES = ("Harlan Tools", "Oak Foundry", "Brandt Trailers", "Kessler Plastics", "Ortega Molds")
SKILLS = (Skill("read prints", READING), Skill("MIG", WELDING), Skill("show up on time"))


@contextmanager
def served(world: World) -> Iterator[str]:
    config = uvicorn.Config(build_site(world.site), port=0, log_level="error", ws="none")
    server = uvicorn.Server(config)
    thread = Thread(target=server.run)
    thread.start()
    give_up = monotonic() + 20
    while not server.started and monotonic() < give_up:
        sleep(0.02)
    try:
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        yield started
        started.close()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    build(FOLDER, tmp_path / "starter.sqlite")
    with (
        Database.open(f"sqlite:///{tmp_path}/needline.db") as database,
        closing(Concepts(Index.open(tmp_path / "starter.sqlite"))) as concepts,
    ):
        database.upgrade()
        world = world_in(database, demo=True)
        known = ConceptDictionary(concepts)
        looked_up = Dictionary(known.search, known.article, known.meant)
        world.site = replace(world.site, dictionary=looked_up, attributions=concepts.attributions)
        yield world


@pytest.fixture
def address(world: World) -> Iterator[str]:
    with served(world) as at:
        yield at


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


def faults(page: Page) -> list[str]:
    """Return what axe finds serious or critical on a page."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: run `npm ci` in tests/e2e")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    return [
        f"{page.url}: {one['id']}: {[node['html'] for node in one['nodes']]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def sides(page: Page) -> int:
    """Return by how many pixels a page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def walk(page: Page, at: str) -> Iterator[str]:
    """Come past every page, and name each."""
    page.goto(at)
    yield "front"
    page.get_by_role("button", name="Answer as an employer").click()
    yield "chat"
    page.get_by_role("button", name="Send").click()
    yield "chat with a hint"
    page.get_by_label("Your answer").fill("word " * 500)
    page.get_by_role("button", name="Send").click()
    yield "chat with a long answer"
    page.goto(f"{at}/i/unknown")
    yield "closed link"
    page.goto(f"{at}/sign-in/token")
    yield "sign in"
    page.get_by_role("button", name="Sign in").click()
    yield "sign-in link used up"
    yield from walk_as_convener(page, at)
    page.goto(f"{at}/signals")
    yield "signals"
    page.goto(f"{at}/nothing")
    yield "nothing here"


def walk_as_convener(page: Page, at: str) -> Iterator[str]:
    page.goto(f"{at}/signals")
    yield "sign in first"
    page.goto(at)
    page.get_by_role("button", name="Look as the convener").click()
    yield "overview"
    page.get_by_role("link", name="Harlan Tools").click()
    yield "interview"
    page.get_by_role("link", name=re.compile("^Change what .read prints")).click()
    yield "mapping"
    page.get_by_role("button", name="None of these").click()
    yield "interview with a decision"
    page.goto(f"{at}/convener")
    page.get_by_role("link", name="Not said yet").click()
    yield "open interview"
    page.goto(f"{at}/convener")
    page.get_by_label("Employer").fill("Oak & Sons")
    page.get_by_role("button", name="Make a link").click()
    yield "invited"
    yield from walk_through_the_words(page, at)
    page.goto(f"{at}/signals")
    yield "no signals yet"
    page.goto(f"{at}/convener/release")
    page.get_by_text("Every line of it").click()
    yield "release"
    page.get_by_role("button", name="Release it").click()
    yield "released"


def walk_through_the_words(page: Page, at: str) -> Iterator[str]:
    page.goto(f"{at}/convener/versions")
    yield "a concept that is gone"
    page.goto(f"{at}/convener/concepts")
    yield "nothing looked up yet"
    page.goto(f"{at}/convener/concepts?q=zzz")
    yield "nothing found"
    page.goto(f"{at}/convener/concepts?q=welder")
    yield "found"
    page.get_by_role("link", name="Welders, Cutters, Solderers, and Brazers").first.click()
    yield "occupation"
    page.get_by_label("Your employers call it").fill("stinger hand")
    page.get_by_role("button", name="Add these words").click()
    yield "occupation with local words"


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "light"), (1280, "dark")])
def test_no_page_keeps_anybody_out(browser, world, address, width, scheme):
    for name in NAMES:
        world.confirm(name, SKILLS)
    world.answer_unfinished("Lakeside Packaging")
    gone = Proposal("skill", WELDING, None, (Suggestion(READING, 0.7, "has a similar name"),))
    Successions(world.tenant).carry([gone], "1.2.0", world.clock[0])
    found, seen = [], []
    with browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme
    ) as context:
        page = context.new_page()
        for name in walk(page, address):
            seen.append(name)
            found += faults(page)
            found += [f"{name} is {sides(page)} pixels too wide"] if sides(page) > 0 else []
    assert found == []
    assert len(seen) == 25


def test_an_interview_goes_by_keyboard_alone(world, address, page):
    _, token = world.invite()
    page.goto(f"{address}/i/{token}")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Yes, please":
            break
    page.keyboard.press("Enter")
    expect(page.locator("#newest")).to_contain_text("You said: yes")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "text":
            break
    page.keyboard.type("We need twelve")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("welders.")
    page.keyboard.press("Enter")
    expect(page.locator("#newest")).to_contain_text("We need twelve\nwelders.")
    assert [m.text for m in world.echo.heard] == ["", "Yes, please", "We need twelve\nwelders."]


def test_every_stop_of_the_keyboard_can_be_seen(world, address, page):
    _, token = world.invite()
    page.goto(f"{address}/i/{token}")
    stops = 0
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        if page.evaluate("document.activeElement !== document.body"):
            assert outline != "none"
            stops += 1
    assert stops >= 9


def test_an_interview_needs_no_javascript(browser, world, address):
    _, token = world.invite()
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/i/{token}")
        page.get_by_role("button", name="Yes, please").click()
        expect(page.locator("#newest")).to_contain_text("You said: yes")
        page.get_by_label("Your answer").fill("twelve")
        page.get_by_role("button", name="Send").click()
        expect(page.locator("#newest")).to_contain_text("You said: twelve")
        assert page.url.endswith("#newest")


def test_a_text_that_is_too_long_is_kept_in_the_box(world, address, page):
    _, token = world.invite()
    page.goto(f"{address}/i/{token}")
    page.get_by_label("Your answer").fill("a" * 2_000_000)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("more than 40,000 characters")
    assert len(page.get_by_label("Your answer").input_value()) == 2_000_000


def test_the_page_waits_for_an_answer_and_then_shows_it(world, address, page):
    _, token = world.invite()
    page.goto(f"{address}/i/{token}")
    world.echo.silent = True
    page.get_by_label("Your answer").fill("hello")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("status")).to_contain_text("One moment")
    world.echo.answer(world.intake, world.clock[0])
    expect(page.locator("#newest")).to_contain_text("You said: hello", timeout=10_000)


def test_nothing_is_fetched_from_anywhere_else(browser, world, address):
    for name in NAMES:
        world.confirm(name, SKILLS)
    world.answer_unfinished("Lakeside Packaging")
    asked, complaints = set(), []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: asked.add(request.url.split("/")[2]))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text))
        for _ in walk(page, address):
            pass
    assert asked == {address.removeprefix("http://")}
    assert not [line for line in complaints if "Security Policy" in line or "Error" in line]
