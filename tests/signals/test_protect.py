from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signals.protect import protect
from signals.rules import Rules
from signals.standing import differing
from signals.summarise import summarise

RULES = Rules()
GROUPS = "abcdefghij"
ANSWERS = st.tuples(
    st.sampled_from(GROUPS),
    st.sets(st.sampled_from(["weld", "cut", "read"])),
    st.sampled_from(["Welders", "Machinists", None]),
    st.none() | st.tuples(st.integers(0, 5), st.integers(5, 60)),
)
NEEDS = st.lists(ANSWERS, max_size=30)


def known(*releases):
    past = {}
    for protected in releases:
        for entry in protected.entries:
            past.setdefault(entry.key, []).append(entry)
    return past


def labels(protected):
    return [
        (one.concept.label, one.occupation.label if one.occupation else None, one.employers)
        for one in protected.signals
        if one.kind == "skill"
    ]


@pytest.fixture(scope="session")
def cells(say):
    def of(answers):
        return summarise(say(g, *sorted(s), job=job, hires=h) for g, s, job, h in answers)

    return of


def test_fewer_than_three_employers_are_withheld_and_counted(say):
    cells = summarise([say("a", "weld", job=None), say("b", "weld", job=None)])
    protected = protect(cells, RULES, {})
    assert (protected.signals, protected.withheld) == ((), 1)
    assert known(protected)["skill|esco|s/weld"][0].contributors.keys() == {"a", "b"}


def test_a_skill_of_one_job_is_withheld_where_it_would_tell_on_the_rest(say):
    needs = [say(g, "weld") for g in "abc"] + [say("d", "weld", job="Machinists")]
    assert labels(protect(summarise(needs), RULES, {})) == [("weld", None, 3)]
    needs += [say(g, "weld", job="Machinists") for g in "efg"]
    told = [("weld", None, 6), ("weld", "Machinists", 3), ("weld", "Welders", 3)]
    assert labels(protect(summarise(needs), RULES, {})) == told


def test_a_number_that_stands_keeps_who_was_counted_beside_who_was_seen(say):
    first = protect(summarise([say(g, "weld") for g in "abcd"]), RULES, {})
    second = protect(summarise([say(g, "weld") for g in "abcdef"]), RULES, known(first))
    assert second.signals == first.signals
    for entry in second.entries:
        assert (entry.contributors.keys(), entry.last_seen.keys()) == (set("abcd"), set("abcdef"))
    third = protect(summarise([say(g, "weld") for g in "abcdefg"]), RULES, known(first, second))
    assert labels(third)[0] == ("weld", None, 6)


def test_a_number_is_compared_with_every_one_that_was_published_of_its_cell(say):
    first, second, third = (
        summarise([say(g, hires=(10, 10)) for g in groups])
        for groups in ("abcdef", "defghi", "bcdefj")
    )
    one = protect(first, RULES, {})
    two = protect(second, RULES, known(one))
    assert two.signals != ()
    assert protect(third, RULES, known(two)).signals != ()
    assert protect(third, RULES, known(one, two)).signals == ()
    assert protect(first, RULES, known(one, two)).signals == one.signals


def test_a_number_is_compared_with_narrower_ones_of_every_release(say):
    def weld(welders, machinists):
        others = [say(g, "weld", job="Machinists") for g in machinists]
        return summarise([*(say(g, "weld") for g in welders), *others])

    one = protect(weld("abc", "defg"), RULES, {})
    two = protect(weld("", "defghij"), RULES, known(one))
    assert ("weld", "Welders", 3) in labels(one)
    assert labels(protect(weld("", "abck"), RULES, known(two))) != []
    assert labels(protect(weld("", "abck"), RULES, known(one, two))) == []


def test_a_number_is_not_told_that_tells_on_somebody_beside_an_earlier_one(say):
    welders, machinists = [say(g, "weld") for g in "abc"], "defg"
    first = [*welders, *(say(g, "weld", job="Machinists") for g in machinists)]
    before = protect(summarise(first), RULES, {})
    assert ("weld", None, 6) in labels(before)
    moved = [*welders, *(say(g, "weld") for g in "def"), say("g", "weld", job="Machinists")]
    new = [say(g, "weld", job=None) for g in "hij"]
    after = protect(summarise([*moved, *new]), RULES, known(before))
    assert labels(after) == [("weld", None, 9)]


def test_what_is_gone_is_remembered_as_gone(say):
    first = protect(summarise([say(g, "weld", job=None) for g in "abc"]), RULES, {})
    second = protect([], RULES, known(first))
    assert (second.signals, second.withheld) == ((), 0)
    assert not known(second)["skill|esco|s/weld"][0].contributors


def test_the_order_goes_by_kind_then_rounded_number_then_name(say):
    needs = [say(g, "weld", "bend", "cut", job=None) for g in "abc"]
    needs += [say("d", "weld", job=None)]
    needs += [say(g, "zip", job=None, credentials=["AWS D1.1"]) for g in "abcdef"]
    protected = protect(summarise(needs), RULES, {})
    ranked = [(one.kind, one.concept.label, one.employers) for one in protected.signals]
    assert ranked == [
        ("skill", "zip", 6),
        ("skill", "bend", 3),
        ("skill", "cut", 3),
        ("skill", "weld", 3),
        ("credential", "AWS D1.1", 6),
    ]


@settings(max_examples=60)
@given(first=NEEDS, later=NEEDS)
def test_no_published_number_has_too_few_behind_it(cells, first, later):
    before = protect(cells(first), RULES, {})
    after = protect(cells(first + later), RULES, known(before))
    for protected in (before, after):
        published = [entry for entry in protected.entries if entry.signal]
        assert Counter(entry.signal for entry in published) == Counter(protected.signals)
        assert all(len(entry.contributors) >= RULES.threshold for entry in published)
        assert all(entry.signal.employers % RULES.count_rounding == 0 for entry in published)


@settings(max_examples=60)
@given(answers=NEEDS)
def test_no_two_published_numbers_of_a_skill_differ_by_too_few(cells, answers):
    published = [entry for entry in protect(cells(answers), RULES, {}).entries if entry.signal]
    for one in published:
        for other in published:
            ours, theirs = one.contributors.keys(), other.contributors.keys()
            if one.signal.concept == other.signal.concept and ours < theirs:
                assert len(theirs - ours) >= RULES.threshold


@settings(max_examples=60)
@given(answers=NEEDS, late=ANSWERS, newcomer=st.booleans())
def test_one_more_employer_changes_no_published_number(cells, answers, late, newcomer):
    first = protect(cells(answers), RULES, {})
    late = ("z" if newcomer else late[0], *late[1:])
    second = protect(cells([*answers, late]), RULES, known(first))
    assert set(first.signals) <= set(second.signals)


@settings(max_examples=60)
@given(answers=NEEDS, late=NEEDS, shuffled=st.randoms())
def test_the_order_of_answers_does_not_matter(cells, answers, late, shuffled):
    earlier = known(protect(cells(answers), RULES, {}))
    mixed = [*answers, *late]
    shuffled.shuffle(mixed)
    assert protect(cells(mixed), RULES, earlier) == protect(cells(answers + late), RULES, earlier)


@settings(max_examples=60)
@given(answers=NEEDS, late=NEEDS)
def test_the_names_of_groups_do_not_matter(cells, answers, late):
    def renamed(some):
        return [(f"{ord('z') - ord(group)}", *rest) for group, *rest in some]

    def release(some, more):
        before = protect(cells(some), RULES, {})
        after = protect(cells(some + more), RULES, known(before))
        return before.signals, after.signals, after.withheld

    assert release(answers, late) == release(renamed(answers), renamed(late))


@settings(max_examples=60)
@given(first=NEEDS, second=NEEDS, third=NEEDS)
def test_no_two_releases_differ_by_too_few_in_any_cell(cells, first, second, third):
    releases = []
    for answers in (first, second, third):
        releases.append(protect(cells(answers), RULES, known(*releases)))
    for entries in known(*releases).values():
        published = [entry for entry in entries if entry.signal]
        for one, other in combinations(published, 2):
            assert not 0 < len(differing(one.contributors, other.contributors)) < RULES.threshold
