from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest

from needs.concept import Concept
from needs.local import own_concept
from storage.local_names import LocalNames
from storage.tenant import Tenant

CNC = Concept("esco", "http://data.europa.eu/esco/skill/1", "operate CNC machines", "1.1.1")
LATHE = Concept("esco", "http://data.europa.eu/esco/skill/2", "operate a lathe", "1.1.1")


@pytest.fixture
def names(tenant: Tenant) -> LocalNames:
    return LocalNames(tenant)


@pytest.fixture
def add(names: LocalNames, now: datetime) -> Callable[..., int | None]:
    def add(words: str, concept: Concept = CNC) -> int | None:
        return names.add("skill", words, concept, "Jo", now)

    return add


def standing(names: LocalNames) -> list[str]:
    return [one.words for one in names.all()]


def test_words_stand_as_they_were_written(names: LocalNames, add: Callable[..., int]) -> None:
    number = add("the Mazak")
    assert [(one.id, one.words, one.concept) for one in names.all()] == [(number, "the Mazak", CNC)]


def test_the_same_words_are_added_once_for_a_kind(
    names: LocalNames, add: Callable[..., int], now: datetime
) -> None:
    assert add("the Mazak")
    assert add("MAZAK", LATHE) is None
    assert names.add("credential", "Mazak", LATHE, "Jo", now)
    assert len(names.all()) == 2


def test_a_neighbour_has_words_of_its_own(
    names: LocalNames, neighbour: Tenant, add: Callable[..., int], now: datetime
) -> None:
    number = add("Mazak")
    assert LocalNames(neighbour).all() == []
    assert LocalNames(neighbour).remove(number, now) is None
    assert LocalNames(neighbour).add("skill", "Mazak", LATHE, "Ann", now)
    assert [one.concept for one in names.all()] == [CNC]


def test_what_was_removed_can_be_put_back_once(
    names: LocalNames, add: Callable[..., int], now: datetime
) -> None:
    number = add("Mazak")
    assert names.remove(number, now)
    assert names.remove(number, now) is None
    assert standing(names) == []
    assert names.restore(number, "Ann", now)
    assert names.restore(number, "Ann", now) is None
    assert standing(names) == ["Mazak"]


def test_words_are_not_put_back_over_newer_ones(
    names: LocalNames, add: Callable[..., int], now: datetime
) -> None:
    number = add("Mazak")
    names.remove(number, now)
    add("Mazak", LATHE)
    assert names.restore(number, "Ann", now) is None
    assert [one.concept for one in names.all()] == [LATHE]


def test_a_concept_of_their_own_goes_and_comes_back_with_all_its_words(
    names: LocalNames, add: Callable[..., int], now: datetime
) -> None:
    own = own_concept(names.tenant.partnership, "skill", "Run the Mazak")
    founder, early = add("Run the Mazak", own), add("Maz", own)
    add("Mazak", own)
    names.remove(early, now)
    names.remove(founder, now + timedelta(hours=1))
    assert standing(names) == []
    names.restore(founder, "Ann", now)
    assert standing(names) == ["Run the Mazak", "Mazak"], "what went earlier stays away"


def test_the_mark_differs_after_every_change(
    names: LocalNames, add: Callable[..., int], now: datetime
) -> None:
    marks = [names.mark()]
    number = add("Mazak")
    marks.append(names.mark())
    names.remove(number, now)
    marks.append(names.mark())
    names.restore(number, "Ann", now)
    marks.append(names.mark())
    assert len(set(marks)) == len(marks)


def test_of_two_who_add_the_same_words_at_once_one_is_told(
    names: LocalNames, now: datetime
) -> None:
    gate = Barrier(2)

    def act(concept: Concept) -> int | None:
        gate.wait(timeout=20)
        return names.add("skill", "Mazak", concept, "Jo", now)

    with ThreadPoolExecutor(2) as pool:
        added = list(pool.map(act, [CNC, LATHE]))
    assert sorted(one is None for one in added) == [False, True]
    assert len(names.all()) == 1


@pytest.mark.parametrize("putting_back", [False, True])
def test_of_two_who_remove_or_put_back_at_once_one_is_told(
    names: LocalNames, add: Callable[..., int], now: datetime, putting_back: bool
) -> None:
    gate = Barrier(2)

    def act(number: int) -> bool:
        gate.wait(timeout=20)
        done = names.restore(number, "Jo", now) if putting_back else names.remove(number, now)
        return done is not None

    with ThreadPoolExecutor(2) as pool:
        for number in [add(f"Mazak {model}") for model in range(4)]:
            if putting_back:
                names.remove(number, now)
            assert sorted(pool.map(act, [number] * 2)) == [False, True]
