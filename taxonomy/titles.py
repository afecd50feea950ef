"""Job titles in plain form: abbreviations written out, singular, without shift, level and place."""

import re
from collections.abc import Iterator

from taxonomy.title_words import ABBREVIATIONS, DROPPED, VAGUE
from taxonomy.words import literal, singular

SHIFTS = re.compile(r"\b(?:\d+(?:st|nd|rd|th) shift|x ?\d+|\d+ ?x|non cdl|old school)\b")
RANK = re.compile(r"\d+|i{1,3}|iv|v|vi|[lx]\d|[a-e]")


def plain_title(title: str) -> str:
    """Return a job title in plain form; empty where nothing but shift or level is said."""
    said = (_written_out(word) for word in SHIFTS.sub(" ", literal(title)).split())
    return " ".join(one for word in said for one in word if not _dropped(one))


def readings(title: str) -> Iterator[tuple[str, float]]:
    """Yield the plain forms that a title may be read as, with how far each can be trusted."""
    yield plain_title(title), 1.0
    outside = re.sub(r"\([^()]*\)", " ", title)
    head, *rest = re.split(r"[,;]|\s[-–—]\s", outside)
    yield plain_title(outside), 0.98
    yield plain_title(head), 0.95
    inside = re.findall(r"\(([^()]*)\)", title)
    for part in (*re.split(r"/|\s&\s|\sand\s", head), *inside, *rest):
        yield plain_title(part), 0.9


def vague(plain: str) -> bool:
    """Say whether a plain title could be almost any job."""
    return all(word in VAGUE for word in plain.split())


def _written_out(word: str) -> list[str]:
    one = word if word in ABBREVIATIONS else singular(word)
    return ABBREVIATIONS.get(one, one).split()


def _dropped(word: str) -> bool:
    return word in DROPPED or RANK.fullmatch(word) is not None
