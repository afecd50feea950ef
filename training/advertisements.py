"""Sentences as job advertisements have them, made from the names of skills by our own frames."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from training.corpus import Corpus, Skill

DOING = (
    "you will {do}", "you can {do}", "ability to {do}", "able to {do}", "must {do}", "to {do}",
    "{do}", "experience {doing}", "{doing}", "responsible for {doing}", "a knack for {doing}",
    "comfortable {doing}", "you are used to {doing}", "proven track record of {doing}",
    "you enjoy {doing}", "help us {do}", "we need someone who can {do}", "they have to {do}",
    "skilled in {doing}", "your tasks: {do}", "the main part of the job is {doing}",
    "somebody to {do}", "gotta be able to {do}", "confident {doing}", "your role is to {do}",
)  # fmt: skip
KNOWING = (
    "knowledge of {it}", "experience with {it}", "you know {it}", "familiar with {it}", "{it}",
    "strong {it} skills", "solid understanding of {it}", "{it} experience", "background in {it}",
    "you have worked with {it}", "good grasp of {it}", "proficient in {it}", "expertise in {it}",
    "{it} is a plus", "a degree in {it}", "passion for {it}", "hands-on with {it}",
    "deep insight into {it}", "must know {it}", "some {it} would be nice", "skills in {it}",
)  # fmt: skip
JOINTS = (", ", " and ", "; ", " as well as ", ", and ", " & ", " or ", " / ", " plus ", " ")
SHARES = (0.45, 0.33, 0.22)  # of sentences about one, two and three skills
LOWER, NOISY, FRAMED_AGAIN = 0.2, 0.35, 0.4


@dataclass(frozen=True)
class Pair:
    """A text, and the skills that it asks for, best first."""

    text: str
    skills: tuple[int, ...]


def advertisement(corpus: Corpus, noise: Sequence[str], dice: random.Random) -> Pair:
    """Return a sentence about one to three skills that one occupation wants."""
    wanted = dice.choice(corpus.occupations)
    count = dice.choices((1, 2, 3), SHARES)[0]
    chosen = tuple(dict.fromkeys(dice.choices(wanted, k=count)))
    said = [_framed(corpus.skills[place], dice, first=not at) for at, place in enumerate(chosen)]
    text = said[0]
    for one in said[1:]:
        text += dice.choice(JOINTS) + one
    return Pair(_dressed(text, noise, dice), chosen)


def joined(pairs: Sequence[Pair], dice: random.Random) -> Pair:
    """Return several texts as one, about all that they are about."""
    text = pairs[0].text
    for one in pairs[1:]:
        text = text.rstrip(".") + dice.choice((". ", "; ", ", ", " ", " and ")) + one.text
    return Pair(text, tuple(dict.fromkeys(skill for one in pairs for skill in one.skills)))


def described(skill: Skill, place: int, dice: random.Random) -> Pair | None:
    """Return the beginning of a description, its label's own words hidden half the time."""
    first = re.split(r"(?<=[.;])\s", skill.description.replace("\n", " "))[0][:240]
    if dice.random() < 0.5:
        for word in re.findall(r"\w{4,}", skill.names[0]):
            first = re.sub(rf"\b{re.escape(word)}\w*\s*", "", first, flags=re.IGNORECASE)
    return Pair(first.strip(), (place,)) if len(first.split()) > 3 else None


def gerund(phrase: str) -> str:
    """Return “operating forklifts” for “operate forklifts”."""
    verb, _, rest = phrase.partition(" ")
    if verb.endswith("ing"):
        return phrase
    if re.search(r"[^aeiou]e$|ue$", verb) and verb not in {"be"}:
        verb = verb[:-1]
    elif re.search(r"^[^aeiou]*[aeiou][bdgmnprt]$", verb):
        verb += verb[-1]
    return f"{verb}ing {rest}".strip()


def _framed(skill: Skill, dice: random.Random, *, first: bool) -> str:
    name = dice.choice(skill.names) if dice.random() < 0.6 else skill.names[0]
    name = re.sub(r"\s*\(.*?\)", "", name) or name
    bare = not first and dice.random() > FRAMED_AGAIN
    if skill.knowledge:
        return name if bare else dice.choice(KNOWING).format(it=name)
    frame = "{do}" if bare else dice.choice(DOING)
    return frame.format(do=name, doing=gerund(name))


def _dressed(text: str, noise: Sequence[str], dice: random.Random) -> str:
    if noise and dice.random() < NOISY:
        other = dice.choice(noise)
        text = f"{other} {text}" if dice.random() < 0.5 else f"{text} {other}"
    if dice.random() < LOWER:
        return text.lower()
    return text[:1].upper() + text[1:] + dice.choice(("", "", ".", " ."))
