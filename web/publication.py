"""From confirmed answers to a release."""

import hmac
from dataclasses import dataclass, replace
from datetime import datetime

from needs.need import Need
from needs.signal import Release
from needs.succession import Heirs
from signals.release import Draft, Heading, NotYet, draft
from signals.renewal import newest_answers
from signals.rules import Rules
from storage.cycles import Cycle
from storage.intake import Intake
from storage.interviews import InterviewRecord
from storage.ledger import Ledger
from storage.local_names import LocalNames
from storage.mappings import Mappings
from storage.register import Partnership
from storage.releases import Releases
from storage.successions import Successions
from storage.tenant import Tenant
from web.decisions import Find, needs_of
from web.local_words import filled


@dataclass(frozen=True)
class Press:
    """Makes the releases of one cycle. ``find`` takes a scheme and a URI."""

    tenant: Tenant
    partnership: Partnership
    cycle: Cycle
    find: Find
    rules: Rules

    def needs(self) -> list[Need]:
        """Return every confirmed need that still stands, with people's decisions applied."""
        intake = Intake(self.tenant)
        facts, decisions = intake.confirmed(self.cycle.id), Mappings(self.tenant).decisions()
        own, heirs = LocalNames(self.tenant).all(), self._heirs()
        oldest_first = sorted(intake.interviews(self.cycle.id), key=_when)
        names = [one.conversation for one in oldest_first if one.conversation in facts]
        needs = [
            replace(need, source=f"interview {name}")
            for name in names
            for need in needs_of([filled(facts[name], own)], decisions, self.find, heirs)
        ]
        return [self._sealed(need) for need in newest_answers(needs)]

    def _heirs(self) -> Heirs:
        # What takes another's place after the first release would be a number of its own, which
        # nothing compares with the older one: the two together could tell on an employer.
        first = Releases(self.tenant).get(self.cycle.id, 1)
        return Successions(self.tenant).heirs(first.at if first else None)

    def _sealed(self, need: Need) -> Need:
        # The ledger outlives what an employer deletes, so it must not hold their name.
        group, company, source = map(self._seal, (need.group, need.company, need.source))
        return replace(need, group=group, company=company, source=source)

    def _seal(self, text: str) -> str:
        return hmac.new(self.cycle.salt.encode(), text.encode(), "sha256").hexdigest()

    def latest(self) -> Release | None:
        """Return the newest release of the cycle."""
        return next(iter(Releases(self.tenant).all(self.cycle.id)), None)

    def draft(self, now: datetime) -> Draft | NotYet:
        """Return what would be released now, or how much is missing for it."""
        past = Ledger(self.tenant).entries(self.cycle.id)
        heading = Heading(self.partnership.name, self.cycle.name, now)
        return draft(self.needs(), self.rules, past, self.latest(), heading)

    def publish(self, ready: Draft) -> Release:
        """Publish a draft, for good; ReleaseConflict if another one came first."""
        Releases(self.tenant).publish(self.cycle.id, ready.release, ready.entries)
        return ready.release


def _when(record: InterviewRecord) -> datetime:
    return record.confirmed or record.started
