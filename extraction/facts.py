"""From claims to facts: one small reader for each kind of slot."""

from collections.abc import Iterator

from needs.answers import (
    Credential, Difficulty, Education, Experience, HardReason, Money, NoAnswer, Offer, Period, Requirement, Schooling, Skill, Unanswered,
)  # fmt: skip
from needs.slots import Value

from extraction.asked import Said
