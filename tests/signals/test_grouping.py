from hypothesis import given
from hypothesis import strategies as st

from needs.ledger import Entry
from signals.grouping import companies_of, groups_of, join, regroup

LINKS = st.lists(st.sets(st.sampled_from("abcdefgh"), min_size=1, max_size=3), max_size=8)


def test_what_is_linked_over_others_is_one_group():
    assert join(["ab", "cd", "bc", "e"]) == {"a": "a", "b": "a", "c": "a", "d": "a", "e": "e"}


@given(LINKS, st.randoms())
def test_the_order_of_links_does_not_matter_and_each_link_is_one_group(links, shuffled):
    groups = join(links)
    assert all(len({groups[item] for item in link}) == 1 for link in links)
    mixed = [*links]
    shuffled.shuffle(mixed)
    assert join(mixed) == groups


def test_a_shared_name_parent_or_interview_makes_one_group(say):
    needs = [
        say("parent", company="east", source="#1"),
        say("parent", company="west", source="#2"),
        say("west", company="west", source="#3"),
        say("other", company="other", source="#4"),
    ]
    groups = groups_of(needs, [("#4", "old name")])
    assert len({groups[name] for name in ("parent", "east", "west", "#1", "#2", "#3")}) == 1
    assert groups["other"] == groups["old name"] != groups["parent"]
    assert groups_of([], companies_of(groups)) == groups


def test_earlier_contributions_of_one_group_are_added_up():
    past = {"key": [Entry("key", {"a": (1, 2), "b": (3, 4)}, None, seen={"b": (5, 6)})]}
    [entry] = regroup(past, {"a": "a", "b": "a"})["key"]
    assert (entry.contributors, entry.last_seen) == ({"a": (4, 6)}, {"a": (5, 6)})
