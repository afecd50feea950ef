"""What an invented employer answers, slot by slot."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from needs.message import Reply

DEFAULT = "skip"


@dataclass(frozen=True)
class JobScript:
    """One job's answers; ``match`` are words of which one stands in the job's title."""

    match: tuple[str, ...]
    answers: Mapping[str, str]


@dataclass(frozen=True)
class Script:
    """One employer's answers."""

    id: str
    name: str
    answers: Mapping[str, str]
    jobs: tuple[JobScript, ...]

    def answer(self, reply: Reply) -> str:
        """Return what this employer answers to a question."""
        if "confirm" in reply.asks:
            return "yes"
        job = self._job(reply.role)
        told = (job.answers.get(slot) or self.answers.get(slot) for slot in reply.asks)
        return ". ".join(dict.fromkeys(filter(None, told))) or DEFAULT

    def _job(self, role: str | None) -> JobScript:
        title = (role or "").casefold()
        fits = (job for job in self.jobs if any(word.casefold() in title for word in job.match))
        return next(fits, self.jobs[0])


def scripts() -> list[Script]:
    """Return the employers of the demonstration, in the order in which they answer."""
    folder = files("app.demo") / "employers"
    found = sorted(
        (one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name
    )
    return [_script(one.name.removesuffix(".toml"), one.read_text("utf-8")) for one in found]


def _script(name: str, text: str) -> Script:
    raw = tomllib.loads(text)
    jobs = tuple(JobScript(tuple(job["match"]), job["answers"]) for job in raw["jobs"])
    return Script(name, raw["name"], raw["answers"], jobs)
