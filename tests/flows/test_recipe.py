"""What a run is made with, from the settings and from what lies among the seeds."""

import datetime as dt
from pathlib import Path

import pytest

from flows.newsroom.errors import SettingsError
from flows.newsroom.settings import read_settings
from flows.recipe import Recipe, make_recipe

DAY = dt.date(2026, 11, 21)


def recipe_in(folder: Path, furniture: str = "") -> Recipe:
    return make_recipe(read_settings(folder, {"documents": {"furniture": furniture}}), DAY)


def test_lines_to_keep_are_read_from_the_seeds_folder(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    without = recipe_in(tmp_path)
    (tmp_path / "seeds" / "furniture.toml").write_text('keep = ["Apply now"]', encoding="utf-8")

    recipe = recipe_in(tmp_path)

    assert recipe.lexicon.is_kept("Apply now!")
    assert recipe.digest != without.digest


def test_a_file_that_the_settings_name_is_read_instead_and_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text('remove = ["Anytown"]', encoding="utf-8")

    assert recipe_in(tmp_path, "ours.toml").lexicon.rule_for("Anytown") is not None
    with pytest.raises(SettingsError, match=r"theirs\.toml cannot be read"):
        recipe_in(tmp_path, "theirs.toml")
