"""Answers in people's own words, taken from the pieces that nothing else explains."""

import re
from collections.abc import Callable, Iterator

from extraction import company
from extraction.answered import LISTS, Piece, read
from extraction.claims import Claims
from extraction.commands import refusals
from extraction.pieces import joined
from extraction.said import Said
from extraction.titles import Mention

FREE = (
    "employer.parent",
    "employer.area",
    "respondent.role",
    "employer.name",
    "employer.industry",
    "roles",
    "role.title",
    "role.duties",
    "role.tools",
    "role.sources",
    "barriers",
)
NAMED = re.compile(
    r"\W*(?:(?i:we're|we are|company is|it's|this is|the)\s)?[A-Z][\w'&-]+(?:[\s,.]|$)"
)
FITS: dict[str, Callable[[str], bool]] = {
    "employer.parent": lambda text: any(
        (company.PARENT.search(text), company.ALONE.search(text), company.NO.match(text))
    ),
    "employer.area": lambda text: any((company.COUNTY.search(text), company.COUNTIES.search(text))),
    "respondent.role": lambda text: company.JOB.search(text) is not None,
    "employer.name": lambda text: not company.PARENT.search(text) and NAMED.match(text) is not None,
    "employer.industry": lambda text: text.strip()[:1].islower(),
}

FEW = 4  # words
ASIDE = re.compile(
    r"(?<!\w)(?:we|we're|i|i'm|it|it's|they|been|since|here|there|have|has|got|need|want|all|most|"
    r"full|part|in|on|at|for|with|so|but|about|roughly|around|maybe|total|right now)(?!\w)",
    re.IGNORECASE,
)


def answers(
    claims: Claims, mentions: list[Mention], asked: tuple[str, ...], told: list[Said]
) -> Iterator[Said]:
    """Yield what the asked slots of free text hold, where nothing told already answers them."""
    answered = {said.slot for said in told if said.weight >= 0} - {"role.duties"}
    free = [slot for slot in FREE if slot in asked and slot not in answered]
    pieces = _pieces(claims, asked, told)
    if len(asked) > 1 and len(pieces) < len(free):
        pieces = [part for piece in pieces for part in _at_commas(claims.plain, *piece)]
    for slot in list(free):
        mine = _mine(slot, claims.plain, pieces) if len(asked) > 1 else pieces
        if mine and (said := list(read(slot, claims, mentions, mine))):
            yield from said
            pieces = [piece for piece in pieces if piece not in mine]
            free.remove(slot)
    for slot, piece in zip(sorted(free, key=asked.index), pieces, strict=False):
        if slot != "employer.parent" or claims.plain[slice(*piece)].strip()[:1].isupper():
            yield from read(slot, claims, mentions, [piece])


def _mine(slot: str, plain: str, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces that look like an answer to a question."""
    fits = FITS.get(slot)
    mine = [piece for piece in pieces if fits(plain[slice(*piece)])] if fits else []
    return mine if slot in LISTS else mine[:1]


def _pieces(claims: Claims, asked: tuple[str, ...], told: list[Said]) -> list[Piece]:
    if len(asked) == 1:
        return [(0, len(claims.plain))] if claims.plain.strip() else []
    spans = [one.start for one in told if one.slot.startswith(("employer", "consent", "codesign"))]
    return [
        (start, end)
        for piece in joined(claims.plain)
        for start, end in _unexplained(claims, *piece, spans)
        if not refusals(claims.plain[start:end]) and not any(start <= at < end for at in spans)
    ]


def _at_commas(plain: str, start: int, end: int) -> Iterator[Piece]:
    at = start
    for comma in [m.start() for m in re.finditer(r",\s", plain[:end]) if m.start() > start]:
        yield at, comma
        at = comma + 1
    yield at, end


def _unexplained(claims: Claims, start: int, end: int, told: list[int]) -> Iterator[Piece]:
    """Yield a piece that no claim explains, or the few words between the commas that none does."""
    if not _explained(claims, start, end) and not any(start <= at < end for at in told):
        yield start, end
        return
    for first, last in _at_commas(claims.plain, start, end):
        job = company.JOB.search(claims.plain, first, last)
        aside = not job and ASIDE.search(claims.plain, first, last)
        if (
            not aside
            and claims.plain[first:last].strip().capitalize() not in company.NO_NAME
            and not _explained(claims, first, last)
            and len(claims.plain[first:last].split()) <= FEW
        ):
            yield first, last


def _explained(claims: Claims, start: int, end: int) -> bool:
    """Say whether a piece holds a claim that answers a question of its own."""
    idle = {"noise", "period"}
    return any(start <= claim.start < end for claim in claims if claim.kind not in idle)
