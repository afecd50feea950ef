import random
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from taxonomy.encoding.encoded import Encoded
from taxonomy.encoding.local import HERE, LONGEST, SUMS, WIDTH, WINDOW, WINDOWS, LocalEncoder
from taxonomy.errors import EncoderUnreadable

WHOLE = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
ODD = [
    "",
    "   ",
    "\x00",
    "\ufeff\u200b",
    "\U0010ffff",
    "😀😀",
    "12345 67.8",
    "for (;;) { x[0]++; }",
    "日本語の溶接",
    "용접 기술",
    "لحام المعادن",
    "caf\u00e9 caf\u0065\u0301",
    "[CLS] [SEP] [PAD] [UNK] [MASK]",
]
NAMES = [
    "MIG",
    "MIG welding",
    "",
    "Read blueprints",
    "Draw blood from adults and small children",
    "Drive",
    "日本語",
    "Set up, run and look after computer-controlled milling machines",
    "[SEP]",
]
FILES = ("encoder.onnx", "tokenizer.json", SUMS)


def holds(text: str, found: Encoded) -> None:
    """Say that an encoded text is all that it must be."""
    pieces = len(found.spans)
    assert found.mean.shape == (WIDTH,)
    assert found.words.shape == (pieces, WIDTH)
    assert found.spans.shape == (pieces, 2)
    assert found.marks is not None
    assert found.marks.shape == (pieces, 3)
    assert {found.mean.dtype, found.words.dtype, found.marks.dtype} == {np.dtype(np.float32)}
    assert np.isfinite(found.marks).all()
    assert np.allclose(np.linalg.norm(found.words, axis=1), 1, atol=1e-5)
    assert np.isclose(np.linalg.norm(found.mean), 1, atol=1e-5)
    assert (found.spans[:, 0] >= 0).all()
    assert (found.spans[:, 0] <= found.spans[:, 1]).all()
    assert (found.spans[:, 1] <= len(text)).all()


def in_order(found: Encoded) -> bool:
    """Say whether no piece begins before the one before it."""
    starts = [first for first, last in found.spans.tolist() if first < last]
    return starts == sorted(starts)


@settings(max_examples=60)
@given(WHOLE)
@example("")
def test_any_text_has_vectors_of_length_one_and_pieces_inside_it(
    encoder: LocalEncoder, text: str
) -> None:
    found = encoder.encode(text)
    holds(text, found)
    assert in_order(found)


@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_an_odd_text_is_a_text(encoder: LocalEncoder, text: str) -> None:
    holds(text, encoder.encode(text))


@pytest.mark.parametrize("piece", ["weld and read prints, ", "x", "日本", "\x00", "😀 ", "( "])
def test_of_a_very_long_text_the_beginning_is_read(encoder: LocalEncoder, piece: str) -> None:
    text = piece * (40_000 // len(piece))
    found = encoder.encode(text)
    holds(text, found)
    assert len(found.spans) <= WINDOW * WINDOWS
    assert found.spans.max() <= LONGEST


def test_every_letter_of_a_text_of_several_windows_is_in_a_piece(encoder: LocalEncoder) -> None:
    text = " ".join(f"weld{number}" for number in range(150))
    found = encoder.encode(text)
    assert len(found.spans) > 2 * WINDOW
    covered = {at for first, last in found.spans.tolist() for at in range(first, last)}
    assert covered == {at for at, letter in enumerate(text) if letter != " "}


def bits(found: Encoded) -> tuple[bytes, ...]:
    assert found.marks is not None
    return tuple(one.tobytes() for one in (found.mean, found.words, found.spans, found.marks))


def test_a_text_has_the_same_bits_whatever_was_encoded_before(encoder: LocalEncoder) -> None:
    text = "must weld stainless (TIG) and read prints"
    first = bits(encoder.encode(text))
    for other in (*ODD, text * 20):
        encoder.encode(other)
    encoder.means(NAMES, lambda _: None)
    assert bits(encoder.encode(text)) == first
    assert bits(LocalEncoder().encode(text)) == first


def test_texts_encoded_at_once_have_the_bits_that_each_has_alone(encoder: LocalEncoder) -> None:
    texts = [f"{one} {number}" for number in range(4) for one in NAMES]
    alone = [bits(encoder.encode(text)) for text in texts]
    with ThreadPoolExecutor(4) as hands:
        assert list(hands.map(lambda text: bits(encoder.encode(text)), texts)) == alone


@pytest.mark.parametrize("seed", range(3))
def test_the_whole_of_a_name_is_the_same_in_any_company(encoder: LocalEncoder, seed: int) -> None:
    company = random.Random(seed).choices(NAMES, k=70 + seed)
    alone = {name: encoder.encode(name).mean for name in NAMES}
    means = encoder.means(company, lambda _: None)
    assert means.dtype == np.float32
    for name, mean in zip(company, means, strict=True):
        assert np.allclose(mean, alone[name], atol=1e-4)


@pytest.mark.parametrize("many", [0, 1, 63, 64, 65, 130])
def test_each_name_is_counted_once_as_it_is_done(encoder: LocalEncoder, many: int) -> None:
    done: list[int] = []
    means = encoder.means([("weld", "read prints")[one % 2] for one in range(many)], done.append)
    assert means.shape == (many, WIDTH)
    assert sum(done) == many
    assert min(done, default=1) > 0


def test_whoever_waits_may_stop_it(encoder: LocalEncoder) -> None:
    done: list[int] = []

    def stop(more: int) -> None:
        done.append(more)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        encoder.means(["weld"] * 200, stop)
    assert len(done) == 1
    assert encoder.encode("weld").mean.any()


def test_the_encoder_is_known_by_the_checksums_of_its_files(encoder: LocalEncoder) -> None:
    assert encoder.mark == (HERE / SUMS).read_text(encoding="utf-8")
    named = [line.split("  ")[1] for line in encoder.mark.splitlines()]
    assert sorted(named) == ["encoder.onnx", "tokenizer.json"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "encoder"
    folder.mkdir()
    for name in FILES:
        shutil.copy(HERE / name, folder / name)
    return folder


def remove(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def flip_a_bit(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 3] ^= 1
    path.write_bytes(whole)


def make_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("harm", [remove, cut_short, flip_a_bit, make_a_folder])
def test_a_damaged_encoder_is_refused_and_its_place_said(
    copy: Path, name: str, harm: Callable[[Path], None]
) -> None:
    harm(copy / name)
    with pytest.raises(EncoderUnreadable) as said:
        LocalEncoder(copy)
    assert str(copy) in str(said.value)


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json"])
def test_an_empty_file_is_a_damaged_encoder(copy: Path, name: str) -> None:
    empty(copy / name)
    with pytest.raises(EncoderUnreadable, match=name):
        LocalEncoder(copy)


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json"])
def test_whole_files_that_are_no_encoder_are_refused_as_well(copy: Path, name: str) -> None:
    from hashlib import sha256

    (copy / name).write_bytes(b"{}")
    sums = [f"{sha256((copy / one).read_bytes()).hexdigest()}  {one}" for one in FILES[:2]]
    (copy / SUMS).write_text("\n".join(sums) + "\n", encoding="utf-8")
    with pytest.raises(EncoderUnreadable) as said:
        LocalEncoder(copy)
    assert str(copy) in str(said.value)


def test_a_whole_copy_is_the_same_encoder(copy: Path, encoder: LocalEncoder) -> None:
    other = LocalEncoder(copy)
    assert other.mark == encoder.mark
    assert bits(other.encode("read prints")) == bits(encoder.encode("read prints"))


@pytest.mark.parametrize("text", ["\ud800", "MIG \udfff welding", "a\ud800" * 30], ids=ascii)
def test_half_a_character_is_no_reason_to_fail(encoder: LocalEncoder, text: str) -> None:
    holds(text, encoder.encode(text))
    assert np.allclose(
        encoder.means([text, "weld"], lambda _: None)[0], encoder.encode(text).mean, atol=1e-4
    )


@pytest.mark.parametrize(
    "sums",
    [
        b"",
        b"\n",
        (HERE / SUMS).read_bytes().splitlines(keepends=True)[0],
        (HERE / SUMS).read_bytes().splitlines(keepends=True)[1],
        b"\xe6" + (HERE / SUMS).read_bytes()[1:],
        (HERE / SUMS).read_bytes().replace(b"encoder.onnx", b"encoder.onn\x00"),
    ],
    ids=["empty", "blank", "the first alone", "the second alone", "no UTF-8", "a name with NUL"],
)
def test_checksums_that_do_not_vouch_for_both_files_are_a_damaged_encoder(
    copy: Path, sums: bytes
) -> None:
    (copy / SUMS).write_bytes(sums)
    with pytest.raises(EncoderUnreadable) as said:
        LocalEncoder(copy)
    assert str(copy) in str(said.value)
