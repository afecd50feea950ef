import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import pytest

from extraction.lexicon import Lexicon
from extraction.reader import Reader
from needs.answers import Requirement, Skill, When
from needs.fact import Fact
from needs.message import Message

Values = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("words", "requirement"),
    [
        ("OSHA 10", "required"),
        ("OSHA 10 is a must", "required"),
        ("OSHA 10 preferred", "preferred"),
        ("OSHA 10 preferred, not required", "preferred"),
        ("OSHA 10 would be nice, not a must", "preferred"),
        ("ideally OSHA 10", "preferred"),
        ("OSHA 10 a huge plus", "preferred"),
        ("OSHA 10 is not required", "not_required"),
        ("you don't need an OSHA 10", "not_required"),
        ("no OSHA 10, no job", "required"),
        ("OSHA 10 preferred. no sorry, required", "required"),
        ("nice to have: OSHA 10", "preferred"),
    ],
)
def test_how_firmly_something_is_asked_for(values: Values, words: str, requirement: str) -> None:
    found = values(words, "role.credentials")["role.credentials"]
    assert [(one["name"], one["requirement"]) for one in found] == [("OSHA 10", requirement)]


def test_each_of_several_has_its_own_firmness(values: Values) -> None:
    found = values("CDL-A required, OSHA 10 preferred", "role.credentials")["role.credentials"]
    assert [one["requirement"] for one in found] == ["required", "preferred"]


def test_a_list_shares_what_is_said_at_its_end(values: Values) -> None:
    found = values("CDL-A and OSHA 10 preferred", "role.credentials")["role.credentials"]
    assert [one["requirement"] for one in found] == ["preferred", "preferred"]


def test_a_law_is_recorded_only_where_it_is_said_or_known(values: Values) -> None:
    said = values("OSHA 10 is required by state law", "role.credentials")["role.credentials"]
    unsaid = values("OSHA 10 required", "role.credentials")["role.credentials"]
    assert (said[0]["by_law"], unsaid[0]["by_law"]) == (True, None)


@pytest.mark.parametrize(
    ("words", "level", "requirement"),
    [
        ("HS diploma or GED", "high_school", "required"),
        ("high school, preferred", "high_school", "preferred"),
        ("no degree needed", "none", "not_required"),
        ("bachelor's not required", "bachelor", "not_required"),
        ("nope. no diploma, no GED, nothing", "none", "not_required"),
        ("associates in mechatronics is required, bachelors a plus", "associate", "required"),
        ("two-year degree would be nice", "associate", "preferred"),
        ("none", "none", "not_required"),
        ("a certificate, required", "certificate", "required"),
        ("BS preferred", "bachelor", "preferred"),
    ],
)
def test_schooling_is_read_with_its_firmness(
    values: Values, words: str, level: str, requirement: str
) -> None:
    found = values(words, "role.education")["role.education"]
    assert found == {"level": level, "requirement": requirement}


def test_when_a_skill_is_needed_is_read_from_its_clause(values: Values) -> None:
    found = values("day one they read prints. we'll teach brazing. Excel a plus", "role.skills")
    told = {one["quote"]: (one["when"], one["requirement"]) for one in found["role.skills"]}
    assert told["read prints"][0] == "day_one"
    assert told["brazing"][0] == "we_train"
    assert told["Excel"] == (None, "preferred")


# {skill|what is said of it}; where nothing is said it is required, and nobody says when.
SPOKEN = [
    # what stands behind a phrase
    "{java|required} must. {spring|preferred} nice. {cloud|not_required} whatever",
    "{Excel|required} a must, {Access|preferred} a plus",
    "{TIG|preferred} would be gravy",
    "{Revit|preferred} would be awesome but {AutoCAD|required} is non-negotiable",
    "{knife work|required} is not negotiable",
    "{bread|preferred} is a bonus. {pastry|preferred} is icing on the cake",
    "{plumbing|not_required} not needed",
    "{QuickBooks|not_required} doesn't matter, {Excel|required} does",
    "{Procore|preferred} preferred, {AutoCAD|required} required",
    "{charting|preferred} optional, {vitals|required} mandatory",
    "{pallet jack|preferred} - plus if they have it",
    "{pallet jack|preferred} — nice if they have it, not a deal breaker",
    "{robot programming|preferred}: nice to have",
    "{print reading|required} = must, {CMM|preferred} = nice to have",
    "{MIG|required} for sure a must, {flux core|preferred} isn't a must but helps",
    "{Salesforce|preferred} preferred but not required",
    "{forklift|required} is not optional",
    "{coding|not_required} we don't care about",
    "{latte art|not_required} is not a requirement here",
    "{heights|required} is a deal breaker",
    "{Photoshop|preferred}? sure, a plus. {InDesign|required}? must",
    # what stands before it
    "must know {MIG} and {read prints}",
    "nice to have {TIG|preferred} and {flux core|preferred}",
    "they don't need {Python|not_required} or {R|not_required}",
    "don't care about {life drawing|not_required}, just {draw clean|required}",
    "no {welding|not_required} needed",
    "no {coding|not_required}, {welding|not_required} or {math|not_required} required",
    "No {coding|not_required}!! {import data}, {configure Salesforce}",
    "no need for {forklift|not_required}, we have guys",
    "ideally {Kubernetes|preferred}, definitely {Docker|required}",
    "{Docker} and ideally {Kubernetes|preferred}",
    "preferred {SAP|preferred}, required {Excel|required}",
    "would love {Spanish|preferred}",
    "extra points for {sign language|preferred}",
    "bonus: {sign language|preferred}",
    "it would be great if they knew {Procore|preferred} or {Bluebeam|preferred}",
    "we'd prefer somebody who can {use a lathe|preferred}",
    "without {blueprint reading|required} don't bother",
    "no {phone manners|required}, no job",
    # day one, the first months, and what is taught
    "{prints|day_one} from day one, {CNC setup|within_90_days} within the first month, "
    "{CMM|we_train} we'll show them",
    "day one {prints|day_one} and {calipers|day_one}. by month 3 {setups|within_90_days}",
    "Day 1: {deburr by hand|day_one}, {use a caliper|day_one}. "
    "By day 90: {run a mill|within_90_days}",
    "by the end of month 2 they should {close a register|within_90_days} alone",
    "after 90 days they should {lead a crew|within_90_days}",
    "{setups|within_90_days} by day 60",
    "they have 6 weeks to learn {our menu|within_90_days}",
    "first week they learn {the POS|we_train}",
    "walk in knowing {vitals|day_one}",
    "has to walk in the door with {MIG|required day_one}",
    "{vitals|day_one} right away, {phlebotomy|we_train} we can teach",
    "should already know {brazing|day_one}",
    "{lean|within_90_days}, {kaizen|within_90_days}. not day one, within the first 3 months",
    "{scrub in|day_one}, {pass instruments|day_one}. Day one, no exceptions",
    "nothing on day one. {lathe|within_90_days} by month 3",
    "{Epicor|we_train} is on us",
    "{Epicor|we_train} we train on",
    "we train on {Epicor|we_train}",
    "we'll teach {layout|we_train} and {shop math|we_train}",
    "they pick up {sauces|we_train} here",
    "{sauces|we_train} you pick up on the job",
    "{welding|preferred we_train} or willing to learn",
    "{dough|we_train}, but we can show them",
    "{radiation safety|we_train} (we train)",
    "{wiring|}, {radiation safety|we_train} (we give the class here), {rigging|}",
    "{MIG|required} (must), {TIG|preferred} (a plus), {stick|we_train} (will train)",
    "{cutting|we_train}? we can show them that",
    "{Excel}. {the ERP|we_train}, that we teach",
    "{rigging|we_train} can be learned here",
    "{coatings|we_train} is something we'll cover in training",
    "we send them to class for {PLCs|we_train}",
    "{drywall|day_one} before they set foot on site",
    "{alarms|we_train} we get them up to speed on",
    "{MIG|day_one}, {TIG|day_one}, we don't have time to train",
    "{brazing|day_one}: we won't teach that",
    # the rest, all, these, the first two
    "{hydraulics|day_one} day one, the rest we teach",
    "{use a computer} and {be polite}, I can teach the rest",
    "{torque wrench}, {hoist}. everything else we train",
    "if they can {sweep} and {show up}, we can teach them everything else",
    "{MIG|required} is a must, anything else is gravy",
    "{soldadura}, {leer planos}, lo demás se lo enseñamos",
    "{soldadura|required} es obligatorio, {fracciones|preferred} sería bueno, "
    "{robots|we_train} se lo enseñamos",
    "{framing|we_train}, {roofing|we_train}. we will train the right person",
    "{framing|we_train}, {roofing|we_train}. we teach all of it",
    "{framing|we_train}. {roofing|we_train}. all of that we train",
    "{framing|required}, {roofing|required}. those two are required. {tile|preferred} is a bonus",
    "{framing|day_one}, {roofing|day_one}, {tile|we_train}. first two day one, the last one we teach",
    "{framing|preferred} and {roofing|preferred}, both nice to have",
    "{framing|preferred} or {roofing|preferred}, either one would be nice",
    # lists
    "{MIG|preferred}, {TIG|preferred} and {stick|preferred} preferred",
    "{MIG}, {TIG}, {stick|preferred} would be nice",
    "must: {run the dish machine}, {mop}. nice: {prep|preferred}",
    "Must have:\n- {MIG}\n- {prints}\nNice to have:\n- {TIG|preferred}\n- {robots|preferred}",
    "Required:\n{MIG}\n{prints}\n\nPreferred:\n{TIG|preferred}\n{robots|preferred}",
    "NICE TO HAVE\n* {TIG|preferred}\n* {robots|preferred}\n\nREQUIRED\n* {MIG}",
    "Day one:\n- {MIG|day_one}\n- {prints|day_one}\nWe teach:\n- {TIG|we_train}",
    "- {MIG}: required\n- {TIG|preferred}: preferred\n- {robots|we_train}: will train",
    "Required: {MIG}. {prints}. Preferred: {TIG|preferred}. {robots|preferred}.",
    "{MIG} and {TIG}, they gotta {pass a bend test}. {robots|we_train} we'll train",
    # words that look like it, and are not
    "{train new staff}, {teach a class}, {fanuc teach pendant}",
    "{help customers}, {needs assessments}, {show homes}",
    "{run a mill} and {fill out sheets}. i dont care where they went to school",
    "{land the inverter|not_required} we do ourselves so they dont need to",
    "{intubation|not_required} is for medics, the others dont need it",
]
MARKED = re.compile(r"\{([^{}|]+)\|?([^{}]*)\}")


def spotted(plain: str, marked: list[str]) -> list[tuple[int, int]]:
    """Return where the marked phrases stand, in their order."""
    spans, at = [], 0
    for words in marked:
        at = plain.index(words, at)
        spans.append((at, at + len(words)))
    return spans


@pytest.mark.parametrize("written", SPOKEN)
def test_what_is_said_of_a_skill_reaches_the_phrases_that_it_governs(written: str) -> None:
    marked = MARKED.findall(written)
    reader = Reader(Lexicon(), lambda plain: spotted(plain, [words for words, _ in marked]))
    message = Message("m", "c", MARKED.sub(r"\1", written), datetime(2026, 11, 23))
    facts = reader.read(message, ("role.skills",)).facts
    assert [said_of(facts, words) for words, _ in marked] == [wanted(told) for _, told in marked]


def said_of(facts: Sequence[Fact], words: str) -> tuple[str, str | None] | None:
    """Return the firmness and the time of the first skill that these words name."""
    for fact in facts:
        for skill in fact.value if isinstance(fact.value, tuple) else ():
            if isinstance(skill, Skill) and (words in skill.quote or skill.quote in words):
                return skill.requirement, skill.when
    return None


def wanted(told: str) -> tuple[str, str | None]:
    """Return what a mark asks for."""
    said = set(told.split())
    return next(iter(said & set(Requirement)), "required"), next(iter(said & set(When)), None)
