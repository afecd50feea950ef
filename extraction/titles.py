"""Job titles, and which stretch of a message speaks of which job."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extraction.clauses import Clauses
from extraction.cues import table, whole
from extraction.phrases import Phrases, stem

HEADS = whole(table("titles")["heads"])
STOPS = frozenset(table("titles")["stops"])
MODIFIER = re.compile(r"(?:^|(?<=\s))([A-Za-z][\w&+/'#.-]{0,20})\s$")
WANTED = re.compile(
    r"(?<!\w)(?:hire|hiring|looking for|seeking|short on|in need of|"
    r"bring on|recruit\w*)\s(?:an?\s|the\s|some\s|more\s|about\s|"
    r"\d{1,4}(?:\s?-\s?\d{1,4})?\s|(?:one|two|three|four|five|six|seven|eight|ten|several|few|couple|dozen)\s(?:of\s)?|new\s)*"
    r"(?P<title>[A-Za-z][A-Za-z'/&-]{2,20}(?:\s[A-Za-z][A-Za-z'/&-]{2,20}){0,2})"
    r"(?=\s*(?:[,.;:!?(\n]|$|\s(?:for|to|who|with|at|in|this|next|"
    r"by|over|rn|right|asap|as)\s|\s-))",
    re.IGNORECASE,
)
JOINED = re.compile(
    r"\s*(?:,|and|&|n|plus|y|then|or|/|;|also|#?\d\.?|ok|more|[^\w.;!?\n])*\s*(?:an?\s|"
    r"the\s|some\s)?",
    re.IGNORECASE,
)
GUESSED = re.compile(
    r"\W*(?P<title>(?:[A-Za-z][\w/&-]{1,20} ){0,3}[A-Za-z]{3,20}(?:ers?|ors?|ists?|ians?|men))"
    r"(?=\s*[:,.-]?\s.{0,40}\d)"
)
CLIPPED = re.compile(
    r"(?:^|[.;,\n]\s*)(?P<word>[a-z]{3,8})(?=\s(?:got|have|need|now|are|is|at|get|\d)|:)",
    re.IGNORECASE | re.MULTILINE,
)
TOGETHER = re.compile(
    r"(?<!\w)(?:both|all|each|either one|everyone|all of (?:them|"
    r"em)|across the board|same for)(?!\w)(?! replace| new)",
    re.IGNORECASE,
)


MOST = 60  # times that a message anybody wrote names a job


@dataclass(frozen=True)
class Mention:
    """A place where a job is named; `job` numbers the jobs in the order in which they are named."""

    start: int
    end: int
    words: str
    job: int = 0


def mentions(doc: Doc, plain: str, known: Phrases) -> list[Mention]:
    """Return every place where a job is named, in the order of the text."""
    spans = sorted(
        {*_known(doc, plain, known), *_headed(plain), *_wanted(plain), *_opening(plain)},
        key=lambda s: (s[0], -s[1]),
    )
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if kept and start < kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    found = _numbered([Mention(start, end, plain[start:end]) for start, end in kept[:MOST]])
    return sorted([*found, *_shortened(plain, found)], key=lambda mention: mention.start)


def _shortened(plain: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the places where a clause begins with a named job cut short: "carps"."""
    taken = {mention.start for mention in found}
    for match in CLIPPED.finditer(plain) if found else ():
        short = stem(match["word"])
        jobs = {one.job: one for one in found if _clipped(short, stem(one.words.split()[-1]))}
        if len(jobs) == 1 and match.start("word") not in taken:
            job = next(iter(jobs))
            yield Mention(*match.span("word"), match["word"], job)


def _clipped(short: str, long: str) -> bool:
    return len(short) >= 3 and len(short) < len(long) and long.startswith(short)


def _known(doc: Doc, plain: str, known: Phrases) -> Iterator[tuple[int, int]]:
    for start, end, _ in known.find(doc):
        yield _widened(plain, start), end


def _headed(plain: str) -> Iterator[tuple[int, int]]:
    for match in HEADS.finditer(plain):
        if _stands(plain, match):
            yield _widened(plain, match.start()), match.end()


def _stands(plain: str, match: re.Match[str]) -> bool:
    return not re.match(
        r"(?:'?s)?'?\s?(?:licen|cert|experience|skills?|school|work(?!er)|"
        r"shortage|program|training)",
        plain[match.end() : match.end() + 14],
    )


def _opening(plain: str) -> Iterator[tuple[int, int]]:
    """Yield what a message begins with, where it has the form of a job: "Yard spotters: 14 now"."""
    match = GUESSED.match(plain)
    if match and not STOPS & set(match["title"].casefold().split()):
        yield match.span("title")


def _wanted(plain: str) -> Iterator[tuple[int, int]]:
    for match in WANTED.finditer(plain):
        words = match["title"].casefold().split()
        if words[0] not in STOPS and words[-1] not in STOPS and words[-1][-1] == "s":
            yield match.span("title")


def _widened(plain: str, start: int) -> int:
    for _ in range(3):
        before = MODIFIER.search(plain, max(0, start - 24), start)
        if not before or before[1].casefold().strip(".'") in STOPS or before[1][-1] in ".:":
            return start
        start = before.start(1)
    return start


def _numbered(found: Sequence[Mention]) -> list[Mention]:
    numbered: list[Mention] = []
    jobs: list[Mention] = []
    for mention in found:
        same = next((one.job for one in jobs if _same_job(one.words, mention.words)), len(jobs))
        one = Mention(mention.start, mention.end, mention.words, same)
        if same == len(jobs):
            jobs.append(one)
        numbered.append(one)
    return numbered


def _same_job(one: str, other: str) -> bool:
    first, second = (
        [stem(word) for word in re.findall(r"[\w+#]+", words)] for words in (one, other)
    )
    if set(first) <= set(second) or set(second) <= set(first) or first[-1] == second[-1]:
        return True
    short, long = sorted((first, second), key=len)
    initials = "".join(word[0] for word in long)
    return len(short) == 1 and (initials == short[0] or _begins(short[0], long[-1]))


def _begins(short: str, long: str) -> bool:
    short, long = sorted((short, long), key=len)
    return len(short) >= 4 and long.startswith(short)


@dataclass(frozen=True)
class Jobs:
    """The jobs of a message, and which of them each stretch is about."""

    plain: str
    clauses: Clauses
    mentions: tuple[Mention, ...]

    @property
    def several(self) -> bool:
        """Say whether more than one job is named."""
        return any(mention.job for mention in self.mentions)

    def at(self, start: int, end: int) -> tuple[int | None, ...]:
        """Return the numbers of the jobs that a fact is about; `None` where there is only one."""
        if not self.several:
            return (None,)
        everyone = tuple(dict.fromkeys(mention.job for mention in self.mentions))
        first, last = self.clauses.clause(start)
        if TOGETHER.search(self.plain, first, last):
            return everyone
        return self._nearest(start, end)

    def _nearest(self, start: int, end: int) -> tuple[int, ...]:
        number = 0
        for at, mention in enumerate(self.mentions):
            if self._begins(at) <= start or mention.start < end:
                number = at
        group = [self.mentions[number].job]
        while number and self._joined(number):
            number -= 1
            group.insert(0, self.mentions[number].job)
        return tuple(dict.fromkeys(group))

    def _joined(self, at: int) -> bool:
        between = self.plain[self.mentions[at - 1].end : self.mentions[at].start]
        return JOINED.fullmatch(between) is not None and not re.search(r"\d", between)

    def _begins(self, at: int) -> int:
        mention = self.mentions[at]
        first, _ = self.clauses.clause(mention.start)
        before = self.mentions[at - 1].end if at else 0
        joint = [
            m.end()
            for m in re.finditer(r"\s(?:and|&|n|y|plus)\s", self.plain[before : mention.start])
        ]
        return max(first, before + joint[-1] if joint else before)
