"""Known phrases, found in a text word by word: longest first, plural and -ing forgiven."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from spacy.tokens import Doc

END = ""  # the key under which a phrase's value stands
JOINTS = frozenset("-/'.&")
COMMON = frozenset(
    [
        "it",
        "or",
        "in",
        "at",
        "as",
        "is",
        "us",
        "me",
        "he",
        "an",
        "so",
        "be",
        "my",
        "pa",
        "ma",
        "ad",
        "pe",
        "ok",
        "hi",
        "am",
        "do",
        "go",
        "no",
        "on",
        "to",
        "we",
        "art",
        "act",
        "cap",
        "aid",
        "aim",
        "api",
    ]
)

Word = tuple[str, str, int, int]


class Phrases:
    """A tree of words. It is built in a moment and searched in one pass, however many there are."""

    def __init__(self, phrases: Iterable[tuple[str, Any]]) -> None:
        self._tree: dict[str, Any] = {}
        self._trees = [self._tree]
        for phrase, value in phrases:
            self._add(phrase, value)

    def beside(self, more: "Phrases") -> "Phrases":
        """Return these phrases and more of them, which count first; neither is copied."""
        both = Phrases(())
        both._trees = [*more._trees, *self._trees]
        return both

    def _add(self, phrase: str, value: Any) -> None:
        here = self._tree
        for word in re.findall(r"\w+|[+#]", phrase):
            here = here.setdefault(stem(word), {})
        if here is not self._tree:
            strict = phrase.casefold() in COMMON
            here.setdefault(END, (value, phrase if strict else None))

    def find(self, doc: Doc) -> Iterator[tuple[int, int, Any]]:
        """Yield the start, end and value of each phrase, none of them overlapping."""
        words = list(_words(doc))
        at = 0
        while at < len(words):
            found = self._longest(words, at)
            if found:
                yield words[at][2], words[found[0] - 1][3], found[1]
            at = found[0] if found else at + 1

    def _longest(self, words: list[Word], at: int) -> tuple[int, Any] | None:
        found = [one for tree in self._trees if (one := _longest(tree, words, at))]
        return max(found, key=lambda one: one[0], default=None)


def _longest(here: dict[str, Any], words: list[Word], at: int) -> tuple[int, Any] | None:
    best = None
    for number in range(at, len(words)):
        here = here.get(words[number][0], {})
        if not here:
            break
        if END in here and here[END][1] in {None, words[number][1]}:
            best = number + 1, here[END][0]
    return best


def stem(word: str) -> str:
    """Return what a word has in common with its plural and its -ing form."""
    small = word.casefold()
    if len(small) > 5 and small.endswith("ies"):
        return small[:-3] + "y"
    for ending in ("ings", "ing"):
        if len(small) > len(ending) + 3 and small.endswith(ending):
            return _bare(small.removesuffix(ending))
    if len(small) > 2 and small.endswith("s") and not small.endswith("ss"):
        small = small[:-1]
    return _bare(small)


def _bare(small: str) -> str:
    small = small.removesuffix("e") if len(small) > 3 else small
    doubled = len(small) > 3 and small[-1] == small[-2] and small[-1] not in "ls"
    return small[:-1] if doubled else small


def _words(doc: Doc) -> Iterator[Word]:
    for token in doc:
        if token.text in JOINTS or (token.is_space and "\n" not in token.text):
            continue
        known = token.text[0].isalnum() or token.text in "+#"
        yield (
            stem(token.text) if known else "\n",
            token.text,
            token.idx,
            token.idx + len(token.text),
        )
