"""The cue phrases in `cues/*.toml`, one table of patterns a file."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return one file of cues as it is written."""
    return tomllib.loads(files("extraction").joinpath(f"cues/{name}.toml").read_text("utf-8"))


@cache
def patterns(name: str, section: str) -> dict[str, re.Pattern[str]]:
    """Return a section's patterns by name, in the order of the file."""
    return {key: whole(cues) for key, cues in table(name)[section].items()}


def whole(cues: list[str]) -> re.Pattern[str]:
    """Return one pattern for any of these cues, each of them on its own as whole words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(cues)})(?!\w)".replace("~", "'?"), re.IGNORECASE)
