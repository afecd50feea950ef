"""Turns the starter vocabulary into an index file."""

import hashlib
from contextlib import closing
from pathlib import Path

from needs.concept import Concept
from taxonomy import versions
from taxonomy.draft import Draft, Entry, drafting, finish
from taxonomy.edition import About
from taxonomy.errors import TaxonomyError, VocabularyFaulty
from taxonomy.index import Index
from taxonomy.lint import lint
from taxonomy.starter import FILES, read
from taxonomy.vocabulary import KnownCredential, KnownOccupation, KnownSkill, Vocabulary


def build(folder: Path, target: Path) -> None:
    """Write the index of a vocabulary; the old file stays until the new one is whole."""
    vocabulary = read(folder)
    if faults := lint(vocabulary):
        raise VocabularyFaulty(*faults)
    with drafting(target) as draft:
        _write(draft, vocabulary)
        finish(draft, About(versions.starter(), _fingerprint(folder)))


def fresh(folder: Path, target: Path) -> bool:
    """Say whether the index file was built from exactly this vocabulary."""
    try:
        with closing(Index.open(target)) as index:
            same = index.about.edition == versions.starter()
            return same and index.about.fingerprint == _fingerprint(folder)
    except (TaxonomyError, FileNotFoundError):
        return False


def skill_concept(skill: KnownSkill) -> Concept:
    """Return what a skill is known as: the ESCO concept where it means exactly the same."""
    if skill.match == "exact":
        return Concept("esco", skill.esco_uri, skill.label, versions.ESCO)
    return Concept("local", f"local:skill/{skill.id}", skill.label, versions.STARTER)


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in FILES:
        digest.update(hashlib.sha256((folder / name).read_bytes()).digest())
    return digest.hexdigest()


def _write(draft: Draft, vocabulary: Vocabulary) -> None:
    numbers = {one.id: _write_skill(draft, one) for one in vocabulary.skills}
    for occupation in vocabulary.occupations:
        _write_occupation(draft, occupation, numbers)
    for credential in vocabulary.credentials:
        _write_credential(draft, credential)


def _write_skill(draft: Draft, skill: KnownSkill) -> int:
    concept = skill_concept(skill)
    number = draft.add(Entry("skill", concept, type=skill.kind), {"phrase": skill.phrases})
    if skill.match and concept.scheme == "local":
        draft.map((concept.scheme, concept.uri), ("esco", skill.esco_uri), skill.match)
    _gather(draft, skill.sectors, number)
    return number


def _write_occupation(draft: Draft, occupation: KnownOccupation, skills: dict[str, int]) -> None:
    concept = Concept("onet", occupation.code, occupation.label, versions.ONET)
    entry = Entry("occupation", concept, code=occupation.code)
    number = draft.add(entry, {"phrase": occupation.phrases})
    for place, skill in enumerate(occupation.skills):
        draft.link(number, "typical", place, skills[skill])
    _gather(draft, occupation.sectors, number)


def _write_credential(draft: Draft, credential: KnownCredential) -> None:
    uri = f"local:credential/{credential.id}"
    concept = Concept("local", uri, credential.name, versions.STARTER)
    number = draft.add(Entry("credential", concept), {"phrase": credential.phrases})
    row = (number, credential.granted_by, credential.by_law)
    draft.database.execute("INSERT INTO credential VALUES (?, ?, ?)", row)
    _gather(draft, credential.sectors, number)


def _gather(draft: Draft, sectors: tuple[str, ...], number: int) -> None:
    for sector in sectors:
        draft.gather(sector, number)
