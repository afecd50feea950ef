import io
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.errors import TaxonomyError, UnsafeArchive
from taxonomy.importing import archive as archives
from taxonomy.importing import place as places
from taxonomy.importing.source import open_tables

CENTRAL = b"PK\x01\x02"  # begins what the directory of a zip says of a file
FLAGS, SIZE = 8, 24  # where its flags and its unpacked size stand


def read_all(path: Path) -> int:
    return sum(1 for table in open_tables(path).tables for _ in table.records())


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return data.getvalue()


def patched(data: bytes, offset: int, value: bytes) -> bytes:
    at = data.index(CENTRAL) + offset
    return data[:at] + value + data[at + len(value) :]


@pytest.mark.parametrize(
    "name",
    ["../skills.csv", "a/../../skills.csv", "/etc/skills.csv", "..\\skills.csv", "C:\\x.csv"],
)
def test_a_path_that_climbs_out_is_refused(zipped: Callable[..., Path], name: str):
    path = zipped("bad.zip", {"fine.csv": b"a\n1\n", name: b"a\n1\n"})
    with pytest.raises(UnsafeArchive, match="points out of the archive"):
        open_tables(path)


def test_paths_with_backslashes_are_paths_and_odd_signs_are_not_shown(zipped: Callable[..., Path]):
    found = open_tables(zipped("odd.zip", {"a\\skills.csv": b"a\n1\n", "b\n\x1b[31m.csv": b"a\n"}))
    assert found.files == ("odd.zip/a/skills.csv", "odd.zip/b??[31m.csv")
    assert found.tables[0].name == "skills"


def test_an_encrypted_file_is_refused(tmp_path: Path):
    path = tmp_path / "locked.zip"
    path.write_bytes(patched(zip_bytes({"skills.csv": b"a\n1\n"}), FLAGS, b"\x01\x00"))
    with pytest.raises(UnsafeArchive, match=r"locked.zip: “skills.csv” is encrypted"):
        open_tables(path)


def test_a_bomb_is_refused_before_it_is_opened(zipped: Callable[..., Path]):
    path = zipped("bomb.zip", {"skills.csv": b"a" * 30_000_000})
    with pytest.raises(UnsafeArchive, match="would unpack to 30,000,000 bytes"):
        open_tables(path)


def test_a_bomb_that_hides_its_size_gives_no_more_than_it_admits(tmp_path: Path):
    path = tmp_path / "bomb.zip"
    data = zip_bytes({"skills.csv": b"a\n" * 15_000_000})
    path.write_bytes(patched(data, SIZE, (1000).to_bytes(4, "little")))
    with pytest.raises(UnsafeArchive, match="cannot be read to its end"):
        read_all(path)


def test_many_files_that_are_too_much_together_are_refused(
    zipped: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
):
    path = zipped("many.zip", {f"{number}.csv": b"a\n1\n" for number in range(9)})
    monkeypatch.setattr(archives, "MEMBERS", 8)
    with pytest.raises(UnsafeArchive, match="holds more than any official download"):
        open_tables(path)
    monkeypatch.setattr(archives, "MEMBERS", 9)
    monkeypatch.setattr(archives, "ALL", 35)
    with pytest.raises(UnsafeArchive, match="holds more than any official download"):
        open_tables(path)


def test_what_is_read_is_counted_whatever_the_directory_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "long.csv"
    path.write_bytes(b"a\n" + b"1\n" * 500)
    monkeypatch.setattr(places, "LARGEST", 1000)
    with pytest.raises(UnsafeArchive, match=r"long.csv is larger than any official file"):
        read_all(path)


@pytest.mark.parametrize("cut", [10, 60, 200, -30, -1])
def test_a_truncated_zip_is_refused(tmp_path: Path, cut: int):
    data = zip_bytes({f"{number}.csv": b"a\n1\n" for number in range(4)})
    path = tmp_path / "cut.zip"
    path.write_bytes(data[:cut])
    with pytest.raises(UnsafeArchive, match=r"cut.zip is no whole zip file"):
        open_tables(path)


def test_a_page_saved_as_a_zip_is_refused(tmp_path: Path):
    path = tmp_path / "ESCO.zip"
    path.write_text("<html>Please sign in</html>")
    with pytest.raises(UnsafeArchive, match=r"ESCO.zip is no whole zip file"):
        open_tables(path)


def test_a_changed_byte_inside_a_file_is_noticed(tmp_path: Path):
    data = bytearray(
        zip_bytes({"skills.csv": b"code,title\n" + b"".join(b"%d,x\n" % n for n in range(999))})
    )
    data[60] ^= 0xFF
    path = tmp_path / "changed.zip"
    path.write_bytes(data)
    with pytest.raises(UnsafeArchive, match=r"changed.zip/skills.csv cannot be read to its end"):
        read_all(path)


def test_a_link_in_a_zip_is_no_file(tmp_path: Path):
    link = zipfile.ZipInfo("skills.csv")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert open_tables(tmp_path / "link.zip").files == ()


@given(st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_damaged_zip_is_read_or_a_known_fault(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int]]
):
    data = bytearray(zip_bytes({"skills.csv": b"a,b\n1,2\n", "x/y.txt": b"a\tb\n", "z.csv": b"a"}))
    for at, value in changes:
        data[at % len(data)] = value
    path = tmp_path_factory.getbasetemp() / "damaged.zip"
    path.write_bytes(data)
    with suppress(TaxonomyError):
        assert read_all(path) <= 2
