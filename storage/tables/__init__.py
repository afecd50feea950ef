"""The tables, as typed rows."""

from storage.tables.access import AdmissionRow, InvitationRow, VisitRow
from storage.tables.decision import DecisionRow
from storage.tables.interview import EventRow, FactRow, InterviewRow
from storage.tables.local_name import LocalNameRow
from storage.tables.mail import InboxRow, OutboxRow
from storage.tables.partnership import CycleRow, PartnershipRow
from storage.tables.release import EntryRow, ReleaseRow
from storage.tables.row import Owned, Row, storable
from storage.tables.succession import SuccessionRow

__all__ = [
    "AdmissionRow",
    "CycleRow",
    "DecisionRow",
    "EntryRow",
    "EventRow",
    "FactRow",
    "InboxRow",
    "InterviewRow",
    "InvitationRow",
    "LocalNameRow",
    "OutboxRow",
    "Owned",
    "PartnershipRow",
    "ReleaseRow",
    "Row",
    "SuccessionRow",
    "VisitRow",
    "storable",
]
