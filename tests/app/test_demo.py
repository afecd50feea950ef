"""The demonstration: invented employers through the real engine."""

from dataclasses import replace

import pytest

from app.demo.play import RELEASED_AFTER, Demo, play_all, set_up
from app.demo.script import scripts
from app.demo.show import _begin_again
from app.errors import NotOurs
from app.installation import Installation
from app.settings import Settings
from needs.message import Reply
from signals.release import Draft, NotYet
from storage.releases import Releases


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    installation = Installation(Settings(home=tmp_path_factory.mktemp("demo")))
    demo = set_up(installation)
    list(play_all(demo))
    yield demo
    installation.database.close()


def confirmed(demo: Demo):
    return demo.conversation().intake.confirmed(demo.cycle.id)


def test_every_employer_is_interviewed_to_the_end(demo):
    assert len(confirmed(demo)) == len(scripts())
    assert demo.missing() == []


def test_a_dozen_have_answered_before_the_first_release_and_some_since(demo):
    [released] = Releases(demo.installation.database.tenant(demo.partnership.id)).all(demo.cycle.id)
    assert RELEASED_AFTER == 12
    assert released.number == 1
    assert {signal.kind for signal in released.signals} == {"skill", "credential", "occupation"}


def test_a_visitor_makes_the_next_release_possible(demo):
    press = demo.installation.press(demo.partnership, demo.cycle)
    assert press.draft(demo.installation.now()) == NotYet(1)
    visitor = replace(scripts()[0], id="99-visitor", name="Visitor", answers=ANSWERS)
    demo.play(visitor, demo.installation.now())
    assert isinstance(press.draft(demo.installation.now()), Draft)


def test_playing_again_changes_nothing(demo):
    before = confirmed(demo)
    list(play_all(demo))
    assert confirmed(demo) == before


def test_an_employer_answers_each_question_once_and_skips_what_is_not_scripted():
    first = scripts()[0]
    job = first.jobs[0]
    asked = ("role.openings_growth", "role.openings_replacement")
    assert first.answer(Reply("", asked, job.match[0])) == job.answers["role.openings_growth"]
    assert first.answer(Reply("", ("role.skill_votes",), job.match[0])) == "skip"
    assert first.answer(Reply("", ("confirm",))) == "yes"


ANSWERS = dict(scripts()[0].answers) | {
    "employer.name": "Visitor Works",
    "employer.parent": "no, independent",
    "roles": "CNC machinists",
}


@pytest.fixture
def installation(tmp_path):
    installation = Installation(Settings(home=tmp_path))
    yield installation
    installation.database.close()


def test_real_answers_never_go_to_the_invented_partnership(installation):
    invented = set_up(installation).partnership
    assert installation.visited() == invented
    assert installation.partnership != invented
    assert not installation.partnership.demo


def test_beginning_again_leaves_a_real_partnership_alone(installation):
    set_up(installation)
    assert installation.partnership.name == "Our partnership"
    with pytest.raises(NotOurs):
        _begin_again(installation)
    assert (installation.settings.home / "needline.db").exists()


def test_beginning_again_empties_the_demonstration(installation):
    demo = set_up(installation)
    demo.play(scripts()[0], installation.now())
    _begin_again(installation)
    assert set_up(installation).conversation().intake.interviews(1) == []
