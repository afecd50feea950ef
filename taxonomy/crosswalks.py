"""From one scheme to another, by the crosswalks that were imported and by nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass

from needs.concept import Concept
from taxonomy.concepts import Concepts
from taxonomy.index import Mapping

CIP_SOC = "cip-soc"
ESCO_ONET = ("esco-onet", "esco-onet-nesta")  # the one with types of match first
CLOSENESS = ("exact", "close", "narrow", "broad", "")
TURNED = {"broad": "narrow", "narrow": "broad"}
SOC_LENGTH = len("51-4121")


@dataclass(frozen=True)
class Programme:
    """An instructional programme: its six-digit CIP code and its title."""

    code: str
    title: str


@dataclass(frozen=True)
class Counterpart:
    """A concept of another scheme that a crosswalk names.

    ``match`` says how it stands to what was asked for: a ``broad`` one is broader, and it is
    empty where the crosswalk does not say. A ``stale`` one is not in the version in use.
    """

    concept: Concept
    match: str
    note: str
    crosswalk: str
    stale: bool = False


def programmes_of(concepts: Concepts, code: str) -> list[Programme]:
    """Return the programmes that lead to an occupation, by code; none where nothing matches."""
    crosswalk = concepts.official.get(CIP_SOC)
    if crosswalk is None:
        return []
    codes = {one.uri for one in crosswalk.mapped("soc", code[:SOC_LENGTH])}
    return [Programme(one, _label(concepts, "cip", one)) for one in sorted(codes)]


def occupations_of_programme(concepts: Concepts, code: str) -> list[Concept]:
    """Return the occupations that a programme leads to: O*NET's, or SOC's where it has none."""
    crosswalk = concepts.official.get(CIP_SOC)
    if crosswalk is None:
        return []
    codes = sorted({one.uri for one in crosswalk.mappings("cip", code)})
    return [concept for soc in codes for concept in _occupations(concepts, soc)]


def esco_occupations_of(concepts: Concepts, code: str) -> list[Counterpart]:
    """Return the ESCO occupations and ISCO groups that an O*NET occupation corresponds to."""
    found = (
        _counterpart(concepts, one, name, one.match)
        for name in ESCO_ONET
        if (index := concepts.official.get(name))
        for one in index.mappings("onet", code)
    )
    return _closest_first(found)


def onet_occupations_of(concepts: Concepts, scheme: str, uri: str) -> list[Counterpart]:
    """Return the O*NET occupations that an ESCO occupation or ISCO group corresponds to."""
    found = (
        _counterpart(concepts, one, name, TURNED.get(one.match, one.match))
        for name in ESCO_ONET
        if (index := concepts.official.get(name))
        for one in index.mapped(scheme, uri)
    )
    return _closest_first(found)


def stale_codes(concepts: Concepts, crosswalk: str) -> list[str]:
    """Return the O*NET codes of a crosswalk that the O*NET release in use does not have."""
    index, onet = concepts.official.get(crosswalk), concepts.official.get("onet")
    if index is None or onet is None:
        return []
    rows = index.rows("SELECT DISTINCT uri FROM mapping WHERE scheme = 'onet' ORDER BY uri")
    return [code for (code,) in rows if onet.concept("onet", code) is None]


def _label(concepts: Concepts, scheme: str, uri: str) -> str:
    found = concepts.find(scheme, uri)
    return found.label if found else uri


def _occupations(concepts: Concepts, soc: str) -> Iterator[Concept]:
    """Yield the O*NET occupations of a SOC code, in the release or the vocabulary in use."""
    index = concepts.official.get("onet", concepts.starter)
    rows = index.rows(
        "SELECT uri FROM concept WHERE scheme = 'onet' AND uri > ? AND uri < ? ORDER BY uri",
        f"{soc}.",
        f"{soc}/",  # the sign after a full stop
    )
    codes = [("onet", code) for (code,) in rows] or [("soc", soc)]
    yield from (found for one in codes if (found := concepts.find(*one)))


def _counterpart(concepts: Concepts, one: Mapping, crosswalk: str, match: str) -> Counterpart:
    found = concepts.find(one.scheme, one.uri)
    held = one.scheme if one.scheme != "isco" else "esco"
    stale = found is None and held in concepts.official
    concept = found or Concept(one.scheme, one.uri, one.uri, "")
    return Counterpart(concept, match, one.note, crosswalk, stale)


def _closest_first(found: Iterator[Counterpart]) -> list[Counterpart]:
    return sorted(found, key=lambda one: CLOSENESS.index(one.match))
