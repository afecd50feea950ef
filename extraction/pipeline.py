"""The pipeline: a blank English one, whose steps each leave one kind of claim on the text."""

import re
from dataclasses import dataclass, field
from datetime import date

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_words_and_spaces
from spacy.vocab import Vocab

from extraction import kinds
from extraction.claims import Claim, Claims
from extraction.clauses import Clauses, divided
from extraction.credentials import claim_credentials
from extraction.experience import claim_experience
from extraction.known import Known
from extraction.money import claim_money
from extraction.noise import claim_noise, claim_units
from extraction.periods import claim_periods
from extraction.quantities import claim_quantities
from extraction.skills import known_skills
from extraction.titles import Mention, mentions

STEPS = (
    "licence",
    "credentials",
    "noise",
    "money",
    "education",
    "experience",
    "periods",
    "screens",
    "schedule",
    "answers",
    "units",
    "quantities",
    "jobs",
    "skills",
)
TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass
class Sheet:
    """What the steps know, and what they leave for the readers of facts."""

    claims: Claims
    clauses: Clauses
    asked: tuple[str, ...]
    today: date
    known: Known
    mentions: list[Mention] = field(default_factory=list)
    skills: list[Claim] = field(default_factory=list)
    spotted: list[Claim] = field(default_factory=list)


class Words:
    """A tokenizer in one pass: spaCy's own takes minutes over forty thousand brackets."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return a text as words and signs."""
        words, spaces = get_words_and_spaces(TOKEN.findall(text), text)
        return Doc(self.vocab, words=words, spaces=spaces)


def pipeline() -> Language:
    """Return the pipeline; each step claims what is left to it by the ones before."""
    nlp = spacy.blank("en")
    nlp.tokenizer = Words(nlp.vocab)
    for step in STEPS:
        nlp.add_pipe(f"needline_{step}")
    return nlp


def sheet(nlp: Language, plain: str, asked: tuple[str, ...], today: date, known: Known) -> Sheet:
    """Return what the pipeline leaves on a text."""
    doc = nlp.make_doc(plain)
    doc._.sheet = Sheet(Claims(plain), divided(plain), asked, today, known)
    nlp(doc)
    result: Sheet = doc._.sheet
    return result


Doc.set_extension("sheet", default=None, force=True)


@Language.component("needline_licence")
def _licence(doc: Doc) -> Doc:
    kinds.claim_licence(doc._.sheet.claims)
    return doc


@Language.component("needline_credentials")
def _credentials(doc: Doc) -> Doc:
    left: Sheet = doc._.sheet
    claim_credentials(doc, left.claims, left.known, left.asked)
    return doc


@Language.component("needline_noise")
def _noise(doc: Doc) -> Doc:
    claim_noise(doc._.sheet.claims)
    return doc


@Language.component("needline_money")
def _money(doc: Doc) -> Doc:
    claim_money(doc._.sheet.claims, doc._.sheet.clauses)
    return doc


@Language.component("needline_experience")
def _experience(doc: Doc) -> Doc:
    left: Sheet = doc._.sheet
    claim_experience(left.claims, left.clauses, left.asked)
    return doc


@Language.component("needline_periods")
def _periods(doc: Doc) -> Doc:
    left: Sheet = doc._.sheet
    claim_periods(left.claims, left.clauses, left.today, left.asked)
    return doc


@Language.component("needline_education")
def _education(doc: Doc) -> Doc:
    kinds.claim_education(doc._.sheet.claims, "role.education" in doc._.sheet.asked)
    return doc


@Language.component("needline_screens")
def _screens(doc: Doc) -> Doc:
    left: Sheet = doc._.sheet
    if "role.hard_reasons" in left.asked:
        kinds.claim_reasons(left.claims, ("reasons.strong",))
    kinds.claim_screens(left.claims)
    return doc


@Language.component("needline_schedule")
def _schedule(doc: Doc) -> Doc:
    kinds.claim_schedule(doc._.sheet.claims, "role.schedule" in doc._.sheet.asked)
    return doc


@Language.component("needline_answers")
def _answers(doc: Doc) -> Doc:
    """Claim what only an answer to its own question means."""
    claims, asked = doc._.sheet.claims, doc._.sheet.asked
    if "role.hard_reasons" in asked:
        kinds.claim_reasons(claims, ("reasons.asked",))
    kinds.claim_level(claims, "role.level" in asked)
    if "role.hard_to_fill" in asked:
        kinds.claim_difficulty(claims)
    elif not asked:
        kinds.claim_hardship(claims)
    if {"offers", "codesign"} & set(asked):
        kinds.claim_offers(claims)
    elif not asked:
        kinds.claim_volunteered(claims, doc._.sheet.clauses)
    return doc


@Language.component("needline_units")
def _units(doc: Doc) -> Doc:
    claim_units(doc._.sheet.claims)
    return doc


@Language.component("needline_quantities")
def _quantities(doc: Doc) -> Doc:
    claim_quantities(doc._.sheet.claims, doc._.sheet.clauses, doc._.sheet.asked)
    return doc


@Language.component("needline_jobs")
def _jobs(doc: Doc) -> Doc:
    left: Sheet = doc._.sheet
    found = mentions(doc, left.claims.plain, left.known.titles)
    other = ("credential", "role.screens", "role.education", "noise", "offers")
    taken = [(claim.start, claim.end) for claim in left.claims.of(*other)]
    left.mentions = [one for one in found if not any(a < one.end <= b for a, b in taken)]
    return doc


@Language.component("needline_skills")
def _skills(doc: Doc) -> Doc:
    left: Sheet = doc._.sheet
    left.skills = list(known_skills(doc, left.claims, left.known.skills))
    return doc
