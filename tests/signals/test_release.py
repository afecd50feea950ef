from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signals.release import EMPLOYERS, Draft, Heading, NotYet, changed_groups, draft
from signals.rules import Rules
from signals.summarise import summarise

RULES = Rules()
HEADING = Heading("Gulf Coast Makers", "Fall 2026", datetime(2026, 11, 24, tzinfo=UTC))


def known(*drafts):
    past = {}
    for one in drafts:
        for entry in one.entries:
            past.setdefault(entry.key, []).append(entry)
    return past


def drafted(needs, *after):
    return draft(needs, RULES, known(*after), after[-1].release if after else None, HEADING)


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
    assert drafted(weld(groups), first) == NotYet(more)


def test_a_later_release_counts_on(weld):
    first = drafted(weld("abcd"))
    second = drafted(weld("abcdefg"), first)
    assert (second.release.number, second.release.employers, second.changed) == (2, 6, 3)


def test_changed_groups_are_those_that_came_went_or_now_say_something_else(say, weld):
    first = drafted(weld("abcd"))
    now = summarise([*weld("ab"), say("c", "cut"), say("e", "weld")])
    assert changed_groups(now, known(first)) == {"c", "d", "e"}


def test_the_number_of_employers_stands_while_few_come_or_go(say):
    answers = [say(group, "weld") for group in "abcd"]
    first = drafted(answers)
    edited = [say(group, "weld", "cut") for group in "abcde"]
    second = drafted(edited, first)
    assert second.release.employers == first.release.employers == 3
    behind = {entry.key: entry for entry in second.entries}[EMPLOYERS]
    assert behind.contributors.keys() == set("abcd")


def test_the_number_of_employers_is_compared_with_that_of_every_release(weld):
    first = drafted(weld("abcdef"))
    second = drafted(weld("defghijkl"), first)
    third = drafted(weld("abcdefm"), first, second)
    behind = [known(one)[EMPLOYERS][0].contributors.keys() for one in (second, third)]
    assert behind == [set("defghijkl"), set("defghijkl")]


def test_a_release_that_would_say_nothing_new_waits(say, weld):
    first = drafted(weld("abcd"))
    odd = [say(group, "weld", f"knit-{group}") for group in "abc"]
    assert drafted([*odd, *weld("d")], first) == NotYet(0)


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
        assert isinstance(drafted([*needs, say(group, *sorted(skills))], first), NotYet)


def test_what_an_earlier_release_took_into_account_is_not_new_again(say):
    first = drafted([say(g, "weld", "sew", "cut") for g in "abcd"])
    late = [say("e", "weld"), say("f", "sew"), say("g", "cut"), *(say(g, "weld") for g in "hij")]
    needs = [*(say(g, "weld", "sew", "cut") for g in "abcd"), *late]
    second = drafted(needs, first)
    assert drafted(needs, first, second) == NotYet(3)
    assert drafted([*needs, say("k", "weld")], first, second) == NotYet(2)


@pytest.fixture
def named(say):
    def of(**names):
        return [
            say(group, "weld", job=None, company=group, source=f"~{who}")
            for who, group in names.items()
        ]

    return of


def test_an_employer_who_changes_the_name_is_no_new_one(named):
    before = {name: name for name in "abcdef"}
    first = drafted(named(**before))
    renamed = before | {"a": "0a", "b": "0b", "c": "0c"}
    assert drafted(named(**renamed), first) == NotYet(3)
    assert drafted(named(**renamed, x="x", y="y"), first) == NotYet(1)
    second = drafted(named(**renamed, x="x", y="y", z="z"), first)
    assert (second.changed, second.release.employers) == (3, 9)
    assert drafted(named(**renamed, x="0x", y="y", z="a"), first, second) == NotYet(2)


def test_two_companies_that_turn_out_to_be_one_have_changed_once(say, named):
    first = drafted(named(**{name: name for name in "abcdef"}))
    rest = named(**{name: name for name in "bcdef"})
    merged = say("b", "weld", job=None, company="a", source="~a")
    assert drafted([*rest, merged], first) == NotYet(2)


def test_an_employer_who_went_and_came_back_in_another_interview_is_no_new_one(named):
    first = drafted(named(**{name: name for name in "abcdef"}))
    again = named(**{name: name for name in "bcdef"}, elsewhere="a")
    assert drafted(again, first) == NotYet(3)


CHOICES = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sets(st.sampled_from(["weld", "cut"]))), max_size=12
)


@settings(max_examples=60)
@given(st.lists(CHOICES, min_size=3, max_size=3))
def test_each_release_is_new_about_three_groups_counted_from_the_one_before(say, rounds):
    made, before = [], None
    for answers in rounds:
        now = {group: {*skills} for group, skills in answers}
        ready = drafted([say(group, *sorted(skills)) for group, skills in now.items()], *made)
        if isinstance(ready, Draft):
            told = [
                group
                for group in {*now, *(before or {})}
                if before is None or now.get(group) != before.get(group)
            ]
            assert len(told) >= RULES.threshold
            made, before = [*made, ready], now


@settings(max_examples=60)
@given(answers=CHOICES, names=st.permutations("abcdefgh"), late=CHOICES)
def test_names_may_change_without_a_trace(say, answers, names, late):
    def of(some, called):
        return [say(called(g), *sorted(skills), source=f"~{g}") for g, skills in some]

    def other(group):
        return f"0 {names['abcdefgh'.index(group)]}"

    first = drafted(of(answers, str))
    if isinstance(first, Draft):
        plain, renamed = (drafted(of(answers + late, name), first) for name in (str, other))
        assert isinstance(plain, Draft) == isinstance(renamed, Draft)
        if isinstance(plain, Draft):
            assert (plain.release, plain.changed) == (renamed.release, renamed.changed)
