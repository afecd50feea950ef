"""Numbers that count nothing we ask about: telephones, standards, hours, percentages, beds."""

import re
from functools import cache

from extraction.claims import Claims
from extraction.cues import patterns, table
from extraction.numbers import NUMBER
from extraction.titles import HEADS

KINDS = (
    "(?:small|big|large|different|good|full|extra|long|straight|"
    "separate|business|work|calendar|solid|hotel|assembly|production|"
    "delivery|dump|box|more)"
)


def claim_noise(claims: Claims) -> None:
    """Claim what must be out of the way before anything else reads numbers."""
    for pattern in patterns("noise", "first").values():
        claims.take_all("noise", pattern)


def claim_units(claims: Claims) -> None:
    """Claim numbers with a unit that is no people, once all else has had its turn."""
    claims.take_all("noise", patterns("noise", "units")["clock"])
    for match in _counted().finditer(claims.masked):
        if not HEADS.match(claims.plain, match.end() + 1):
            claims.take("noise", *match.span())


@cache
def _counted() -> re.Pattern[str]:
    things = "|".join(table("noise")["units"]["things"])
    return re.compile(
        rf"(?<![\w.])(?:{NUMBER})\+?(?:\s?(?:-|to|or)\s?(?:{NUMBER}))?(?:[ -](?:{KINDS} )"
        rf"?|(?=[a-z]))(?:{things})(?!\w)",
        re.IGNORECASE,
    )
