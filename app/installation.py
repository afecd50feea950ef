"""Builds every part once, when it is first needed, and hands it down."""

import os
import socket
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import HomeUnusable, WhichPartnership
from app.settings import Settings
from needs.concept import Concept
from prompts.guide import GuideLength, read_guide
from signals.rules import Rules
from storage.cycles import Cycle, Cycles
from storage.database import Database
from storage.intake import Intake
from storage.register import Partnership, Register
from storage.tenant import Tenant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.conversation import Conversation, Understanding
    from extraction.lexicon import Lexicon
    from taxonomy.index import Index
    from taxonomy.linker import Linker
    from web.publication import Press

DEFAULT_PARTNERSHIP = "Our partnership"
CYCLE = timedelta(days=365)


def local_now() -> datetime:
    """Return the local time, which is what "tomorrow" is read against."""
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True)
class Installation:
    """One Needline on one machine: its settings, and what is built from them."""

    settings: Settings
    now: Callable[[], datetime] = local_now

    @cached_property
    def database(self) -> Database:
        """Open the database; a new one gets its tables, an old one is refused."""
        self.make_home()
        database = Database.open(self.settings.database)
        if database.is_new():
            database.upgrade()
        database.check()
        return database

    @cached_property
    def partnership(self) -> Partnership:
        """Return the partnership that is meant; found the first one."""
        register = Register(self.database)
        known = register.partnerships()
        if (name := self.settings.partnership) is not None:
            return register.found(name)
        if len(known) > 1:
            raise WhichPartnership(_which([one.name for one in known]))
        return known[0] if known else register.found(DEFAULT_PARTNERSHIP)

    @cached_property
    def tenant(self) -> Tenant:
        """Return the partnership's part of the database."""
        return self.database.tenant(self.partnership.id)

    @cached_property
    def cycle(self) -> Cycle:
        """Return the current cycle; open the first one."""
        today = self.now().date()
        cycles = Cycles(self.tenant)
        return cycles.current() or cycles.open(_cycle_name(today), today, today + CYCLE)

    @cached_property
    def index(self) -> "Index":
        """Open the taxonomy index; the starter vocabulary's is built when it is missing or old."""
        from taxonomy.build import build, fresh
        from taxonomy.index import Index

        if self.settings.taxonomy is not None:
            return Index.open(self.settings.taxonomy)
        self.make_home()
        target = self.settings.home / "taxonomy" / "starter.sqlite"
        with starter() as folder:
            if not fresh(folder, target):
                build(folder, target)
        return Index.open(target)

    @cached_property
    def linker(self) -> "Linker":
        """Return what turns words into concepts."""
        from taxonomy.linker import Linker

        return Linker(self.index)

    @cached_property
    def understanding(self) -> "Understanding":
        """Return what turns messages into facts, and facts into concepts."""
        from extraction.reader import Reader

        from bot.conversation import Understanding

        return Understanding(Reader(_lexicon(self.index)), self.linker.skill, self.occupations)

    def occupations(self, title: str) -> tuple[Concept, ...]:
        """Return the occupations that a job title may be, at most three."""
        return tuple(link.concept for link in self.linker.occupations(title, top=3))

    def conversation(
        self, length: GuideLength = "short", partnership: Partnership | None = None
    ) -> "Conversation":
        """Return the interview of a partnership, by the guide of this length."""
        from bot.conversation import Conversation

        whose = partnership or self.partnership
        return Conversation(
            intake=Intake(self.database.tenant(whose.id)),
            guide=read_guide(length, self.settings.convener),
            understanding=self.understanding,
            now=self.now,
            owner=f"{socket.gethostname()}:{os.getpid()}",
        )

    def press(self, partnership: Partnership, cycle: Cycle) -> "Press":
        """Return what makes the releases of a cycle."""
        from web.publication import Press

        tenant = self.database.tenant(partnership.id)
        return Press(tenant, partnership, cycle, self.index.concept, Rules())

    def make_home(self) -> None:
        """Make the home folder, which only its owner may read."""
        try:
            self.settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as problem:
            raise HomeUnusable(f"{HomeUnusable.__doc__} ({problem.strerror})") from problem


@contextmanager
def starter() -> "Iterator[Path]":
    """Lend the folder of the starter vocabulary."""
    with as_file(files("taxonomy") / "starter") as folder:
        yield folder


def _lexicon(index: "Index") -> "Lexicon":
    from extraction.lexicon import KnownCredential, Lexicon

    return Lexicon(
        skills=index.names("skill"),
        titles=index.names("occupation"),
        credentials=tuple(
            KnownCredential(one.name, one.phrases, one.by_law) for one in index.credentials()
        ),
    )


def _which(names: list[str]) -> str:
    return f"{WhichPartnership.__doc__} They are: {'; '.join(names)}."


def _cycle_name(today: date) -> str:
    return f"{today.year}/{today.year + 1}"
