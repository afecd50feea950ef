"""Places: counties, and towns where a site is said to be."""

import re

from extraction import company

EMPTY = frozenset(
    [
        "the",
        "our",
        "this",
        "same",
        "in",
        "whole",
        "entire",
        "every",
        "that",
        "which",
        "a",
        "your",
        "my",
        "other",
    ]
)


def places(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where counties and the towns of sites are named."""
    found = []
    for match in company.COUNTIES.finditer(plain, start, end):
        names = re.finditer(r"[A-Z][\w'-]+", plain[slice(*match.span("list"))])
        found += [(match.start("list") + m.start(), match.start("list") + m.end()) for m in names]
    for match in company.COUNTY.finditer(plain, start, end):
        words = match["name"].split()
        drop = len(words[0]) + 1 if len(words) > 1 and words[0].islower() else 0
        if match["name"].casefold() not in EMPTY:
            found.append((match.start() + drop, match.end()))
    for pattern in (company.SITE, company.SITED):
        found += [match.span("name") for match in pattern.finditer(plain, start, end)]
    return sorted(set(found))
