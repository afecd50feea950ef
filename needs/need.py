"""A need: one job of one employer, as they confirmed it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from needs.answers import Credential, Difficulty, Quantity, Skill, Unanswered
from needs.company import company_name
from needs.concept import Concept
from needs.fact import Fact
from needs.slots import Value


@dataclass(frozen=True)
class Need:
    """One job that an employer has to fill. ``group`` is what disclosure control counts once.

    ``company`` is the employer's own name as `company_name` writes it, and ``source`` the
    interview; needs that share either belong to one group as well.
    """

    employer: str
    group: str
    title: str
    occupation: Concept | None = None
    headcount: Quantity | None = None
    openings: Quantity | None = None
    growth: Quantity | None = None
    replacement: Quantity | None = None
    skills: tuple[Skill, ...] = ()
    credentials: tuple[Credential, ...] = ()
    hard_to_fill: Difficulty | None = None
    company: str = ""
    source: str = ""

    @property
    def hires(self) -> Quantity | None:
        """Return the hires of the coming 12 months; open ends count as their known end."""
        split = [part for part in (self.growth, self.replacement) if part]
        known = split or [part for part in (self.openings,) if part]
        if not known:
            return None
        ends = [(_or(p.lo, p.hi), _or(p.hi, p.lo)) for p in known]
        approx = any(p.approx for p in known)
        return Quantity(sum(lo for lo, _ in ends), sum(hi for _, hi in ends), approx)


def group_of(employer: str, parent: str | None) -> str:
    """Return the name under which a company and its sisters count once."""
    return company_name(parent or employer)


def assemble(facts: Iterable[Fact], occupation: Callable[[str], Concept | None]) -> list[Need]:
    """Return the needs that one interview's confirmed facts state, one for each job."""
    org: dict[str, Value] = {}
    roles: dict[int, dict[str, Value]] = {}
    for fact in facts:
        if isinstance(fact.value, Unanswered):
            continue
        holder = org if fact.role is None else roles.setdefault(fact.role, {})
        held = holder.get(fact.slot)
        joined = isinstance(held, tuple) and isinstance(fact.value, tuple)
        holder[fact.slot] = (*held, *fact.value) if joined else fact.value  # type: ignore[misc]
    return [_need(org, roles[number], occupation) for number in sorted(roles)]


def _need(
    org: Mapping[str, Value],
    role: Mapping[str, Value],
    occupation: Callable[[str], Concept | None],
) -> Need:
    employer = str(org.get("employer.name", ""))
    parent = org.get("employer.parent")
    return Need(
        employer=employer,
        group=group_of(employer, parent if isinstance(parent, str) else None),
        company=company_name(employer),
        title=str(role.get("role.title", "")),
        occupation=occupation(str(role["role.occupation"])) if "role.occupation" in role else None,
        **{name: role.get(slot) for name, slot in NEED_SLOTS.items() if slot in role},  # type: ignore[arg-type]
    )


NEED_SLOTS = {
    "headcount": "role.headcount",
    "openings": "role.openings",
    "growth": "role.openings_growth",
    "replacement": "role.openings_replacement",
    "skills": "role.skills",
    "credentials": "role.credentials",
    "hard_to_fill": "role.hard_to_fill",
}


def _or(end: int | None, other: int | None) -> int:
    return next((one for one in (end, other) if one is not None), 0)
