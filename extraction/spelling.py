"""Words that carry meaning for us, found again where one letter went wrong."""

from functools import cache

from extraction.cues import table


def mended(word: str) -> str | None:
    """Return the word that was meant, where a word is one slip away from one of ours."""
    small = word.lower()
    if small in _kept():
        return None
    if small in _known():
        return _known()[small]
    if len(small) < 5:
        return None
    meant = {one for form in _worn(small) for one in _index().get(form, ())}
    close = sorted(
        one
        for one in meant
        if one[0] == small[0] and _one_slip(small, one) and not _inflected(small, one)
    )
    return close[0] if close else None


def _inflected(word: str, other: str) -> bool:
    return word + "s" == other or other + "s" == word or word + "d" == other or other + "d" == word


def _one_slip(word: str, other: str) -> bool:
    if len(word) == len(other):
        differ = [at for at in range(len(word)) if word[at] != other[at]]
        return len(differ) == 1 or _swapped(word, other, differ)
    long, short = (word, other) if len(word) > len(other) else (other, word)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _swapped(word: str, other: str, differ: list[int]) -> bool:
    if len(differ) != 2 or differ[1] != differ[0] + 1:
        return False
    return word[differ[0]] == other[differ[1]] and word[differ[1]] == other[differ[0]]


def _worn(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


@cache
def _index() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in table("spelling")["words"]:
        for form in _worn(word):
            found[form] = (*found.get(form, ()), word)
    return found


@cache
def _kept() -> frozenset[str]:
    return frozenset((*table("spelling")["words"], *table("spelling")["keep"]))


@cache
def _known() -> dict[str, str]:
    return dict(table("spelling")["known"])
