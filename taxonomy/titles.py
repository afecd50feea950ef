"""Job titles in plain form: abbreviations written out, singular, without shift, level and place."""

import re

from taxonomy.title_words import ABBREVIATIONS, DROPPED, VAGUE
from taxonomy.words import literal, singular

SHIFTS = re.compile(r"\b(?:\d+(?:st|nd|rd|th) shift|x ?\d+|\d+ ?x|non cdl|old school)\b")
RANK = re.compile(r"\d+|i{1,3}|iv|v|vi|[lx]\d|[a-e]")


def plain_title(title: str) -> str:
    """Return a job title in plain form; empty where nothing but shift or level is said."""
    said = (_written_out(word) for word in SHIFTS.sub(" ", literal(title)).split())
    return " ".join(one for word in said for one in word if not _dropped(one))


def readings(title: str) -> dict[str, float]:
    """Return the plain forms that a title may be read as, and how far each can be trusted."""
    outside = re.sub(r"\([^()]*\)", " ", title)
    head, *rest = re.split(r"[,;]|\s[-–—]\s", outside)
    pieces = (*re.split(r"/|\s&\s|\sand\s", head), *re.findall(r"\(([^()]*)\)", title))
    parts = [(title, 1.0), (outside, 0.98), (head, 0.95)]
    parts += [*((part, 0.9) for part in pieces), *((part, 0.75) for part in rest)]
    read: dict[str, float] = {}
    for part, trust in parts:
        read.setdefault(plain_title(part), trust)
    read.pop("", None)
    return read


def vague(plain: str) -> bool:
    """Say whether a plain title could be almost any job."""
    return all(word in VAGUE for word in plain.split())


def _written_out(word: str) -> list[str]:
    one = word if word in ABBREVIATIONS else singular(word)
    return ABBREVIATIONS.get(one, one).split()


def _dropped(word: str) -> bool:
    return word in DROPPED or RANK.fullmatch(word) is not None
