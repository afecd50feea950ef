from pathlib import Path
from zlib import crc32

import numpy as np
import pytest
from langchain_core.embeddings import DeterministicFakeEmbedding

from needs.concept import Concept
from taxonomy.concepts import Concepts
from taxonomy.encoding.foreign import AT_ONCE, LONGEST, ForeignEncoder
from taxonomy.errors import EmbeddingFailed
from taxonomy.index import Name
from taxonomy.linker import Linker
from taxonomy.prepared import prepared

MAZAK = Concept("local", "local:1/skill/mazak", "Run the Mazak", "local")
WIDTH = 128


def by_letters(texts: list[str]) -> list[list[float]]:
    """Embed by runs of three letters, so that what is spelt alike is near."""
    return [_counted(f" {text.casefold()} ") for text in texts]


def _counted(text: str) -> list[float]:
    counts = [0.01] * WIDTH
    for at in range(len(text) - 2):
        counts[crc32(text[at : at + 3].encode()) % WIDTH] += 1
    return counts


def unseen(*_: int) -> None:
    """Show nobody how far the work is."""


@pytest.fixture
def encoder() -> ForeignEncoder:
    return ForeignEncoder("made:letters", by_letters)


def test_a_text_is_one_vector_that_stands_for_all_of_it(encoder: ForeignEncoder) -> None:
    found = encoder.encode("read prints")
    assert found.mean.shape == (WIDTH,)
    assert found.mean.dtype == np.float32
    assert np.linalg.norm(found.mean) == pytest.approx(1)
    assert found.spans.tolist() == [[0, 11]]
    assert found.between(5, 11) is not None


def test_the_whole_of_many_texts_is_that_of_each(encoder: ForeignEncoder) -> None:
    texts = [f"skill number {number}" for number in range(AT_ONCE + 3)]
    done: list[int] = []
    means = encoder.means(texts, done.append)
    assert done == [AT_ONCE, 3]
    assert all(
        np.allclose(mean, encoder.encode(text).mean)
        for mean, text in zip(means, texts, strict=True)
    )


def test_no_texts_have_no_vectors_of_the_right_width(encoder: ForeignEncoder) -> None:
    assert encoder.means([], unseen).shape == (0, WIDTH)


def test_a_long_text_is_cut_between_characters() -> None:
    seen: list[str] = []
    ForeignEncoder("made:letters", lambda texts: seen.extend(texts) or by_letters(texts)).encode(
        "日本" * 5_000
    )
    assert max(len(text.encode()) for text in seen) == LONGEST - LONGEST % 3
    assert set(seen[-1] + seen[0]) <= set("日本skill")


@pytest.mark.parametrize(
    "answer",
    [[], [[]], [1.0, 2.0], [[1.0], [2.0]], [[float("nan")]], [[1e39]], [["a"]], None, "no"],
)
def test_what_are_no_vectors_is_a_failure_of_the_embedding(answer) -> None:
    with pytest.raises(EmbeddingFailed, match="made:odd"):
        ForeignEncoder("made:odd", lambda _: answer).encode("read prints")


def test_vectors_whose_length_changes_are_a_failure() -> None:
    def growing(texts: list[str]) -> list[list[float]]:
        return [[1.0] * (2 if "Z" in text else 3) for text in texts]

    texts = [*["read prints"] * AT_ONCE, "Z"]
    with pytest.raises(EmbeddingFailed):
        ForeignEncoder("made:odd", growing).means(texts, unseen)


def test_whatever_a_provider_raises_is_one_error_without_its_words() -> None:
    def broken(_: list[str]) -> list[list[float]]:
        raise KeyError("secret words")

    with pytest.raises(EmbeddingFailed) as said:
        ForeignEncoder("made:odd", broken).encode("read prints")
    assert "secret" not in str(said.value)


def test_words_find_their_skills_by_an_embedding_from_elsewhere(
    concepts: Concepts, encoder: ForeignEncoder
) -> None:
    linker = Linker(concepts, encoder)
    first = [linker.skills(text)[0].concept.label for text in ("shop drawing", "blood draw")]
    assert first == ["Read blueprints", "Draw blood"]
    assert len(linker.skills("weld")) == 8
    assert linker.occupations("MIG welders")[0].concept.uri == "51-4121.00"


def test_a_partnerships_own_words_are_embedded_as_well(
    concepts: Concepts, encoder: ForeignEncoder
) -> None:
    linker = Linker(concepts, encoder)
    own = linker.beside([Name(MAZAK, "Mazak", "local")])
    assert own.skills("Mazak")[0].concept == MAZAK
    assert own.skill("Mazak") == MAZAK


def test_langchains_own_made_up_vectors_do_as_well(concepts: Concepts) -> None:
    made_up = DeterministicFakeEmbedding(size=16).embed_documents
    linker = Linker(concepts, ForeignEncoder("made:up", made_up))
    assert linker.skills("MIG welding")[0].concept.label == "MIG welding"


def test_tables_are_computed_once_for_each_embedding(
    concepts: Concepts, encoder: ForeignEncoder, tmp_path: Path
) -> None:
    calls: list[int] = []

    def counted(texts: list[str]) -> list[list[float]]:
        calls.append(len(texts))
        return by_letters(texts)

    def spent(name: str) -> int:
        calls.clear()
        prepared(concepts, tmp_path / "prepared", ForeignEncoder(name, counted), unseen)
        return sum(calls)

    assert spent("made:one") > 8
    assert spent("made:one") == 0
    assert spent("made:two") > 8
