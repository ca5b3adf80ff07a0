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
        recipe.name_of(batch),
        lambda: tuple(article_or_rejection(source, recipe) for source in batch.sources),
        is_lasting=lambda made: not any(isinstance(one, Rejection) and one.stage is Stage.INGEST for one in made),
    )


def article_or_rejection(source: Source, recipe: Recipe) -> Article | Rejection:
    """The article that a document holds, or why there is none."""
    try:
        content = read_bytes(recipe.seeds, source)
    except DocumentError as error:  # of the disk, not of the document: another day it may be there
        return Rejection(document=source.id, path=source.path, stage=Stage.INGEST, reason=str(error))
    try:
        raw = read(source, content)
        return make_article(raw, lexicon=recipe.lexicon, today=recipe.date)
    except DocumentError as error:
        return Rejection(document=source.id, path=source.path, stage=Stage.CLEAN, reason=str(error))
