"""What the documentation names is there, and what is there is named."""

import ast
import re
from pathlib import Path

import pytest
from typer import Context
from typer.core import TyperGroup
from typer.main import get_command

from flows.commands import members
from flows.commands.app import app
from flows.newsroom import readers, renderers
from flows.newsroom.plugins import plugin_names

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "newsletter.toml").read_text(encoding="utf-8")


def test_the_readme_names_every_command_and_no_other() -> None:
    group = get_command(app)

    commands = set(group.list_commands(Context(group))) if isinstance(group, TyperGroup) else set()
    assert set(re.findall(r"^\| `standfirst ([\w-]+)", README, flags=re.MULTILINE)) == commands


def test_the_readme_names_every_command_for_members_and_no_other() -> None:
    group = get_command(members.app)

    commands = set(group.list_commands(Context(group))) if isinstance(group, TyperGroup) else set()
    assert set(re.findall(r"^\| `standfirst members (\w+)", README, flags=re.MULTILINE)) == commands


def test_the_readme_names_every_make_target_and_no_other() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, flags=re.MULTILINE)) - {"help"}

    named = r"make (newsletter|test|check|fix|bench|serve|demo-delivery|constraints)\b"
    assert set(re.findall(named, README)) == targets


def test_the_readme_names_every_kind_of_document() -> None:
    missing = [suffix for suffix in readers.media_types() if f"`{suffix}`" not in README]

    assert missing == []


def test_the_settings_that_come_with_standfirst_name_every_edition() -> None:
    (line,) = re.findall(r"^editions = (.*)$", SETTINGS, flags=re.MULTILINE)

    assert [name for name in plugin_names(renderers) if f'"{name}"' not in line] == []


@pytest.mark.parametrize("room", ["flows", "flows/newsroom/postroom", "flows/newsroom/postroom/member_files"])
def test_the_map_of_a_room_names_every_module_in_it_and_no_other(room: str) -> None:
    module = ast.parse((ROOT / room / "__init__.py").read_text(encoding="utf-8"))
    lines = re.findall(r"^ *((?:\w+, )*\w+) {2,}\S", ast.get_docstring(module) or "", flags=re.MULTILINE)

    named = {name for line in lines for name in line.split(", ")}
    there = {path.stem for path in (ROOT / room).iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert named - there == set()
    assert there - named - {"__init__", "commands", "newsroom"} == set()


@pytest.mark.parametrize("name", ["constraints.txt", "tests/constraints.txt"])
def test_the_locked_versions_name_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    assert "://" not in text
    assert all(line.startswith("    --hash=sha256:") or "==" in line for line in text.splitlines())
