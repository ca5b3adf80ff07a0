"""The corrections among the seeds are learned from, as long as their documents are there."""

import datetime as dt
from pathlib import Path

from flows.learning import learn
from flows.newsroom.categorisers import Learner
from flows.newsroom.categorisers.hybrid import Hybrid
from flows.newsroom.readers import media_types
from flows.newsroom.settings import read_settings
from flows.newsroom.sources import discover
from flows.recipe import Recipe, make_recipe

DAY = dt.date(2026, 11, 21)
CORRECTION = '["notes.txt"]\ncategory = "policy"\n'


def recipe_in(folder: Path, corrections: str = "", method: str = "hybrid") -> Recipe:
    seeds = folder / "seeds"
    seeds.mkdir(exist_ok=True)
    (seeds / "notes.txt").write_text("The carers met on Monday.\n\nThey spoke of rest, of forms and of money.")
    (seeds / "corrections.toml").write_text(corrections)
    recipe = make_recipe(read_settings(folder, {"categories": {"method": method}}), DAY)
    return learn(recipe, discover(recipe.seeds, media_types(), 1_000_000).sources)


def test_a_corrected_document_becomes_a_lesson_and_its_work_is_done_anew(tmp_path: Path) -> None:
    before, taught = recipe_in(tmp_path), recipe_in(tmp_path, CORRECTION)

    assert before.categoriser == Hybrid()
    assert isinstance(taught.categoriser, Hybrid)
    assert [lesson.category for lesson in taught.categoriser.lessons] == ["policy"]
    assert taught.digest != before.digest


def test_taking_the_correction_out_takes_it_back(tmp_path: Path) -> None:
    before = recipe_in(tmp_path)
    recipe_in(tmp_path, CORRECTION)

    again = recipe_in(tmp_path)

    assert (again.categoriser, again.digest) == (before.categoriser, before.digest)


def test_a_correction_whose_document_is_gone_teaches_nothing(tmp_path: Path) -> None:
    assert recipe_in(tmp_path, CORRECTION.replace("notes", "gone")).categoriser == Hybrid()


def test_keywords_learn_nothing_and_still_obey(tmp_path: Path) -> None:
    recipe = recipe_in(tmp_path, CORRECTION, method="keywords")
    (source,) = discover(recipe.seeds, media_types(), 1_000_000).sources

    assert not isinstance(recipe.categoriser, Learner)
    assert recipe.corrections.of(source).category == "policy"
