from xml.etree import ElementTree as xml

import pytest
from inline_snapshot import snapshot

from benchmarks.linking.chart import chart
from benchmarks.linking.measures import Estimate
from benchmarks.linking.table import Row, markdown, plain

SVG = "{http://www.w3.org/2000/svg}"


def row(of: str, system: str, mean: float, *, differs: bool = False) -> Row:
    one = Estimate(mean, mean - 0.1, mean + 0.1, differs)
    return Row(of, system, (one,) * 4, 6.25, 123.4)


ROWS = [
    row("TECH", "ours", 0.6),
    row("TECH", "R&D", 0.5),
    row("HOUSE", "ours", 0.4),
    row("HOUSE", "R&D", 0.2, differs=True),
]


def test_a_page_s_table_marks_what_is_not_told_apart_from_the_first_row():
    assert markdown(ROWS[:2]).replace("≈ 50.0 (40.0–60.0)", "≈").replace(
        "60.0 (50.0–70.0)", "="
    ) == snapshot("""\
| set | system | RP@1 | RP@5 | RP@10 | MRR | texts/s | peak MiB |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
| TECH | ours | = | = | = | = | 6.2 | 123 |
| TECH | R&D | ≈ | ≈ | ≈ | ≈ | 6.2 | 123 |\
""")


def test_what_is_told_apart_has_no_mark():
    assert "≈" not in plain(ROWS[2:])
    assert len(plain(ROWS).splitlines()) == 5


@pytest.mark.parametrize("rows", [ROWS, []])
def test_the_picture_says_in_words_what_it_shows(rows: list[Row]):
    picture = xml.fromstring(chart(rows))
    said = picture.findtext(f"{SVG}desc")
    assert picture.findtext(f"{SVG}title")
    assert picture.get("aria-labelledby") == "title desc"
    assert said == (
        "TECH: ours 60 (50 to 70), R&D 50 (40 to 60). HOUSE: ours 40 (30 to 50), R&D 20 (10 to 30)."
        if rows
        else "Not measured yet."
    )


def test_every_system_has_a_bar_in_every_set():
    bars = [one for one in xml.fromstring(chart(ROWS)).iter(f"{SVG}line")]
    assert len([one for one in bars if one.get("class") == "range"]) == len(ROWS)
