"""Yes and no: consent to take part, to be named, and to join a skills meeting."""

import re
from collections.abc import Iterator

from extraction.cues import patterns
from extraction.pieces import joined
from extraction.said import Said

Part = tuple[int, int]

YES = re.compile(
    r"(?<!\w)(?:yes|yep|yeah|yup|ya|yea|yess|sure|ok(?:ay)?|go ahead|fine|happy to|glad to|i'm in|im in|of course|why not|(?:i )?agree|count (?:me|us) in|we'll take part|i'll (?:join|come|do it)|s[ií]|claro|definitely|absolutely|"
    r"no problem|don't mind|dont mind|you (?:can|may)|pueden|works for (?:me|us)|let's do it|sounds good|por supuesto|please do|i would|i'd (?:love|like|be happy|come|join|review|sit|do|send)|willing|i could|love to|"
    r"send (?:me|it|us) (?:the|it|a|your)?|mark it up|sign (?:me|us) up|don't care|dont care|doesn't matter|alright|all right|bet)(?!\w)",
    re.IGNORECASE,
)
NO = re.compile(
    r"(?<!\w)(?:no(?! (?:problem|worries|issue|matter))|nope|nah|(?<!why )not(?! (?:a problem|mondays|on|just))|never|don't(?! (?:mind|care))|dont(?! (?:mind|care))|can't|cant|won't|wont|rather not|decline|refuse|opt out|leave (?:our|the|us|my) (?:name )?(?:off|out)|"
    r"leave our name|keep (?:our|the|us|my) (?:name )?(?:off|out)|keep (?:us|it) anonymous|anonymous(?:ly)?)(?!\w)",
    re.IGNORECASE,
)
NAME = re.compile(r"(?<!\w)(?:names?|named|naming|nombre|identif\w+|mention us|list us|logo|anonymous\w*|credit us|put us)(?!\w)", re.IGNORECASE)
PART = re.compile(r"[.!?;\n]+|,|\s(?=(?:but|and|pero|y)\s)")
WILLING = re.compile(
    r"(?<!\w)(?:send (?:me|us|it)|mark it up|(?:i'd|i would|i'll|ill|i can|i could|we'd|we could|we can|would|happy to|glad to|can|could) (?:still |also |probably |definitely |maybe )?(?:sit in|come|join|review|look|do|attend|go|mark|read|be there|help|send|participate|love|be happy|be glad))",
    re.IGNORECASE,
)
MEETING = re.compile(r"(?<!\w)(?:skills? meetings?|advis\w+ (?:board|committee|council)|syllabus|syllabi|curriculum)(?!\w)", re.IGNORECASE)


def agreed(plain: str, asked: tuple[str, ...]) -> Iterator[Said]:
    """Yield the answers to the questions of yes and no that were asked."""
    parts = list(_parts(plain))
    if {"consent.participate", "consent.named"} & set(asked):
        yield from _consent(plain, parts, asked)
    if "codesign" in asked:
        yield from _codesign(plain, parts)
    elif "offers" in asked and (match := MEETING.search(plain)):
        yield from _codesign(plain, [part for part in parts if part[0] <= match.start() < part[1]])


def _consent(plain: str, parts: list[Part], asked: tuple[str, ...]) -> Iterator[Said]:
    naming, rest = _about_the_name(plain, list(joined(plain)))
    if not any(YES.search(plain, *part) or NO.search(plain, *part) for part in rest):
        naming, rest = _about_the_name(plain, parts)
    if len(asked) > 1 and not naming and len(rest) == 2:
        yield from _both(plain, rest)
        return
    if "consent.participate" in asked:
        yield from _answer("consent.participate", plain, [part for whole in rest or parts for part in _parts(plain, *whole)])
    if "consent.named" in asked:
        named = list(_answer("consent.named", plain, [part for whole in naming for part in _parts(plain, *whole)], default=True))
        yield from named or _answer("consent.named", plain, parts)


def _about_the_name(plain: str, parts: list[Part]) -> tuple[list[Part], list[Part]]:
    naming = [part for part in parts if NAME.search(plain, *part)]
    return naming, [part for part in parts if part not in naming]


def _both(plain: str, parts: list[Part]) -> Iterator[Said]:
    """Read two bare answers in the order of the questions; nobody refuses and yet lends a name."""
    said = [one for part in parts for one in _answer("codesign", plain, list(_parts(plain, *part)))]
    if len(said) == 2 and (said[0].value, said[1].value) == (False, True):
        said.reverse()
    for slot, one in zip(("consent.participate", "consent.named"), said * (2 if len(said) == 1 else 1), strict=False):
        yield Said(slot, one.value, one.start, one.end)


def _codesign(plain: str, parts: list[Part]) -> Iterator[Said]:
    willing = next((match for part in parts if (match := WILLING.search(plain, *part)) and not NO.search(plain, *part)), None)
    if willing:
        yield Said("codesign", True, *willing.span())
    else:
        yield from _answer("codesign", plain, parts)


def _answer(slot: str, plain: str, parts: list[Part], default: bool | None = None) -> Iterator[Said]:
    """Yield what the first part says that says yes or no, or the last one that mends an earlier one."""
    found: Said | None = None
    for start, end in parts:
        no, yes = NO.search(plain, start, end), YES.search(plain, start, end)
        match = no or yes
        if match and (found is None or patterns("words", "marks")["repair"].search(plain, found.end, end)):
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
