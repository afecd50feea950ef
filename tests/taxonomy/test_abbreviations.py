import pytest

from taxonomy.abbreviations import abbreviations


@pytest.mark.parametrize(
    ("name", "short", "long"),
    [
        ("Registered Nurse (RN)", "rn", "registered nurse"),
        ("RN Manager (Registered Nurse Manager)", "rn", "registered nurse"),
        ("Auto Mechanic (Automotive Mechanic)", "auto", "automotive"),
        ("Bureau of Land Officer (BLO)", "blo", "bureau of land officer"),
        ("Bachelor of Science Nurse (BS Nurse)", "bs", "bachelor of science"),
    ],
)
def test_names_explain_their_abbreviations(name: str, short: str, long: str) -> None:
    assert abbreviations([name]) == {short: [long]}


@pytest.mark.parametrize("name", ["Sewer (Hand)", "Welder", "(RN)", "Cook ()", "Nurse (Nurse)"])
def test_what_explains_nothing_is_left_alone(name: str) -> None:
    assert abbreviations([name]) == {}


def test_the_most_frequent_meanings_come_first_and_the_rest_is_left_out() -> None:
    names = [
        "Physician Assistant (PA)",
        "Public Address (PA)",
        "Physician Assistant (PA)",
        "Paid Advisor (PA)",
    ]
    assert abbreviations(names)["pa"] == ["physician assistant", "public address"]
