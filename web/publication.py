"""From confirmed answers to a release."""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from needs.fact import Fact
from needs.need import Need
from needs.signal import Release
from signals.release import Draft, Heading, NotYet, draft
from signals.rules import Rules
from storage.cycles import Cycle
from storage.intake import Intake
from storage.ledger import Ledger
from storage.mappings import Mappings
from storage.register import Partnership
from storage.releases import Releases
from storage.tenant import Tenant
from web.decisions import Find, needs_of


@dataclass(frozen=True)
class Press:
    """Makes the releases of one cycle. ``find`` takes a scheme and a URI."""

    tenant: Tenant
    partnership: Partnership
    cycle: Cycle
    find: Find
    rules: Rules

    def needs(self) -> list[Need]:
        """Return every confirmed need, with people's decisions applied."""
        confirmed: Iterable[list[Fact]] = Intake(self.tenant).confirmed(self.cycle.id).values()
        needs = needs_of(confirmed, Mappings(self.tenant).decisions(), self.find)
        return [replace(need, group=self._sealed(need.group)) for need in needs]

    def _sealed(self, group: str) -> str:
        # The ledger outlives what an employer deletes, so it must not hold their name.
        return hmac.new(self.cycle.salt.encode(), group.encode(), "sha256").hexdigest()

    def latest(self) -> Release | None:
        """Return the newest release of the cycle."""
        return next(iter(Releases(self.tenant).all(self.cycle.id)), None)

    def draft(self, now: datetime) -> Draft | NotYet:
        """Return what would be released now, or how much is missing for it."""
        earlier = Ledger(self.tenant).entries(self.cycle.id)
        heading = Heading(self.partnership.name, self.cycle.name, now)
        return draft(self.needs(), self.rules, earlier, self.latest(), heading)

    def publish(self, ready: Draft) -> Release:
        """Publish a draft, for good; ReleaseConflict if another one came first."""
        Releases(self.tenant).publish(self.cycle.id, ready.release, ready.entries)
        return ready.release
