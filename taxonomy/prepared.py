"""The linker's tables, computed once for the concepts in use and then read where they lie."""

import hashlib
import json
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import numpy as np

from taxonomy.concepts import Concepts
from taxonomy.encoding.encoded import Encoder
from taxonomy.linker import Linker
from taxonomy.tables import Array, Progress, Tables, arrays, put_together

HERE = Path(__file__).parent
SUMS = "sums.json"
ABANDONED = 3600.0  # seconds after which a half-written folder is nobody's
AT_ONCE = 1 << 20  # bytes


def prepared(concepts: Concepts, folder: Path, encoder: Encoder, progress: Progress) -> Linker:
    """Return the linker of these concepts, in a moment if its tables were computed before.

    Otherwise they are computed, which takes up to a minute, and ``progress`` hears how far it is.
    A damaged copy is never trusted; where none can be kept the linker works all the same.
    """
    target = folder / _name(concepts, encoder)
    tables = _read(target)
    if tables is None:
        tables = Tables.of(concepts, encoder, progress)
        try:
            tables = _keep(tables, target)
        except OSError:
            return Linker(concepts, encoder, tables)
    _tidy(folder, target)
    return Linker(concepts, encoder, tables)


def _name(concepts: Concepts, encoder: Encoder) -> str:
    """Return what changes whenever the tables would: concepts, encoder, the code that computes."""
    digest = hashlib.sha256(f"{concepts.fingerprint} {encoder.mark}".encode())
    for path in [*sorted(HERE.rglob("*.py")), HERE / "sayings.csv"]:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:24]


def _read(target: Path) -> Tables | None:
    """Return the tables that a folder holds, or None where it is missing or damaged."""
    try:
        sums: dict[str, int] = json.loads((target / SUMS).read_bytes())
        if any(_sum(target / name) != value for name, value in sums.items()):
            return None
        known = {name.removesuffix(".npy"): _mapped(target / name) for name in sums}
        return put_together(Tables, known)
    except (OSError, ValueError, KeyError, AttributeError):
        return None


def _mapped(path: Path) -> Array:
    """Return an array; a large one stays in its file until it is touched."""
    large = path.stat().st_size > AT_ONCE
    return np.asarray(np.load(path, mmap_mode="r" if large else None, allow_pickle=False))


def _keep(tables: Tables, target: Path) -> Tables:
    """Write the tables beside and rename the whole; return them as they lie in the folder."""
    aside = target.with_name(f".{target.name}.{secrets.token_hex(8)}")
    aside.mkdir(parents=True)
    try:
        for name, array in arrays(tables):
            np.save(aside / f"{name}.npy", array, allow_pickle=False)
        sums = {path.name: _sum(path) for path in sorted(aside.glob("*.npy"))}
        (aside / SUMS).write_text(json.dumps(sums), encoding="utf-8")
        return _put(aside, target) or tables
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _put(aside: Path, target: Path) -> Tables | None:
    """Rename a folder; one that another process put there first stays if it is whole."""
    try:
        os.rename(aside, target)
    except OSError:
        if (theirs := _read(target)) is not None:
            return theirs
        shutil.rmtree(target, ignore_errors=True)
        os.rename(aside, target)
    return _read(target)


def _tidy(folder: Path, target: Path) -> None:
    """Remove the tables of concepts that are no longer in use."""
    for path in _others(folder, target):
        shutil.rmtree(path, ignore_errors=True)


def _others(folder: Path, target: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        being_written = path.name.startswith(".") and not _abandoned(path)
        if path.is_dir() and path != target and not being_written:
            yield path


def _abandoned(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > ABANDONED
    except OSError:
        return False


def _sum(path: Path) -> int:
    total = 0
    with path.open("rb") as file:
        while block := file.read(AT_ONCE):
            total = crc32(block, total)
    return total
