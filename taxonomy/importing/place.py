"""Where a file of a download lies, and how its bytes are read: counted, whatever a header says."""

import hashlib
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from taxonomy.errors import UnsafeArchive

LARGEST = 512 * 2**20  # bytes of one file; the largest official one has 40 million
SMALL = 10 * 2**20  # up to here any ratio will do
RATIO = 200  # official files shrink to a third or a seventh of their size, spreadsheets to a 30th
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)  # all that reading a damaged archive was seen to raise


@dataclass(frozen=True)
class Place:
    """A file on the disk, or in an archive there; ``shown`` has the names below what was given."""

    path: Path
    shown: str
    member: zipfile.ZipInfo | None = None

    @property
    def file(self) -> str:
        """Return the name of the file."""
        return self.shown.rpartition("/")[2]

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """Lend the bytes; UnsafeArchive where they are damaged, or more than they may be."""
        try:
            stream = self._raw()
        except BROKEN:
            raise UnsafeArchive(damaged(self.shown)) from None
        packed = self.member.compress_size if self.member else LARGEST
        with counted(stream, self.shown, packed) as bytes_:
            yield bytes_

    def digest(self) -> str:
        """Return the SHA-256 of the bytes."""
        with self.opened() as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]

    def _raw(self) -> IO[bytes]:
        if self.member is None:
            return self.path.open("rb")
        archive = zipfile.ZipFile(self.path)
        try:
            return archive.open(self.member)
        finally:
            archive.close()  # the file below stays open until the member is closed


class _Counted(io.RawIOBase):
    """The bytes of a file as far as they may go."""

    def __init__(self, stream: IO[bytes], shown: str, left: int) -> None:
        self._stream, self._shown, self._left = stream, shown, left

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read some bytes."""
        try:
            data = self._stream.read(len(buffer))
        except BROKEN:
            raise UnsafeArchive(damaged(self._shown)) from None
        self._left -= len(data)
        if self._left < 0:
            raise UnsafeArchive(f"{self._shown} is larger than any official file.")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Let go of the file."""
        self._stream.close()
        super().close()


def counted(stream: IO[bytes], shown: str, packed: int) -> io.BufferedReader:
    """Return a stream that ends in UnsafeArchive where it is damaged or far too long."""
    return io.BufferedReader(_Counted(stream, shown, most(packed)), 2**16)


def most(packed: int) -> int:
    """Return how many bytes may come out of so many packed ones."""
    return min(LARGEST, max(SMALL, RATIO * packed))


def damaged(shown: str) -> str:
    """Say that a file cannot be read to its end."""
    return f"{shown} cannot be read to its end."
