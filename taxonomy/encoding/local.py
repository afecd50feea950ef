"""The encoder that ships: one ONNX file and its tokenizer, read from the package."""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from taxonomy.encoding.encoded import Encoded, Vectors, unit
from taxonomy.errors import EncoderUnreadable

HERE = Path(__file__).parent
WINDOW, WINDOWS = 200, 6  # word pieces looked at together, and how often; the rest is not read
LONGEST = 20_000  # characters
WIDTH = 384
FILES = ("encoder.onnx", "tokenizer.json")
SUMS = "SHA256SUMS"


class LocalEncoder:
    """Runs the shipped encoder; the same text has the same vectors always and everywhere."""

    def __init__(self, folder: Path = HERE, threads: int = 1) -> None:
        _check(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._session = onnxruntime.InferenceSession(
                str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as problem:  # both libraries raise bare ones
            raise EncoderUnreadable(folder) from problem
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._folder = folder

    @cached_property
    def mark(self) -> str:
        """Return the checksums of the files."""
        return (self._folder / SUMS).read_text(encoding="utf-8")

    def encode(self, text: str) -> Encoded:
        """Return one text as vectors, piece by piece; long ones are read window by window."""
        cut = self._tokenizer.encode(_valid(text[:LONGEST]))
        found = [self._run(np.array([ids], np.int64)) for ids in _windows(cut.ids)]
        words = np.concatenate([one[0] for one, _ in found])
        marks = np.concatenate([one[0] for _, one in found])
        spans = np.array(cut.offsets[: len(words)], dtype=np.int32).reshape(-1, 2)
        return Encoded(unit(words.mean(axis=0)), unit(words), spans, marks)

    def means(self, texts: Sequence[str], step: Callable[[int], None]) -> Vectors:
        """Return the whole of each text; equally long ones are read together."""
        cut: list[Encoding] = self._tokenizer.encode_batch([_valid(one) for one in texts])
        ids = [one.ids[:WINDOW] for one in cut]
        order = sorted(range(len(ids)), key=lambda place: len(ids[place]))
        means = np.zeros((len(ids), WIDTH), np.float32)

        def read(some: list[int]) -> int:
            pieces = np.array([ids[place] for place in some], np.int64)
            means[some] = unit(self._run(pieces)[0].mean(axis=1))
            return len(some)

        with ThreadPoolExecutor(os.cpu_count()) as readers:
            for many in readers.map(read, _alike(order, ids)):
                step(many)
        return means

    def _run(self, pieces: NDArray[np.int64]) -> tuple[Vectors, Vectors]:
        fed = {"pieces": pieces, "mask": np.ones_like(pieces, dtype=bool)}
        words, marks = self._session.run(["words", "marks"], fed)
        return np.asarray(words, dtype=np.float32), np.asarray(marks, dtype=np.float32)


def _valid(text: str) -> str:
    """Return a text with half characters replaced, each by one sign, so that places stay."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _windows(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, min(len(ids), WINDOW * WINDOWS), WINDOW):
        yield ids[start : start + WINDOW]


def _alike(order: list[int], ids: list[list[int]], most: int = 64) -> Iterator[list[int]]:
    """Yield the places of texts with the same number of pieces, a few at once."""
    some: list[int] = []
    for place in order:
        if some and (len(some) == most or len(ids[some[0]]) != len(ids[place])):
            yield some
            some = []
        some.append(place)
    if some:
        yield some


def _check(folder: Path) -> None:
    """See that the files are whole; EncoderUnreadable where they are not."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
        expected = {name: value for value, _, name in (line.partition("  ") for line in lines)}
        for name in FILES:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            if expected.get(name) != found:
                raise EncoderUnreadable(folder / name)
    except (OSError, ValueError) as problem:
        raise EncoderUnreadable(folder) from problem
