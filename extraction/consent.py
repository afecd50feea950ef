"""Yes and no: consent to take part, to be named, and to join a skills meeting."""

import re
from collections.abc import Iterator

from extraction.cues import patterns
from extraction.pieces import joined
from extraction.said import Said

LEAD = 12  # letters before a yes or no that begins an answer: "well sure", "and yes"
Part = tuple[int, int]
LONG_ANSWER, OPENING = 120, 40  # letters
MEND = 40  # letters within which a yes or a no can be taken back

YES = re.compile(
    r"(?<!\w)(?:yes|yep|yeah|yup|ya|yea|yess|sure|ok(?:ay)?|go ahead|"
    r"fine|happy to|glad to|i'm in|im in|of course|why not|(?:i )?agree|"
    r"count (?:me|us) in|go for it|put (?:me|us) down|sign (?:me|"
    r"us) up|we'll take part|i'll (?:join|come|do it)|"
    r"s[ií]|claro|definitely|absolutely|"
    r"no problem|don't mind|dont mind|you (?:can|may)|pueden|works for (?:me|"
    r"us)|let's do it|sounds good|por supuesto|please do|i would|"
    r"i'd (?:love|like|be happy|come|join|review|sit|do|send)|willing|"
    r"i could|love to|"
    r"send (?:me|it|us) (?:the|it|a|your)?|mark it up|sign (?:me|"
    r"us) up|don't care|dont care|doesn't matter|alright|all right|"
    r"bet)(?!\w)",
    re.IGNORECASE,
)
NO = re.compile(
    r"(?<!\w)(?:no(?! (?:problem|worries|issue|matter))|nope|nah|"
    r"(?<!why )not(?= (?:interested|now|really|today|for (?:me|us)|"
    r"at this|comfortable|right|going|participat|tak|willing|sure|"
    r"able|our|my|use|put|the name)|[,.!]|$)|never|don't(?! (?:mind|"
    r"care))|dont(?! (?:mind|care))|can't|cant|won't|wont|rather not|"
    r"decline|refuse|opt out|leave (?:our|the|us|my) (?:name )?(?:off|"
    r"out)|"
    r"leave our name|keep (?:our|the|us|my) (?:name )?(?:off|out)|"
    r"keep (?:us|it) anonymous|anonymous(?:ly)?)(?!\w)",
    re.IGNORECASE,
)
NAME = re.compile(
    r"(?<!\w)(?:names?|named|naming|nombre|identif\w+|mention us|"
    r"list us|logo|anonymous\w*|credit us|put us)(?!\w)",
    re.IGNORECASE,
)
PART = re.compile(r"[.!?;\n]+|,|\s(?=(?:but|and|pero|y)\s)")
WILLING = re.compile(
    r"(?<!\w)(?:send (?:me|us|it)|mark it up|(?:i'd|i would|i'll|"
    r"ill|i can|i could|we'd|we could|we can|would|happy to|glad to|"
    r"can|could) (?:still |also |probably |definitely |maybe )?(?:sit in|"
    r"come|join|review|look|do|attend|go|mark|read|be there|help|"
    r"send|participate|love|be happy|be glad))",
    re.IGNORECASE,
)
MEETING = re.compile(
    r"(?<!\w)(?:skills? meetings?|advis\w+ (?:board|committee|council)|"
    r"syllabus|syllabi|curriculum)(?!\w)",
    re.IGNORECASE,
)


def agreed(plain: str, asked: tuple[str, ...]) -> Iterator[Said]:
    """Yield the answers to the questions of yes and no that were asked."""
    parts = list(_parts(plain))
    if {"consent.participate", "consent.named"} & set(asked):
        yield from _consent(plain, parts, asked)
    if "codesign" in asked:
        yield from _codesign(plain, _about_meetings(plain, parts) if len(asked) > 1 else parts)
    elif "offers" in asked and (match := MEETING.search(plain)):
        yield from _codesign(plain, [part for part in parts if part[0] <= match.start() < part[1]])


def _about_meetings(plain: str, parts: list[Part]) -> list[Part]:
    """Return the parts from where a meeting or syllabus comes up; all, where none does."""
    found = MEETING.search(plain)
    at = max((start for start, _ in joined(plain) if found and start <= found.start()), default=0)
    later = [part for part in parts if part[0] >= at]
    said = any(YES.search(plain, *part) or NO.search(plain, *part) for part in later)
    return later if found and said else parts


def _consent(plain: str, parts: list[Part], asked: tuple[str, ...]) -> Iterator[Said]:
    naming, rest = _about_the_name(plain, list(joined(plain)))
    if len(asked) > 1 and not naming and len(rest) == 2:
        yield from _both(plain, rest)
        return
    repair = patterns("words", "marks")["repair"]
    rest = [part for part in rest if _leads(plain, part) or repair.search(plain, *part)]
    if not rest:
        naming, rest = _about_the_name(plain, parts)
    # Consent is never read out of the middle of a story.
    story = len(plain) > LONG_ANSWER
    opening = [part for part in parts if part[0] < OPENING] if story else parts
    rest = [part for part in rest if part[0] < OPENING] if story else rest
    if "consent.participate" in asked:
        yield from _answer("consent.participate", plain, _finer(plain, rest or opening))
    if "consent.named" in asked:
        named = list(_answer("consent.named", plain, _finer(plain, naming), default=True))
        yield from named or _answer("consent.named", plain, opening)


def _leads(plain: str, part: Part) -> bool:
    """Say whether a piece begins with its yes or no."""
    found = [match for answer in (YES, NO) if (match := answer.search(plain, *part))]
    return any(match.start() - part[0] <= LEAD for match in found)


def _finer(plain: str, wholes: list[Part]) -> list[Part]:
    return [part for whole in wholes for part in _parts(plain, *whole)]


def _about_the_name(plain: str, parts: list[Part]) -> tuple[list[Part], list[Part]]:
    naming = [part for part in parts if NAME.search(plain, *part)]
    return naming, [part for part in parts if part not in naming]


def _both(plain: str, parts: list[Part]) -> Iterator[Said]:
    """Read two bare answers in the order of the questions; nobody refuses and yet lends a name."""
    said = [one for part in parts for one in _answer("codesign", plain, list(_parts(plain, *part)))]
    if len(said) == 2 and (said[0].value, said[1].value) == (False, True):
        said.reverse()
    for slot, one in zip(
        ("consent.participate", "consent.named"), said * (2 if len(said) == 1 else 1), strict=False
    ):
        yield Said(slot, one.value, one.start, one.end)


def _codesign(plain: str, parts: list[Part]) -> Iterator[Said]:
    willing = next(
        (
            match
            for part in parts
            if (match := WILLING.search(plain, *part)) and not NO.search(plain, *part)
        ),
        None,
    )
    if willing:
        yield Said("codesign", True, *willing.span())
    else:
        yield from _answer("codesign", plain, parts)


def _answer(
    slot: str, plain: str, parts: list[Part], default: bool | None = None
) -> Iterator[Said]:
    """Yield what the first part with a yes or no says, or the last one that mends it."""
    found: Said | None = None
    for start, end in parts:
        no, yes = NO.search(plain, start, end), YES.search(plain, start, end)
        match = no or yes
        if match and (
            found is None
            or patterns("words", "marks")["repair"].search(
                plain, found.end, min(end, found.end + MEND)
            )
        ):
            found = Said(slot, match is not no if match else True, *match.span())
    if found is None and default and parts:
        start, end = parts[0]
        found = Said(slot, default, start, end)
    if found:
        yield found


def _parts(plain: str, start: int = 0, end: int | None = None) -> Iterator[Part]:
    at, last = start, len(plain) if end is None else end
    for match in PART.finditer(plain, start, last):
        if plain[at : match.start()].strip():
            yield at, match.start()
        at = match.end()
    if plain[at:last].strip():
        yield at, last
