from collections.abc import Callable, Sequence

import pytest

from needs.answers import Credential, Quantity, Skill
from needs.concept import Concept
from needs.need import Need

JOBS = {
    "Welders": Concept("onet", "51-4121.00", "Welders", "29.0"),
    "Machinists": Concept("onet", "51-4041.00", "Machinists", "29.0"),
}


@pytest.fixture(scope="session")
def say() -> Callable[..., Need]:
    """Make what one group says of one job; skills by name, hires as (lowest, highest)."""

    def said(
        group: str,
        *skills: str,
        job: str | None = "Welders",
        hires: tuple[int, int] | None = None,
        credentials: Sequence[str] = (),
        **more: str,
    ) -> Need:
        return Need(
            employer=group.title(),
            group=group,
            title=job or "Helper",
            occupation=JOBS[job] if job else None,
            openings=Quantity(*hires) if hires else None,
            skills=tuple(Skill(name, Concept("esco", f"s/{name}", name, "1")) for name in skills),
            credentials=tuple(Credential(name) for name in credentials),
            **more,
        )

    return said
