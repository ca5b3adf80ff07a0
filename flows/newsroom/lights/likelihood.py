"""How likely it is that a sentence tells what only one person may tell, by all its signs together.

The weights (`weights.toml`) were learned from labelled documents by `python -m tests.evaluation.private_passages`, as a
logistic regression: of what a sentence scores, nought says that it is as likely private as not.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from flows.newsroom.lights.signs import WHOLE_NAME, signs_of
from flows.newsroom.model import Article

SURE = 1.7
"""What a sentence must score to be held back though no rule names anything in it."""

UNLIKELY = -2.0
"""What a sentence must score at least that a rule alone, of those that are often wrong, may hold it back."""

_IN_PUBLIC = 0.75

Weights = Mapping[str, float]


def scores(article: Article, weights: Weights | None = None) -> list[float]:
    """What each sentence of an article in English scores; less where somebody is named in full."""
    known = learned() if weights is None else weights
    found = ((signs, sum(known.get(sign, 0.0) for sign in signs)) for signs in signs_of(article))
    return [score - _IN_PUBLIC if score > 0 and WHOLE_NAME in signs else score for signs, score in found]


@cache
def learned() -> Weights:
    """The weight of each sign."""
    weights: Weights = tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))
    return weights
