import socket
import stat
import sys

import pytest

from app.cli import main
from app.errors import PortInUse, SecretMissing
from app.installation import Installation
from app.serving import address, check
from app.settings import Settings

LONG = "sixteen letters!"
PUBLIC = "https://needs.example"


def settings(**given):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return Settings(**{"port": port} | given)


@pytest.mark.parametrize(
    "given",
    [
        {"host": "0.0.0.0"},
        {"host": "0.0.0.0", "secret": LONG},
        {"host": "0.0.0.0", "secret": LONG[:15], "public_url": PUBLIC},
        {"host": "0.0.0.0", "secret": LONG, "public_url": "http://needs.example"},
        {"host": "0.0.0.0", "public_url": PUBLIC},
        {"public_url": PUBLIC},
    ],
)
def test_beyond_this_machine_a_secret_and_https_are_needed(given):
    with pytest.raises(SecretMissing, match=r"at least 16 characters.*https://"):
        check(settings(**given))


def test_with_a_secret_and_https_the_site_may_be_served_everywhere():
    check(settings(host="0.0.0.0", secret=LONG, public_url=PUBLIC))
    check(settings(secret=LONG, public_url=PUBLIC))


def test_on_this_machine_nothing_is_needed():
    check(settings())
    check(settings(public_url="http://localhost:8000"))


def test_an_address_of_the_sixth_version_stands_in_brackets(home):
    here = Installation(Settings(home=home, host="::1", port=8000))
    assert address(here) == "http://[::1]:8000"


def test_a_taken_port_is_named_with_its_address():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortInUse, match=f"127.0.0.1:{port}"):
            check(Settings(port=port))


def test_no_link_is_printed_where_nothing_can_be_served(monkeypatch, capsys, home):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        words = ["needline", "serve", "--port", str(taken.getsockname()[1])]
        monkeypatch.setattr(sys, "argv", words)
        with pytest.raises(SystemExit):
            main()
    assert "Sign in" not in capsys.readouterr().out
    assert not home.exists()


def test_a_blank_employer_is_not_invited(monkeypatch, capsys, home):
    monkeypatch.setattr(sys, "argv", ["needline", "invite", "  "])
    with pytest.raises(SystemExit):
        main()
    assert "blank" in capsys.readouterr().err
    assert not home.exists()


def test_the_secret_reaches_the_database(home):
    here = Installation(Settings(home=home, secret=LONG))
    assert here.database.secret == LONG
    assert LONG not in repr(here.tenant)
    here.database.close()


def test_a_home_that_was_there_is_closed_to_others(home):
    home.mkdir(mode=0o755)
    home.chmod(0o755)
    Installation(Settings(home=home)).make_home()
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_a_folder_that_everybody_uses_stays_as_it_is(home):
    home.mkdir()
    home.chmod(0o1777)
    Installation(Settings(home=home)).make_home()
    assert stat.S_IMODE(home.stat().st_mode) == 0o1777
