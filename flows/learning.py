"""Learning: a categoriser is told of the documents that a person corrected."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from flows.clean import articles_or_rejections
from flows.newsroom.categorisers import Learner
from flows.newsroom.model import Article, Source
from flows.recipe import Recipe


def learn(recipe: Recipe, sources: Sequence[Source]) -> Recipe:
    """The recipe with a categoriser that knows the corrections whose documents are still among the seeds.

    Args:
        recipe: What the run is made with.
        sources: The documents that were found.

    Returns:
        The same recipe where there is nothing to learn, or nobody who could.
    """
    if not isinstance(recipe.categoriser, Learner):
        return recipe
    read = (
        outcome
        for source in sources
        if recipe.corrections.concern(source)
        for outcome in articles_or_rejections(source, recipe)
        if isinstance(outcome, Article)
    )
    corrected = [(article, key) for article in read if (key := recipe.corrections.of(article.source).category)]
    if not corrected:
        return recipe
    taught = recipe.categoriser.taught(sorted(corrected, key=lambda pair: pair[0].id))
    digest = hashlib.sha256(f"{recipe.digest} {taught!r}".encode()).hexdigest()
    return replace(recipe, categoriser=taught, digest=digest)
