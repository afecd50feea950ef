"""What a typed job title may mean to say."""

from collections.abc import Iterator

from taxonomy.terms import Terms
from taxonomy.titles import bare, kept, pieces

BARE, SPELT_OUT, MENDED, COMMONER = 0.985, 0.97, 0.95, 0.93
PLAUSIBLE, KNOWN = 0.95, 0.85  # without words that no title can have, and that none has
MOST = 24


def readings(title: str, terms: Terms) -> dict[str, float]:
    """Return the plain forms that a title may be read as, and how far each can be trusted."""
    found: dict[str, float] = {}
    for plain, trust in _plain(title).items():
        for words, least in _variants(plain.split(), terms):
            text = " ".join(words)
            found[text] = max(found.get(text, 0.0), trust * least)
    found.pop("", None)
    best = sorted(found, key=lambda one: -found[one])[:MOST]
    return {one: found[one] for one in best}


def _plain(title: str) -> dict[str, float]:
    forms: dict[str, float] = {}
    for piece, trust in pieces(title):
        for words, less in ((kept(piece), 1.0), (bare(piece), BARE)):
            text = " ".join(words)
            forms[text] = max(forms.get(text, 0.0), trust * less)
    return forms


def _variants(plain: list[str], terms: Terms) -> Iterator[tuple[list[str], float]]:
    yield plain, 1.0
    yield terms.mended(plain), MENDED
    yield from ((one, COMMONER) for one in terms.commoner(plain))
    yield from ((one, SPELT_OUT) for one in terms.spelt_out(plain))
    yield [one for one in plain if terms.known(one) or terms.misspelt(one)], PLAUSIBLE
    yield [one for one in plain if terms.known(one)], KNOWN
