"""Clean: from a batch of documents to articles."""

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State

from flows.newsroom.batches import Batch
from flows.newsroom.copydesk import make_article
from flows.newsroom.errors import DocumentError
from flows.newsroom.model import Article, Rejection, Source, Stage
from flows.newsroom.readers import read
from flows.newsroom.sources import read_bytes
from flows.recipe import Recipe


@task(name="clean", cache_policy=NO_CACHE, persist_result=False)
def clean(batch: Batch, recipe: Recipe) -> State[str]:
    """Read and clean the documents of a batch."""
    return recipe.shelf.work(
        recipe.name_of(Stage.CLEAN, batch),
        lambda: tuple(article_or_rejection(source, recipe) for source in batch.sources),
    )


def article_or_rejection(source: Source, recipe: Recipe) -> Article | Rejection:
    """The article that a document holds, or why there is none."""
    try:
        raw = read(source, read_bytes(recipe.seeds, source))
        return make_article(raw, lexicon=recipe.lexicon, today=recipe.date)
    except DocumentError as error:
        return Rejection(document=source.id, path=source.path, stage=Stage.CLEAN, reason=str(error))
