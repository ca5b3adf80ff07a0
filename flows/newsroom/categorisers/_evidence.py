"""What speaks for each category, of six kinds, and how much each kind counts.

The counts (weights.toml) were learned from labelled documents by `python -m tests.evaluation.reference`. They are the
same for every category, so they hold for a forum's own categories, too.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib.resources import files
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from flows.newsroom.categorisers._likeness import Likeness
from flows.newsroom.categorisers._matching import Match, matches_of
from flows.newsroom.categorisers._ranking import leaning
from flows.newsroom.model import Article, Form, Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each kind of evidence counts."""

    whole: float  # likeness of the whole document
    title: float  # likeness of its title
    opening: float  # likeness of its first sentences
    words: float  # words of the category in it
    title_words: float  # words of the category in its own title
    form: float  # how far its form leans to the category


KINDS = tuple(field.name for field in fields(Weights))
"""In the order of the columns of evidence."""


def evidence_of(
    article: Article, taxonomy: Taxonomy, form: Form, likeness: Likeness, matches: Sequence[Sequence[Match]]
) -> NDArray[np.float64]:
    """The evidence for each category: a row a category, a column for each of `KINDS`."""
    in_title = matches_of(replace(article, blocks=(), sentences=()), taxonomy)
    columns = {
        "whole": likeness.scores,
        "title": likeness.of_title,
        "opening": likeness.of_opening,
        "words": [sqrt(_total(found)) for found in matches],
        "title_words": [sqrt(_total(found)) for found in in_title],
        "form": leaning(form, taxonomy),
    }
    return np.array([columns[kind] for kind in KINDS]).T


def weighed(evidence: NDArray[np.float64], weights: Weights) -> list[float]:
    """The score of each category, a whole number of millionths: the last bits of a sum differ between processors."""
    scores = evidence @ np.array([getattr(weights, kind) for kind in KINDS])
    return [round(float(score), 6) for score in scores]


@cache
def learned_weights() -> Weights:
    """The weights that are shipped."""
    return Weights(**tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8")))


def _total(found: Sequence[Match]) -> float:
    return sum(match.score for match in found)
