from contextlib import closing
from pathlib import Path

import pytest

from taxonomy.draft import drafting, finish
from taxonomy.edition import About, Edition
from taxonomy.errors import IndexUnreadable, UnknownVersion
from taxonomy.holdings import Holdings, version_key


@pytest.fixture
def holdings(tmp_path: Path) -> Holdings:
    holdings = Holdings(tmp_path / "taxonomy")
    for version in ("29.0", "30.2", "9.1"):
        with drafting(holdings.path("onet", version)) as draft:
            finish(draft, About(Edition("onet", version, "O*NET", "", ""), version))
    return holdings


def test_versions_are_listed_from_old_to_new(holdings: Holdings) -> None:
    assert holdings.versions("onet") == ["9.1", "29.0", "30.2"]
    assert holdings.versions("esco") == []


def test_an_empty_place_holds_nothing(tmp_path: Path) -> None:
    nowhere = Holdings(tmp_path / "nowhere")
    assert (nowhere.all(), nowhere.in_use(), nowhere.opened()) == ([], {}, {})


def test_one_version_of_a_scheme_is_in_use(holdings: Holdings) -> None:
    holdings.use("onet", "29.0")
    holdings.use("onet", "30.2")
    assert holdings.in_use() == {"onet": "30.2"}
    with closing(holdings.opened()["onet"]) as index:
        assert index.about.edition.version == "30.2"


def test_a_version_that_is_not_there_cannot_be_used(holdings: Holdings) -> None:
    with pytest.raises(UnknownVersion, match=r"onet 31\.0\. Of onet there are: 9\.1, 29\.0, 30\.2"):
        holdings.use("onet", "31.0")
    assert holdings.in_use() == {}


def test_a_version_whose_file_is_gone_is_no_longer_in_use(holdings: Holdings) -> None:
    holdings.use("onet", "29.0")
    holdings.path("onet", "29.0").unlink()
    assert holdings.in_use() == {}


def test_damaged_files_are_not_listed_and_a_damaged_choice_is_said(holdings: Holdings) -> None:
    holdings.path("onet", "30.2").write_bytes(b"nothing")
    assert holdings.versions("onet") == ["9.1", "29.0"]
    (holdings.folder / "in-use.json").write_text("[1]", encoding="utf-8")
    with pytest.raises(IndexUnreadable, match="in-use"):
        holdings.in_use()


def test_ten_comes_after_nine() -> None:
    assert sorted(["1.10.0", "1.9.2", "1.2"], key=version_key) == ["1.2", "1.9.2", "1.10.0"]
