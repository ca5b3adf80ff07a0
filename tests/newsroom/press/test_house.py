"""The house's templates are found in a checkout and in an installed program."""

from pathlib import Path

import pytest

from flows.newsroom.errors import MachineError
from flows.newsroom.press import house


def test_in_a_checkout_they_lie_beside_the_program() -> None:
    assert house.house_templates() == Path(__file__).parents[3] / "templates"


def test_where_the_program_was_installed_they_lie_inside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "flows" / "templates"
    inside.mkdir(parents=True)
    (inside / house.KEYSTONE).touch()
    monkeypatch.setattr(house, "PACKAGE", tmp_path / "flows")

    assert house.house_templates() == inside


def test_another_folder_called_templates_is_not_taken_for_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr(house, "PACKAGE", tmp_path / "flows")

    with pytest.raises(MachineError, match="templates folder is missing"):
        house.house_templates()
