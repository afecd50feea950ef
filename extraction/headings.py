"""What stands under a cue that heads a list."""

import re
from bisect import bisect_left
from dataclasses import replace

from extraction.cued import BLOT, Cue, light
from extraction.page import WINDOW, Page
from extraction.reached import HEADED, Reached

COLON = re.compile(rf"[^\n:,.;!?{BLOT}]{{0,{WINDOW}}}:")
BULLET = re.compile(r"\s*(?:[-*•·+]|\d+[.)])\s")


def under(page: Page, cue: Cue) -> list[Reached] | None:
    """Return the phrases that stand under a cue; `None` where it heads nothing."""
    first, last = page.line(cue.start)
    start = max(first, page.sentence(cue)[0])
    if BLOT in page.quiet[start : cue.start]:
        return None
    colon = COLON.match(page.quiet, cue.end)
    if colon and page.quiet[colon.end() : last].strip(" *_"):
        return _listed_after(page, cue, colon.end(), last) or None
    if colon or (first in page.titles and _opens(page, first, last)):
        return _listed_below(page, cue, last) or None
    return None


def _opens(page: Page, first: int, last: int) -> bool:
    above = page.plain[:first].rstrip(" ")
    return not above.strip() or above.endswith("\n\n") or bool(_bullet(page, last + 1))


def _bullet(page: Page, at: int) -> re.Match[str] | None:
    return BULLET.match(page.plain, at)


def _listed_after(page: Page, cue: Cue, at: int, last: int) -> list[Reached]:
    found: list[Reached] = []
    while at < last:
        _, end = page.clauses.sentence(at)
        stop = min(end, last)
        numbers = page.within(at, stop)
        bare = light(re.sub(f"{BLOT}+", " ", page.quiet[at:stop]))
        if found and (not numbers or not bare or page.speaks(at, stop)):
            break
        found += [Reached(number, HEADED, cue) for number in numbers]
        at = max(stop, at + 1)
    return _nearer(found)


def _listed_below(page: Page, cue: Cue, last: int) -> list[Reached]:
    later = page.titles[bisect_left(page.titles, last) :][:1]
    numbers = page.within(last, later[0] if later else len(page.plain))
    found: list[Reached] = []
    for number in numbers:
        at = page.items[number].start
        gap = page.plain[page.items[number - 1].end if found else last : at]
        if found and "\n\n" in gap and not _bullet(page, page.line(at)[0]):
            break
        found.append(Reached(number, HEADED, cue))
    return _nearer(found)


def _nearer(found: list[Reached]) -> list[Reached]:
    return [replace(one, far=HEADED + at / 10_000) for at, one in enumerate(found)]
