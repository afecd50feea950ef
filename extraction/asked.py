"""Answers in people's own words: what was asked for, taken from the pieces that nothing else explains."""

import re
from collections.abc import Callable, Iterator

from needs.answers import Industry, NoAnswer, Unanswered

from extraction import company
from extraction.claims import Claims
from extraction.commands import refusals
from extraction.cues import patterns
from extraction.said import Said
from extraction.pieces import EMPTY, joined, listed, trimmed
from extraction.titles import STOPS, Mention

FREE = (
    "employer.parent", "employer.area", "respondent.role", "employer.name", "employer.industry", "roles", "role.title",
    "role.duties", "role.tools", "role.sources", "barriers",
)  # fmt: skip
LISTS = frozenset({"employer.area", "roles", "role.tools", "role.sources"})


Piece = tuple[int, int]


def answers(claims: Claims, mentions: list[Mention], asked: tuple[str, ...], told: list[Said]) -> Iterator[Said]:
    """Yield what the asked slots of free text hold, where nothing told already answers them."""
    answered = {said.slot for said in told} - {"role.duties"}
    free = [slot for slot in FREE if slot in asked and slot not in answered]
    pieces = _pieces(claims, asked, told)
    for slot in list(free):
        mine = [piece for piece in pieces if _fits(slot, claims.plain[piece[0] : piece[1]])] if len(asked) > 1 else pieces
        mine = mine if slot in LISTS else mine[:1]
        if mine and (said := list(_read(slot, claims, mentions, mine))):
            yield from said
            pieces = [piece for piece in pieces if piece not in mine]
            free.remove(slot)
    for slot, piece in zip(sorted(free, key=asked.index), pieces, strict=False):
        if slot != "employer.parent" or claims.plain[piece[0] : piece[1]].strip()[:1].isupper():
            yield from _read(slot, claims, mentions, [piece])


def _pieces(claims: Claims, asked: tuple[str, ...], told: list[Said]) -> list[Piece]:
    if len(asked) == 1:
        return [(0, len(claims.plain))] if claims.plain.strip() else []
    pieces = [piece for piece in joined(claims.plain) if not _explained(claims, *piece)]
    spans = [said.start for said in told if said.slot.startswith(("employer", "consent", "codesign"))]
    return [
        (start, end)
        for start, end in pieces
        if not refusals(claims.plain[start:end]) and not any(start <= at < end for at in spans)
    ]


def _explained(claims: Claims, start: int, end: int) -> bool:
    """Say whether a piece holds a claim that answers a question of its own."""
    return any(start <= claim.start < end for claim in claims if claim.kind not in {"noise", "period"})


def _fits(slot: str, piece: str) -> bool:
    tests: dict[str, Callable[[str], bool]] = {
        "employer.parent": lambda text: bool(company.PARENT.search(text) or company.ALONE.search(text) or company.NO.match(text)),
        "employer.area": lambda text: bool(company.COUNTY.search(text) or company.COUNTIES.search(text)),
        "respondent.role": lambda text: bool(company.JOB.search(text)),
        "employer.name": lambda text: not company.PARENT.search(text) and bool(re.match(r"\W*(?:(?i:we're|we are|company is|it's|this is|the)\s)?[A-Z][\w'&.-]+(?:\s|$)", text)),
        "employer.industry": lambda text: text.strip()[:1].islower(),
    }
    return tests[slot](piece) if slot in tests else False


def _read(slot: str, claims: Claims, mentions: list[Mention], pieces: list[Piece]) -> Iterator[Said]:
    readers: dict[str, Callable[..., Iterator[Said]]] = {
        "employer.parent": _parent, "employer.area": _area, "respondent.role": _respondent, "employer.name": _name,
        "employer.industry": _industry, "roles": _roles, "role.title": _title, "role.tools": _list, "role.sources": _list,
    }  # fmt: skip
    for piece in pieces:
        start, end = trimmed(claims.plain, *piece)
        if start < end:
            yield from readers.get(slot, _text)(slot, claims, mentions, (start, end))
        if slot not in LISTS:
            break


def _text(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    if not EMPTY.match(claims.plain[piece[0] : piece[1]]):
        yield Said(slot, claims.plain[piece[0] : piece[1]], *piece)


def _industry(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    yield Said(slot, Industry(claims.plain[piece[0] : piece[1]]), *piece)


def _list(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    if EMPTY.match(claims.plain[piece[0] : piece[1]]):
        yield Said(slot, (), *piece)
        return
    for start, end in listed(claims.plain, *piece):
        if claims.free(start, end):
            yield Said(slot, (claims.plain[start:end],), start, end)


def _respondent(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    found = list(company.SELF.finditer(claims.plain, *piece))
    yield Said(slot, claims.plain[slice(*(span := found[-1].span("role") if found else piece))].strip(), *span)


def _parent(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    text = claims.plain
    if match := company.PARENT.search(text, *piece):
        group = "after" if match["after"] else "before"
        yield Said(slot, match[group], *match.span(group))
    elif company.ALONE.search(text, *piece) or company.NO.match(text, *piece):
        yield Said(slot, Unanswered(NoAnswer.NOT_APPLICABLE), *piece)
    else:
        yield Said(slot, text[piece[0] : piece[1]], *piece)


def _area(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    found = places(claims.plain, *piece) or [m.span() for m in company.PLACES.finditer(claims.plain, *piece)]
    for span in found or listed(claims.plain, *piece):
        yield Said(slot, (claims.plain[slice(*span)],), *span)


def places(plain: str, start: int, end: int) -> list[Piece]:
    """Return where counties and named sites are named."""
    found = []
    for match in company.COUNTIES.finditer(plain, start, end):
        first, last = match.span("list")
        found += [m.span() for m in re.finditer(r"[A-Z][\w'-]+", plain[:last]) if m.start() >= first]
    for match in company.COUNTY.finditer(plain, start, end):
        words = match["name"].split()
        drop = len(words[0]) + 1 if len(words) > 1 and words[0].islower() else 0
        if match["name"].casefold() not in {"the", "our", "this", "same", "in", "whole", "entire", "every"}:
            found.append((match.start() + drop, match.end()))
    return found


def _name(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    match = re.compile(company.NAME).search(claims.plain, *piece)
    span = match.span() if match else piece
    yield Said(slot, claims.plain[slice(*span)].rstrip(". "), span[0], span[0] + len(claims.plain[slice(*span)].rstrip(". ")))


def _title(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    mine = [one for one in mentions if piece[0] <= one.start < piece[1]]
    span = (mine[0].start, mine[0].end) if mine and len(claims.plain) > 40 else piece
    yield Said(slot, claims.plain[slice(*span)], *span)


def _roles(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    start = _mended(claims.plain, *piece)
    if claims.plain[start : piece[1]].count(" ") > 12 and any(one.start >= start for one in mentions):
        spans = [(one.start, one.end) for one in mentions if start <= one.start < piece[1]]
    else:
        spans = list(listed(claims.plain, start, piece[1]))
    seen: set[int | str] = set()
    for span in spans:
        inside = [one for one in mentions if span[0] <= one.start < span[1]]
        if not inside and (not claims.free(*span) or claims.plain[slice(*span)].split()[0].casefold() in STOPS):
            continue
        for key, place in [(one.job, (one.start, one.end)) for one in inside] or [(claims.plain[slice(*span)], span)]:
            if key not in seen and len(claims.plain[slice(*place)].split()) <= 6:
                seen.add(key)
                yield Said(slot, (claims.plain[slice(*place)],), *place)


def _mended(plain: str, start: int, end: int) -> int:
    found = [m.end() for m in patterns("words", "marks")["repair"].finditer(plain, start, end) if m.end() < end - 2]
    return trimmed(plain, found[-1], end)[0] if found else start
