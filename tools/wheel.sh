#!/bin/sh
# Builds the wheel and runs it from an empty folder, so that nothing is left out of it.
set -eu
cd "$(dirname "$0")/.."
here=$(pwd)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
PATH="$here/.venv/bin:$PATH" "$here/.venv/bin/python" -c \
    "import uv_build; print(uv_build.build_wheel('$room'))" >/dev/null
"$here/.venv/bin/python" -m zipfile -e "$room"/*.whl "$room/site"
cd "$room"
echo '{"id": "1", "text": "MIG welding"}' |
    PYTHONPATH="$room/site" PYTHONSAFEPATH=1 "$here/.venv/bin/python" -c \
    'import sys; sys.path = [p for p in sys.path if p != "'"$here"'"]; import app.cli; sys.argv = ["needline", "link"]; app.cli.main()' |
    grep -q '"skills"'
echo "The wheel runs."
