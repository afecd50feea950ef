"""How one answer in people's own words is read, slot by slot."""

import re
from collections.abc import Callable, Iterator

from extraction import company
from extraction.claims import Claims
from extraction.cues import patterns
from extraction.pieces import EMPTY, listed, trimmed
from extraction.places import places
from extraction.said import Said
from extraction.titles import STOPS, Mention
from needs.answers import Industry, NoAnswer, Unanswered

Piece = tuple[int, int]
LISTS = frozenset({"employer.area", "roles", "role.tools", "role.sources"})
STOP = re.compile(r"[.;!?](?=\s)|\n")
LONG_TITLE = 40  # letters; beyond that an answer tells more than a title
LONGEST_TITLE = 6  # words
LONGEST_NAME = 14  # words


def read(slot: str, claims: Claims, mentions: list[Mention], pieces: list[Piece]) -> Iterator[Said]:
    """Yield what the pieces of an answer say for a slot."""
    for piece in pieces:
        start, end = trimmed(claims.plain, *piece)
        if start < end:
            yield from READERS.get(slot, _text)(slot, claims, mentions, (start, end))
        if slot not in LISTS:
            break


def _said(slot: str, plain: str, span: Piece) -> Said:
    return Said(slot, plain[slice(*span)], *span)


def _text(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    if not EMPTY.match(claims.plain[slice(*piece)]):
        yield _said(slot, claims.plain, piece)


def _industry(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    if _short(claims.plain, piece) and not EMPTY.match(claims.plain[slice(*piece)]):
        yield Said(slot, Industry(claims.plain[slice(*piece)]), *piece)


def _list(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    if EMPTY.match(claims.plain[slice(*piece)]):
        yield Said(slot, (), *piece)
        return
    for start, end in listed(claims.plain, *piece):
        if claims.free(start, end):
            yield Said(slot, (claims.plain[start:end],), start, end)


def _respondent(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    found = list(company.SELF.finditer(claims.plain, *piece))
    span = found[-1].span("role") if found else piece
    if found or (_short(claims.plain, piece) and not re.search(r"\d", claims.plain[slice(*piece)])):
        yield _said(slot, claims.plain, trimmed(claims.plain, *span))


def _short(plain: str, piece: Piece) -> bool:
    """Say whether a piece is as short as a name; a longer one tells of something else."""
    words = plain[slice(*piece)].split()
    return (
        piece[1] - piece[0] > 1
        and len(words) <= LONGEST_NAME
        and words[0].casefold() not in {"they", "we", "must"}
    )


def _parent(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    text = claims.plain
    if match := company.PARENT.search(text, *piece):
        yield _said(slot, text, match.span("after" if match["after"] else "before"))
    elif company.ALONE.search(text, *piece) or company.NO.match(text, *piece):
        yield Said(slot, Unanswered(NoAnswer.NOT_APPLICABLE), *piece)
    elif _short(text, piece):
        yield _said(slot, text, piece)


def _area(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    named = [match.span() for match in company.PLACES.finditer(claims.plain, *piece)]
    found = places(claims.plain, *piece)
    if not found and _short(claims.plain, piece):
        found = named or [s for s in listed(claims.plain, *piece) if s[1] - s[0] > 1]
    for span in found if not EMPTY.match(claims.plain[slice(*piece)]) else []:
        yield Said(slot, (claims.plain[slice(*span)],), *span)


def _name(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    span = _name_in(claims.plain, piece)
    if span and not any(one.start < span[1] and span[0] < one.end for one in mentions):
        yield _said(slot, claims.plain, span)


def _name_in(plain: str, piece: Piece) -> Piece | None:
    if match := company.CALLED.search(plain, *piece):
        return match.span("name")
    if match := company.WHOLE_NAME.fullmatch(plain, *piece):
        return match.span()
    named = (match for match in company.ANY_NAME.finditer(plain, *piece))
    span = next((m.span() for m in named if m[0].split()[0] not in company.NO_NAME), None)
    words = plain[slice(*piece)].split()
    few = len(words) <= LONGEST_TITLE and words[0].capitalize() not in company.NO_NAME
    return span or (piece if few else None)


def _title(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    mine = [one for one in mentions if piece[0] <= one.start < piece[1]]
    named = mine and piece[1] - piece[0] > LONG_TITLE
    yield _said(slot, claims.plain, (mine[0].start, mine[0].end) if named else piece)


def _roles(slot: str, claims: Claims, mentions: list[Mention], piece: Piece) -> Iterator[Said]:
    start, end = _mended(claims.plain, *piece), piece[1]
    named = [one for one in mentions if start <= one.start < end]
    stop = STOP.search(claims.plain, named[0].end, end) if named else None
    seen: set[object] = set()
    for key, span in sorted({*_named(named), *_unnamed(claims, named, start, end)}, key=_place):
        rambling = key == claims.plain[slice(*span)] and stop and span[0] > stop.start()
        if key not in seen and not rambling:
            seen.add(key)
            yield Said(slot, (claims.plain[slice(*span)],), *span)


def _place(found: tuple[object, Piece]) -> Piece:
    return found[1]


def _named(mentions: list[Mention]) -> Iterator[tuple[object, Piece]]:
    for one in mentions:
        yield one.job, (one.start, one.end)


def _unnamed(
    claims: Claims, named: list[Mention], start: int, end: int
) -> Iterator[tuple[object, Piece]]:
    """Yield the items of a list that are no known job and yet stand for one."""
    for span in listed(claims.plain, start, end):
        words = claims.plain[slice(*span)].split()
        known = any(span[0] <= one.start < span[1] for one in named)
        title = len(words) <= LONGEST_TITLE and words[0].casefold() not in STOPS
        if title and not known and claims.free(*span):
            yield claims.plain[slice(*span)], span


def _mended(plain: str, start: int, end: int) -> int:
    repair = patterns("words", "marks")["repair"]
    found = [match.end() for match in repair.finditer(plain, start, end) if match.end() < end - 2]
    return trimmed(plain, found[-1], end)[0] if found else start


READERS: dict[str, Callable[[str, Claims, list[Mention], Piece], Iterator[Said]]] = {
    "employer.parent": _parent,
    "employer.area": _area,
    "respondent.role": _respondent,
    "employer.name": _name,
    "employer.industry": _industry,
    "roles": _roles,
    "role.title": _title,
    "role.tools": _list,
    "role.sources": _list,
}
