"""The summarise stage with a language model: what is reworded, what is not, and what is asked again next time."""

import datetime as dt
import json
import pickle
from pathlib import Path

import pytest

from flows.newsroom.model import Article, Defaults, Rights, Summary
from flows.newsroom.settings import read_settings
from flows.recipe import Recipe, following, make_recipe
from flows.summarise import summaries_of
from tests.factories import a_source, an_article
from tests.language_model.server import Answer, a_server, says

DAY = dt.date(2026, 11, 21)
TOLD = ("The carers' centre opened a new kitchen on Friday.", "Around 140 people came, and two choirs sang.")
FAITHFUL = json.dumps({"sentences": [{"text": "Two choirs sang at the opening.", "sources": [2]}]})


def a_recipe(folder: Path, base: str | None, *, model: str = "small") -> Recipe:
    table = f'[language_model]\nbase = "{base}"\nmodel = "{model}"\n' if base else ""
    (folder / "newsletter.toml").write_text(f'{table}[categories]\nmethod = "keywords"\n')
    return make_recipe(read_settings(folder), DAY)


def an_article_of(rights: Rights, path: str = "notice.txt") -> Article:
    return an_article(*TOLD, source=a_source(path, defaults=Defaults(rights=rights)))


def summary_of(article: Article, recipe: Recipe) -> Summary:
    (made,) = summaries_of([article], recipe)
    assert isinstance(made, Summary)
    return made


def test_without_a_language_model_nothing_is_reworded(tmp_path: Path) -> None:
    made = summary_of(an_article_of(Rights.OWN), a_recipe(tmp_path, None))

    assert made.rewordings == ()
    assert made.setback is None


def test_a_document_of_ours_is_reworded(tmp_path: Path) -> None:
    with a_server(lambda *_: says(FAITHFUL)) as desk:
        made = summary_of(an_article_of(Rights.OWN), a_recipe(tmp_path, desk.base))

    assert [one.text for one in made.rewordings] == ["Two choirs sang at the opening."]
    assert made.reworded_by == "small"


def test_not_a_word_of_a_document_of_others_leaves_the_computer(tmp_path: Path) -> None:
    with a_server(lambda *_: says(FAITHFUL)) as desk:
        made = summary_of(an_article_of(Rights.PRESS), a_recipe(tmp_path, desk.base))

    assert desk.asked == []
    assert made.extracts


def test_a_server_that_is_gone_costs_a_batch_one_try(tmp_path: Path) -> None:
    articles = [an_article_of(Rights.OWN, f"{number}.txt") for number in range(30)]

    with a_server(lambda *_: Answer(status=401)) as desk:
        made = summaries_of(articles, a_recipe(tmp_path, desk.base))

    assert len(desk.asked) == 1
    assert all(isinstance(one, Summary) and one.setback and one.setback.is_passing for one in made)


def test_another_model_or_address_is_other_work_and_another_key_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = a_recipe(tmp_path, "http://127.0.0.1:1/v1")
    other_model = a_recipe(tmp_path, "http://127.0.0.1:1/v1", model="large")
    other_base = a_recipe(tmp_path, "http://127.0.0.1:2/v1")
    monkeypatch.setenv("STANDFIRST_LANGUAGE_MODEL__KEY", "s3cret")
    other_key = a_recipe(tmp_path, "http://127.0.0.1:1/v1")

    assert len({first.digest, other_model.digest, other_base.digest}) == 3
    assert first.digest == other_key.digest
    assert "s3cret" not in repr(other_key)


def test_work_that_is_done_again_next_time_has_followers_that_are_done_again_too() -> None:
    from flows.newsroom.model import Stage

    once = following(Stage.SUMMARISE, "clean-a-b") + "-once-7"

    assert following(Stage.CATEGORISE, once) == "categorise-a-b-once-7"


def test_a_recipe_with_a_language_model_can_be_sent_to_another_process(tmp_path: Path) -> None:
    recipe = a_recipe(tmp_path, "http://127.0.0.1:1/v1")

    assert pickle.loads(pickle.dumps(recipe)).language_model == recipe.language_model  # noqa: S301 - our own bytes
