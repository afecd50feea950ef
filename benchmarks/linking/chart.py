"""The picture: RP@5 of every system on every set, with intervals."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from benchmarks.linking.measures import RP5, Estimate
from benchmarks.linking.table import Row

WIDTH, HEIGHT = 860, 400
LEFT, RIGHT, TOP, BOTTOM = 48, 842, 92, 352  # of the plot
BETWEEN = 28  # sets
TITLE = "How often the skills of a sentence are among the first five"
READ = "RP@5 in per cent; the lines are 95 % intervals."
NOTHING = "Not measured yet."
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #1f2328; }
.title { font-size: 16px; font-weight: 600; }
.small { font-size: 11px; fill: #59636e; }
.page { fill: #ffffff; } .rule { stroke: #d1d9e0; } .range { stroke: #1f2328; stroke-width: 1.5; }
.s0 { fill: #0b6bcb; } .s1 { fill: #c9741a; } .s2 { fill: #8a63c7; } .s3 { fill: #2b8a5f; }
.s4 { fill: #8b949e; }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc; } .small { fill: #9198a1; }
.page { fill: #0d1117; } .rule { stroke: #3d444d; } .range { stroke: #f0f6fc; }
.s0 { fill: #4c9df3; } .s1 { fill: #e08c3a; } .s2 { fill: #a98be0; } .s3 { fill: #3fae7c; }
.s4 { fill: #7d8590; }
}
"""


def chart(rows: Sequence[Row]) -> str:
    """Return the picture as SVG, readable on light and dark pages."""
    systems = list(dict.fromkeys(row.system for row in rows))
    body = [*_scale(), *_legend(systems), *_groups(rows, systems)]
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
            f' width="{WIDTH}" height="{HEIGHT}" role="img" aria-labelledby="title desc">',
            f'<title id="title">{TITLE} (RP@5)</title>',
            f'<desc id="desc">{escape(described(rows))}</desc>',
            f"<style>{STYLE}</style>",
            f'<rect class="page" width="{WIDTH}" height="{HEIGHT}" rx="8"/>',
            f'<text class="title" x="{LEFT - 24}" y="30">{TITLE}</text>',
            _text(RIGHT, 30, READ, "small", "end"),
            *body,
            "</svg>\n",
        )
    )


def described(rows: Sequence[Row]) -> str:
    """Return what the picture shows, in words."""
    said = []
    for name, some in groupby(rows, key=lambda row: row.of):
        values = (f"{row.system} {_said(row.estimates[RP5])}" for row in some)
        said.append(f"{name}: {', '.join(values)}.")
    return " ".join(said) or NOTHING


def _said(one: Estimate) -> str:
    return f"{100 * one.mean:.0f} ({100 * one.low:.0f} to {100 * one.high:.0f})"


def _scale() -> Iterator[str]:
    for share in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        y = _height(share)
        yield f'<line class="rule" x1="{LEFT}" x2="{RIGHT}" y1="{y}" y2="{y}"/>'
        yield _text(LEFT - 8, y + 4, f"{100 * share:.0f}", "small", "end")


def _legend(systems: Sequence[str]) -> Iterator[str]:
    x = float(LEFT)
    for number, name in enumerate(systems):
        yield f'<rect class="s{number}" x="{x:.0f}" y="48" width="12" height="12" rx="2"/>'
        yield _text(x + 18, 59, name)
        x += 40 + 7 * len(name)


def _groups(rows: Sequence[Row], systems: Sequence[str]) -> Iterator[str]:
    sets = [(name, list(some)) for name, some in groupby(rows, key=lambda row: row.of)]
    if not sets:
        yield _text((LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2, NOTHING, "small", "middle")
    wide = (RIGHT - LEFT) / max(len(sets), 1)
    for number, (name, some) in enumerate(sets):
        left = LEFT + number * wide
        bar = min((wide - BETWEEN) / len(systems), 56)
        start = left + (wide - bar * len(some)) / 2
        for place, row in enumerate(some):
            at = systems.index(row.system)
            yield from _bar(start + place * bar, bar, row.estimates[RP5], f"s{at}")
        yield _text(left + wide / 2, BOTTOM + 24, name, "", "middle")


def _bar(x: float, wide: float, one: Estimate, kind: str) -> Iterator[str]:
    y, middle = _height(one.mean), x + wide / 2
    low, high = _height(one.low), _height(one.high)
    size = f'x="{x + 2:.1f}" y="{y}" width="{wide - 4:.1f}" height="{round(BOTTOM - y, 1)}"'
    yield f'<rect class="{kind}" {size} rx="2"/>'
    line = f'x1="{middle:.1f}" x2="{middle:.1f}" y1="{low}" y2="{high}"'
    yield f'<line class="range" {line}/>'
    yield _text(middle, high - 5, f"{100 * one.mean:.0f}", "small", "middle")


def _height(share: float) -> float:
    return round(BOTTOM - share * (BOTTOM - TOP), 1)


def _text(x: float, y: float, said: str, kind: str = "", anchor: str = "start") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(said)}</text>'
