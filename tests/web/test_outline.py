from datetime import UTC, datetime

from needs.answers import Quantity
from needs.concept import Concept
from needs.signal import Release, Signal
from web.outline import Outline

WELDERS = Concept("onet", "51-4121.00", "Welders", "30.0")
MACHINISTS = Concept("onet", "51-4041.00", "Machinists", "30.0")
WELD = Concept("esco", "esco:weld", "weld", "1.1.1")
READ = Concept("esco", "esco:read", "read drawings", "1.1.1")
SIGNALS = (
    Signal("skill", WELD, 9),
    Signal("skill", WELD, 6, occupation=WELDERS),
    Signal("skill", READ, 3, occupation=MACHINISTS),
    Signal("occupation", WELDERS, 6, openings=Quantity(10, 25)),
)


def outline(code="", signals=SIGNALS):
    at = datetime(2026, 11, 24, tzinfo=UTC)
    return Outline(Release("Maple Valley", "Fall", 1, at, 12, signals, 0, 3, 3), code)


def test_without_a_choice_skills_of_all_occupations_are_shown():
    assert outline().skills == [SIGNALS[0]]
    assert (outline().employers, outline().most_openings) == (12, 25)


def test_a_chosen_occupation_has_its_own_skills_and_its_own_full_bar():
    chosen = outline("51-4121.00")
    assert (chosen.occupation, chosen.skills, chosen.employers) == (WELDERS, [SIGNALS[1]], 6)
    assert chosen.occupations == [SIGNALS[3]]


def test_an_occupation_can_be_chosen_that_has_skills_alone():
    chosen = outline("51-4041.00")
    assert (chosen.skills, chosen.occupations) == ([SIGNALS[2]], [])


def test_occupations_are_offered_once_and_by_name():
    assert outline().choices == [MACHINISTS, WELDERS]


def test_an_unknown_occupation_is_no_choice():
    assert outline("nonsense").skills == outline().skills


def test_a_bar_is_never_longer_than_full():
    wide = outline(signals=(Signal("skill", WELD, 15),))
    assert wide.employers == 15


def test_openings_are_lacking_where_an_occupation_stands_without_them():
    assert not outline().lacks_openings
    assert outline(signals=(*SIGNALS, Signal("occupation", MACHINISTS, 3))).lacks_openings
