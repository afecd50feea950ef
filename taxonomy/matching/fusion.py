"""How the lanes are weighed, and how sure one may be of what comes out best."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from taxonomy.encoding.encoded import Vectors
from taxonomy.features import Floats

HERE = Path(__file__).parent
WEIGHTS = HERE / "weights.json"


@dataclass(frozen=True)
class Fusion:
    """Weighs lanes; ``steep`` and ``middle`` make a probability of their sum.

    Everything was chosen on validation data (see docs/linking.md).
    """

    weights: Floats
    steep: float
    middle: float

    def scores(self, lanes: Vectors) -> Floats:
        """Return how probable it is that each concept (row) is meant, 0 to 1."""
        said = self.steep * (lanes @ self.weights - self.middle)
        return np.asarray(1 / (1 + np.exp(-said)), dtype=np.float64)


def fusion(of: str) -> Fusion:
    """Return the weights that ship, of whole texts or of phrases."""
    known = json.loads(WEIGHTS.read_text(encoding="utf-8"))[of]
    return Fusion(np.array(known["weights"]), known["steep"], known["middle"])
