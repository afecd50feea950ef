"""What stands beside a cue: the phrase next to it, its list, the sentence before."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extraction.cued import BLOT, POINTED, Cue, light, spoken
from extraction.cues import patterns
from extraction.page import CUT, Page
from extraction.reached import BEFORE, DIRECT, LISTED, TIGHT, Reached

NEAR = 20  # phrases of a list
WORDS = 8  # between a cue and the phrase that it speaks of

BESIDE, WORDY, JOINED_ON, CUT_OFF = range(4)  # what lies between a cue and a phrase

REFUSED = re.compile(
    r"(?<!\w)(?:no|nor|without|ni|sin|neither|zero)(?: (?:prior|previous|real|any|actual))?"
    r"(?: (?:experience|knowledge|background|skills?|training)(?: (?:with|in|of|on))?)?\s$",
    re.IGNORECASE,
)
NEEDED = re.compile(
    r"(?:required|need(?:ed|s)?|necessary|a must|mandatory|expected)", re.IGNORECASE
)
BRACKETED = re.compile(r"\([^()]*\)")
JOIN = re.compile(r"(?<!\w)(?:and|or|nor|but|plus|y|o|though|so)(?!\w)|[&/+]", re.IGNORECASE)
PAIRED = re.compile(r"(?<!\w)(?:and|or|nor|y|o|ni)(?!\w)|&", re.IGNORECASE)
EITHER = re.compile(r"(?<!\w)(?:or|nor|ni|o)(?!\w)|/", re.IGNORECASE)
SINGULAR = re.compile(r"(?<!\w)(?:is|isn't|would)(?!\w)|'s(?!\w)", re.IGNORECASE)
PLURAL = re.compile(r"(?<!\w)(?:are|aren't|all)(?!\w)", re.IGNORECASE)
POINTING = re.compile(rf"\s?(?:it|that|those|these)(?!\w)(?!\s?{BLOT})", re.IGNORECASE)
SHARED = {"firm", "required", "preferred", "day_one", "within_90_days"}  # by a list with commas


class Beside:
    """What stands beside the cues of a page, given its refusals: the "no" before a phrase."""

    def __init__(self, page: Page, refusals: dict[int, Cue]) -> None:
        self.page = page
        self.refusals = refusals

    def of(self, cue: Cue) -> Iterator[Reached]:
        """Yield what a cue speaks of on its left, on its right or in the sentence before."""
        left, right = self._left(cue), self.right(cue)
        if cue.is_a("strict"):
            left, right = (left if left and self._close(cue, left) else None), None
        if self._points(cue) and (right is None or right[0] > WORDY):
            yield from self._pointed(cue)
        elif left and (not right or left[0] < right[0] or self._leans_left(cue, left, right)):
            yield from self._leftwards(cue, left[1])
        elif right:
            yield from self.rightwards(cue, right[1])
        elif not self._in_sentence(cue):
            yield from self._sentence_before(cue, BEFORE)

    def _close(self, cue: Cue, left: tuple[int, int]) -> bool:
        gap = self.page.plain[self.page.items[left[1]].end : cue.start]
        return left[0] == BESIDE or (left[0] == JOINED_ON and " but " in gap)

    def _leans_left(self, cue: Cue, left: tuple[int, int], right: tuple[int, int]) -> bool:
        named = ":" in self.page.plain[self.page.items[left[1]].end : cue.start]
        return left[0] == right[0] and (named or not cue.is_a("follows"))

    def _points(self, cue: Cue) -> bool:
        before = self.page.left_words(cue)
        said = spoken("standing")["it"].search(before) and light(before)
        pointing = POINTING.match(self.page.masked, cue.end)
        return bool(said or pointing or POINTED.search(cue.words))

    def _pointed(self, cue: Cue) -> Iterator[Reached]:
        number = self.page.after(cue.start) - 1
        if number < 0:
            return
        if self.page.items[number].end > self.page.sentence(cue)[0]:
            yield from self._leftwards(cue, number)
        else:
            yield from self._sentence_before(cue, DIRECT)

    def _left(self, cue: Cue) -> tuple[int, int] | None:
        number = self.page.after(cue.start) - 1
        if number < 0 or self.page.items[number].end <= self.page.sentence(cue)[0]:
            return None
        end = self.page.items[number].end
        gap = BRACKETED.sub(lambda match: " " * len(match[0]), self.page.quiet[end : cue.start])
        if "(" in gap:
            return BESIDE, number
        far = _between(gap.replace(")", " "))
        joint = max((match.end() for match in _joints(gap)), default=0)
        if far >= JOINED_ON and not light(gap[joint:] + self._right_clause(cue)):
            return None
        return far, number

    def right(self, cue: Cue) -> tuple[int, int] | None:
        """Return how a cue is parted from the phrase on its right, and the number of that."""
        number = self.page.after(cue.end)
        if number >= len(self.page.items):
            return None
        start, (first, last) = self.page.items[number].start, self.page.sentence(cue)
        gap = self.page.quiet[cue.end : start]
        if start >= last or "\n" in gap.strip() or gap.count(")") > gap.count("("):
            return (BESIDE, number) if self._tagged(cue, gap) and start < last else None
        far = _between(gap)
        before = self.page.quiet[max(first, self.page.end_before(cue.start)) : cue.start]
        joint = min((match.start() for match in _joints(gap)), default=0)
        if far >= JOINED_ON and not light(before + gap[:joint]):
            return None
        return (far, number) if len(gap.split()) <= WORDS else None

    def _tagged(self, cue: Cue, gap: str) -> bool:
        """Say whether a cue stands in brackets before what it speaks of."""
        first, _ = self.page.sentence(cue)
        before = self.page.quiet[first : cue.start].strip(" -*")
        return before in {"(", "["} and gap.strip() in {")", "]", "):", "]:"}

    def _right_clause(self, cue: Cue) -> str:
        last = min(self.page.sentence(cue)[1], self.page.start_after(cue.end))
        return CUT.split(self.page.quiet[cue.end : last])[0]

    def _leftwards(self, cue: Cue, number: int) -> Iterator[Reached]:
        cue = self._denied(cue, number)
        yield Reached(number, DIRECT, cue)
        gap = self.page.quiet[self.page.items[number].end : cue.start] + cue.words
        shares = cue.name in SHARED and not cue.is_a("single") and not SINGULAR.search(gap)
        shares = shares or bool(PLURAL.search(gap))
        far: float = TIGHT
        for at in range(number - 1, max(-1, number - NEAR), -1):
            link = self.page.link(at)
            if link is None or ("," in link and not PAIRED.search(link) and not shares):
                return
            far = LISTED + 0.5 if "," in link and not PAIRED.search(link) else far
            shares = shares or bool(PAIRED.search(link))
            yield Reached(at, far, cue)

    def rightwards(self, cue: Cue, number: int) -> Iterator[Reached]:
        """Yield a phrase and those that are listed after it."""
        if number >= len(self.page.items):
            return
        yield Reached(number, DIRECT, cue)
        far: float = TIGHT
        links = self._links_after(number)
        for at, link in enumerate(links):
            if cue.name == "not_required" and not self._denies(cue, links[at:], link):
                return
            far = LISTED if "," in link else far
            yield Reached(number + at + 1, far, cue)

    def _links_after(self, number: int) -> list[str]:
        links = []
        for at in range(number, min(number + NEAR, len(self.page.items) - 1)):
            if (link := self.page.link(at)) is None:
                break
            links.append(link)
        return links

    def _denies(self, cue: Cue, later: list[str], link: str) -> bool:
        """Say whether a "no" reaches over a link: "no A, B or C", but not "no A, B"."""
        if cue.start in self.refusals:
            return any(EITHER.search(one) for one in later)
        return "," not in link or any(PAIRED.search(one) for one in later)

    def _denied(self, cue: Cue, number: int) -> Cue:
        """Return a "needed" that ends what began with "no" as not needed."""
        if cue.name != "required" or not NEEDED.fullmatch(cue.words):
            return cue
        while number >= 0:
            if self._refused(number):
                return replace(cue, name="not_required")
            if number == 0 or self.page.link(number - 1) is None:
                break
            number -= 1
        return cue

    def _refused(self, number: int) -> bool:
        return any(cue.end == self.page.items[number].start for cue in self.refusals.values())

    def _sentence_before(self, cue: Cue, far: int) -> Iterator[Reached]:
        first, last = self.page.sentence(cue)
        number = self.page.after(cue.start) - 1
        if number < 0 or not (far == DIRECT or light(self.page.quiet[first:last])):
            return
        if patterns("words", "marks")["repair"].search(self.page.plain, first, cue.start):
            far = DIRECT
        gap = self.page.plain[self.page.items[number].end : first]
        if "\n\n" in gap:
            return
        start, end = self.page.clauses.sentence(self.page.items[number].start)
        some = [number] if cue.is_a("single") else self.page.within(start, end)
        yield from (Reached(one, far, cue) for one in some)

    def _in_sentence(self, cue: Cue) -> range:
        return self.page.within(*self.page.sentence(cue))


def refusals(page: Page) -> Iterator[tuple[int, Cue]]:
    """Yield each "no" before a phrase as a cue, by where it starts."""
    for item in page.items:
        first = max(0, item.start - 20)
        if match := REFUSED.search(page.masked[first : item.start]):
            start = first + match.start()
            yield start, Cue("not_required", start, item.start, match[0].strip())


def _between(gap: str) -> int:
    """Return what lies in a gap between a cue and a phrase."""
    if CUT.search(gap):
        return CUT_OFF
    if JOIN.search(gap):
        return JOINED_ON
    if light(gap) or set(gap) & {":", "="}:
        return BESIDE
    return WORDY


def _joints(gap: str) -> Iterator[re.Match[str]]:
    yield from CUT.finditer(gap)
    yield from JOIN.finditer(gap)
