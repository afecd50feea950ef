from pathlib import Path

import pytest

from needs.concept import Concept
from taxonomy.successors import MOST, TELLING, Successors
from tests.taxonomy.made import Said, opened


@pytest.fixture
def suggest(tmp_path: Path):
    def suggest(old: Said, new: list[Said], besides: tuple[Said, ...] = (), kind="skill"):
        before, after = opened(tmp_path, "1", old, *besides), opened(tmp_path, "2", *new)
        return Successors(after, before).of(Concept("esco", old.uri, old.label, "1"), kind)

    return suggest


def labels(suggestions):
    return [one.concept.label for one in suggestions]


def test_the_likest_label_comes_first(suggest):
    new = [Said("a", "operate pumps"), Said("b", "operate oil pumps"), Said("c", "bake bread")]
    assert labels(suggest(Said("x", "operate oil pump"), new)) == [
        "operate oil pumps",
        "operate pumps",
    ]


def test_an_old_label_that_became_a_further_name_is_found(suggest):
    new = [Said("a", "spot-weld parts", names=("join sheet metal",))]
    (found,) = suggest(Said("x", "join sheet metal"), new)
    assert found.reason == "has the old name as a further name"


def test_a_further_name_that_became_a_label_is_found(suggest):
    (found,) = suggest(Said("x", "Jboss", names=("WildFly",)), [Said("a", "WildFly")])
    assert found.reason == "was a further name of the old one"


def test_shared_further_names_are_found(suggest):
    old = Said("x", "tote reports", names=("betting statements", "race returns"))
    (found,) = suggest(old, [Said("a", "analyse wagers", names=("betting statements",))])
    assert found.reason == "shares 1 further name"


def test_shared_occupations_raise_a_score_and_are_told(suggest):
    welder = Said("w", "welder", "occupation", asks=("x",))
    asked = Said("w", "welder", "occupation", asks=("b",))
    new = [Said("a", "grind metal parts"), Said("b", "grind metal edges"), asked]
    first, second = suggest(Said("x", "grind metal"), new, (welder,))
    assert (first.concept.uri, second.concept.uri) == ("b", "a")
    assert first.reason == "has a similar name, wanted in 1 of the same 1 occupations"


def test_an_occupation_that_has_gone_too_takes_nothing_from_a_score(suggest):
    welder = Said("w", "welder", "occupation", asks=("x",))
    (found,) = suggest(Said("x", "grind metal"), [Said("a", "grind metal")], (welder,))
    assert found.score == 1


def test_what_kept_its_identity_comes_first_however_it_is_called(suggest):
    new = [Said("x", "WildFly"), Said("y", "Jboss server")]
    found = suggest(Said("x", "Jboss"), new)
    assert labels(found) == ["WildFly", "Jboss server"]
    assert found[0].reason == "has kept its identity"


def test_nothing_is_suggested_for_what_is_like_nothing(suggest):
    assert suggest(Said("x", "bake bread"), [Said("a", "drive trucks")]) == ()


def test_at_most_five_are_suggested_the_best_first(suggest):
    new = [Said(str(n), f"operate pump {'x' * n}") for n in range(9)]
    found = suggest(Said("x", "operate pump"), new)
    assert len(found) == MOST
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(one.score >= TELLING for one in found)


def test_groups_and_occupations_do_not_take_the_place_of_a_skill(suggest):
    new = [Said("a", "operate pumps", "group"), Said("b", "operate pumps", "occupation")]
    assert suggest(Said("x", "operate pumps"), new) == ()


def test_signs_in_a_label_are_no_search_language(suggest):
    (found,) = suggest(Said("x", 'use "C++" AND (NOT C*)'), [Said("a", "use C++")])
    assert found.concept.label == "use C++"


def test_a_label_without_words_finds_nothing(suggest):
    assert suggest(Said("x", "–"), [Said("a", "weld")]) == ()
