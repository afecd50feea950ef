"""What the cues of a page speak of, near them, under them or in words such as "the rest"."""

import re
from collections.abc import Iterator

from extraction.beside import PAIRED, WORDY, Beside, refusals
from extraction.cued import NOTHING, Cue, light, spoken
from extraction.headings import under
from extraction.page import CUT, WINDOW, Page
from extraction.reached import DIRECT, EVERY, Reached

MANY = 60  # phrases that "all of it" stands for
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


class Reach:
    """How far each cue of one section reaches on a page."""

    def __init__(self, page: Page, section: str) -> None:
        self.page = page
        refused = dict(refusals(page)) if section == "requirement" else {}
        every = [*page.cues[section], *refused.values()]
        self.cues = sorted(every, key=lambda cue: cue.start)
        self._beside = Beside(page, refused)
        self._picked: set[int] = set()

    def all(self) -> Iterator[Reached]:
        """Yield everything that the cues speak of."""
        for cue in self.cues:
            yield from self._of(cue)

    def _of(self, cue: Cue) -> Iterator[Reached]:
        if cue.name == NOTHING:
            return
        if inside := self.page.within(cue.start, cue.end):
            yield from (Reached(number, DIRECT, cue) for number in inside)
        elif (others := self._standing(cue)) is not None:
            yield from others
        elif (headed := under(self.page, cue)) is not None:
            yield from headed
        else:
            yield from self._beside.of(cue)

    def _standing(self, cue: Cue) -> list[Reached] | None:
        before, after = self.page.left_words(cue), self._right_words(cue)
        words = spoken("standing")
        near = CUT.split(after)[0]
        if any(words["rest"].search(text) for text in (before, cue.words, near)):
            return self._rest(cue, near)
        right = self._beside.right(cue)
        if right is not None and right[0] <= WORDY:
            return None
        if any(words["all"].search(text) for text in (before, cue.words, after)):
            return self._every(cue)
        return self._some(cue, before, after)

    def _right_words(self, cue: Cue) -> str:
        last = min(cue.end + WINDOW, self.page.start_after(cue.end))
        return re.split(r"[.;!?\n:(]", self.page.quiet[cue.end : last])[0]

    def _rest(self, cue: Cue, after: str) -> list[Reached]:
        stop = cue.end + len(after)
        if self.page.plain[stop : stop + 1] in {":", "("}:
            return list(self._beside.rightwards(cue, self.page.after(stop)))
        if not self._picked:
            return []
        left = set(self.page.within(0, cue.start)[-MANY:]) - self._picked
        return [Reached(number, DIRECT, cue) for number in sorted(left)]

    def _every(self, cue: Cue) -> list[Reached]:
        before = self.page.within(0, cue.start) or self.page.within(cue.end, len(self.page.plain))
        return [Reached(number, EVERY, cue) for number in before[-MANY:]]

    def _some(self, cue: Cue, before: str, after: str) -> list[Reached] | None:
        for text in (before, after):
            match = spoken("standing")["some"].search(text)
            alone = match and light(text[: match.start()] + text[match.end() :])
            if match and alone and (match["both"] or match["which"]):
                return self._chosen(cue, match)
        return None

    def _chosen(self, cue: Cue, match: re.Match[str]) -> list[Reached]:
        base = self.page.within(0, cue.start)[-MANY:]
        if not base:
            return []
        many = 2 if match["both"] else NUMBERS.get(match["many"].lower()) or int(match["many"])
        last = self.page.items[base[-1]]
        if match["both"] and PAIRED.search(self.page.plain, last.start, last.end):
            many = 1
        first = (match["which"] or "").lower() in {"first", "top"}
        some = base[:many] if first else base[-many:]
        self._picked |= set(some)
        return [Reached(number, DIRECT, cue) for number in some]
