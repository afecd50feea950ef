#!/bin/sh
# Installs what a lock file names, and the program, into .venv. Does nothing where that is done.
set -eu
cd "$(dirname "$0")/.."
lock=$1
stamp=.venv/.installed
wanted=$(cat "$lock" pyproject.toml | cksum)

# The larger locks hold all that the smaller ones do.
for done in requirements-e2e.lock requirements-dev.lock requirements.lock; do
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$done $(cat "$done" pyproject.toml | cksum)" ]; then
        exit 0
    fi
    [ "$done" = "$lock" ] && break
done

find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    echo "Needline needs Python 3.11 or newer; none was found. Install one, or set PYTHON." >&2
    exit 2
}

install_with_uv() {
    [ -x .venv/bin/python ] || uv venv --quiet --no-python-downloads --python "$python" .venv
    uv pip install --quiet --python .venv/bin/python --require-hashes --requirement "$lock"
    PATH=.venv/bin:$PATH uv pip install --quiet --python .venv/bin/python \
        --no-deps --no-build-isolation --editable .
}

install_with_pip() {
    if [ ! -x .venv/bin/pip ] && ! "$python" -m venv --clear .venv 2>/dev/null; then
        rm -rf .venv
        echo "Python's venv module is missing; install it (on Debian or Ubuntu: apt install python3-venv), or install uv." >&2
        exit 2
    fi
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$lock"
    PATH=.venv/bin:$PATH .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --no-deps --no-build-isolation --editable .
}

python=$(find_python)
echo "Installing Needline into .venv; this takes a minute the first time." >&2
if command -v uv >/dev/null 2>&1; then install_with_uv; else install_with_pip; fi
echo "$lock $wanted" > "$stamp"
