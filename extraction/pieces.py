"""The pieces of an answer to several questions at once, and lists within an answer."""

import re
from collections.abc import Iterator

JOIN = re.compile(r";|\n|[.!?]+(?=\s|$)|,\sand\s", re.IGNORECASE)
LIST = re.compile(r",\sand\s|[,;\n•|+]|\.(?=\s|$)|\s(?:and|&|plus|y|n)\s|\s/\s|\s-\s|#\d|\d[.)]\s", re.IGNORECASE)
LEAD = re.compile(
    r"(?:\s|['\"*-])*(?:(?:well|oh|so|um+|uh|ok|okay|sure|yes|yep|yeah|honestly|mostly|mainly|just|only|basically|probably|our own|we call (?:them|it)|we call|they're|they are|it's|its|it is|"
    r"that's|that is|that would be|i'm|im|i am|we're|we are|we're called|this is|my (?:title|job|role|name) is|the (?:company|name|title|job) is|company(?: name)? is|name is|called|soy|somos|"
    r"in|from|at|is|are|the|an?|el|la|los|to be|be|i'd say|i would say|i guess|we use|they use|we have|using|like|(?:three|two|one|3|2|1)(?: jobs?)?:|jobs?:|for|on|of|puros|with|also)(?=[\s:,]|$)[\s:,]*)",
    re.IGNORECASE,
)
TAIL = re.compile(r"(?:[\s.,;:!\"'*-]|\b(?:only|mostly|mainly|i guess|basically|here|like i said|lol|thanks|for now|nomás|too|just that one job|only that|for us|i'd say)\b)+$", re.IGNORECASE)
EMPTY = re.compile(
    r"^(?:none|nothing|no|nope|nada|n/?a|zero|zip|no one|nobody|ninguno?|ningun[oa]s?|not (?:really|any|applicable)|none (?:really|needed|required|at all)|nothing (?:really|required|needed|special|at all|else))$",
    re.IGNORECASE,
)


def joined(plain: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the pieces of an answer that holds several."""
    yield from _cut(JOIN, plain, start, len(plain) if end is None else end)


def listed(plain: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the items of a list, trimmed."""
    for first, last in _cut(LIST, plain, start, len(plain) if end is None else end):
        first, last = trimmed(plain, first, last)
        if re.search(r"\w", plain[first:last]):
            yield first, last


def trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the words that lead in and trail off."""
    while (lead := LEAD.match(plain, start, end)) and lead.end() > start and lead.end() < end:
        start = lead.end()
    tail = TAIL.search(plain[start:end])
    if tail and tail.start():
        end = start + tail.start()
    return start + len(plain[start:end]) - len(plain[start:end].lstrip(" \t\n*\"'-")), end


def _cut(pattern: re.Pattern[str], plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in pattern.finditer(plain, start, end):
        if re.search(r"\w", plain[at : match.start()]):
            yield at, match.start()
        at = match.end()
    if re.search(r"\w", plain[at:end]):
        yield at, end
