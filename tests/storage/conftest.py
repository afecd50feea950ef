from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from needs.message import Message
from storage.cycles import Cycles
from storage.database import Database
from storage.intake import Intake
from storage.register import Register
from storage.tenant import Tenant

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def tenant(database: Database) -> Tenant:
    return database.tenant(Register(database).found("Metalworking of the valley").id)


@pytest.fixture
def neighbour(database: Database) -> Tenant:
    return database.tenant(Register(database).found("Care in the hills").id)


@pytest.fixture
def cycle(tenant: Tenant) -> int:
    return Cycles(tenant).open("2026", date(2026, 1, 1), date(2026, 12, 31)).id


@pytest.fixture
def intake(tenant: Tenant) -> Intake:
    return Intake(tenant)


@pytest.fixture
def write(intake: Intake, cycle: int) -> Callable[..., Message]:
    """Let an employer write: the message is received."""

    def write(
        id: str, text: str = "Four welders", conversation: str = "slack:U1", channel: str = "slack"
    ) -> Message:
        message = Message(id, conversation, text, NOW)
        assert intake.receive(cycle, message, channel, "D1")
        return message

    return write
