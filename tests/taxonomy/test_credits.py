from needs.concept import Concept
from taxonomy.credits import credit, credits_of


def test_each_version_that_is_shown_is_credited_once_by_its_number() -> None:
    shown = [
        Concept("esco", "http://one", "weld", "1.1.1"),
        Concept("esco", "http://two", "grind", "1.1.1"),
        Concept("onet", "51-4121.00", "Welders", "30.2"),
        Concept("local", "local:skill/loto", "Lockout/tagout", "2"),
    ]
    esco, onet = credits_of(shown)
    assert "ESCO classification of the European Commission" in esco
    assert "1.1.1" in esco
    assert "O*NET 30.2 Database" in onet
    assert "has not approved, endorsed, or tested" in onet


def test_what_is_our_own_owes_nobody_credit() -> None:
    assert credit("local", "2") == ""
    assert credits_of([]) == ()


def test_a_code_without_a_version_is_credited_without_a_number() -> None:
    assert "the O*NET Database" in credit("onet", "")
