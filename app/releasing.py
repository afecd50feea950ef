"""Releases and exports, from the command line."""

from app.errors import NothingReleased, UnknownCycle
from app.installation import Installation
from needs.signal import Release
from prompts.phrases import say
from signals.release import NotYet
from storage.cycles import Cycles
from storage.releases import Releases


def release_now(installation: Installation) -> str:
    """Release the current cycle's signals, or say what is missing."""
    press = installation.press(installation.partnership, installation.cycle)
    ready = press.draft(installation.now())
    if isinstance(ready, NotYet):
        return say("not_yet", missing=str(ready.more)) if ready.more else say("nothing_new")
    released = press.publish(ready)
    return say("released", number=str(released.number), signals=str(len(released.signals)))


def newest_release(installation: Installation, cycle: str | None) -> Release:
    """Return the newest release of a cycle, by its name or the current one."""
    tenant = installation.database.tenant(installation.visited().id)
    cycles = Cycles(tenant).all()
    named = [one for one in cycles if cycle in (None, one.name)]
    if cycle is not None and not named:
        known = ", ".join(one.name for one in cycles) or say("none")
        raise UnknownCycle(f"{UnknownCycle.__doc__} Known: {known}.")
    releases = Releases(tenant)
    for found in named[:1]:
        for release in releases.all(found.id):
            return release
    raise NothingReleased
