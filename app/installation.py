"""Builds every part once, when it is first needed, and hands it down."""

import os
import socket
import stat
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import AppError, HomeUnusable, UnknownPartnership, WhichPartnership
from app.settings import Settings

if TYPE_CHECKING:  # ranking texts needs no database, and should not wait for one
    from collections.abc import Iterator

    from app.understanding import General
    from bot.conversation import Conversation, Understanding
    from prompts.guide import GuideLength
    from storage.cycles import Cycle
    from storage.database import Database
    from storage.register import Partnership
    from storage.tenant import Tenant
    from taxonomy.concepts import Concepts
    from taxonomy.encoding.encoded import Encoder
    from taxonomy.holdings import Holdings
    from taxonomy.linker import Linker
    from taxonomy.tables import Progress
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

    @classmethod
    def here(cls, **given: object) -> "Installation":
        """Return the installation that the environment describes, with what is given instead."""
        set_here = {name: value for name, value in given.items() if value is not None}
        return cls(Settings(**set_here))  # type: ignore[arg-type]

    @cached_property
    def database(self) -> "Database":
        """Open the database; a new one gets its tables, an old one is refused."""
        from storage.database import Database

        self.make_home()
        secret = self.settings.secret
        database = Database.open(
            self.settings.database, secret.get_secret_value() if secret else ""
        )
        if database.is_new():
            database.upgrade()
        database.check()
        return database

    @cached_property
    def partnership(self) -> "Partnership":
        """Return the partnership that is meant, never the invented one; found the first one."""
        from storage.register import Register

        register = Register(self.database)
        everyone = register.partnerships()
        known = [one for one in everyone if not one.demo]
        if (name := self.settings.partnership) is not None:
            if known and name not in [one.name for one in everyone]:
                raise UnknownPartnership(f"{name}: {_which(everyone, UnknownPartnership)}")
            return register.found(name)
        if len(known) > 1:
            raise WhichPartnership(_which(known, WhichPartnership))
        return known[0] if known else register.found(DEFAULT_PARTNERSHIP)

    def visited(self) -> "Partnership":
        """Return whom somebody at this terminal answers or reads: the demonstration's first."""
        from storage.register import Register

        demos = [one for one in Register(self.database).partnerships() if one.demo]
        named = self.settings.partnership is not None
        return self.partnership if named or not demos else demos[0]

    @cached_property
    def tenant(self) -> "Tenant":
        """Return the partnership's part of the database."""
        return self.database.tenant(self.partnership.id)

    @cached_property
    def cycle(self) -> "Cycle":
        """Return the partnership's current cycle; open the first one."""
        return self.cycle_of(self.partnership)

    def cycle_of(self, partnership: "Partnership") -> "Cycle":
        """Return a partnership's current cycle; open the first one."""
        from storage.cycles import Cycles

        today, cycles = self.now().date(), Cycles(self.database.tenant(partnership.id))
        return cycles.current(today) or cycles.open(_cycle_name(today), today, today + CYCLE)

    @cached_property
    def holdings(self) -> "Holdings":
        """Return the folder of taxonomy indexes."""
        from taxonomy.holdings import Holdings

        self.make_home()
        return Holdings(self.settings.taxonomy or self.settings.home / "taxonomy")

    @cached_property
    def concepts(self) -> "Concepts":
        """Open all concepts in use; the starter's index is built when it is missing or old."""
        from taxonomy.build import build, fresh
        from taxonomy.concepts import Concepts
        from taxonomy.index import Index

        target = self.holdings.folder / "starter.sqlite"
        with starter() as folder:
            if not fresh(folder, target):
                build(folder, target)
        return Concepts(Index.open(target), self.holdings.opened())

    @cached_property
    def linker(self) -> "Linker":
        """Return what turns words into concepts."""
        from app.preparing import preparing

        with preparing() as progress:
            return self.prepare(progress)

    def prepare(self, progress: "Progress") -> "Linker":
        """Return the linker; ``progress`` hears how far its tables are if they are computed."""
        from taxonomy.prepared import prepared

        folder = self.holdings.folder / "prepared"
        return prepared(self.concepts, folder, self.encoder, progress)

    @cached_property
    def encoder(self) -> "Encoder":
        """Return what makes vectors of texts: the shipped encoder, or the embedding configured."""
        if name := self.settings.embedding:
            from extraction.llm import embedding
            from taxonomy.encoding.foreign import ForeignEncoder

            return ForeignEncoder(name, embedding(name))
        from taxonomy.encoding.local import LocalEncoder

        return LocalEncoder()

    @cached_property
    def general(self) -> "General":
        """Return what all partnerships understand employers by."""
        from app.lexicon import lexicon
        from app.understanding import General
        from extraction.reader import Reader

        reader = Reader(lexicon(self.concepts), self.linker.spot)
        return General(reader, self.linker, self.concepts)

    @property
    def understanding(self) -> "Understanding":
        """Return what turns messages into facts, and facts into concepts."""
        return self.general.understanding

    def conversation(
        self, length: "GuideLength" = "short", partnership: "Partnership | None" = None
    ) -> "Conversation":
        """Return the interview of a partnership, by the guide of this length."""
        from app.understanding import LocalUnderstanding
        from bot.conversation import Conversation
        from prompts.guide import read_guide
        from storage.intake import Intake
        from storage.local_names import LocalNames

        tenant = self.database.tenant((partnership or self.partnership).id)
        return Conversation(
            intake=Intake(tenant),
            guide=read_guide(length, self.settings.convener),
            understanding=LocalUnderstanding(self.general, LocalNames(tenant)),
            now=self.now,
            owner=f"{socket.gethostname()}:{os.getpid()}",
        )

    def press(self, partnership: "Partnership", cycle: "Cycle") -> "Press":
        """Return what makes the releases of a cycle."""
        from signals.rules import Rules
        from web.publication import Press

        tenant = self.database.tenant(partnership.id)
        return Press(tenant, partnership, cycle, self.concepts.find, Rules())

    def make_home(self) -> None:
        """Make the home folder, which only its owner may read."""
        home = self.settings.home
        try:
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            _close_to_others(home)
        except OSError as problem:
            raise HomeUnusable(f"{HomeUnusable.__doc__} ({problem.strerror})") from problem


@contextmanager
def starter() -> "Iterator[Path]":
    """Lend the folder of the starter vocabulary."""
    with as_file(files("taxonomy") / "starter") as folder:
        yield folder


def _close_to_others(folder: Path) -> None:
    found = folder.stat()
    shared = found.st_mode & stat.S_ISVTX or found.st_uid != os.getuid()  # as /tmp is
    if found.st_mode & 0o077 and not shared:
        folder.chmod(0o700)


def _which(known: "list[Partnership]", problem: type[AppError]) -> str:
    return f"{problem.__doc__} They are: {'; '.join(one.name for one in known)}."


def _cycle_name(today: date) -> str:
    return f"{today.year}/{today.year + 1}"
