import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.escaping import escape, unescape


@given(st.text())
def test_what_a_person_types_comes_back_as_typed(text: str) -> None:
    assert unescape(escape(text)) == text


@given(st.text())
def test_nothing_that_leaves_can_be_a_link_or_a_mention(text: str) -> None:
    assert not set("<>") & set(escape(text))


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("R&amp;D, pay &gt; 20 and &lt; 30", "R&D, pay > 20 and < 30"),
        ("&amp;lt;", "&lt;"),
        ("see <https://acme.example/jobs>", "see https://acme.example/jobs"),
        ("see <https://acme.example?a=1&amp;b=2>", "see https://acme.example?a=1&b=2"),
        ("see <http://acme.example|acme.example>", "see acme.example"),
        ("<mailto:erin@acme.example|erin@acme.example>", "erin@acme.example"),
        ("<mailto:erin@acme.example>", "erin@acme.example"),
        ("<tel:+15550100|555-0100>", "555-0100"),
        ("ask <@U123>", "ask @U123"),
        ("ask <@U123|erin>", "ask @erin"),
        ("in <#C1|general>", "in #general"),
        ("<!here>", "@here"),
        ("<!subteam^S1|@hr>", "@hr"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
    ],
)
def test_slacks_wrapping_is_undone_once(sent: str, typed: str) -> None:
    assert unescape(sent) == typed
