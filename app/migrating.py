"""Moving to another version of a scheme: what is certain is carried over, the rest is asked."""

from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import cached_property

from app.differing import told
from app.installation import Installation
from needs.concept import Concept
from needs.succession import Heirs, Kind, Proposal, identity
from storage.links import Link, links
from storage.register import Partnership, Register
from storage.successions import Successions
from storage.tenant import Tenant
from taxonomy.difference import Difference, difference
from taxonomy.holdings import Holdings
from taxonomy.index import Index
from taxonomy.succession import Passage


@dataclass(frozen=True)
class Carried:
    """What became of one partnership's links. ``back`` have their own version in use again."""

    partnership: Partnership
    proposals: tuple[Proposal, ...]
    back: tuple[Concept, ...] = ()

    @property
    def certain(self) -> list[Proposal]:
        """Return what is carried over by itself."""
        return [one for one in self.proposals if one.heir]

    @property
    def open(self) -> list[Proposal]:
        """Return what a convener has to judge."""
        return [one for one in self.proposals if not one.heir]


@dataclass(frozen=True)
class Migration:
    """What a migration did, or would do where it is ``dry``; ``old`` was in use before."""

    scheme: str
    old: str | None
    new: str
    carried: tuple[Carried, ...]
    dry: bool


def compare(
    installation: Installation, scheme: str, old: str, new: str, top: int = 10
) -> list[str]:
    """Return how two versions differ, in lines; UnknownVersion where one was not imported."""
    found = differ(installation.holdings, scheme, old, new)
    return [f"{scheme} {old} → {new}", *told(found, top)]


def differ(holdings: Holdings, scheme: str, old: str, new: str) -> Difference:
    """Return how two versions differ; UnknownVersion where one was not imported."""
    with closing(holdings.open(scheme, old)) as one, closing(holdings.open(scheme, new)) as other:
        return difference(one, other)


def migrate(
    installation: Installation, scheme: str, version: str, dry_run: bool = False
) -> Migration:
    """Use another version, with all that is linked to the scheme; safe to run again.

    Nothing that was said, decided or released is changed: see `storage/successions.py`.
    """
    holdings, register = installation.holdings, Register(installation.database)
    used = holdings.in_use().get(scheme)
    with ExitStack() as files:
        way = _Way(holdings, scheme, version, files)
        _ = way.new  # where there is no such version nothing is begun
        tenants = [(one, installation.database.tenant(one.id)) for one in register.partnerships()]
        carried = tuple(_look(one, tenant, way) for one, tenant in tenants)
    if not dry_run:
        for one in carried:
            _keep(installation, one, version)
        holdings.use(scheme, version)
    return Migration(scheme, used, version, carried, dry_run)


def lines(migration: Migration) -> list[str]:
    """Return what a migration did, for the terminal."""
    would = "would be " if migration.dry else ""
    said = [f"{migration.scheme} {migration.old or '(none)'} → {migration.new}"]
    for one in migration.carried:
        counts = f"{len(one.certain)} {would}carried over, {len(one.open)} {would}left to review"
        said.append(f"{one.partnership.name}: {counts}")
        said += [f"  to review: {asked.old.label or asked.old.uri}" for asked in one.open]
    if migration.dry:
        return [*said, "Nothing was changed."]
    asked = any(one.open for one in migration.carried)
    said += ["Conveners find what is left at /convener/versions."] if asked else []
    return [*said, "A server that is running uses the new version once it is started again."]


@dataclass(frozen=True)
class _Way:
    """From every version that is linked to, to the new one; each index is opened once."""

    holdings: Holdings
    scheme: str
    version: str
    files: ExitStack
    passages: dict[str, Passage] = field(default_factory=dict)

    @cached_property
    def new(self) -> Index:
        """Open the new version; UnknownVersion where it was not imported."""
        return self.files.enter_context(closing(self.holdings.open(self.scheme, self.version)))

    def end(self, link: Link, heirs: Heirs) -> Link | None:
        """Return what is in force for a link today; None where nothing is left to be asked."""
        kind, first = link
        *passed, last = heirs.path(first)
        for one in passed:
            if one and self.has(one):
                return kind, one  # back in its own version
        if last is None or last.scheme != self.scheme or _kept(passed, last):
            return None
        return kind, last

    def judge(self, concept: Concept, kind: Kind) -> Proposal:
        """Return what becomes of a concept, by its own version as far as that is at hand."""
        version = concept.version or self._version_with(concept)
        if version not in self.passages:
            self.passages[version] = self._passage(version)
        return self.passages[version].judge(concept, kind)

    def _version_with(self, concept: Concept) -> str:
        """Return the newest version that has a bare code, or nothing."""
        for version in reversed(self.holdings.versions(self.scheme)):
            with closing(self.holdings.open(self.scheme, version)) as index:
                if index.concept(concept.scheme, concept.uri):
                    return version
        return ""

    def _passage(self, version: str) -> Passage:
        if not self.holdings.path(self.scheme, version).is_file():
            return Passage(self.new)
        old = self.files.enter_context(closing(self.holdings.open(self.scheme, version)))
        return Passage(self.new, old, difference(old, self.new))

    def has(self, concept: Concept) -> bool:
        """Say whether a concept needs no heir in the new version."""
        if concept.scheme != self.scheme:
            return False
        known = not concept.version and self.new.concept(concept.scheme, concept.uri)
        return bool(known) or concept.version == self.version


def _kept(passed: Sequence[Concept | None], last: Concept) -> bool:
    return any(one and identity(one) == identity(last) for one in passed)


def _look(partnership: Partnership, tenant: Tenant, way: _Way) -> Carried:
    successions = Successions(tenant)
    heirs, asked = successions.heirs(), {one.key for one in successions.standing()}
    found = [way.end(link, heirs) for link in sorted(links(tenant), key=str)]
    ends = {identity(end[1]): end for end in found if end}.values()
    proposals = (way.judge(concept, kind) for kind, concept in ends if not way.has(concept))
    back = (one for _, one in ends if way.has(one) and identity(one) in asked)
    return Carried(partnership, tuple(proposals), tuple(back))


def _keep(installation: Installation, carried: Carried, version: str) -> None:
    successions = Successions(installation.database.tenant(carried.partnership.id))
    now = installation.now()
    successions.end(carried.back, now)
    successions.carry(carried.proposals, version, now)
