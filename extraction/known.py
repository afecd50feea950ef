"""A lexicon made ready for searching."""

from dataclasses import dataclass

from extraction.lexicon import Lexicon
from extraction.phrases import Phrases


@dataclass(frozen=True)
class Known:
    """The phrases of a lexicon, each kind in its own tree."""

    skills: Phrases
    titles: Phrases
    credentials: Phrases

    def beside(self, more: "Known") -> "Known":
        """Return these phrases and more of them, which count first."""
        return Known(
            self.skills.beside(more.skills),
            self.titles.beside(more.titles),
            self.credentials.beside(more.credentials),
        )


def known(lexicon: Lexicon) -> Known:
    """Return a lexicon's phrases ready for searching."""
    return Known(
        skills=Phrases((phrase, phrase) for phrase in lexicon.skills),
        titles=Phrases((phrase, phrase) for phrase in lexicon.titles),
        credentials=Phrases(
            (phrase, one) for one in lexicon.credentials for phrase in (*one.phrases, one.name)
        ),
    )
