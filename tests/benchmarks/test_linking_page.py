from pathlib import Path

import pytest

from taxonomy.matching.lanes import PHRASE_LANES, TEXT_LANES

PAGE = (Path(__file__).parents[2] / "docs" / "linking.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("lane", dict.fromkeys((*TEXT_LANES, *PHRASE_LANES)))
def test_the_page_explains_every_lane(lane: str):
    assert f"`{lane}`" in PAGE


def test_the_page_has_a_place_for_the_table():
    assert PAGE.index("<!-- table -->") < PAGE.index("<!-- /table -->")
