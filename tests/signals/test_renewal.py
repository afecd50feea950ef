from dataclasses import replace

from signals.renewal import newest_answers
from signals.summarise import summarise


def hires(needs):
    return {
        cell.concept.label: dict(cell.contributors)
        for cell in summarise(newest_answers(needs))
        if cell.kind == "occupation"
    }


def test_the_newest_interview_of_a_company_stands_for_its_job(say):
    old = say("acme", hires=(4, 4), company="acme", source="#1")
    new = say("acme", hires=(6, 6), company="acme", source="#2")
    assert hires([old, new]) == {"Welders": {"acme": (6, 6)}}


def test_a_title_stands_for_a_job_without_an_occupation(say):
    old = replace(say("acme", company="acme", source="#1"), title="Helper ")
    new = say("acme", job=None, company="acme", source="#2")
    assert newest_answers([old, new]) == [new]


def test_other_jobs_of_an_older_interview_still_count(say):
    old = [
        say("a", job=j, hires=(4, 4), company="a", source="#1") for j in ("Welders", "Machinists")
    ]
    new = say("a", hires=(6, 6), company="a", source="#2")
    assert hires([*old, new]) == {"Welders": {"a": (6, 6)}, "Machinists": {"a": (4, 4)}}


def test_two_titles_in_one_interview_and_sister_companies_add_up(say):
    told = say("p", hires=(4, 4), company="east", source="#1")
    second = replace(told, title="Pipe welders")
    sister = replace(told, company="west", source="#2")
    assert hires([told, second, sister]) == {"Welders": {"p": (12, 12)}}
