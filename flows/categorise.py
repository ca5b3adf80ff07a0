"""Categorise: from a batch of articles and summaries to all that is known of each document."""

import pickle
from dataclasses import dataclass

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State

from flows.newsroom.model import Article, Draft, Rejection, Stage, Summary
from flows.newsroom.selection import Brief, make_brief
from flows.recipe import Recipe, following
from flows.sealing import sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A draft, wrapped, with its short description outside: most are never opened, and opening is dear."""

    brief: Brief
    wrapped: bytes

    def open(self) -> Draft:
        """The draft."""
        draft: Draft = pickle.loads(self.wrapped)  # noqa: S301 - wrapped by us, kept in our own folder
        return draft


@task(name="categorise", cache_policy=NO_CACHE, persist_result=False)
@sealed
def categorise(recipe: Recipe, articles: str, summaries: str) -> State[str]:
    """Find the subjects of a batch of articles, which lie on the shelf beside their summaries."""
    return recipe.shelf.work(
        following(Stage.CATEGORISE, summaries),  # which also follow from the articles
        lambda: tuple(
            parcel_or_rejection(article, summary, recipe)
            for article, summary in zip(recipe.shelf.take(articles), recipe.shelf.take(summaries), strict=True)
        ),
    )


def parcel_or_rejection(
    article: Article | Rejection, summary: Summary | Rejection, recipe: Recipe
) -> Parcel | Rejection:
    """All that is known of a document, or why it was turned away."""
    if isinstance(article, Rejection):
        return article
    if isinstance(summary, Rejection):
        return summary
    found = recipe.categoriser(article, recipe.taxonomy)
    classification = recipe.corrections.apply(article.source, found)
    draft = Draft(article=article, summary=summary, classification=classification)
    return Parcel(brief=make_brief(article, recipe.date), wrapped=pickle.dumps(draft, protocol=pickle.HIGHEST_PROTOCOL))
