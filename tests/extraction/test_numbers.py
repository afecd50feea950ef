import pytest

from extraction.numbers import Span, ranges


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("12", Span(12, 12)),
        ("10-15", Span(10, 15)),
        ("10 to 15", Span(10, 15)),
        ("between 10 and 15", Span(10, 15)),
        ("5 or 6", Span(5, 6)),
        ("at least 5", Span(5, None)),
        ("5+", Span(5, None)),
        ("5 or more", Span(5, None)),
        ("up to 8", Span(None, 8)),
        ("no more than 8", Span(None, 8)),
        ("8 tops", Span(None, 8)),
        ("over 200", Span(201, None)),
        ("under 10", Span(None, 9)),
        ("about a dozen", Span(12, 12, True)),
        ("340ish", Span(340, 340, True)),
        ("a couple", Span(2, 2)),
        ("a few", Span(3, 5, True)),
        ("several", Span(4, 7, True)),
        ("a handful", Span(3, 5, True)),
        ("twenty-five", Span(25, 25)),
        ("1,250", Span(1250, 1250)),
        ("half a dozen", Span(6, 6)),
    ],
)
def test_a_number_is_read_as_it_was_said(words: str, meant: Span) -> None:
    assert [span for _, _, span in ranges(words)] == [meant]


def test_two_numbers_with_and_between_them_are_two() -> None:
    assert [span for _, _, span in ranges("3 and 10")] == [Span(3, 3), Span(10, 10)]


def test_a_range_that_falls_is_none() -> None:
    assert [span for _, _, span in ranges("41-38")] == [Span(41, 41)]
