"""The values that an employer's words can have, in the shapes that the outside relies on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from needs.concept import Concept


class Requirement(StrEnum):
    """How firmly an employer asks for something."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    NOT_REQUIRED = "not_required"


class When(StrEnum):
    """When a new hire must be able to do something."""

    DAY_ONE = "day_one"
    WITHIN_90_DAYS = "within_90_days"
    WE_TRAIN = "we_train"


class Level(StrEnum):
    """How experienced a new hire has to be."""

    ENTRY = "entry"
    MID = "mid"
    SENIOR = "senior"


class Schooling(StrEnum):
    """The schooling that a job asks for."""

    NONE = "none"
    HIGH_SCHOOL = "high_school"
    CERTIFICATE = "certificate"
    ASSOCIATE = "associate"
    BACHELOR = "bachelor"
    GRADUATE = "graduate"


class Schedule(StrEnum):
    """Hours, shifts and place of work."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    DAYS = "days"
    EVENINGS = "evenings"
    NIGHTS = "nights"
    WEEKENDS = "weekends"
    ROTATING = "rotating"
    REMOTE = "remote"
    HYBRID = "hybrid"
    ON_SITE = "on_site"
    SEASONAL = "seasonal"


class Screen(StrEnum):
    """A check that a new hire has to pass."""

    BACKGROUND_CHECK = "background_check"
    DRUG_TEST = "drug_test"
    DRIVING_LICENCE = "driving_licence"
    PHYSICAL = "physical"
    LANGUAGE = "language"
    CLEARANCE = "clearance"
    WORK_AUTHORISATION = "work_authorisation"


class Difficulty(StrEnum):
    """How hard a job is to fill."""

    NO = "no"
    SOME = "some"
    GREAT = "great"


class Reason(StrEnum):
    """Why a job is hard to fill."""

    SKILLS = "skills"
    EXPERIENCE = "experience"
    QUALIFICATIONS = "qualifications"
    FEW_APPLICANTS = "few_applicants"
    PAY = "pay"
    HOURS = "hours"
    LOCATION = "location"
    COMPETITION = "competition"
    SCREENS = "screens"
    CHILDCARE = "childcare"
    IMAGE = "image"
    OTHER = "other"


class OfferKind(StrEnum):
    """What an employer can offer to a school."""

    GUEST_TALK = "guest_talk"
    TOUR = "tour"
    JOB_SHADOW = "job_shadow"
    MOCK_INTERVIEW = "mock_interview"
    TEACHER_EXTERNSHIP = "teacher_externship"
    CURRICULUM_REVIEW = "curriculum_review"
    PROJECT = "project"
    INTERNSHIP = "internship"
    CLINICAL = "clinical"
    PRE_APPRENTICESHIP = "pre_apprenticeship"
    APPRENTICESHIP = "apprenticeship"
    ON_THE_JOB_TRAINING = "on_the_job_training"
    EQUIPMENT = "equipment"
    MENTOR = "mentor"
    INTERVIEW_GUARANTEE = "interview_guarantee"
    TUITION = "tuition"
    HOST_SITE = "host_site"


@dataclass(frozen=True)
class Quantity:
    """A count of people. A range stays a range; ``None`` is an open end."""

    lo: int | None
    hi: int | None
    approx: bool = False


@dataclass(frozen=True)
class Money:
    """Pay in US dollars for a unit of time."""

    lo: float | None
    hi: float | None
    per: Literal["hour", "day", "week", "month", "year"]
    currency: Literal["USD"] = "USD"


@dataclass(frozen=True)
class Period:
    """A stretch of days, both ends inclusive; ``None`` is an open end."""

    start: date | None
    end: date | None


@dataclass(frozen=True)
class Experience:
    """Earlier experience, in months."""

    lo: int | None
    hi: int | None
    requirement: Requirement = Requirement.REQUIRED


@dataclass(frozen=True)
class Education:
    """The schooling asked for, and how firmly."""

    level: Schooling
    requirement: Requirement = Requirement.REQUIRED


@dataclass(frozen=True)
class Industry:
    """What a company does, with its NAICS 2022 code where it is known."""

    text: str
    naics: str | None = None


@dataclass(frozen=True)
class Skill:
    """Something that a new hire must be able to do, in the employer's words."""

    quote: str
    concept: Concept | None = None
    requirement: Requirement = Requirement.REQUIRED
    when: When | None = None
    vote: Literal[1, 2, 3, 4] | None = None


@dataclass(frozen=True)
class Credential:
    """A licence or certificate."""

    name: str
    requirement: Requirement = Requirement.REQUIRED
    by_law: bool | None = None


@dataclass(frozen=True)
class HardReason:
    """Why a job is hard to fill, and whether we had to ask."""

    reason: Reason
    asked: Literal["spontaneous", "prompted"] = "spontaneous"


@dataclass(frozen=True)
class Offer:
    """What an employer offers, and how many."""

    kind: OfferKind
    quantity: Quantity | None = None


class NoAnswer(StrEnum):
    """The three answers that are not values; none of them is ever guessed."""

    DONT_KNOW = "dont_know"
    DECLINED = "declined"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True)
class Unanswered:
    """Stands where a value would, when the employer gave a reason for none."""

    answer: NoAnswer
