from itertools import islice

import numpy as np
import pytest

from needs.concept import Concept
from taxonomy.concepts import Concepts
from taxonomy.encoding.local import LocalEncoder
from taxonomy.index import Name
from taxonomy.matching.fusion import Fusion, fusion
from taxonomy.matching.lanes import Seen
from taxonomy.matching.matcher import Matcher
from taxonomy.ranking import Link
from taxonomy.tables import Tables, arrays

WELD, READ = (Concept("made", uri, uri, "1") for uri in ("weld", "read"))
FUSION = Fusion(np.array([1.0]), 1.0, 0.0)


def matcher(*names: Name, encoder: LocalEncoder, wanted: tuple[tuple[str, ...], ...] = ()):
    return Matcher.of(names, wanted, encoder, lambda _: None)


def ranked(one: Matcher, text: str, encoder: LocalEncoder, top: int = 50) -> list[Link]:
    links = one.links(one.lanes.text(text, encoder.encode(text), top), fusion("texts"))
    return list(islice(links, top))


def test_the_first_name_of_a_concept_is_its_label(encoder: LocalEncoder) -> None:
    one = matcher(
        Name(WELD, "weld", "pref"),
        Name(READ, "read prints", "pref"),
        Name(WELD, "joins metal", "alt"),
        encoder=encoder,
    )
    assert [one.roster[0], one.roster[1], len(one.roster)] == [WELD, READ, 2]
    assert one.lanes.vectors.firsts.tolist() == [0, 2, 3]
    assert np.allclose(one.lanes.vectors.labels[1], encoder.encode("read prints").mean, atol=1e-4)


def test_hidden_names_are_not_looked_at(encoder: LocalEncoder) -> None:
    shown = matcher(Name(WELD, "weld", "pref"), encoder=encoder)
    both = matcher(Name(WELD, "weld", "pref"), Name(WELD, "wleding", "hidden"), encoder=encoder)
    left, right = dict(arrays(shown)), dict(arrays(both))
    assert all(np.array_equal(left[name], right[name]) for name in left)


def test_no_names_are_no_concepts(encoder: LocalEncoder) -> None:
    assert len(matcher(encoder=encoder).roster) == 0
    assert len(matcher(Name(WELD, "wleding", "hidden"), encoder=encoder).roster) == 0


def test_occupations_may_want_skills_that_nobody_knows(encoder: LocalEncoder) -> None:
    names = [Name(WELD, "weld", "pref"), Name(READ, "read prints", "pref")]
    one = matcher(*names, encoder=encoder, wanted=(("weld", "gone", "read"), ("gone",), ()))
    other = matcher(*names, encoder=encoder, wanted=(("weld", "read"),))
    assert np.array_equal(one.lanes.neighbours.vectors, other.lanes.neighbours.vectors)
    assert np.array_equal(one.lanes.neighbours.wanted, other.lanes.neighbours.wanted)


@pytest.mark.parametrize("text", ["", "  ", "!!", "日本", "\x00"])
def test_a_name_that_says_nothing_is_a_name_all_the_same(encoder: LocalEncoder, text: str) -> None:
    one = matcher(Name(WELD, text, "pref"), Name(READ, "read prints", "pref"), encoder=encoder)
    links = ranked(one, "read prints", encoder)
    assert {link.concept for link in links} == {WELD, READ}
    assert links[0].concept == READ


def seen(*lanes: float) -> Seen:
    return Seen(np.arange(len(lanes)), np.array(lanes, np.float32).reshape(-1, 1))


@pytest.fixture
def three(encoder: LocalEncoder) -> Matcher:
    concepts = [Concept("made", uri, uri, "1") for uri in "abc"]
    return matcher(*(Name(one, one.uri, "pref") for one in concepts), encoder=encoder)


@pytest.mark.parametrize(
    ("lanes", "order"),
    [
        ((0.1, 0.3, 0.2), "bca"),
        ((0.2, 0.2, 0.2), "abc"),
        ((0.1, 0.2, 0.2), "bca"),
        ((0.1, 0.1, 0.2), "cab"),
        ((0.1, 0.2, 0.3), "cba"),
        ((9.0, -9.0, 90.0), "cab"),
        ((0.1, 0.2), "ba"),
        ((), ""),
    ],
)
def test_links_come_in_order_and_ties_in_the_vocabularys(
    three: Matcher, lanes: tuple[float, ...], order: str
) -> None:
    links = list(three.links(seen(*lanes), FUSION))
    assert "".join(link.concept.uri for link in links) == order
    scores = [link.score for link in links]
    assert scores == sorted(scores, reverse=True)
    assert all(round(score, 4) == score and 0 <= score <= 1 for score in scores)


def test_a_skills_own_label_ranks_it_first(concepts: Concepts, encoder: LocalEncoder) -> None:
    skills = Tables.of(concepts, encoder).skills
    for name in concepts.named("skill"):
        links = ranked(skills, name.text, encoder)
        if name.preferred:
            assert links[0].concept == name.concept
        assert name.concept in [link.concept for link in links[:3]]
        assert len({link.concept for link in links}) == len(links) == len(skills.roster)
        assert links == ranked(skills, name.text, encoder)
        assert links[:2] == ranked(skills, name.text, encoder, top=2)


def test_who_waits_hears_of_every_skills_name(concepts: Concepts, encoder: LocalEncoder) -> None:
    heard: list[tuple[int, int]] = []
    Tables.of(concepts, encoder, lambda more, of: heard.append((more, of)))
    (first, total), *rest = heard
    assert first == 0
    assert {of for _, of in rest} == {total}
    assert sum(more for more, _ in rest) == total == len(concepts.named("skill"))
