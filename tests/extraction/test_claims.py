import re

from hypothesis import given
from hypothesis import strategies as st

from extraction.claims import Claims


def test_what_is_claimed_is_hidden_from_whoever_comes_next() -> None:
    claims = Claims("call 555-0142 or hire 5")
    claims.take_all("noise", re.compile(r"\d{3}-\d{4}"))
    assert re.findall(r"\d+", claims.masked) == ["5"]
    assert len(claims.masked) == len(claims.plain)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=20))
def test_no_two_claims_overlap(spans: list[tuple[int, int]]) -> None:
    claims = Claims("x" * 30)
    for start, end in spans:
        claims.take("any", start, end)
    taken = [place for claim in claims for place in range(claim.start, claim.end)]
    assert len(taken) == len(set(taken))
