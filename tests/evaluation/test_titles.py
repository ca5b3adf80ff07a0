"""Titles are found by what was learned of them, on documents that it was not learned from as well."""

import tomllib
from importlib.resources import files

from flows.newsroom import cleaning
from flows.newsroom.cleaning.title import WEIGHTS
from tests.evaluation.titles import learned, lessons, results


def test_titles_of_documents_that_were_not_learned_from_are_found() -> None:
    real = [result.is_right for result in results() if not result.is_made]
    under_letterheads = [result.is_right for result in results() if result.is_made and result.wanted]

    assert sum(real) >= 0.93 * len(real)
    assert sum(under_letterheads) >= 0.82 * len(under_letterheads)


def test_the_weights_that_are_shipped_are_close_to_those_that_are_learned() -> None:
    shipped = tomllib.loads(files(cleaning).joinpath(WEIGHTS).read_text(encoding="utf-8"))
    again = learned(lessons())

    assert shipped.keys() == again.keys()
    # What else is read a little otherwise moves them a little.
    assert all(abs(shipped[name] - weight) < 0.5 for name, weight in again.items())
