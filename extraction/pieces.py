"""The pieces of an answer to several questions at once, and lists within an answer."""

import re
from collections.abc import Iterator

JOIN = re.compile(r";|\n|[.!?]+(?=\s|$)|,\sand\s", re.IGNORECASE)
LIST = re.compile(
    r",\sand\s|[,;\n•|+]|\.(?=\s|$)|\s(?:and|&|(?<!\ba )plus|y|n)\s|\s/\s|\s-\s|#\d|\d[.)]\s",
    re.IGNORECASE,
)
SIGNS = " \t\n*\"'.,;:!-•"
REACH = 60  # letters of a tail that is cut off
LEAD = re.compile(
    r"(?:(?:well|oh|so|um+|uh|ok|okay|sure|yes|yep|yeah|honestly|"
    r"mostly|mainly|just|only|basically|probably|our own|we call (?:them|"
    r"it)|we call|they're|they are|it's|its|it is|"
    r"that's|that is|that would be|i'm|im|i am|we're|we are|we're called|"
    r"this is|my (?:title|job|role|name) is|the (?:company|name|"
    r"title|job) is|company(?: name)? is|name is|called|soy|somos|"
    r"in|from|at|is|are|the|an?|el|la|los|to be|be|i'd say|i would say|"
    r"i guess|we use|they use|we have|using|like|(?:three|two|one|"
    r"3|2|1)(?: jobs?)?:|jobs?:|for|on|of|puros|with|also)(?=[\s:,]|"
    r"$)[\s:,]*)",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"(?<=[\s.,;:!])(?:(?:only|mostly|mainly|i guess|basically|here|"
    r"like i said|lol|thanks|for now|nomás|too|just that one job|"
    r"only that|for us|i'd say))$",
    re.IGNORECASE,
)
EMPTY = re.compile(
    r"^(?:none|nothing|no|nope|nada|n/?a|zero|zip|no one|nobody|"
    r"ninguno?|ningun[oa]s?|not (?:really|any|applicable)|none (?:really|"
    r"needed|required|at all)|nothing (?:really|required|needed|"
    r"special|at all|else))$",
    re.IGNORECASE,
)


def joined(plain: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the pieces of an answer that holds several."""
    yield from _cut(JOIN, plain, start, len(plain) if end is None else end)


def listed(plain: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the items of a list, trimmed."""
    for first, last in _cut(LIST, plain, start, len(plain) if end is None else end):
        start_of, end_of = trimmed(plain, first, last)
        if re.search(r"\w", plain[start_of:end_of]):
            yield start_of, end_of


def trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the words that lead in and trail off."""
    start, end = stripped(plain, start, end)
    while (lead := LEAD.match(plain, start, end)) and start < lead.end() < end:
        start, end = stripped(plain, lead.end(), end)
    while (tail := TAIL.search(plain, max(start, end - REACH), end)) and start < tail.start() < end:
        start, end = stripped(plain, start, tail.start())
    return start, end


def stripped(plain: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the spaces and signs around it."""
    words = plain[start:end]
    first = start + len(words) - len(words.lstrip(SIGNS))
    return first, max(first, start + len(words.rstrip(SIGNS)))


def _cut(pattern: re.Pattern[str], plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in pattern.finditer(plain, start, end):
        if re.search(r"\w", plain[at : match.start()]):
            yield at, match.start()
        at = match.end()
    if re.search(r"\w", plain[at:end]):
        yield at, end
