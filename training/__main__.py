"""make encoder: trains the encoder and writes what ships, from the official files that are named.

python -m training FILES... --linking FOLDER --base WHEEL [--out FOLDER] [--work FOLDER] [--seed N]
"""

import argparse
import hashlib
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import torch

from taxonomy import sayings
from taxonomy.build import build
from taxonomy.concepts import Concepts
from taxonomy.holdings import Holdings
from taxonomy.importing.importer import import_paths
from taxonomy.index import Index
from taxonomy.starter import FOLDER
from training import texts
from training.base import base
from training.batches import Sources
from training.corpus import Corpus, read_corpus
from training.export import export
from training.marks import MarkingEncoder, read_marked, train_marker
from training.model import Encoder
from training.pieces import Pieces
from training.train import Stage, train

SHIPPED = Path(__file__).parent.parent / "taxonomy" / "encoding"
FRAMES = Stage(steps=600, of=1000, rate=1.2e-4)
SENTENCES = Stage(steps=3000, of=3000, rate=1.2e-4)


def main() -> None:
    """Train in the order of the recipe; a run that was stopped goes on where it was."""
    given = _arguments()
    given.work.mkdir(parents=True, exist_ok=True)
    weights, tokenizer = base(given.base, given.work)
    encoder, pieces = Encoder.of(weights), Pieces(tokenizer)
    corpus = read_corpus(_concepts(given.files, given.work / "taxonomy"))
    noise = texts.noise_of(given.linking / "skillspan_train.jsonl")
    for name, stage, sources in (
        ("frames", FRAMES, _frames(corpus, noise)),
        ("sentences", SENTENCES, _sentences(corpus, noise, given.linking)),
    ):
        kept = given.work / f"{name}-{given.seed}.pt"
        for said in train(encoder, pieces, sources, stage.seeded(given.seed), kept):
            sys.stderr.write(f"{name}: {said}\n")
    _ship(encoder, pieces, tokenizer, given.out)


def _frames(corpus: Corpus, noise: list[str]) -> Sources:
    draws = (
        (6.0, texts.from_frames(corpus, noise)),
        (2.0, texts.from_descriptions(corpus)),
        (1.5, texts.from_names(corpus)),
    )
    return Sources(corpus, draws)


def _sentences(corpus: Corpus, noise: list[str], linking: Path) -> Sources:
    draws = (
        (7.6, texts.from_sentences(corpus)),
        (2.6, texts.from_sayings(corpus, sayings.sayings())),
        (1.8, texts.from_frames(corpus, noise)),
        (1.0, texts.from_descriptions(corpus)),
        (1.0, texts.from_names(corpus)),
        (0.6, texts.from_skillskape(linking / "skillskape_train.jsonl", corpus)),
    )
    return Sources(corpus, draws)


def _concepts(files: list[Path], folder: Path) -> Concepts:
    folder.mkdir(parents=True, exist_ok=True)
    holdings = Holdings(folder)
    import_paths(files, holdings, datetime.now(UTC))
    build(FOLDER, folder / "starter.sqlite")
    return Concepts(Index.open(folder / "starter.sqlite"), holdings.opened())


def _ship(encoder: Encoder, pieces: Pieces, tokenizer: Path, out: Path) -> None:
    """Write the model, its tokenizer and their checksums."""
    encoder.eval()
    marker = train_marker(encoder, pieces, read_marked([texts.DATA / "messages.txt"]))
    out.mkdir(parents=True, exist_ok=True)
    export(MarkingEncoder(encoder, marker), out / "encoder.onnx")
    shutil.copyfile(tokenizer, out / "tokenizer.json")
    names = ("encoder.onnx", "tokenizer.json")
    sums = (f"{hashlib.sha256((out / one).read_bytes()).hexdigest()}  {one}\n" for one in names)
    (out / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("files", type=Path, nargs="+", help="ESCO's and O*NET's official downloads")
    given.add_argument("--linking", type=Path, required=True, help="folder of labelled sentences")
    given.add_argument("--base", type=Path, required=True, help="the package with MiniLM's weights")
    given.add_argument("--out", type=Path, default=SHIPPED)
    given.add_argument("--work", type=Path, default=Path("var/encoder"))
    given.add_argument("--seed", type=int, default=1)
    given.add_argument("--threads", type=int, default=torch.get_num_threads())
    parsed = given.parse_args()
    torch.set_num_threads(parsed.threads)
    return parsed


if __name__ == "__main__":
    main()
