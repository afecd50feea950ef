from hypothesis import given
from hypothesis import strategies as st

from extraction.wording import worded


def test_typos_are_mended_and_quotes_stay_as_written() -> None:
    wording = worded("2 yrs requird")
    assert wording.plain == "2 yrs required"
    start = wording.plain.index("required")
    assert wording.said(start, start + len("required")) == "requird"


def test_real_words_are_left_alone() -> None:
    assert worded("wiring county counts month drive").plain == "wiring county counts month drive"


@given(st.text(max_size=200))
def test_every_stretch_has_its_place_in_what_was_written(raw: str) -> None:
    wording = worded(raw)
    assert len(wording.starts) == len(wording.ends) == len(wording.plain)
    assert all(a < b for a, b in zip(wording.starts, wording.ends, strict=True))
