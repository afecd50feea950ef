"""The folder list is written in several places of pyproject.toml; they stay the same."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]


def test_every_package_is_shipped_checked_and_layered():
    folders = sorted(path.parent.name for path in ROOT.glob("*/__init__.py"))
    folders.remove("training")  # it needs torch, and makes a part of the product beforehand
    assert TOOLS["uv"]["build-backend"]["module-name"] == folders
    assert TOOLS["mypy"]["packages"] == folders
    assert TOOLS["importlinter"]["root_packages"] == folders


def test_nothing_is_locked_to_an_address():
    for lock in (*ROOT.glob("requirements*.lock"), ROOT / "package-lock.json"):
        assert "://" not in lock.read_text("utf-8")


def test_no_module_is_longer_than_it_should_be():
    sizes = {
        path: path.read_text("utf-8").count("\n")
        for folder in TOOLS["mypy"]["packages"]
        for path in (ROOT / folder).rglob("*.py")
    }
    assert {str(path) for path, size in sizes.items() if size > 300} == set()
