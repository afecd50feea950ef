import json
import os
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = str(Path(__file__).parents[2])


def lines(out):
    return [json.loads(line) for line in out.splitlines()]


def test_help_lists_every_command(run):
    code, out, _ = run("--help")
    assert code == 0
    commands = "demo chat serve invite slack link extract interview release export db taxonomy"
    assert all(f" {command} " in out for command in commands.split())


def test_help_imports_nothing_heavy():
    heavy = {"spacy", "sqlalchemy", "fastapi", "slack_bolt", "numpy"}
    heavy |= {"langchain", "langchain_core", "langsmith", "onnxruntime", "tokenizers"}
    code = f"import sys, app.cli; sys.exit(bool({heavy!r} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("setting", "value", "part"),
    [
        ("NEEDLINE_DATABASE_URL", "mysql://user:secret@host/x", "NEEDLINE_DATABASE_URL"),
        ("NEEDLINE_DATABASE_URL", "postgresql://user:secret@127.0.0.1:1/x", "does not answer"),
        ("NEEDLINE_HOME", "/proc/none", "NEEDLINE_HOME"),
        ("NEEDLINE_PORT", "eighty", "NEEDLINE_PORT"),
        ("NEEDLINE_EMBEDDING", "openai", "NEEDLINE_EMBEDDING"),
        ("NEEDLINE_EMBEDDING", "acme:small", "cohere"),
        ("NEEDLINE_EMBEDDING", "cohere:small", "langchain-cohere"),
    ],
)
def test_a_wrong_setting_is_one_line_that_says_what_to_do(run, monkeypatch, setting, value, part):
    monkeypatch.setenv(setting, value)
    code, _, err = run("interview", "--jsonl")
    assert code == 2
    assert part in err
    assert len(err.strip().splitlines()) == 1
    assert "secret" not in err


def test_a_file_that_is_no_database_is_one_line(run, home):
    home.mkdir()
    (home / "needline.db").write_text("hello, I am a letter and not a database " * 100)
    code, _, err = run("release")
    assert code == 2
    assert len(err.strip().splitlines()) == 1


def test_an_old_database_is_refused_until_it_is_upgraded(run, home):
    assert run("release")[0] == 0
    with sqlite3.connect(home / "needline.db") as database:
        database.execute("UPDATE alembic_version SET version_num = 'later'")
    database.close()
    code, _, err = run("release")
    assert code == 2
    assert len(err.strip().splitlines()) == 1


def test_a_port_in_use_is_one_line(run, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, _, err = run("serve", "--port", str(taken.getsockname()[1]))
    assert code == 2
    assert "choose another with --port" in err


def test_the_site_stays_on_this_machine_without_a_secret(run):
    code, _, err = run("serve", "--host", "0.0.0.0")
    assert code == 2
    assert "NEEDLINE_SECRET" in err


def test_slack_without_tokens_says_where_to_find_them(run):
    code, _, err = run("slack")
    assert code == 2
    assert "docs/slack.md" in err


def test_a_release_without_answers_says_what_is_missing(run):
    code, out, _ = run("release")
    assert code == 0
    assert "3 more employers" in out


def test_an_export_before_the_first_release_says_so(run):
    code, _, err = run("export")
    assert code == 2
    assert "Nothing has been released yet" in err


def test_an_export_of_an_unknown_cycle_names_the_known_ones(run):
    run("release")
    code, _, err = run("export", "--cycle", "nosuch")
    assert code == 2
    assert "There is no cycle of this name. Known: 20" in err


def test_bytes_that_are_no_text_are_no_reason_to_stop():
    lines = b'{"id": "1", "text": "MIG \xff"}\n{"id": "2", "text": "MIG"}\n'
    link = [sys.executable, "-c", "from app.cli import main; main()", "link"]
    done = subprocess.run(
        link,
        input=lines,
        stdout=subprocess.PIPE,
        check=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8:strict", "PYTHONPATH": ROOT},
    )
    assert len(done.stdout.splitlines()) == 2


def test_a_partnership_that_is_not_there_is_not_founded_by_a_slip(run, monkeypatch):
    run("release")
    monkeypatch.setenv("NEEDLINE_PARTNERSHIP", "Our partnreship")
    code, _, err = run("release")
    assert code == 2
    assert "They are: Our partnership." in err


def test_an_invitation_is_a_link(run):
    code, out, _ = run("invite", "Ironvale")
    assert code == 0
    assert out.startswith("http://127.0.0.1:8000/i/")


def test_texts_are_linked_line_by_line(run):
    code, out, _ = run("link", "--jsonl", typed='{"id": "1", "text": "MIG welding"}\nnonsense\n')
    found, wrong = lines(out)
    assert code == 0
    assert found["skills"][0]["label"] == "MIG welding"
    assert "error" in wrong


def test_titles_are_linked_to_occupations(run):
    _, out, _ = run(
        "link",
        "--jsonl",
        "--scheme",
        "onet",
        "--top",
        "3",
        typed='{"id": "1", "text": "welders"}\n',
    )
    assert lines(out)[0]["occupations"][0]["code"] == "51-4121.00"


def test_facts_are_read_line_by_line(run):
    line = {"id": "1", "text": "$22.50/hr", "asked": ["role.pay"], "today": "2026-11-23"}
    _, out, _ = run("extract", "--jsonl", typed=json.dumps(line) + "\n")
    [answer] = lines(out)
    [fact] = answer["facts"]
    assert fact["value"] == {"lo": 22.5, "hi": 22.5, "per": "hour", "currency": "USD"}
    assert line["text"][fact["start"] : fact["end"]] == fact["quote"]


def test_an_interview_can_be_held_in_json_lines(run):
    said = [{"text": "yes"}, {"text": "no"}, {"text": "I have to go, pause please"}]
    typed = "".join(json.dumps(one) + "\n" for one in said)
    _, out, _ = run("interview", "--jsonl", "--today", "2026-11-23", typed=typed)
    first, *_, last = lines(out)
    assert first["asks"] == ["consent.participate"]
    assert last["outcome"] == "paused"
    assert last["record"]["consent"] == {"participate": True, "named": False}


def test_the_starter_vocabulary_has_no_faults(run):
    code, out, _ = run("taxonomy", "check")
    assert (code, out.strip()) == (0, "No faults.")
