"""The convener's desk: one partnership, its cycle, and what lies there."""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from fastapi import Depends

from needs.fact import Fact
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

    @property
    def cycles(self) -> Cycles:
        """Return the rounds of interviews."""
        return Cycles(self.tenant)

    @cached_property
    def cycle(self) -> Cycle | None:
        """Return the cycle that is going on."""
        return self.cycles.current()

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
        """Return one interview of the cycle."""
        for record in self.interviews():
            if record.conversation == conversation:
                return record
        raise NotFound

    def facts(self, conversation: str) -> list[Fact]:
        """Return what one employer confirmed."""
        if self.cycle is None:
            return []
        return self.intake.confirmed(self.cycle.id).get(conversation, [])


def partnership_of(site: Site, number: int) -> Partnership:
    """Return a partnership by its number."""
    return next(one for one in Register(site.database).partnerships() if one.id == number)


def desk_of(site: Given, visitor: Annotated[Visitor, Depends(convener)]) -> Desk:
    """Return the desk of the convener who is signed in."""
    partnership = partnership_of(site, visitor.partnership)
    return Desk(site, partnership, site.database.tenant(partnership.id))


AtDesk = Annotated[Desk, Depends(desk_of)]
