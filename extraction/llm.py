"""Models of any provider, by way of LangChain, which only this file knows."""

import time
from collections.abc import Callable
from typing import Any, TypeAlias

from extraction.errors import ModelMisnamed, ProviderMissing, ProviderUnknown, ProviderUnready

Embed: TypeAlias = Callable[[list[str]], list[list[float]]]

PATIENCE = 10.0  # seconds until an answer
LOADING = 60.0  # seconds more for a model on this machine, which has to be loaded first
PAUSES = (0.5, 1.5)  # seconds before the second and the third time
PACKAGES = {
    "azure_ai": "langchain-azure-ai",
    "azure_openai": "langchain-openai",
    "bedrock": "langchain-aws",
    "cohere": "langchain-cohere",
    "google_genai": "langchain-google-genai",
    "google_vertexai": "langchain-google-vertexai",
    "huggingface": "langchain-huggingface[full]",
    "mistralai": "langchain-mistralai",
    "ollama": "langchain-ollama",
    "openai": "langchain-openai",
}


def embedding(name: str, patience: float = PATIENCE) -> Embed:
    """Return what turns texts into vectors: the embedding that is called provider:model."""
    provider, _, model = (part.strip() for part in name.partition(":"))
    if not provider or not model:
        raise ModelMisnamed(name)
    _trace_nothing()
    # Messages and names are compared as equals, so that both are embedded as documents.
    return _again(_made(provider.lower(), model, patience).embed_documents, patience)


def _made(provider: str, model: str, patience: float) -> Any:
    from langchain.embeddings import init_embeddings

    try:
        return init_embeddings(model, provider=provider, **_manner(provider, patience))
    except ImportError as problem:
        package = PACKAGES.get(provider, f"langchain-{provider.replace('_', '-')}")
        raise ProviderMissing(package) from problem
    except Exception as problem:  # each provider raises its own
        if provider not in PACKAGES:
            raise ProviderUnknown(", ".join(sorted(PACKAGES))) from problem
        raise ProviderUnready(f"{provider}:{model}") from problem


def _manner(provider: str, patience: float) -> dict[str, Any]:
    """Return how a provider is told not to wait for long, and to leave trying again to us."""
    if provider in ("openai", "azure_openai"):
        # Texts go as they are: to count their pieces, another file would be downloaded.
        return {"timeout": patience, "max_retries": 0, "check_embedding_ctx_length": False}
    manners: dict[str, dict[str, Any]] = {
        "cohere": {"request_timeout": patience, "max_retries": 1},
        "mistralai": {"timeout": int(patience), "max_retries": 1},
        "ollama": {"client_kwargs": {"timeout": patience + LOADING}},
    }
    return manners.get(provider, {})


def _again(embed: Embed, patience: float) -> Embed:
    """Return the same, tried anew where it fails soon; providers may tell us to wait for long."""

    def embed_again(texts: list[str]) -> list[list[float]]:
        begun = time.monotonic()
        for pause in PAUSES:
            try:
                return embed(texts)
            except Exception:  # each provider raises its own
                if time.monotonic() - begun + pause > patience:
                    raise
            time.sleep(pause)
        return embed(texts)

    return embed_again


def _trace_nothing() -> None:
    """See that LangChain sends texts to no service that records them, whatever is set outside."""
    from langsmith import configure

    configure(enabled=False)
