#!/bin/sh
# Compiles the lock files for every platform and Python, with hashes and without addresses.
set -eu
cd "$(dirname "$0")/.."
compile() {
    target=$1
    shift
    uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
        --group pyproject.toml:build "$@" --output-file "$target" pyproject.toml
}
compile requirements.lock
compile requirements-dev.lock --constraint requirements.lock --group pyproject.toml:dev
compile requirements-e2e.lock --constraint requirements-dev.lock \
    --group pyproject.toml:dev --group pyproject.toml:e2e
# What trains the encoder is apart: torch is large, and the program never needs it.
compile requirements-training.lock --constraint requirements.lock --group pyproject.toml:training
