import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.titles import (
    PAY,
    anybody,
    bare,
    chatty,
    forms,
    head,
    kept,
    pieces,
    ranked,
    root,
    vague,
)


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Welders", "welder"),
        ("CNAs nights", "cna"),
        ("warehouse sup", "warehouse supervisor"),
        ("maint. mech III", "maintenance mechanic"),
        ("machine ops 2nd shift", "machine operator"),
        ("Dental Asst., full-time", "dental assistant"),
        ("IT mgr", "it manager"),
        ("pharm techs x2", "pharmacy technician"),
        ("welder (MIG)", "welder mig"),
        ("control rm operator", "control room operator"),
        ("QC inspector lvl 2", "qc inspector"),
        ("Level III", ""),
        ("nights", ""),
        ("", ""),
        ("🤷", ""),
    ],
)
def test_a_bare_title_has_no_shift_and_no_level(title: str, plain: str) -> None:
    assert " ".join(bare(title)) == plain


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("OR nurse", "operating room nurse"),
        ("or nurse", "operating room nurse"),
        ("NP or PA", "np pa"),
        ("OR NURSE", "operating room nurse"),
        ("IV techs", "iv technician"),
        ("PM technician", "pm technician"),
        ("HR manager", "hr manager"),
        ("driver, class A", "driver class a"),
        ("a welder", "welder"),
        ("teacher of the deaf", "teacher deaf"),
    ],
)
def test_words_that_may_carry_the_meaning_are_kept(title: str, plain: str) -> None:
    assert " ".join(kept(title)) == plain


def test_a_title_is_looked_at_whole_and_in_pieces() -> None:
    found = dict(reversed(list(pieces("biller/coder, hospital"))))
    assert found["biller/coder, hospital"] == 1.0
    assert found["biller/coder"] > found["coder"] > found[" hospital"]


def test_what_stands_in_brackets_is_a_piece_of_its_own() -> None:
    assert "sterile processing" in dict(pieces("SPD techs (sterile processing), nights"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Chief Executive Officer (CEO)", ["Chief Executive Officer  "]),
        ("Sewers (by hand)", ["Sewers  ", "Sewers (by hand)"]),
        ("Welder", ["Welder"]),
    ],
)
def test_an_official_name_loses_the_abbreviation_in_its_brackets(
    name: str, said: list[str]
) -> None:
    assert forms(name) == said


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Pipe welder", "welder"),
        ("Director of nursing", "director"),
        ("Nurse, operating room", "nurse"),
        ("Maint Tech - Nights", "technician"),
        ("", ""),
    ],
)
def test_the_head_says_what_somebody_is(name: str, word: str) -> None:
    assert head(name) == word


def test_a_doer_and_the_deed_have_one_root() -> None:
    assert len({root(word) for word in ("cleaner", "cleaning", "clean", "cleaned")}) == 1
    assert root("engineer") != root("engine")
    assert root("officer") != root("office")


@pytest.mark.parametrize("title", ["tech 2", "operator B", "helpers", "skilled labor", "Associate"])
def test_some_titles_could_be_any_job(title: str) -> None:
    assert vague(kept(title))


def test_a_level_is_told_from_a_name() -> None:
    assert ranked(kept("operator B"))
    assert not ranked(kept("machine operator"))


def test_words_of_a_sentence_are_no_title() -> None:
    assert chatty("ask my plant manager")
    assert not chatty("plant manager")
    assert anybody("the forklift guy")
    assert not anybody("forklift operator")


@pytest.mark.parametrize("said", ["$22/hr", "$18.50 - $21 an hour", "$60k per year", "$ 20"])
def test_pay_is_no_part_of_a_title(said: str) -> None:
    assert PAY.sub("", said).strip() == ""


@given(st.text(max_size=60))
def test_no_title_breaks_the_reading(title: str) -> None:
    for piece, trust in pieces(title):
        assert 0 < trust <= 1
        assert all(kept(piece) + bare(piece))


@given(st.text(max_size=60))
def test_shifts_and_levels_are_dropped_whatever_the_title(title: str) -> None:
    assert bare(f"{title}, nights, level III") == bare(f"2nd shift {title}")
