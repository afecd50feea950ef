"""`needline demo` as a stranger sees it: answer, confirm, release, read as a provider."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from time import monotonic, sleep
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect, sync_playwright

pytestmark = pytest.mark.e2e

ROOT = Path(__file__).parents[2]
CHROMIUM = which("chromium") or which("chromium-browser")
NEEDLINE = Path(sys.executable).with_name("needline")
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
ANSWERS = {
    "May the partnership name": "yes, you can use our name",
    "Which company is this for?": "Visitor Works. no, independent. I'm the owner",
    "part of a larger group": "no, independent",
    "your own job there": "owner",
    "Which counties or cities": "Maple County. 40 people. metal fabrication",
    "how many people work there": "40 people",
    "mainly do": "metal fabrication",
    "jobs matter most": "welders",
    "How many people do this job": "8 now, 2 open",
    "in the next 12 months": "2 new, 1 replacement",
    "When do you need them?": "by June",
    "does a new hire start at": "rather not say",
    "be able to do in the first weeks": "MIG welding, read blueprints",
    "licences or certificates": "none. 1 year preferred",
    "Is it hard to fill": "some",
    "Why is that": "few people apply",
    "Would you offer a school": "plant tours. yes, happy to join a meeting",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    home = tmp_path_factory.mktemp("home")
    kept = {name: one for name, one in os.environ.items() if not name.startswith("NEEDLINE_")}
    demo = [NEEDLINE, "demo", "--port", str(port)]
    with subprocess.Popen(demo, cwd=home, env=kept | {"NEEDLINE_HOME": str(home)}) as process:
        try:
            wait_for(f"http://127.0.0.1:{port}", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def wait_for(url: str, process: subprocess.Popen[bytes], seconds: float = 120) -> None:
    end = monotonic() + seconds
    while monotonic() < end and process.poll() is None:
        try:
            urlopen(url, timeout=2).close()
        except OSError:
            sleep(0.2)
        else:
            return
    pytest.fail("the demonstration did not start")


@pytest.fixture
def page() -> Iterator[Page]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        yield browser.new_page(viewport={"width": 1200, "height": 900})
        browser.close()


def answer_everything(page: Page) -> None:
    for _ in range(40):
        said = page.locator("ol.talk li.needline").last.inner_text()
        if "Is this right?" in said:
            page.get_by_role("button", name="Yes, this is right").click()
            return
        if page.get_by_role("button", name="Yes, let's start").count():
            page.get_by_role("button", name="Yes, let's start").click()
        elif page.get_by_role("button", name="Welders, Cutters").count():
            page.get_by_role("button", name="Welders, Cutters").click()
        else:
            page.get_by_label("Your answer").fill(next(a for q, a in ANSWERS.items() if q in said))
            page.get_by_role("button", name="Send").click()
    pytest.fail("the interview did not come to its end")


def test_a_stranger_answers_releases_and_reads_as_a_provider(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Look as a provider").click()
    before = page.locator("main").inner_text()
    assert "MIG welding" in before

    page.goto(f"{address}/")
    page.get_by_role("button", name="Look as the convener").click()
    page.goto(f"{address}/convener/release")
    expect(page.locator("main")).to_contain_text("1 more employer")

    page.goto(f"{address}/")
    page.get_by_role("button", name="Answer as an employer").click()
    answer_everything(page)
    expect(page.locator("ol.talk li").last).to_contain_text("Your answers are recorded")

    page.goto(f"{address}/")
    page.get_by_role("button", name="Look as the convener").click()
    page.goto(f"{address}/convener/release")
    page.get_by_role("button", name="Release it").click()
    expect(page.locator("main")).to_contain_text("Release 2 is out")

    page.goto(f"{address}/")
    page.get_by_role("button", name="Look as a provider").click()
    after = page.locator("main").inner_text()
    assert after != before
    assert "Visitor Works" not in after
