from datetime import datetime

import pytest

from needs.concept import Concept
from storage.mappings import Mappings
from storage.tenant import Tenant

TIG = Concept("esco", "http://data.europa.eu/esco/skill/1", "TIG welding", "1.1.1")
MIG = Concept("esco", "http://data.europa.eu/esco/skill/2", "MIG welding", "1.1.1")


@pytest.fixture
def mappings(tenant: Tenant) -> Mappings:
    return Mappings(tenant)


def test_the_latest_decision_holds_whatever_the_case(mappings: Mappings, now: datetime) -> None:
    mappings.decide("skill", "Heliarc", MIG, "Jo", now)
    mappings.decide("skill", "HELIARC", TIG, "Ann", now)
    assert mappings.decisions() == {("skill", "heliarc"): TIG}


def test_words_may_stand_for_nothing(mappings: Mappings, now: datetime) -> None:
    mappings.decide("skill", "good attitude", None, "Jo", now)
    assert mappings.decisions() == {("skill", "good attitude"): None}


def test_a_skill_and_an_occupation_of_one_name_are_two_things(
    mappings: Mappings, now: datetime
) -> None:
    mappings.decide("skill", "welder", TIG, "Jo", now)
    mappings.decide("occupation", "welder", None, "Jo", now)
    assert mappings.decisions() == {("skill", "welder"): TIG, ("occupation", "welder"): None}


def test_undoing_a_decision_brings_back_the_one_before_and_loses_nothing(
    mappings: Mappings, now: datetime
) -> None:
    mappings.decide("skill", "heliarc", MIG, "Jo", now)
    mappings.decide("skill", "heliarc", TIG, "Ann", now)
    mappings.undo(mappings.history()[-1].id)
    assert mappings.decisions() == {("skill", "heliarc"): MIG}
    history = [(one.by, one.concept, one.at, one.undone) for one in mappings.history()]
    assert history == [("Jo", MIG, now, False), ("Ann", TIG, now, True)]
