"""An encoder as it was before training, in ONNX: the mean vectors of a text and of labels."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from benchmarks.linking.job import Job, Step
from benchmarks.linking.names import Names
from taxonomy.encoding import local
from taxonomy.encoding.encoded import Vectors, unit

FILE = "labels.npy"
LONGEST, AT_ONCE = 256, 64  # word pieces, texts
OUTPUTS = ("words", "last_hidden_state", "token_embeddings")
TYPES = {"tensor(bool)": np.bool_, "tensor(int32)": np.int32, "tensor(int64)": np.int64}


class StockEncoder:
    """Runs any encoder that takes ids of word pieces and gives a vector for each of them."""

    def __init__(self, model: Path) -> None:
        file = model / "encoder.onnx" if model.is_dir() else model
        beside = file.with_name("tokenizer.json")
        shipped = local.HERE / "tokenizer.json"  # of the family that ours was trained from
        self._tokenizer = Tokenizer.from_file(str(beside if beside.is_file() else shipped))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(file), options, providers=["CPUExecutionProvider"]
        )
        given = [one.name for one in self._session.get_outputs()]
        self._output = next((name for name in OUTPUTS if name in given), given[0])

    def mean(self, text: str) -> Vectors:
        """Return the vector of one text."""
        return np.asarray(self._means([self._tokenizer.encode(text).ids])[0])

    def means(self, texts: Sequence[str], step: Step) -> Vectors:
        """Return the vectors of many texts; equally long ones are read together."""
        ids = [one.ids for one in self._tokenizer.encode_batch(list(texts))]
        batches = list(_equally_long(ids))
        means: list[Vectors] = []
        with ThreadPoolExecutor(2) as readers:
            held = readers.map(lambda some: self._means([ids[place] for place in some]), batches)
            for some in held:
                means.append(some)
                step(len(some), len(ids))
        order = np.argsort(np.concatenate(batches))
        return np.concatenate(means)[order]

    def _means(self, ids: list[list[int]]) -> Vectors:
        pieces = np.array(ids)
        fed = {one.name: _input(one, pieces) for one in self._session.get_inputs()}
        words = np.asarray(self._session.run([self._output], fed)[0], dtype=np.float32)
        return unit(words.mean(axis=1))


def _input(wanted: Any, pieces: NDArray[np.int64]) -> NDArray[Any]:
    """Return the ids of the pieces, or that all count, or that all are of the first sentence."""
    if "mask" in wanted.name:
        pieces = np.ones_like(pieces)
    elif "type" in wanted.name:
        pieces = np.zeros_like(pieces)
    return pieces.astype(TYPES[wanted.type])


def _equally_long(ids: list[list[int]]) -> Iterator[list[int]]:
    order = sorted(range(len(ids)), key=lambda place: len(ids[place]))
    for _, some in groupby(order, key=lambda place: len(ids[place])):
        alike = list(some)
        for start in range(0, len(alike), AT_ONCE):
            yield alike[start : start + AT_ONCE]


@dataclass(frozen=True)
class Stock:
    """Ranks skills by the cosine of the text and the label."""

    encoder: StockEncoder
    uris: Names
    labels: Vectors
    threads: int = 2

    def rank(self, text: str) -> list[str]:
        """Return the URIs of the likeliest skills, best first."""
        return self.uris.ranked(self.labels @ self.encoder.mean(text))


def prepare(job: Job, step: Step) -> str:
    """Compute the vectors of the labels."""
    labels = Names.read(job.place).labels
    step(0, len(labels))
    np.save(job.place / FILE, StockEncoder(Path(job.model)).means(labels, step))
    return ""


def load(job: Job) -> Stock:
    """Start the encoder and read the vectors of the labels."""
    names, labels = Names.read(job.place), np.load(job.place / FILE)
    return Stock(StockEncoder(Path(job.model)), names, labels)
