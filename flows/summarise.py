"""Summarise: from a batch of articles to their summaries."""

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State

from flows.newsroom.errors import DocumentError
from flows.newsroom.forms import form_of
from flows.newsroom.model import Article, Rejection, Stage, Summary
from flows.recipe import Recipe, following
from flows.sealing import sealed


@task(name="summarise", cache_policy=NO_CACHE, persist_result=False)
@sealed
def summarise(recipe: Recipe, articles: str) -> State[str]:
    """Summarise the articles of a batch, which lie on the shelf."""
    return recipe.shelf.work(
        following(Stage.SUMMARISE, articles),
        lambda: tuple(summary_or_rejection(article, recipe) for article in recipe.shelf.take(articles)),
    )


def summary_or_rejection(article: Article | Rejection, recipe: Recipe) -> Summary | Rejection:
    """The summary of an article, or why there is none; a rejection stays one."""
    if isinstance(article, Rejection):
        return article
    try:
        return recipe.summariser(article, form_of(article.own_title, article.blocks)[0])
    except DocumentError as error:
        source = article.source
        return Rejection(document=source.id, path=source.path, stage=Stage.SUMMARISE, reason=str(error))
