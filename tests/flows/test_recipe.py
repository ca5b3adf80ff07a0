"""What a run is made with, from the settings and from what lies among the seeds."""

import datetime as dt
from pathlib import Path

import pytest

from flows.newsroom.errors import SettingsError
from flows.newsroom.renderers.briefing import Briefing
from flows.newsroom.renderers.email_html import EmailHtml
from flows.newsroom.renderers.email_text import EmailText
from flows.newsroom.renderers.noticeboard import Noticeboard
from flows.newsroom.settings import read_settings
from flows.newsroom.summarisers.centroid import Centroid
from flows.recipe import Recipe, make_recipe, make_renderers

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


def test_summaries_are_made_for_the_longest_place_in_the_issue(tmp_path: Path) -> None:
    settings = read_settings(tmp_path, {"lengths": {"lead": 120, "story": 60}})

    assert make_recipe(settings, DAY).summariser == Centroid(words=120)


def test_each_edition_is_made_with_the_length_that_the_settings_give_it(tmp_path: Path) -> None:
    lengths = {"mail_lead": 70, "mail_story": 30, "noticeboard": 25, "briefing": 35}

    made = make_renderers(read_settings(tmp_path, {"lengths": lengths}))

    assert made["email_html"] == EmailHtml(lead_words=70, story_words=30)
    assert made["email_text"] == EmailText(lead_words=70, story_words=30)
    assert made["noticeboard"] == Noticeboard(words=25)
    assert made["briefing"] == Briefing(words=35)


def test_the_usual_lengths_of_the_settings_are_those_of_the_editions(tmp_path: Path) -> None:
    made = make_renderers(read_settings(tmp_path))

    assert (made["email_html"], made["email_text"]) == (EmailHtml(), EmailText())
    assert (made["noticeboard"], made["briefing"]) == (Noticeboard(), Briefing())
