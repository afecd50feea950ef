"""What a new hire must be able to do: known skills, and every phrase of an answer about it."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from spacy.tokens import Doc

from extraction.claims import Claim, Claims
from extraction.cues import table
from extraction.phrases import Phrases
from extraction.pieces import stripped

PIECE = re.compile(
    r"[,;\n!?•·|=]+|\.(?=\s|$)|\.{2,}|[()]|\s-+\s|:\s|\s/\s|\s&\s|"
    r"\s(?:and|(?<!\ba )plus|then|or|n|y|but|\+)\s|(?<=\w)\s\+\s",
    re.IGNORECASE,
)
LEAD = re.compile(table("skills")["lead"], re.IGNORECASE)
TAIL = re.compile(table("skills")["tail"], re.IGNORECASE)
CHATTER = re.compile(table("skills")["chatter"], re.IGNORECASE)
TALE = re.compile(
    r"(?:we|i|they)(?:'d| have)? (?:had|did|got|used to|lost|hired|tried|ran|went)(?!\w)",
    re.IGNORECASE,
)
SKILLED = frozenset({"role.skills", "role.duties", "role.skill_when", "role.tools"})
PHRASED = SKILLED - {"role.tools"}
LONGEST = 9  # words
REACH = 80  # letters of a tail that is cut off, and of a phrase that was spotted


Spot: TypeAlias = Callable[[str], Sequence[tuple[int, int]]]


def nothing(_text: str) -> tuple[tuple[int, int], ...]:
    """Spot no phrase at all."""
    return ()


def speaks_of_skills(asked: Sequence[str]) -> bool:
    """Say whether an answer may name skills: asked about them, or about nothing in particular."""
    return not asked or bool(set(asked) & (SKILLED | {"role.title", "roles"}))


def spotted_skills(claims: Claims, spot: Spot) -> list[Claim]:
    """Return the phrases that name a skill, where nothing else is claimed."""
    found = (_trimmed(claims.plain, *span) for span in spot(claims.plain))
    return [Claim("skill", *span) for span in found if claims.free(*span) and _short(span)]


def _short(span: tuple[int, int]) -> bool:
    return span[1] - span[0] <= REACH


def known_skills(doc: Doc, claims: Claims, known: Phrases) -> Iterator[Claim]:
    """Yield every known skill that is named where nothing else is claimed."""
    for start, end, _ in known.find(doc):
        if claims.free(start, end):
            yield Claim("skill", start, end)


def said_skills(claims: Claims) -> Iterator[Claim]:
    """Yield every phrase of an answer about skills, whether it is known or not."""
    at = 0
    for match in [*PIECE.finditer(claims.plain), None]:
        end = match.start() if match else len(claims.plain)
        if claim := _phrase(claims, at, end):
            yield claim
        at = match.end() if match else end


def _phrase(claims: Claims, start: int, end: int) -> Claim | None:
    if TALE.match(claims.plain, *stripped(claims.plain, start, end)):
        return None
    start, end = _trimmed(claims.plain, start, end)
    words = claims.plain[start:end]
    if not claims.free(start, end) or not re.search(r"[^\W\d_]{2}|[A-Z]#?", words):
        return None
    if len(words.split()) > LONGEST or CHATTER.search(words):
        return None
    return Claim("skill", start, end)


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    for _ in range(6):
        start, end = stripped(plain, start, end)
        lead = LEAD.match(plain, start, end)
        if not lead or lead.end() == start:
            break
        start = lead.end()
    for _ in range(4):
        start, end = stripped(plain, start, end)
        tail = TAIL.search(plain, max(start, end - REACH), end)
        if not tail or tail.start() == end:
            break
        end = tail.start()
    return stripped(plain, start, end)


def spread(claims: list[Claim]) -> list[Claim]:
    """Return claims in order, without those that stand inside another."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda one: (one.start, -one.end)):
        if not kept or claim.start >= kept[-1].end:
            kept.append(claim)
    return kept
