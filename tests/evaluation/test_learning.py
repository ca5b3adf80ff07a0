"""Corrections, drawn at chance among the practice documents, never make the rest of them worse."""

import random
from collections import defaultdict
from functools import cache

import pytest

from flows.newsroom.categorisers.hybrid import Hybrid
from flows.newsroom.model import Article
from flows.newsroom.taxonomies import default_taxonomy
from tests.evaluation.chain import made_of
from tests.evaluation.corpus import Half

Labelled = tuple[Article, str]


@cache
def labelled() -> tuple[Labelled, ...]:
    """The articles of the practice documents, and the category that their label gives."""
    return tuple(
        (made.draft.article, made.document.label.category)
        for made in made_of(Half.PRACTICE)
        if made.draft and made.document.label.category
    )


def drawn(labels: int, seed: int) -> tuple[list[Labelled], list[Labelled]]:
    """As many documents of every category as `labels` says, and all others."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    by_category: defaultdict[str, list[Labelled]] = defaultdict(list)
    for pair in labelled():
        by_category[pair[1]].append(pair)
    taught = [pair for pairs in by_category.values() for pair in chance.sample(pairs, min(labels, len(pairs) - 1))]
    return taught, [pair for pair in labelled() if pair not in taught]


def right(categoriser: Hybrid, pairs: list[Labelled]) -> int:
    """How many articles come out under the category of their label."""
    return sum(categoriser(article, default_taxonomy()).topics[0].category == key for article, key in pairs)


@pytest.mark.parametrize("labels", [1, 2, 5])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_learning_never_makes_the_rest_worse(labels: int, seed: int) -> None:
    taught, rest = drawn(labels, seed)

    learned = right(Hybrid().taught(taught), rest)

    assert learned >= right(Hybrid(), rest)
