import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.features import letter_runs, whole_words
from taxonomy.overlap import Overlap

NAMES = ["tig weld", "mig weld", "read blueprint", "draw blood"]
texts = st.lists(st.text(alphabet="abcdef &é中🙂", max_size=30), min_size=1, max_size=5)


def test_runs_of_letters_stay_inside_words() -> None:
    apart, joined = letter_runs(["ab cd"]), letter_runs(["abcd"])
    assert len(apart.key) == 6  # " ab", "ab ", " ab " and the same of "cd"
    assert not set(apart.key) >= set(joined.key)


def test_a_text_is_most_like_itself() -> None:
    likeness = Overlap.of(letter_runs(NAMES)).cosine(letter_runs(NAMES))
    assert np.allclose(likeness.diagonal(), 1.0)
    assert likeness.argmax(axis=1).tolist() == [0, 1, 2, 3]


def test_a_misspelt_word_is_still_like_it() -> None:
    likeness = Overlap.of(letter_runs(NAMES)).cosine(letter_runs(["bluprint"]))
    assert likeness.argmax() == 2


def test_rare_words_count_more_than_common_ones() -> None:
    of_name, _ = Overlap.of(whole_words(NAMES)).shared(whole_words(["tig", "weld"]))
    assert of_name[0, 0] > of_name[1, 0] > 0


@given(names=texts, said=texts)
def test_every_likeness_lies_between_0_and_1(names: list[str], said: list[str]) -> None:
    letters = Overlap.of(letter_runs(names)).cosine(letter_runs(said))
    for table in (letters, *Overlap.of(whole_words(names)).shared(whole_words(said))):
        assert table.shape == (len(said), len(names))
        assert (table >= 0).all()
        assert (table <= 1 + 1e-9).all()


def test_a_few_names_may_be_weighed_as_rare_as_in_a_larger_vocabulary() -> None:
    whole = Overlap.of(whole_words(NAMES))
    part = Overlap.of(whole_words(NAMES[:1]), whole.rarity)
    said = whole_words(["tig torch"])
    for one, other in zip(part.shared(said), whole.shared(said), strict=True):
        assert np.allclose(one[:, 0], other[:, 0])
