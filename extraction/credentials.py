"""Licences and certificates: known ones by their phrases, others by the word that marks them."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from extraction.claims import Claims
from extraction.cues import patterns
from extraction.known import Known

PAPER = (
    r"licen[sc]es?|licensure|certs?|certificates?|certifications?|"
    r"certified|cards?|endorsements?|credentials?|qualified"
)
PAPERED = re.compile(rf"\s?(?:{PAPER}|required|preferred|a must|a plus|only)(?!\w)", re.IGNORECASE)
NAMED = re.compile(
    rf"(?<![\w-])(?P<name>(?:[A-Za-z][\w+&/-]{{0,20}}[ ]){{0,2}}[A-Za-z][\w+&/-]{{0,20}}|"
    rf"[A-Z]{{1,3}}\d\w?)[ ](?P<paper>{PAPER})(?!\w)",
    re.IGNORECASE,
)
EMPTY = re.compile(
    r"^(?:an?|the|any|no|or|and|their|his|her|our|my|your|current|"
    r"valid|active|state|required|preferred|have|has|having|get|"
    r"getting|need|needs|must|with|w/|of|for|in|on|some|that|"
    r"this|those|is|are|be|don't|dont|not|just|also|other|all|more|"
    r"special|proper|right|new|every|each|if|they|we|he|she|who|"
    r"then|than|plus|to|hold|holding|"
    r"ask|asking|want|like|love|green|id|debit|credit|business|report|"
    r"score|time|gift|punch|playing|post|wild|trade|drivers?|driver's|"
    r"driving|degree|diploma|no,|nor|paid|"
    r"keep|keeps|without|board|check|pass|hire|only|do|does|actual|"
    r"real|formal|professional|college|technical|vocational|pay|"
    r"bring|give|gives|what|which|as|at|by|from|ticket)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Paper:
    """A credential that was named; `sure` unless the same words may be a job title."""

    name: str
    by_law: bool | None = None
    sure: bool = True


def claim_credentials(doc: Doc, claims: Claims, known: Known, asked: tuple[str, ...]) -> None:
    """Claim every credential that is named."""
    jobs = {(start, end) for start, end, _ in known.titles.find(doc)}
    for start, end, one in known.credentials.find(doc):
        papered = PAPERED.match(claims.plain, end)
        sure = (
            bool(papered)
            or "role.credentials" in asked
            or not _is_job(claims.plain[start:end], start, end, jobs)
        )
        if sure:
            paper = re.compile(rf"\s?(?:{PAPER})(?!\w)", re.IGNORECASE).match(claims.plain, end)
            claims.take(
                "credential", start, paper.end() if paper else end, Paper(one.name, one.by_law)
            )
    for name, pattern in patterns("credentials", "families").items():
        claims.take_all("credential", pattern, Paper(name))
    _claim_named(claims)


def _is_job(words: str, start: int, end: int, jobs: set[tuple[int, int]]) -> bool:
    plural = words.endswith("s") and words[:-1].isupper()
    return plural or any(first <= start and end <= last for first, last in jobs)


def _claim_named(claims: Claims) -> None:
    for match in NAMED.finditer(claims.masked):
        words = match["name"].split()
        start = match.start()
        while words and (
            EMPTY.match(words[0])
            or (words[0].casefold().endswith(("n't", "ing")) and len(words) == 1)
        ):
            start += len(words[0]) + 1
            words = words[1:]
        if words and not any(EMPTY.match(word) for word in words):
            claims.take("credential", start, match.end(), Paper(" ".join(words)))
