"""The convener's desk: one partnership, its cycle, and what lies there."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated

from fastapi import Depends

from storage.access import Visitor
from storage.cycles import Cycle, Cycles
from storage.intake import Intake
from storage.interviews import InterviewRecord
from storage.invitations import Invitations
from storage.mappings import Mappings
from storage.register import Partnership, Register
from storage.tenant import Tenant
from web.errors import NotFound
from web.given import Given, Site
from web.sessions import convener


@dataclass(frozen=True)
class Desk:
    """What a convener has in front of them."""

    site: Site
    partnership: Partnership
    tenant: Tenant
    chosen: int | None = None

    def at(self, cycle: int | None) -> "Desk":
        """Return this desk with another cycle on it."""
        return replace(self, chosen=cycle)

    @property
    def cycles(self) -> Cycles:
        """Return the rounds of interviews."""
        return Cycles(self.tenant)

    @cached_property
    def cycle(self) -> Cycle | None:
        """Return the chosen cycle, or else the one that is going on."""
        return self.current if self.chosen is None else self._numbered(self.chosen)

    @cached_property
    def current(self) -> Cycle | None:
        """Return the cycle that is going on."""
        return self.cycles.current(self.site.now().date())

    @property
    def intake(self) -> Intake:
        """Return the interviews."""
        return Intake(self.tenant)

    @property
    def invitations(self) -> Invitations:
        """Return the invitations."""
        return Invitations(self.tenant)

    @property
    def mappings(self) -> Mappings:
        """Return what people decided about words."""
        return Mappings(self.tenant)

    def interviews(self) -> list[InterviewRecord]:
        """Return the interviews of the cycle, the newest change first."""
        if self.cycle is None:
            return []
        records = self.intake.interviews(self.cycle.id)
        return sorted(records, key=lambda record: record.changed, reverse=True)

    def interview(self, conversation: str) -> InterviewRecord:
        """Return one interview, of whichever cycle."""
        record = self.intake.interview(conversation)
        if record is None:
            raise NotFound
        return record

    def name(self, record: InterviewRecord) -> str:
        """Return what an employer is called: as confirmed, or until then as invited."""
        return record.employer or self._invited.get(record.conversation) or "Not said yet"

    @cached_property
    def _invited(self) -> dict[str, str]:
        return {one.conversation: one.employer for one in self.invitations.all()}

    def _numbered(self, number: int) -> Cycle:
        for cycle in self.cycles.all():
            if cycle.id == number:
                return cycle
        raise NotFound


def partnership_of(site: Site, number: int) -> Partnership:
    """Return a partnership by its number."""
    return next(one for one in Register(site.database).partnerships() if one.id == number)


def desk_of(site: Given, visitor: Annotated[Visitor, Depends(convener)]) -> Desk:
    """Return the desk of the convener who is signed in."""
    partnership = partnership_of(site, visitor.partnership)
    return Desk(site, partnership, site.database.tenant(partnership.id))


AtDesk = Annotated[Desk, Depends(desk_of)]
