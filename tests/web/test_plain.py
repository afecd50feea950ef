from datetime import date

import pytest

from needs import answers as a
from web.plain import plain

REQUIRED, PREFERRED, NOT = a.Requirement.REQUIRED, a.Requirement.PREFERRED, "not_required"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "yes"),
        (False, "no"),
        ("Oak", "Oak"),
        ((), "none"),
        (("Maple County", "Alder County"), "Maple County, Alder County"),
        (a.Schedule.FULL_TIME, "full time"),
        (a.Unanswered(a.NoAnswer.DECLINED), "would rather not say"),
        (a.Quantity(12, 12), "12"),
        (a.Quantity(3, 5, approx=True), "about 3 to 5"),
        (a.Quantity(5, None), "at least 5"),
        (a.Quantity(None, 8), "up to 8"),
        (a.Quantity(None, None), "some"),
        (a.Money(22.5, 22.5, "hour"), "$22.50 an hour"),
        (a.Money(60000, 65000, "year"), "$60,000 to $65,000 a year"),
        (a.Money(None, 30, "hour"), "up to $30 an hour"),
        (a.Period(date(2027, 3, 1), date(2027, 5, 31)), "from Mar 1, 2027 until May 31, 2027"),
        (a.Period(None, date(2027, 5, 31)), "until May 31, 2027"),
        (a.Period(None, None), "any time"),
        (a.Experience(24, None), "at least 24 months"),
        (a.Experience(0, 0), "none"),
        (a.Experience(6, 6, PREFERRED), "6 months (a plus)"),
        (a.Education(a.Schooling.HIGH_SCHOOL), "high school"),
        (a.Education(a.Schooling.BACHELOR, a.Requirement(NOT)), "bachelor (not needed)"),
        (a.Industry("sheet metal", "332322"), "sheet metal (NAICS 332322)"),
        (a.Industry("sheet metal"), "sheet metal"),
        (a.Skill("MIG", requirement=PREFERRED), "MIG (a plus)"),
        (a.Credential("OSHA 10"), "OSHA 10"),
        (a.HardReason(a.Reason.FEW_APPLICANTS), "few applicants"),
        (a.Offer(a.OfferKind.TOUR), "tour"),
        (a.Offer(a.OfferKind.INTERNSHIP, a.Quantity(2, 2)), "internship: 2"),
    ],
)
def test_values_are_said_in_plain_words(value, words):
    assert plain(value) == words
