from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from needs.concept import Concept
from taxonomy.concepts import Concepts
from taxonomy.encoding.encoded import unit
from taxonomy.encoding.local import LocalEncoder
from taxonomy.index import Name
from taxonomy.matching.lanes import LIKELY, PHRASE_LANES, TEXT_LANES, Seen
from taxonomy.matching.matcher import Matcher
from taxonomy.tables import Tables

TEXTS = ["MIG", "weld stainless", "they draw blood, and read prints", "😀", "12", "日本語", "x"]
PLAIN = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
any_text = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def skills(concepts: Concepts, encoder: LocalEncoder) -> Matcher:
    return Tables.of(concepts, encoder).skills


@pytest.fixture(scope="module")
def many(encoder: LocalEncoder) -> Matcher:
    """More concepts than are looked at closely, whose vectors are nearly all the same."""
    names = [
        Name(Concept("made", str(number), f"machine k{number}", "1"), f"machine k{number}", "pref")
        for number in range(2 * LIKELY)
    ]
    return Matcher.of(names, (), encoder, lambda _: None)


def well_formed(seen: Seen, matcher: Matcher, lanes: tuple[str, ...]) -> None:
    assert seen.lanes.shape == (len(seen.places), len(lanes))
    assert seen.lanes.dtype == np.float32
    assert np.isfinite(seen.lanes).all()
    assert (np.diff(seen.places) > 0).all()
    assert set(seen.places.tolist()) <= set(range(len(matcher.roster)))
    column = dict(zip(lanes, seen.lanes.T, strict=True))
    for name in ("letters", "label_letters", "covered"):
        assert ((column[name] >= 0) & (column[name] <= 1 + 1e-5)).all()
    for name in set(lanes) - {"letters", "label_letters", "covered", "wanted"}:
        assert (np.abs(column[name]) <= 1.02).all()
    assert (column["label_letters"] <= column["letters"] + 1e-6).all()


@any_text
@given(text=PLAIN)
def test_every_lane_says_something_that_can_be_compared(
    skills: Matcher, encoder: LocalEncoder, text: str
) -> None:
    whole = encoder.encode(text)
    well_formed(skills.lanes.text(text, whole), skills, TEXT_LANES)
    seen = skills.lanes.phrase(text, whole, whole, encoder.encode(f"must know {text} well"))
    well_formed(seen, skills, PHRASE_LANES)


@pytest.mark.parametrize("text", TEXTS)
def test_a_phrase_alone_is_seen_as_a_text_is(
    skills: Matcher, encoder: LocalEncoder, text: str
) -> None:
    whole = encoder.encode(text)
    alone = skills.lanes.text(text, whole)
    seen = skills.lanes.phrase(text, whole, whole, whole)
    assert np.array_equal(seen.places, alone.places)
    shared = len(TEXT_LANES) - 1
    assert np.array_equal(seen.lanes[:, :shared], alone.lanes[:, :shared])
    column = dict(zip(PHRASE_LANES, seen.lanes.T, strict=True))
    for name in ("centre", "label", "name"):
        assert np.allclose(column[f"there_{name}"], column[name], atol=1e-5)
    assert np.allclose(column["message_centre"], column["centre"], atol=1e-5)
    assert np.allclose(column["message_neighbours"], alone.lanes[:, -1], atol=1e-5)


def test_a_name_is_found_under_its_concept_which_it_covers(
    skills: Matcher, encoder: LocalEncoder, concepts: Concepts
) -> None:
    for name in concepts.named("skill"):
        seen = skills.lanes.text(name.text, encoder.encode(name.text))
        said = dict(zip([skills.roster[at] for at in seen.places], seen.lanes, strict=True))
        row = dict(zip(TEXT_LANES, said[name.concept], strict=True))
        assert row["name"] == pytest.approx(1, abs=0.02)
        assert row["letters"] == pytest.approx(1, abs=1e-4)
        assert row["covered"] == pytest.approx(1, abs=1e-4)
        assert (row["label"] > 0.999) == name.preferred


def test_among_more_concepts_than_are_looked_at_a_name_finds_its_own(
    many: Matcher, encoder: LocalEncoder
) -> None:
    for number in range(0, 2 * LIKELY, 49):
        text = f"machine k{number}"
        seen = many.lanes.text(text, encoder.encode(text))
        assert number in seen.places
        assert len(seen.places) < 2 * LIKELY


def test_a_word_leads_to_its_concept_whatever_the_vectors_say(
    many: Matcher, encoder: LocalEncoder
) -> None:
    for number in range(7, 2 * LIKELY, 49):
        seen = encoder.encode(f"k{number}")
        blind = replace(seen, mean=unit(np.ones_like(seen.mean)), words=seen.words[:1])
        assert number in many.lanes.text(f"k{number}", blind).places


@pytest.mark.parametrize("top", [0, 1, LIKELY, LIKELY + 60, 2 * LIKELY, 10 * LIKELY])
def test_as_many_are_seen_as_are_asked_for(many: Matcher, encoder: LocalEncoder, top: int) -> None:
    seen = many.lanes.text("machines", encoder.encode("machines"), top)
    assert len(seen.places) >= min(max(top, LIKELY), 2 * LIKELY)
    well_formed(seen, many, TEXT_LANES)
