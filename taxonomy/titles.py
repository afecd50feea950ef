"""Job titles in plain form: abbreviations written out, singular, and the pieces of a title."""

import re
from collections.abc import Iterator

from taxonomy.title_words import ABBREVIATIONS, ANYBODY, CHATTER, DROPPED, LINKING, VAGUE
from taxonomy.words import singular, stem, words

PAY = re.compile(
    r"\$\s?\d[\d.,k]*(?:\s*[-–]\s*\$?\d[\d.,k]*)?(?:\s*(?:/|per|an?)\s*\w+)?", re.IGNORECASE
)
BRACKETS = re.compile(r"\(([^()]*)\)")
SHIFTS = re.compile(r"\b(?:\d+(?:st|nd|rd|th) shift|x ?\d+|\d+ ?x|non cdl|old school)\b")
RANK = re.compile(r"\d+|i{1,3}|iv|v|vi|[lx]\d|[a-e]")
OR_FIRST = re.compile(r"^\s*or\b", re.IGNORECASE)  # "or" cannot begin a title
OR = re.compile(r"\bOR\b")
ARTICLE = re.compile(r"^\s*a\s|(?<=\w)\s+a\s")  # "A" may be a class of licence
AFTER_HEAD = re.compile(r"\s(?:of|for|in|to|on|with|and|or)\s|[,/]|\s[-–—]\s", re.IGNORECASE)
APART = re.compile(r"[,;]|\s[-–—]\s")
EITHER = re.compile(r"/|\s&\s|\s(?:and|or)\s")
WHERE = re.compile(r"\s(?:for|to|in|at|on|with|who|that)\s")


def kept(title: str) -> list[str]:
    """Return the words of a title in plain form, shift and level among them."""
    said = words(ARTICLE.sub(" ", _operating_room(title)))
    return [one for word in said if word not in LINKING for one in _written_out(word)]


def bare(title: str) -> list[str]:
    """Return the words of a title in plain form, without shift, level, contract and crew."""
    said = SHIFTS.sub(" ", " ".join(words(_operating_room(title)))).split()
    plain = (one for word in said if word not in DROPPED for one in _written_out(word))
    return [word for word in plain if word not in DROPPED and not RANK.fullmatch(word)]


def pieces(title: str) -> Iterator[tuple[str, float]]:
    """Yield what may be the title proper, and how far that can be trusted."""
    outside = BRACKETS.sub(" ", title)
    head, *rest = APART.split(outside)
    yield from ((title, 1.0), (outside, 0.985), (head, 0.97), (WHERE.split(head)[0], 0.93))
    yield from ((part, 0.9) for part in (*EITHER.split(head), *BRACKETS.findall(title)))
    yield from ((part, 0.75) for part in rest)


def forms(name: str) -> list[str]:
    """Return what an official name says outside brackets, and whole if it says more inside."""
    inside = [words(one) for one in BRACKETS.findall(name)]
    more = inside and all(len(one) > 1 for one in inside)
    return [BRACKETS.sub(" ", name), *([name] if more else [])]


def head(name: str) -> str:
    """Return the word that says what somebody with this title is: that of "nurse, OR"."""
    said = kept(AFTER_HEAD.split(name.strip())[0]) or kept(name)
    return said[-1] if said else ""


def root(word: str) -> str:
    """Return what a doer and the deed share: clean, cleaning and cleaner are one."""
    doer = word.endswith(("er", "or")) and not word.endswith("eer") and word != "officer"
    return stem(f"{word[:-2]}e" if doer and len(word) > 6 else word)


def vague(plain: list[str]) -> bool:
    """Say whether a plain title could be almost any job."""
    return all(word in VAGUE or word in DROPPED or RANK.fullmatch(word) for word in plain)


def ranked(plain: list[str]) -> bool:
    """Say whether a plain title names a level, such as "operator b"."""
    return any(RANK.fullmatch(word) for word in plain)


def anybody(title: str) -> bool:
    """Say whether a title speaks of "someone" or "guys" instead of naming the job."""
    return not ANYBODY.isdisjoint(words(title))


def chatty(title: str) -> bool:
    """Say whether a title has words of a sentence: "ask my manager" names no manager."""
    return not CHATTER.isdisjoint(words(title))


def _operating_room(title: str) -> str:
    said = OR_FIRST.sub("operating room", title)
    return OR.sub("operating room", said) if title != title.upper() else said


def _written_out(word: str) -> list[str]:
    one = word if word in ABBREVIATIONS else singular(word)
    return ABBREVIATIONS.get(one, one).split()
