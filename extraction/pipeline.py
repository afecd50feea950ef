"""The pipeline: a blank English one, whose steps each leave one kind of claim on the text."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_words_and_spaces
from spacy.vocab import Vocab

from extraction import kinds
from extraction.claims import Claims
from extraction.clauses import divided
from extraction.credentials import claim_credentials
from extraction.cues import patterns, whole, table
from extraction.experience import claim_experience
from extraction.money import claim_money
from extraction.numbers import NUMBER
from extraction.periods import claim_periods
from extraction.phrases import Phrases
from extraction.quantities import claim_quantities

TOKEN = re.compile(r"\w+|[^\w\s]")

Step = Callable[[Doc], Doc]


class Words:
    """A tokenizer in one pass: spaCy's own takes minutes over forty thousand brackets."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return a text as words and signs."""
        words, spaces = get_words_and_spaces(TOKEN.findall(text), text)
        return Doc(self.vocab, words=words, spaces=spaces)


def pipeline(credentials: Phrases, titles: Phrases) -> Language:
    """Return the pipeline; each step claims what is left to it by the ones before."""
    nlp = spacy.blank("en")
    nlp.tokenizer = Words(nlp.vocab)
    for name in STEPS:
        nlp.add_pipe(name, config={})
    nlp.get_pipe("credentials")
    return nlp
