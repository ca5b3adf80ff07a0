"""Summarise: from a batch of articles to their summaries."""

from collections.abc import Sequence

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State

from flows.newsroom.errors import DocumentError
from flows.newsroom.forms import form_of
from flows.newsroom.model import Article, Rejection, Stage, Summary
from flows.newsroom.openings import opening_of
from flows.newsroom.rewriting import Correspondent, rewrite
from flows.recipe import Recipe, following
from flows.sealing import sealed


@task(name="summarise", cache_policy=NO_CACHE, persist_result=False)
@sealed
def summarise(recipe: Recipe, articles: str) -> State[str]:
    """Summarise the articles of a batch, which lie on the shelf."""
    return recipe.shelf.work(
        following(Stage.SUMMARISE, articles),
        lambda: summaries_of(recipe.shelf.take(articles), recipe),
        is_lasting=lambda made: not any(map(_should_be_asked_again, made)),
    )


def summaries_of(articles: Sequence[Article | Rejection], recipe: Recipe) -> tuple[Summary | Rejection, ...]:
    """The summaries of a batch; one connection serves them all where a language model rewords them."""
    made = tuple((article, summary_or_rejection(article, recipe)) for article in articles)
    if recipe.language_model is None:
        return tuple(summary for _, summary in made)
    with recipe.language_model.correspondence() as correspondent:
        return tuple(reworded(article, summary, correspondent) for article, summary in made)


def summary_or_rejection(article: Article | Rejection, recipe: Recipe) -> Summary | Rejection:
    """The summary of an article, or why there is none; a rejection stays one."""
    if isinstance(article, Rejection):
        return article
    if article.is_foreign:
        return opening_of(article)
    try:
        return recipe.summariser(article, form_of(article.own_title, article.blocks, article.imprint)[0])
    except DocumentError as error:
        source = article.source
        return Rejection(document=source.id, path=source.path, stage=Stage.SUMMARISE, reason=str(error))


def reworded(
    article: Article | Rejection, summary: Summary | Rejection, correspondent: Correspondent
) -> Summary | Rejection:
    """A summary as a language model rewords it; a rejection stays one."""
    if isinstance(article, Rejection) or isinstance(summary, Rejection) or article.is_foreign:
        return summary
    return rewrite(article, summary, correspondent)


def _should_be_asked_again(made: Summary | Rejection) -> bool:
    return isinstance(made, Summary) and made.setback is not None and made.setback.is_passing
