"""A release as it is laid out on a page."""

from dataclasses import dataclass

from needs.concept import Concept
from needs.signal import Release, Signal
from signals.cell import Kind


@dataclass(frozen=True)
class Outline:
    """A release, or the part of it that belongs to one occupation."""

    release: Release
    code: str = ""

    @property
    def occupation(self) -> Concept | None:
        """Return the chosen occupation; ``None`` is all of them."""
        return next((one for one in self.choices if one.uri == self.code), None)

    @property
    def choices(self) -> list[Concept]:
        """Return the occupations of which the release says something, by name."""
        named = [s.concept if s.kind == "occupation" else s.occupation for s in self._signals]
        by_code = {concept.uri: concept for concept in named if concept}
        return sorted(by_code.values(), key=lambda concept: concept.label.casefold())

    @property
    def skills(self) -> list[Signal]:
        """Return the ranked skills."""
        return self._asked_for("skill")

    @property
    def credentials(self) -> list[Signal]:
        """Return the ranked licences and certificates."""
        return self._asked_for("credential")

    @property
    def occupations(self) -> list[Signal]:
        """Return the occupations that employers hire for."""
        hired = [signal for signal in self._signals if signal.kind == "occupation"]
        chosen = self.occupation
        return [one for one in hired if chosen is None or one.concept.uri == chosen.uri]

    @property
    def employers(self) -> int:
        """Return how many could ask for a thing: the length of a full bar."""
        hiring = self.occupations[0].employers if self.occupation and self.occupations else 0
        shown = [signal.employers for signal in (*self.skills, *self.credentials)]
        return max([hiring or self.release.employers, *shown])

    @property
    def most_openings(self) -> int:
        """Return the highest number of openings: the length of a full bar."""
        return max((one.openings.hi or 0 for one in self.occupations if one.openings), default=0)

    @property
    def lacks_openings(self) -> bool:
        """Say whether an occupation stands in the release without its openings."""
        return any(one.kind == "occupation" and not one.openings for one in self._signals)

    @property
    def _signals(self) -> tuple[Signal, ...]:
        return self.release.signals

    def _asked_for(self, kind: Kind) -> list[Signal]:
        chosen = self.occupation.uri if self.occupation else None
        of_kind = [signal for signal in self._signals if signal.kind == kind]
        return [s for s in of_kind if (s.occupation.uri if s.occupation else None) == chosen]
