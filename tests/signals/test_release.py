from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signals.release import EMPLOYERS, Draft, Heading, NotYet, changed_groups, draft
from signals.rules import Rules
from signals.summarise import summarise

RULES = Rules()
HEADING = Heading("Gulf Coast Makers", "Fall 2026", datetime(2026, 11, 24, tzinfo=UTC))


def drafted(needs, after=None):
    known = {entry.key: entry for entry in after.entries} if after else {}
    return draft(needs, RULES, known, after.release if after else None, HEADING)


@pytest.fixture
def weld(say):
    return lambda groups: [say(group, "weld") for group in groups]


@pytest.mark.parametrize(("groups", "more"), [("", 3), ("a", 2), ("aab", 1)])
def test_a_first_release_needs_three_groups(weld, groups, more):
    assert drafted(weld(groups)) == NotYet(more)


def test_a_first_release_says_whose_it_is_and_by_which_rules(weld):
    release = drafted(weld("abcd")).release
    assert (release.partnership, release.cycle, release.at) == (
        HEADING.partnership,
        HEADING.cycle,
        HEADING.at,
    )
    assert (release.number, release.employers, release.withheld) == (1, 3, 0)
    assert (release.threshold, release.rounding) == (3, 3)


@pytest.mark.parametrize(("groups", "more"), [("abcd", 3), ("abcde", 2), ("abcdef", 1)])
def test_a_later_release_needs_three_groups_that_are_new_or_have_changed(weld, groups, more):
    first = drafted(weld("abcd"))
    assert drafted(weld(groups), after=first) == NotYet(more)


def test_a_later_release_counts_on(weld):
    first = drafted(weld("abcd"))
    second = drafted(weld("abcdefg"), after=first)
    assert (second.release.number, second.release.employers, second.changed) == (2, 6, 3)


def test_changed_groups_are_those_that_came_went_or_now_say_something_else(say, weld):
    first = drafted(weld("abcd"))
    now = summarise([*weld("ab"), say("c", "cut"), say("e", "weld")])
    known = {entry.key: entry for entry in first.entries}
    assert changed_groups(now, known) == {"c", "d", "e"}


def test_the_number_of_employers_stands_while_few_come_or_go(say):
    answers = [say(group, "weld") for group in "abcd"]
    first = drafted(answers)
    edited = [say(group, "weld", "cut") for group in "abcde"]
    second = drafted(edited, after=first)
    assert second.release.employers == first.release.employers == 3
    behind = {entry.key: entry for entry in second.entries}[EMPLOYERS]
    assert behind.contributors.keys() == set("abcd")


def test_a_release_that_would_say_nothing_new_waits(say, weld):
    first = drafted(weld("abcd"))
    odd = [say(group, "weld", f"knit-{group}") for group in "abc"]
    assert drafted([*odd, *weld("d")], after=first) == NotYet(1)


def test_withheld_numbers_are_counted_in_round_figures(say, weld):
    odd = [say("e", "knit", "sew", job=None)]
    assert drafted([*weld("abcd"), *odd]).release.withheld == 3


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.sampled_from("abcdefgh"), st.sets(st.sampled_from(["weld", "cut"]))),
        max_size=16,
    ),
    st.tuples(st.sampled_from("abz"), st.sets(st.sampled_from(["weld", "cut", "knit"]))),
)
def test_one_more_employer_never_makes_another_release(say, answers, late):
    needs = [say(group, *sorted(skills)) for group, skills in answers]
    first = drafted(needs)
    if isinstance(first, Draft):
        group, skills = late
        assert isinstance(drafted([*needs, say(group, *sorted(skills))], after=first), NotYet)
