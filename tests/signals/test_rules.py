import json
from pathlib import Path

import pytest

from signals.errors import RulesTooWeak
from signals.rules import Rules, is_dominated, nearest, nearest_count

VECTORS = Path(__file__).parents[2].parent / "shared" / "data" / "disclosure"


@pytest.fixture(scope="module")
def vectors():
    file = VECTORS / "sdc_test_vectors.json"
    if not file.exists():
        pytest.skip("the shared disclosure vectors are not beside this checkout")
    return {vector["id"]: vector for vector in json.loads(file.read_text())}


# Numbers from the Handbook on Statistical Disclosure Control, chapter 4.2, examples 1 and 2
# (sdcTools/HandbookSDC, CC BY-SA 4.0), and from the QCEW disclosure test (Utah DWS).
@pytest.mark.parametrize(
    ("contributions", "p", "unsafe"),
    [
        ([50_000, 49_000, 1_000], 10, True),
        ([52_000, 50_000, 8_000], 10, False),
        ([75, 8, 8, 8, 2], 20, False),
        ([75, 8, 8, 8, 2], 25, True),
        ([10, 10], 10, True),
        ([10], 10, True),
        ([0, 0, 0], 10, False),
    ],
)
def test_the_p_percent_rule(contributions, p, unsafe):
    assert is_dominated(contributions, p) is unsafe


def test_the_p_percent_rule_agrees_with_the_handbook_vectors(vectors):
    for name in ("HB-ex1-derived", "HB-ex2"):
        vector = vectors[name]
        assert is_dominated(vector["contrib"], 10) is vector["expect"]["p%(10)"]


def test_the_p_percent_rule_finds_the_unsafe_cells_of_microdata1(vectors):
    vector = vectors["sdcTable-microdata1-primary"]
    cells = [_union(vector["contrib"], name) for name in vector["order"]]
    found = [number for number, cell in enumerate(cells, 1) if is_dominated(cell, 70)]
    assert found == vector["expect"]["p70"]
    few = [number for number, cell in enumerate(cells, 1) if len(cell) < 3]
    assert few == vector["expect"]["freq_maxN2"]


def _union(contributions, name):
    region, sex = name.split("/")
    return [
        number
        for inner, numbers in contributions.items()
        for number in numbers
        if region in ("total", inner.split("/")[0]) and sex in ("total", inner.split("/")[1])
    ]


def test_rounding_agrees_with_the_handbook_vectors(vectors):
    vector = vectors["HB-round5"]
    for row, numbers in vector["cells"].items():
        for number, rounded in zip(numbers, vector["expect"][row], strict=True):
            if isinstance(rounded, int):
                assert nearest(number, 5) == rounded


@pytest.mark.parametrize(("number", "rounded"), [(0, 0), (1, 3), (3, 3), (4, 3), (5, 6), (13, 12)])
def test_some_are_never_rounded_to_none(number, rounded):
    assert nearest_count(number, 3) == rounded


@pytest.mark.parametrize(("number", "rounded"), [(4, 0), (5, 10), (14, 10), (15, 20)])
def test_halves_go_up(number, rounded):
    assert nearest(number, 10) == rounded


@pytest.mark.parametrize(
    "rules",
    [
        {"threshold": 2},
        {"threshold": 6},
        {"count_rounding": 0},
        {"openings_rounding": 0},
        {"dominance_p": 0},
    ],
)
def test_weak_rules_are_refused(rules):
    with pytest.raises(RulesTooWeak):
        Rules(**rules)
