"""The interview, message by message. `talk` says what was understood, so no reader is needed."""

from itertools import pairwise

import pytest
from inline_snapshot import snapshot

from bot.record import outcome, record

NINE = {"lo": 9, "hi": 9}
TWO = {"lo": 2, "hi": 2}


def test_it_asks_for_consent_first_and_keeps_nothing_without_it(talk):
    assert "OK to start?" in talk.say().say
    reply = talk.say("we need 9 welders", role__title="welders", role__headcount=NINE)
    assert reply.asks == ("consent.participate",)
    assert talk.interview.facts == ()


def test_a_refusal_ends_it_and_keeps_nothing(talk):
    talk.say()
    reply = talk.press("No, thanks")
    assert reply.done
    assert talk.effects[-1] == "forget"
    assert record(talk.interview) == {"consent": {"participate": False}}
    assert outcome(talk.interview) == "stopped"


def test_what_was_said_without_being_asked_is_not_asked_again(talk):
    talk.begin()
    reply = talk.say("Ironvale in Butler", employer__name="Ironvale", employer__area=["Butler"])
    assert reply.asks == ("employer.parent", "respondent.role")
    assert "Which company" not in reply.say


def test_new_facts_are_read_back_in_a_line(talk):
    talk.to_the_headcount()
    reply = talk.say("9 now, 2 open", role__headcount=NINE, role__vacancies=TWO)
    assert reply.say.startswith("Noted: in the job now: 9; openings today: 2.")


def test_a_question_that_is_not_answered_is_asked_in_other_words_and_then_left(talk):
    first = talk.to_the_headcount()
    second = talk.say("hm well")
    third = talk.say("who knows")
    assert second.asks == first.asks
    assert second.say != first.say
    assert "Skip this" in [choice.label for choice in second.choices]
    assert third.say.startswith("Let's leave that open for now.")
    assert not set(third.asks) & set(first.asks)


def test_a_partial_answer_asks_only_for_the_rest(talk):
    talk.to_the_headcount()
    reply = talk.say("9", role__headcount=NINE)
    assert reply.asks == ("role.vacancies",)


@pytest.mark.parametrize("command", ["side_question", "off_topic"])
def test_a_question_is_left_after_two_times_astray_since_it_may_have_been_the_answer(talk, command):
    first = talk.to_the_headcount()
    assert talk.say("who knows who", command).asks == first.asks
    assert not set(talk.say("who knows who", command).asks) & set(first.asks)


@pytest.mark.parametrize("command", ["why", "help", "repeat", "summary", "human"])
def test_an_aside_is_answered_and_the_question_asked_again(talk, command):
    asked = talk.to_the_headcount()
    reply = talk.say("an aside", command)
    assert reply.asks == asked.asks
    assert reply.say != asked.say
    assert asked.say.splitlines()[-1] in reply.say


def test_the_same_words_are_never_said_twice_running(talk):
    talk.to_the_headcount()
    said = [talk.say("repeat", "repeat").say for _ in range(3)]
    assert all(one != other for one, other in pairwise(said))


def test_skip_leaves_the_slots_absent(talk):
    talk.to_the_headcount()
    talk.say("skip", "skip")
    assert "headcount" not in record(talk.interview)["roles"][0]


def test_not_knowing_and_not_telling_are_answers_of_their_own(talk):
    talk.to_the_headcount()
    talk.say("no idea", "dont_know")
    talk.say("2 new, no replacements", role__openings_growth=TWO, role__openings_replacement=TWO)
    talk.say("June", role__start={"start": None, "end": "2027-06-01"})
    talk.press("I'd rather not say")
    job = record(talk.interview)["roles"][0]
    assert job["headcount"] == job["vacancies"] == {"answer": "dont_know"}
    assert job["pay"] == {"answer": "declined"}


def test_back_asks_the_question_before_once_more_and_takes_the_new_answer(talk):
    talk.to_the_headcount()
    talk.say("9 now, 2 open", role__headcount=NINE, role__vacancies=TWO)
    reply = talk.say("go back", "back")
    assert reply.asks == ("role.headcount", "role.vacancies")
    talk.say("2 now, 9 open", role__headcount=TWO, role__vacancies=NINE)
    assert record(talk.interview)["roles"][0]["headcount"] == {"lo": 2, "hi": 2, "approx": False}


def test_consent_cannot_be_skipped(talk):
    talk.say()
    reply = talk.say("skip", "skip")
    assert reply.asks == ("consent.participate",)
    assert "Skip this" not in [choice.label for choice in reply.choices]


def test_a_correction_replaces_what_was_known_and_leaves_the_question_open(talk):
    talk.to_the_headcount()
    asked = talk.say("9 now, 2 open", role__headcount=NINE, role__vacancies=TWO)
    reply = talk.say("sorry, 2 now", "correct", role__headcount=TWO)
    assert reply.say.startswith("Changed: in the job now: 2.")
    assert reply.asks == asked.asks
    assert record(talk.interview)["roles"][0]["headcount"]["lo"] == 2


def test_what_is_only_volunteered_does_not_replace_what_was_said_before(talk):
    talk.to_the_headcount()
    talk.say("9 now, 2 open", role__headcount=NINE, role__vacancies=TWO)
    talk.say("2 new ones beside the 2", role__openings_growth=TWO, role__headcount=TWO)
    assert record(talk.interview)["roles"][0]["headcount"]["lo"] == 9


def test_a_forgotten_answer_is_not_asked_for_again(talk):
    talk.to_the_headcount()
    talk.say("9 now, 2 open", role__headcount=NINE, role__vacancies=TWO)
    reply = talk.say("forget the openings today", "clear")
    assert "vacancies" not in record(talk.interview)["roles"][0]
    assert "role.vacancies" not in reply.asks


def test_one_to_three_jobs_are_taken_one_at_a_time(talk):
    talk.to_the_jobs()
    reply = talk.say("four", roles=["welders", "fitters", "painters", "drivers"])
    assert [job.title for job in talk.interview.jobs] == ["welders", "fitters", "painters"]
    assert reply.role == "welders"
    assert "First: welders" in reply.say


def test_an_occupation_can_be_typed(talk):
    talk.to_the_jobs()
    talk.say("welders", roles=["welders"])
    talk.say("the cutters one")
    assert record(talk.interview)["roles"][0]["occupation"] == "51-4121.00"


def test_a_title_that_many_jobs_have_is_not_guessed_at(talk):
    talk.to_the_jobs()
    reply = talk.say("machine operators", roles=["machine operators"])
    assert "Many kinds of jobs are called “machine operators”." in reply.say
    assert [one.label for one in reply.choices][-1] == "None of these"
    reply = talk.say("fitters")
    assert "Many kinds" not in reply.say
    assert reply.choices[0].label.startswith("Welders, Cutters")


def test_an_unknown_title_gets_no_occupation_but_a_second_chance(talk):
    talk.to_the_jobs()
    reply = talk.say("doers", roles=["doers"])
    assert reply.asks == ("role.occupation",)
    assert "What else could one call the job?" in reply.say
    assert reply.choices == ()
    assert talk.say("fitters").choices[0].label == "Welders, Cutters, Solderers, and Brazers"


def test_an_occupation_is_never_pressed_on_anybody(talk):
    talk.to_the_jobs()
    talk.say("doers", roles=["doers"])
    talk.say("skip", "skip")
    assert "occupation" not in record(talk.interview)["roles"][0]


def test_another_wording_of_the_title_offers_other_occupations(talk):
    talk.to_the_jobs()
    talk.say("welders", roles=["welders"])
    reply = talk.say("fitters")
    assert reply.choices[0].label.startswith("Welders, Cutters")
    assert len(reply.choices) == 2


def test_the_same_as_another_job_copies_what_is_asked(talk):
    talk.to_the_jobs()
    talk.say("welders and painters", roles=["welders", "painters"])
    talk.press("None of these")
    talk.say("9 now, 2 open", role__headcount=NINE, role__vacancies=TWO)
    talk.say("let's do painters", "switch_role")
    assert talk.replies[-1].role == "painters"
    talk.say("skip", "skip")
    talk.say("same as the welders", "same_as")
    assert record(talk.interview)["roles"][1]["headcount"]["lo"] == 9


def test_a_job_can_be_added(talk):
    talk.to_the_headcount()
    talk.say("we also need fitters", "add_role", role__title="fitters")
    assert [job["title"] for job in record(talk.interview)["roles"]] == ["welders", "fitters"]


def test_a_pause_keeps_everything_and_the_next_word_goes_on(talk):
    asked = talk.to_the_headcount()
    paused = talk.say("gotta run", "pause")
    assert paused.done
    assert outcome(talk.interview) == "paused"
    back = talk.say("I'm back", "resume")
    assert back.asks == asked.asks
    assert not back.done


def test_an_answer_after_a_pause_counts_at_once(talk):
    talk.to_the_headcount()
    talk.say("gotta run", "pause")
    talk.say("9", role__headcount=NINE)
    assert record(talk.interview)["roles"][0]["headcount"]["lo"] == 9


def test_finish_goes_to_the_read_back_and_needs_a_job(talk):
    talk.begin()
    assert "no job from you yet" in talk.say("that's it", "finish").say
    talk.say("welders", roles=["welders"])
    assert talk.say("that's it", "finish").asks == ("confirm",)


def test_nothing_counts_before_the_confirmation(talk):
    talk.to_the_headcount()
    talk.say("that's it", "finish")
    assert set(talk.effects) == {"none"}
    reply = talk.press("Yes, this is right")
    assert talk.effects[-1] == "record"
    assert reply.done
    assert outcome(talk.interview) == "confirmed"


def test_a_change_at_the_read_back_is_read_back_again(talk):
    talk.to_the_headcount()
    talk.say("that's it", "finish")
    assert "What should I change?" in talk.press("No, change something").say
    reply = talk.say("9 welders now", role__headcount=NINE)
    assert reply.asks == ("confirm",)
    assert "in the job now: 9" in reply.say


def test_a_change_after_the_confirmation_asks_for_it_again(talk):
    talk.to_the_headcount()
    talk.say("that's it", "finish")
    talk.press("Yes, this is right")
    assert talk.say("it's 9 now", "correct", role__headcount=NINE).asks == ("confirm",)


def test_data_is_deleted_only_when_that_is_confirmed(talk):
    asked = talk.to_the_headcount()
    talk.say("delete my data", "delete_my_data")
    kept = talk.press("No, keep it")
    assert kept.asks == asked.asks
    talk.say("delete my data", "delete_my_data")
    reply = talk.press("Yes, delete everything")
    assert talk.effects[-1] == "forget"
    assert reply.done
    assert talk.interview.facts == ()
    assert talk.say("hello").asks == ("consent.participate",)


def test_an_old_button_changes_nothing(talk):
    talk.say()
    old = talk.replies[-1].choices[1]
    talk.press("Yes, let's start")
    reply = talk.hear(talk._heard(old.label, talk.events[0].reading, choice=old.id))
    assert "earlier question" in reply.say
    assert talk.interview.value("consent.participate") is True


@pytest.mark.parametrize("made_up", ["set:{}", "set:nonsense", 'set:{"x": 1}', "do:confirm", "?"])
def test_a_made_up_button_changes_nothing(talk, made_up):
    talk.to_the_headcount()
    before = talk.interview.facts
    talk.hear(talk._heard("", talk.events[0].reading, choice=made_up))
    assert talk.interview.facts == before
    assert talk.interview.stage == "asking"


@pytest.mark.parametrize(("difficulty", "asked"), [("no", False), ("some", True), ("great", True)])
def test_reasons_are_asked_only_where_a_job_is_hard_to_fill(full_talk, difficulty, asked):
    talk = full_talk
    talk.to_the_headcount()
    talk.say(difficulty, role__hard_to_fill=difficulty)
    while talk.replies[-1].asks != ("role.sources",):
        talk.say("skip", "skip")
    assert any(reply.asks == ("role.hard_reasons",) for reply in talk.replies) is asked


def test_a_very_long_message_is_read_in_part_and_says_so(talk):
    talk.to_the_headcount()
    assert "first 40,000 characters" in talk.say("x" * 40_001).say


def test_a_whole_interview(talk):
    talk.to_the_headcount()
    talk.say("9 now, 2 open", role__headcount=NINE, role__vacancies=TWO)
    talk.say("2 and 2", role__openings_growth=TWO, role__openings_replacement=TWO)
    talk.say("by June 1", role__start={"start": None, "end": "2027-06-01"})
    talk.say("$22/hr", role__pay={"lo": 22, "hi": 22, "per": "hour"})
    talk.say("MIG welding", role__skills=[{"quote": "MIG welding"}])
    talk.say(
        "AWS preferred, 1 year",
        role__credentials=[{"name": "AWS", "requirement": "preferred"}],
        role__experience={"lo": 12, "hi": 12},
    )
    talk.say("some", role__hard_to_fill="some")
    talk.say("few apply", role__hard_reasons=[{"reason": "few_applicants"}])
    read_back = talk.say("tours; yes", offers=[{"kind": "tour"}], codesign=True)
    assert read_back.say == snapshot("""\
Noted: what you could offer: tour; helping with courses: yes.

Thank you. Here is what I understood.

may be named as a participant: yes
company: Ironvale
parent company: none
your job: owner
area: Butler County
people at your sites: 46
industry: metal fab
what you could offer: tour
helping with courses: yes

Welders
- occupation: Welders, Cutters, Solderers, and Brazers
- in the job now: 9
- openings today: 2
- new positions: 2
- replacements: 2
- needed: by June 1, 2027
- starting pay today: $22 an hour
- skills: MIG welding
- licences and certificates: AWS (a plus)
- experience: 12 months
- hard to fill: some
- why it is hard: few applicants

Is this right? Nothing counts until you confirm it.\
""")
    assert talk.press("Yes, this is right").say == snapshot(
        "Thank you. Your answers are recorded and count from now on. What colleges see are rounded totals of at least three employers. If something changes, write to me here; to remove everything, write: delete my data."
    )
    assert record(talk.interview) == snapshot(
        {
            "consent": {"participate": True, "named": True},
            "employer": {
                "name": "Ironvale",
                "parent": {"answer": "not_applicable"},
                "area": ["Butler County"],
                "size": {"lo": 46, "hi": 46, "approx": False},
                "industry": {"text": "metal fab", "naics": None},
            },
            "respondent": {"role": "owner"},
            "offers": [{"kind": "tour", "quantity": None}],
            "codesign": True,
            "roles": [
                {
                    "title": "welders",
                    "occupation": "51-4121.00",
                    "headcount": {"lo": 9, "hi": 9, "approx": False},
                    "vacancies": {"lo": 2, "hi": 2, "approx": False},
                    "openings_growth": {"lo": 2, "hi": 2, "approx": False},
                    "openings_replacement": {"lo": 2, "hi": 2, "approx": False},
                    "start": {"start": None, "end": "2027-06-01"},
                    "pay": {"lo": 22.0, "hi": 22.0, "per": "hour", "currency": "USD"},
                    "skills": [
                        {
                            "quote": "MIG welding",
                            "concept": None,
                            "requirement": "required",
                            "when": None,
                            "vote": None,
                        }
                    ],
                    "credentials": [{"name": "AWS", "requirement": "preferred", "by_law": None}],
                    "experience": {"lo": 12, "hi": 12, "requirement": "required"},
                    "hard_to_fill": "some",
                    "hard_reasons": [{"reason": "few_applicants", "asked": "spontaneous"}],
                }
            ],
        }
    )


def to_the_read_back(talk, *jobs):
    talk.to_the_jobs()
    talk.say("jobs", roles=list(jobs))
    talk.say("that's it", "finish")
    return talk


def pay(amount):
    return {"lo": amount, "hi": amount, "per": "hour"}


def test_yes_but_is_no_yes(talk):
    to_the_read_back(talk, "welders")
    reply = talk.say("yes, but the pay is 25", "confirm", role__pay=pay(25))
    assert reply.asks == ("confirm",)
    assert "$25 an hour" in reply.say
    assert "What should I change?" in talk.say("yes, but not all of it", "confirm").say
    assert "record" not in talk.effects


@pytest.mark.parametrize("words", ["yes, DELETE everything", "Yes, delete everything"])
def test_the_words_of_a_button_can_be_typed(talk, words):
    talk.to_the_headcount()
    talk.say("delete my data", "delete_my_data")
    talk.say(words)
    assert talk.effects[-1] == "forget"


def test_asking_twice_for_the_deletion_is_a_yes(talk):
    talk.to_the_headcount()
    talk.say("delete my data", "delete_my_data")
    talk.say("delete my data", "delete_my_data")
    assert talk.effects[-1] == "forget"


def test_an_empty_message_does_not_cancel_a_deletion(talk):
    talk.to_the_headcount()
    talk.say("delete my data", "delete_my_data")
    assert talk.say("").asks == ("confirm",)
    talk.press("Yes, delete everything")
    assert talk.effects[-1] == "forget"


@pytest.mark.parametrize(
    "remark", ["neither, they load and unload", "None of these", "not the cutters", "of course"]
)
def test_an_occupation_is_not_picked_by_a_word_in_passing(talk, remark):
    talk.to_the_jobs()
    talk.say("welders", roles=["welders"])
    talk.say(remark)
    assert "occupation" not in record(talk.interview)["roles"][0]


def test_a_remark_does_not_change_the_occupations_that_are_offered(talk):
    talk.to_the_jobs()
    talk.say("welders", roles=["welders"])
    offered = talk.replies[-1].choices
    assert offered == talk.say("they also help out with the fitters now and then").choices


def test_jobs_whose_names_nest_are_jobs_of_their_own(talk):
    talk.to_the_jobs()
    talk.say("both", roles=["welders", "welder helpers"])
    assert [job.title for job in talk.interview.jobs] == ["welders", "welder helpers"]


def test_no_job_is_called_none(talk):
    talk.to_the_jobs()
    talk.say("none", roles=["none"])
    assert talk.interview.jobs == ()


def test_a_correction_goes_to_the_job_that_it_names(talk):
    talk.to_the_jobs()
    talk.say("both", roles=["welders", "CNC machinists"])
    talk.press("None of these")
    reply = talk.say("sorry, the machinists make $30", "correct", role__pay=pay(30))
    welders, machinists = record(talk.interview)["roles"]
    assert "pay" not in welders
    assert machinists["pay"]["lo"] == 30
    assert "CNC machinists, starting pay today: $30 an hour" in reply.say


def test_at_the_read_back_it_asks_which_of_several_jobs_is_meant(talk):
    to_the_read_back(talk, "welders", "painters")
    assert "For which job is that?" in talk.say("the pay is 27", role__pay=pay(27)).say
    talk.say("the painters' pay is 27", role__pay=pay(27))
    welders, painters = record(talk.interview)["roles"]
    assert "pay" not in welders
    assert painters["pay"]["lo"] == 27


def test_a_new_job_takes_the_facts_that_are_said_with_it(talk):
    talk.to_the_headcount()
    talk.say("also fitters at 19 an hour", "add_role", role__title="fitters", role__pay=pay(19))
    welders, fitters = record(talk.interview)["roles"]
    assert "pay" not in welders
    assert fitters["pay"]["lo"] == 19


def test_a_correction_ends_a_pause_at_the_read_back(talk):
    to_the_read_back(talk, "welders")
    talk.say("pause", "pause")
    assert "$27 an hour" in talk.say("the pay is 27", role__pay=pay(27)).say


def test_a_button_of_the_read_back_still_counts_after_a_pause(talk):
    to_the_read_back(talk, "welders")
    yes = talk.replies[-1].choices[0]
    talk.say("pause", "pause")
    talk.hear(talk._heard(yes.label, talk.events[0].reading, choice=yes.id))
    assert talk.effects[-1] == "record"


def test_a_list_grows_at_the_read_back_unless_it_is_corrected(talk):
    to_the_read_back(talk, "welders")
    talk.say("OSHA 10", role__credentials=[{"name": "OSHA 10"}])
    talk.say("and forklift", role__credentials=[{"name": "Forklift"}])
    assert [one["name"] for one in record(talk.interview)["roles"][0]["credentials"]] == [
        "OSHA 10",
        "Forklift",
    ]
    talk.say("OSHA 10 a plus", role__credentials=[{"name": "OSHA 10", "requirement": "preferred"}])
    assert len(record(talk.interview)["roles"][0]["credentials"]) == 2
    talk.say("no, only NIMS", "correct", role__credentials=[{"name": "NIMS"}])
    assert [one["name"] for one in record(talk.interview)["roles"][0]["credentials"]] == ["NIMS"]


def test_a_corrected_sum_puts_its_split_out_of_force(talk):
    talk.to_the_headcount()
    talk.say("skip", "skip")
    talk.say("2 and 2", role__openings_growth=TWO, role__openings_replacement=TWO)
    talk.say("no, 20 in all", "correct", role__openings={"lo": 20, "hi": 20})
    job = record(talk.interview)["roles"][0]
    assert job["openings"]["lo"] == 20
    assert not {"openings_growth", "openings_replacement"} & job.keys()


def test_an_answer_takes_the_place_of_a_refusal(talk):
    talk.to_the_headcount()
    talk.say("no idea", "dont_know")
    talk.say("9 after all", role__headcount=NINE)
    assert record(talk.interview)["roles"][0]["headcount"]["lo"] == 9


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("forget the starting pay", "pay"),
        ("forget the pay please", "pay"),
        ("forget the needed date", "start"),
    ],
)
def test_only_what_is_named_is_forgotten(talk, text, slot):
    talk.to_the_headcount()
    talk.say("x", role__pay=pay(22), role__start={"start": None, "end": "2027-06-01"})
    talk.say(text, "clear")
    job = record(talk.interview)["roles"][0]
    assert slot not in job
    assert len({"pay", "start", "title"} & job.keys()) == 2


def test_what_only_looks_like_a_name_is_not_forgotten(talk):
    talk.to_the_headcount()
    talk.say("x", role__pay=pay(22))
    assert "Which answer" in talk.say("forget the payroll thing", "clear").say
    assert "pay" in record(talk.interview)["roles"][0]


def test_a_job_can_be_taken_out(talk):
    talk.to_the_jobs()
    talk.say("both", roles=["welders", "painters"])
    talk.press("None of these")
    talk.say("9", role__headcount=NINE)
    talk.say("drop the painters", "clear")
    assert [job["title"] for job in record(talk.interview)["roles"]] == ["welders"]
    assert talk.replies[-1].role == "welders"


def test_what_is_forgotten_after_the_confirmation_has_to_be_confirmed(talk):
    to_the_read_back(talk, "welders")
    talk.say("x", role__pay=pay(22))
    talk.press("Yes, this is right")
    assert talk.say("forget the pay", "clear").asks == ("confirm",)


def test_going_back_to_the_jobs_renames_them(talk):
    talk.to_the_jobs()
    talk.say("welders", roles=["welders"])
    assert talk.say("back", "back").asks == ("roles",)
    reply = talk.say("fitters", roles=["fitters"])
    assert [job["title"] for job in record(talk.interview)["roles"]] == ["fitters"]
    assert reply.role == "fitters"


def test_going_back_keeps_the_old_answer_until_there_is_a_new_one(talk):
    talk.to_the_headcount()
    talk.say("9 now, 2 open", role__headcount=NINE, role__vacancies=TWO)
    assert "in the job now: 9" in talk.say("back", "back").say
    talk.say("that's it", "finish")
    assert record(talk.interview)["roles"][0]["headcount"]["lo"] == 9


def test_what_is_said_before_several_jobs_belongs_to_none_of_them(talk):
    talk.to_the_jobs()
    talk.say("we start people at 19", role__pay=pay(19))
    talk.say("both", roles=["welders", "painters"])
    assert not any("pay" in job for job in record(talk.interview)["roles"])


def test_a_wish_for_another_job_is_not_dropped_at_the_first_unclear_word(talk):
    talk.to_the_headcount()
    talk.say("add another job", "add_role")
    assert talk.say("hm").asks == ("roles",)
    talk.say("painters", roles=["painters"])
    assert [job["title"] for job in record(talk.interview)["roles"]] == ["welders", "painters"]


def test_no_two_choices_are_the_same(talk):
    talk.to_the_jobs()
    talk.say("welders", roles=["welders"])
    ids = [choice.id for choice in talk.say("hm what").choices]
    assert len(ids) == len(set(ids))
