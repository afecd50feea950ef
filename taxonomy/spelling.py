"""American spellings of British words.

Rules where a whole class of words follows one, lists where only some do: "organise" and "labour"
change, "advise" and "contour" do not. Plural "analyses" stays: it is a noun more often than a verb.
"""

import re
from collections.abc import Callable
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+")

ISE = re.compile(r"(.{2,}[^aeou])is(e|ed|es|er|ers|ing|able|ability|ation|ations|ational)")
LYSE = re.compile(r"(.*ly)s(e|ed|er|ers|ing|able)")
NEVER_ISE = re.compile(
    r"(?:un|im|re|mis|dis|co|over|pre)?"
    r"(?:adv|advert|chast|circumc|comprom|conc|dem|desp|dev|exc|exerc|expert"
    r"|franch|enfranch|improv|inc|merchand|parad|pract|prec|prem|prom|rev|surm"
    r"|telev|treat|val|chem|cer|exorc|sunr|moonr|prev|mort|trell)"
    r"|.*pr|.*perv|.*w"
)
OUR = re.compile(
    r"(arm|ard|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl"
    r"|ranc|rig|rum|savi|sav|splend|succ|tum|val|vap|vig)our"
)
OUR_LEFT = re.compile(r".*(?:humous|odourant)")
RE = re.compile(
    r"(.*(?:cent|met|theat|lit|fib|calib|lust|och|meag|somb|spect|sab|louv|maneuv|mit|tit))"
    r"r(?:e(s|d|glass|board|less)?|(ing|able|ability))"
)
DOUBLE_L = re.compile(
    r"((?:re|un|pre|over|mis)?(?:apparel|barrel|bevel|cancel|caramel|channel|chisel|counsel|dial"
    r"|duel|enamel|equal|fuel|funnel|gravel|grovel|initial|jewel|label|level|marshal|marvel|medal"
    r"|model|panel|parcel|pedal|pencil|quarrel|ravel|revel|rival|shovel|shrivel|signal"
    r"|snorkel|spiral|stencil|swivel|total|towel|travel|trial|trowel|tunnel|yodel|wool|victual"
    r"|tranquil))l(ed|en|er|ers|ing|ings|ist|ists|or|ors|ous|ously|i[sz].*)"
)

# Parts of words, wherever they stand in one.
PARTS = {
    "aemia": "emia",
    "aemic": "emic",
    "aetiolog": "etiolog",
    "ageing": "aging",
    "aluminium": "aluminum",
    "anaesth": "anesth",
    "artefact": "artifact",
    "caesarean": "cesarean",
    "coeliac": "celiac",
    "diarrhoea": "diarrhea",
    "draught": "draft",
    "encyclopaed": "encycloped",
    "faec": "fec",
    "foet": "fet",
    "gynae": "gyne",
    "haem": "hem",
    "homoeo": "homeo",
    "jewellery": "jewelry",
    "kerb": "curb",
    "manoeuvr": "maneuvr",
    "mollusc": "mollusk",
    "oedem": "edem",
    "oesoph": "esoph",
    "oestr": "estr",
    "paed": "ped",
    "palaeo": "paleo",
    "plough": "plow",
    "smoulder": "smolder",
    "sulph": "sulf",
}
# Beginnings of words.
STARTS = {
    "acknowledgement": "acknowledgment",
    "aeroplane": "airplane",
    "analogue": "analog",
    "carburettor": "carburetor",
    "cataloguing": "cataloging",
    "cataloguer": "cataloger",
    "catalogue": "catalog",
    "cheque": "check",
    "councillor": "councilor",
    "defence": "defense",
    "enquir": "inquir",
    "enrolment": "enrollment",
    "fulfilment": "fulfillment",
    "instalment": "installment",
    "judgement": "judgment",
    "licence": "license",
    "liquorice": "licorice",
    "mould": "mold",
    "moustache": "mustache",
    "offence": "offense",
    "practis": "practic",
    "pretence": "pretense",
    "pyjama": "pajama",
    "sceptic": "skeptic",
    "skilful": "skillful",
    "wilful": "willful",
    "yoghurt": "yogurt",
}
WHOLE = {
    "cosy": "cozy",
    "distil": "distill",
    "enrol": "enroll",
    "fulfil": "fulfill",
    "fulfils": "fulfills",
    "gramme": "gram",
    "grammes": "grams",
    "grey": "gray",
    "greyish": "grayish",
    "greys": "grays",
    "instil": "instill",
    "kilogramme": "kilogram",
    "maths": "math",
    "programme": "program",
    "programmes": "programs",
    "specialities": "specialties",
    "speciality": "specialty",
    "storey": "story",
    "storeys": "stories",
    "tyre": "tire",
    "tyres": "tires",
}


def american(text: str) -> str:
    """Return a text in American spelling; capitals stay where they are."""
    return WORD.sub(lambda match: _cased(match[0]), text)


@lru_cache(maxsize=2**16)
def _cased(word: str) -> str:
    plain = word.lower()
    changed = _changed(plain)
    if changed == plain:
        return word
    if word.isupper():
        return changed.upper()
    return changed.capitalize() if word[0].isupper() else changed


def _changed(word: str) -> str:
    if word in WHOLE:
        return WHOLE[word]
    for rule in RULES:
        word = rule(word)
    return word


def _starts(word: str) -> str:
    for start, other in STARTS.items():
        if word.startswith(start):
            return other + word[len(start) :]
    return word


def _parts(word: str) -> str:
    for part, other in PARTS.items():
        word = word.replace(part, other)
    return word


def _our(word: str) -> str:
    return word if OUR_LEFT.fullmatch(word) else OUR.sub(r"\1or", word)


def _re(word: str) -> str:
    match = RE.fullmatch(word)
    if not match:
        return word
    ending = match[2] or match[3] or ""
    return f"{match[1]}er{'ed' if ending == 'd' else ending}"


def _double_l(word: str) -> str:
    match = DOUBLE_L.fullmatch(word)
    return match[1] + match[2] if match else word


def _ise(word: str) -> str:
    match = ISE.fullmatch(word)
    return f"{match[1]}iz{match[2]}" if match and not NEVER_ISE.fullmatch(match[1]) else word


def _lyse(word: str) -> str:
    match = LYSE.fullmatch(word)
    return f"{match[1]}z{match[2]}" if match else word


RULES: tuple[Callable[[str], str], ...] = (_starts, _parts, _our, _re, _double_l, _ise, _lyse)
