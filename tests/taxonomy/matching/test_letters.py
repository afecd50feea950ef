"""Letters and words of names, against the same computed one name at a time."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taxonomy.features import Bag, letter_runs, whole_words
from taxonomy.matching.letters import COMMON, Features, Letters
from taxonomy.words import literal, plain

KNOWN = ["weld", "welder", "mig", "tig", "read", "print", "blood", "draw", "cmm", "a", "é", "日本"]
WORD = st.sampled_from(KNOWN)
SAID = st.lists(WORD, max_size=5).map(" ".join)
NAMES = st.lists(SAID, min_size=1, max_size=8)


def runs_of(text: str) -> list[str]:
    """Return the runs of three to five letters of a text's words, word ends being letters."""
    padded = [f" {word} " for word in plain(text).split()]
    return [
        word[at : at + length]
        for word in padded
        for length in (3, 4, 5)
        for at in range(len(word) - length + 1)
    ]


def words_of(text: str) -> list[str]:
    return sorted(set(plain(text).split()))


def weights(features: list[str], names: list[list[str]]) -> dict[str, float]:
    """Return what each feature of a text counts, the whole having the length one."""
    seen = Counter(one for name in names for one in set(name))
    raw = {
        one: (1 + math.log(count)) * (math.log((1 + len(names)) / (1 + seen[one])) + 1)
        for one, count in Counter(features).items()
    }
    length = math.sqrt(sum(value**2 for value in raw.values())) or 1.0
    return {one: value / length for one, value in raw.items()}


def cosines(text: list[str], names: list[list[str]]) -> list[float]:
    said = weights(text, names)
    held = [weights(name, names) for name in names]
    return [sum(said.get(one, 0.0) * value for one, value in name.items()) for name in held]


def covers(text: list[str], names: list[list[str]]) -> list[float]:
    held = [weights(name, names) for name in names]
    return [sum(value**2 for one, value in name.items() if one in text) for name in held]


def rows(names: list[str]) -> np.ndarray:
    return np.arange(len(names))


@settings(max_examples=40)
@given(NAMES, SAID)
def test_letters_are_alike_as_one_would_compute_it_by_hand(names: list[str], text: str) -> None:
    runs = Letters.of(names).runs
    found = runs.cosine(rows(names), runs.text(letter_runs([plain(text)])))
    expected = cosines(runs_of(text), [runs_of(name) for name in names])
    assert found == pytest.approx(expected, abs=1e-5)


@settings(max_examples=40)
@given(NAMES, SAID)
def test_words_are_covered_as_one_would_compute_it_by_hand(names: list[str], text: str) -> None:
    words = Letters.of(names).words
    found = words.covered(rows(names), words.text(whole_words([plain(text)])))
    expected = covers(words_of(text), [words_of(name) for name in names])
    assert found == pytest.approx(expected, abs=1e-5)


@settings(max_examples=40)
@given(NAMES, SAID, st.lists(st.integers(0, 7), max_size=6))
def test_some_names_are_as_they_are_among_all(
    names: list[str], text: str, places: list[int]
) -> None:
    runs = Letters.of(names).runs
    dense = runs.text(letter_runs([plain(text)]))
    some = np.array([place % len(names) for place in places], np.int64)
    assert runs.cosine(some, dense).tolist() == runs.cosine(rows(names), dense)[some].tolist()
    assert runs.covered(some, dense).tolist() == runs.covered(rows(names), dense)[some].tolist()


@settings(max_examples=40)
@given(NAMES, SAID)
def test_the_names_that_have_a_word_of_the_text_are_found(names: list[str], text: str) -> None:
    found = Letters.of(names).named(text)
    said = set(words_of(text))
    shared = [len(said & set(words_of(name))) for name in names]
    assert np.bincount(found, minlength=len(names)).tolist() == shared


def test_a_name_is_as_like_itself_as_can_be_and_covers_itself() -> None:
    names = ["mig welding", "draw blood", "read prints", "日本"]
    letters = Letters.of(names)
    for place, name in enumerate(names):
        dense = letters.words.text(whole_words([plain(name)]))
        assert letters.words.covered(rows(names), dense)[place] == pytest.approx(1, abs=1e-5)
        runs = letters.runs.text(letter_runs([plain(name)]))
        alike = letters.runs.cosine(rows(names), runs)
        assert alike[place] == pytest.approx(1, abs=1e-5)
        assert alike.argmax() == place


def test_rare_words_tell_more() -> None:
    names = ["run lathe", "run mill", "run saw"]
    words = Letters.of(names).words
    common = words.covered(rows(names), words.text(whole_words(["run"])))
    rare = words.covered(rows(names), words.text(whole_words([plain("lathe")])))
    assert rare[0] > common[0]
    assert common[0] + rare[0] == pytest.approx(1, abs=1e-5)


def test_a_word_that_very_many_names_have_leads_to_none() -> None:
    many = [f"run machine{number}x" for number in range(COMMON)]
    assert len(Letters.of(many).named("run")) == COMMON
    assert Letters.of([*many, "run"]).named("run").tolist() == []
    assert Letters.of([*many, "run"]).named("run machine7x").tolist() == [7]


@pytest.mark.parametrize("names", [[], [""], ["", ""], ["", "weld"], ["a"], ["日"], ["\ud800"]])
@pytest.mark.parametrize("text", ["", "weld", "\ud800"])
def test_names_without_words_are_like_nothing(names: list[str], text: str) -> None:
    letters = Letters.of([literal(name) for name in names])
    dense = letters.runs.text(letter_runs([plain(literal(text))]))
    alike = letters.runs.cosine(rows(names), dense)
    assert alike.tolist() == pytest.approx([float(text == name == "weld") for name in names])
    assert letters.named(literal(text)).tolist() == [
        place for place, name in enumerate(names) if text == name == "weld"
    ]


@settings(max_examples=40)
@given(NAMES, SAID)
def test_in_a_vocabularys_company_its_own_names_are_as_they_were(
    names: list[str], text: str
) -> None:
    all_names = Letters.of(names)
    some = Letters.of(names[::2], all_names)
    dense = all_names.runs.text(letter_runs([plain(text)]))
    expected = all_names.runs.cosine(rows(names)[::2], dense)
    assert some.runs.cosine(rows(names[::2]), dense) == pytest.approx(expected, abs=1e-6)


def test_no_names_hold_nothing() -> None:
    none = Features.of(whole_words([]))
    assert none.text(whole_words(["weld"])).tolist() == [0.0]
    assert none.cosine(np.zeros(0, np.int64), none.text(whole_words(["weld"]))).tolist() == []
    assert isinstance(whole_words([]), Bag)


def test_words_that_a_vocabulary_lacks_are_found_among_own_names() -> None:
    own = Letters.of(["mazak", "zorblatt wrangling"], Letters.of(["mig welding", "calipers"]))
    for place, name in enumerate(["mazak", "zorblatt wrangling"]):
        words = own.words.text(whole_words([plain(name)]))
        runs = own.runs.text(letter_runs([plain(name)]))
        assert own.words.covered(np.arange(2), words)[place] == pytest.approx(1, abs=1e-5)
        assert own.runs.cosine(np.arange(2), runs)[place] == pytest.approx(1, abs=1e-5)
        assert place in own.named(name)


def test_a_word_that_own_names_lack_is_in_none_of_them() -> None:
    vocabulary = [f"machine{number}x" for number in range(50)]
    own = Letters.of(["mazak", "zorblatt wrangling"], Letters.of(vocabulary))
    for name in vocabulary:
        words = own.words.text(whole_words([plain(name)]))
        assert not own.words.covered(np.arange(2), words).any()
        assert own.named(name).tolist() == []


@given(NAMES, st.lists(st.sampled_from(["mazak", "weld", "okuma", "read"]), min_size=1), SAID)
def test_own_names_cover_what_they_share_with_a_text_and_no_more(
    names: list[str], own: list[str], text: str
) -> None:
    words = Letters.of(own, Letters.of(names)).words
    found = words.covered(np.arange(len(own)), words.text(whole_words([plain(text)])))
    said = words_of(text)
    assert found == pytest.approx([float(plain(one) in said) for one in own], abs=1e-5)
