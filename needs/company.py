"""A company's name, however it is written."""

import re
import unicodedata
from itertools import groupby

SITE = re.compile(
    r"(?:,|\(|\s[-–—])[^,(]*\b(plant|site|facility|location|branch|division)\b\s*\)?\s*$"
)
DROPPED = re.compile(r"and|incorporated|inc|l?llp|llc|ltd|limited|corporation|corp|plc|pllc|gmbh")
DROPPED_AT_THE_END = re.compile(r"company|co|lp|sa|ag|pc|group|holdings?|plant")


def company_name(said: str) -> str:
    """Return a company's name without what people write differently: the same for one company."""
    words = _words(SITE.sub("", _plain(said)))
    if words[:1] == ["the"] and len(words) > 1:
        words = words[1:]
    kept = [word for word in words if not DROPPED.fullmatch(word)] or words
    while len(kept) > 1 and DROPPED_AT_THE_END.fullmatch(kept[-1]):
        kept.pop()
    # Without spaces, so that "Mid-West", "Mid West" and "Midwest" are one.
    return "".join(kept)


def _plain(said: str) -> str:
    letters = unicodedata.normalize("NFKD", said.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c) and c not in "'’‘`ʼ")


def _words(text: str) -> list[str]:
    """Return the words; letters that stand alone are one word: L.L.C., J. R."""
    found = re.findall(r"[^\W_]+", text)
    runs = groupby(found, key=lambda word: len(word) == 1)
    return [word for alone, run in runs for word in (["".join(run)] if alone else run)]
