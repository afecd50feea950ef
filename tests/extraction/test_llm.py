import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

import numpy as np
import pytest
from langchain.embeddings import init_embeddings
from langsmith import configure
from langsmith.utils import tracing_is_enabled

from extraction import llm
from extraction.errors import (
    ExtractionError,
    ModelMisnamed,
    ProviderMissing,
    ProviderUnknown,
    ProviderUnready,
)
from extraction.llm import PACKAGES, embedding
from taxonomy.encoding.foreign import ForeignEncoder
from taxonomy.errors import EmbeddingFailed
from tests.extraction.embedding_server import Answer, Asked, refusal, serving, vectors

NAME = "openai:small"


@pytest.fixture(autouse=True)
def nothing_from_outside(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No key, address, proxy or record-keeping of the machine's own reaches a test."""
    marks = ("OPENAI_", "AZURE_", "LANGCHAIN_", "LANGSMITH_", "COHERE_")
    for name in list(os.environ):
        if name.startswith(marks) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    yield
    configure(enabled=None)


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    @contextmanager
    def served(answer: Callable[[list[str]], Answer]) -> Iterator[Asked]:
        with serving(answer) as asked:
            monkeypatch.setenv("OPENAI_API_KEY", "no-key")
            monkeypatch.setenv("OPENAI_BASE_URL", asked.address)
            yield asked

    return served


def lengths(texts: list[str]) -> Answer:
    return vectors(*([float(len(text)), 1.0] for text in texts))


def test_vectors_come_in_the_order_of_the_texts(serve) -> None:
    with serve(lengths) as asked:
        assert embedding(NAME)(["four", "fifteen letters", "x"]) == [[4, 1], [15, 1], [1, 1]]
    assert asked.texts == [["four", "fifteen letters", "x"]]
    assert asked.paths == ["/v1/embeddings"]


def test_many_texts_are_asked_for_in_a_few_calls(serve) -> None:
    texts, done = ["x" * size for size in range(1, 301)], []
    with serve(lengths) as asked:
        means = ForeignEncoder(NAME, embedding(NAME)).means(texts, done.append)
    assert [len(some) for some in asked.texts] == [1, 128, 128, 44]
    assert done == [128, 128, 44]
    assert np.allclose(means[:, 0] / means[:, 1], range(1, 301))


@pytest.mark.parametrize("text", ["", "\ud800", "\x00", "日本 😀", "x" * 40_000, "😀" * 40_000])
def test_every_text_can_be_sent(serve, text: str) -> None:
    with serve(lengths) as asked:
        ForeignEncoder(NAME, embedding(NAME)).encode(text)
    assert all(0 < len(one.encode()) <= 8_000 for (one,) in asked.texts)


def test_a_server_that_stumbles_once_is_asked_again(serve, monkeypatch) -> None:
    monkeypatch.setattr(llm, "PAUSES", (0.01, 0.01))
    answers = iter([refusal(500), refusal(429)])
    with serve(lambda texts: next(answers, None) or lengths(texts)) as asked:
        assert embedding(NAME)(["one"]) == [[3, 1]]
    assert len(asked.texts) == 3


def alike(some: list[float]) -> Callable[[list[str]], Answer]:
    return lambda texts: vectors(*(some for _ in texts))


@pytest.mark.parametrize(
    "answer",
    [
        lambda _: refusal(500),
        lambda _: refusal(503),
        lambda _: refusal(429),
        lambda _: refusal(401),
        lambda _: vectors(),
        lambda _: vectors([1.0, 2.0], [1.0, 2.0], [1.0, 2.0]),
        lambda _: vectors([1.0, 2.0], [1.0]),
        alike([]),
        alike([1.0, float("nan")]),
        alike([1.0, float("inf")]),
        alike([1.0, None]),
        alike(["one", "two"]),
        lambda _: (200, b'{"data": [{"embedding": "AAAA"}, {"embedding": "%%%"}]}'),
        lambda _: (200, b"{}"),
        lambda _: (200, b"[]"),
        lambda _: (200, b"<html>Sign in first</html>"),
        lambda _: (200, b""),
        lambda _: (302, b""),
    ],
)
def test_a_wrong_answer_is_said_in_our_words(serve, monkeypatch, answer) -> None:
    monkeypatch.setattr(llm, "PAUSES", (0.01, 0.01))
    with serve(answer):
        encoder = ForeignEncoder(NAME, embedding(NAME))
        started = time.monotonic()
        with pytest.raises(EmbeddingFailed, match=r"NEEDLINE_EMBEDDING.*openai:small") as said:
            encoder.means(["one", "two"], lambda _: None)
    assert "secret words" not in str(said.value)
    assert time.monotonic() - started < 5


def test_being_told_to_wait_for_a_minute_is_a_failure_now(serve) -> None:
    with serve(lambda _: refusal(429)) as asked:
        asked.headers["retry-after"] = "60"
        started = time.monotonic()
        with pytest.raises(EmbeddingFailed):
            ForeignEncoder(NAME, embedding(NAME)).encode("one")
    assert time.monotonic() - started < 5
    assert len(asked.texts) == 3


def test_a_server_that_says_nothing_is_not_waited_for(serve) -> None:
    released = Event()

    def silent(texts: list[str]) -> Answer:
        released.wait(10)
        return lengths(texts)

    with serve(silent):
        started = time.monotonic()
        with pytest.raises(EmbeddingFailed):
            ForeignEncoder(NAME, embedding(NAME, patience=0.3)).encode("one")
        spent = time.monotonic() - started
        released.set()
    assert spent < 3


def test_a_server_that_is_not_there_is_a_failure(monkeypatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "no-key")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    with pytest.raises(EmbeddingFailed):
        ForeignEncoder(NAME, embedding(NAME, patience=0.3)).encode("one")


@pytest.mark.parametrize("name", ["", "openai", "openai:", ":small", " : ", "text-embedding-3"])
def test_a_name_without_provider_and_model_is_shown_the_form(name: str) -> None:
    with pytest.raises(ModelMisnamed, match="as in openai:text-embedding-3-small"):
        embedding(name)


def test_an_unknown_provider_is_told_those_that_are_known() -> None:
    with pytest.raises(ProviderUnknown, match=r"azure_ai, .*, openai$"):
        embedding("acme:small")


@pytest.mark.parametrize("provider", ["cohere", "bedrock", "google_genai", "Ollama"])
def test_a_missing_package_is_named(provider: str) -> None:
    with pytest.raises(ProviderMissing, match=f"Install it.*: {PACKAGES[provider.lower()]}$"):
        embedding(f"{provider}:small:latest")


def test_a_missing_key_is_told_and_nothing_of_the_library() -> None:
    with pytest.raises(ProviderUnready) as said:
        embedding("openai:small")
    assert str(said.value) == f"{ProviderUnready.__doc__} openai:small"


def test_we_name_the_providers_that_langchain_knows() -> None:
    with pytest.raises(ValueError, match="is not supported") as said:
        init_embeddings("acme:small")
    assert set(re.findall(r"- (\w+):", str(said.value))) == set(PACKAGES)


def test_every_error_is_of_one_tree() -> None:
    errors = (ModelMisnamed, ProviderMissing, ProviderUnknown, ProviderUnready)
    assert all(issubclass(one, ExtractionError) for one in errors)


def test_no_text_is_recorded_anywhere_whatever_is_set_outside(serve, monkeypatch) -> None:
    for name in ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2"):
        monkeypatch.setenv(name, "true")
    on = []
    with serve(lambda texts: on.append(tracing_is_enabled()) or lengths(texts)) as asked:
        monkeypatch.setenv("LANGSMITH_ENDPOINT", asked.address)
        monkeypatch.setenv("LANGSMITH_API_KEY", "no-key")
        embed = embedding(NAME)
        embed(["here"])
        elsewhere = Thread(target=lambda: (on.append(tracing_is_enabled()), embed(["there"])))
        elsewhere.start()
        elsewhere.join()
    assert on == [False] * 3
    assert asked.texts == [["here"], ["there"]]


def test_langchain_is_imported_only_when_it_is_used() -> None:
    heavy = {"langchain", "langchain_core", "langsmith", "openai"}
    code = f"import sys, extraction.llm; sys.exit(bool({heavy!r} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
