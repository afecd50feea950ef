"""Plain forms of words, so that “Welding” and “welds” are one, and the clauses of a text."""

import re
import unicodedata
from collections.abc import Iterator

WORD = re.compile(r"(?:(?<![\w.])\.)?[^\W_]+(?:[&][^\W_]+)*[+#]*")
BREAK = re.compile(
    r"[,;:!?()\[\]{}<>|•·*\r\n\t…\"“”]+|\.(?=\s|$)|\s[-–—/+&]+\s|\s(?:and|or|but|then)\s"
)
WINDOW, STRIDE = 8, 4  # words; longer clauses are looked at piece by piece


# Words that never tell which skill is meant.
_SILENT = """
    a an the of to in on for with w at by be is are am as and or from into our your their they
    them you we i it its he she his her this that these those able ability must need needs have has
    had should will would can could do does did how know knows knowing knowledge experience
    experienced skill skills good great strong solid basic basics proficient proficiency
    familiar familiarity understanding understand comfortable using use used all any some who
    what very really just also etc stuff things plus"""
SILENT = frozenset(_SILENT.split())


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, without accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign) and sign not in "'’")
    return WORD.findall(plain)


def stem(word: str) -> str:
    """Return what the forms of a word share: weld, welds, welded and welding are one."""
    word = singular(word)
    for ending, shortest in (("ing", 6), ("ed", 6)):
        if word.endswith(ending) and len(word) >= shortest:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def singular(word: str) -> str:
    """Return a word without its plural ending."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def literal(text: str) -> str:
    """Return the words of a text and nothing else."""
    return " ".join(words(text))


def plain(text: str) -> str:
    """Return the stems of a text's words; silent ones only where there are no others."""
    said = text.split()
    return " ".join(stem(word) for word in said if word not in SILENT) or " ".join(map(stem, said))


def clauses(text: str) -> list[str]:
    """Return the words of a text, of its clauses and of the pieces of long clauses."""
    parts = [words(part) for part in BREAK.split(text)]
    whole = [word for part in parts for word in part]
    found = [whole, *(piece for part in parts for piece in _pieces(part))]
    return [one for one in dict.fromkeys(" ".join(each) for each in found) if one]


def _pieces(part: list[str]) -> Iterator[list[str]]:
    if len(part) <= WINDOW + STRIDE:
        yield part
        return
    for start in range(0, len(part) - STRIDE, STRIDE):
        yield part[start : start + WINDOW]
