"""Faults that a vocabulary can have although every row can be read."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from taxonomy.vocabulary import KnownCredential, KnownOccupation, KnownSkill, Place, Vocabulary
from taxonomy.words import literal

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ESCO_SKILL = re.compile(r"http://data\.europa\.eu/esco/skill/[0-9A-Za-z.-]+")
ONET_CODE = re.compile(r"\d\d-\d{4}\.\d\d")
Known: TypeAlias = KnownSkill | KnownOccupation | KnownCredential
Claim: TypeAlias = tuple[str, Place]  # what is claimed, and where


def lint(vocabulary: Vocabulary) -> list[str]:
    """Return the faults of a vocabulary, each with its place and what to do."""
    return [
        *_faults_of_skills(vocabulary.skills),
        *_faults_of_occupations(vocabulary),
        *_faults_of_credentials(vocabulary.credentials),
        *_faults_of_phrases(vocabulary.skills),
        *_faults_of_phrases(vocabulary.occupations),
        *_faults_of_phrases(vocabulary.credentials),
    ]


def _faults_of_skills(skills: tuple[KnownSkill, ...]) -> Iterator[str]:
    yield from _twice("id", ((one.id, one.place) for one in skills))
    exact = [one for one in skills if one.match == "exact"]
    yield from _twice("esco_uri", ((one.esco_uri, one.place) for one in exact))
    for one in skills:
        yield from _malformed(one.place, "id", one.id, SLUG)
        if one.esco_uri:
            yield from _malformed(one.place, "esco_uri", one.esco_uri, ESCO_SKILL)
        if bool(one.esco_uri) != bool(one.match):
            yield one.place.fault("match", "a match needs an ESCO URI and the other way round.")


def _faults_of_occupations(vocabulary: Vocabulary) -> Iterator[str]:
    occupations = vocabulary.occupations
    known = {one.id for one in vocabulary.skills}
    yield from _twice("code", ((one.code, one.place) for one in occupations))
    for one in occupations:
        yield from _malformed(one.place, "code", one.code, ONET_CODE)
        for skill in one.skills:
            if skill not in known:
                yield one.place.fault(
                    "skills", f"“{skill}” is no id in skills.csv. Mend or add it."
                )


def _faults_of_credentials(credentials: tuple[KnownCredential, ...]) -> Iterator[str]:
    yield from _twice("id", ((one.id, one.place) for one in credentials))
    for one in credentials:
        yield from _malformed(one.place, "id", one.id, SLUG)


def _faults_of_phrases(known: Iterable[Known]) -> Iterator[str]:
    claims: list[Claim] = []
    for one in known:
        if "" in one.phrases:
            yield one.place.fault("phrases", "there is an empty phrase. Remove the extra `|`.")
        name = one.name if isinstance(one, KnownCredential) else one.label
        names = {literal(phrase) for phrase in (name, *one.phrases) if phrase}
        claims += [(phrase, one.place) for phrase in sorted(names)]
    yield from _twice("phrases", claims)


def _twice(column: str, claims: Iterable[Claim]) -> Iterator[str]:
    seen: dict[str, Place] = {}
    for claim, place in claims:
        earlier = seen.setdefault(claim, place)
        if earlier != place:
            yield place.fault(column, f"“{claim}” is taken by line {earlier.line}. Keep it in one.")


def _malformed(place: Place, column: str, text: str, shape: re.Pattern[str]) -> Iterator[str]:
    if not shape.fullmatch(text):
        yield place.fault(column, f"“{text}” is malformed. It should look like {shape.pattern}")
