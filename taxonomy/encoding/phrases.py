"""The phrases that name a skill, as an encoder marks them."""

from collections.abc import Iterator

from taxonomy.encoding.encoded import Encoded

OUTSIDE, BEGINS, GOES_ON = range(3)


def phrases(text: str, encoded: Encoded) -> Iterator[tuple[int, int]]:
    """Yield where each marked phrase of a text starts and ends; no word is cut in two."""
    if encoded.marks is None:
        return
    start = end = -1
    for first, last, mark in _words(text, encoded):
        if start >= 0 and mark != GOES_ON:
            yield start, end
            start = -1
        if mark != OUTSIDE and start < 0:
            start = first
        end = last
    if start >= 0:
        yield start, end


def _words(text: str, encoded: Encoded) -> Iterator[tuple[int, int, int]]:
    """Yield the words and signs of a text, each with the mark of its first piece."""
    assert encoded.marks is not None
    marks: list[int] = encoded.marks.argmax(axis=1).tolist()
    word: tuple[int, int, int] | None = None
    for (first, last), mark in zip(encoded.spans.tolist(), marks, strict=True):
        if word and (first < word[1] or (first == word[1] and _within_word(text, first))):
            word = word[0], max(last, word[1]), word[2]
        elif first < last:
            if word:
                yield word
            word = first, last, mark
    if word:  # reading may have stopped within a word
        start, end, mark = word
        while end < len(text) and _within_word(text, end):
            end += 1
        yield start, end, mark


def _within_word(text: str, place: int) -> bool:
    return text[place - 1 : place + 1].isalnum()
