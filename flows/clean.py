"""Clean: from a batch of documents to articles."""

from collections.abc import Iterator

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State

from flows.newsroom.batches import Batch
from flows.newsroom.copydesk import make_article
from flows.newsroom.enclosures import (
    MOST_LAYERS,
    left_out_within,
    sources_within,
    why_not_all,
    why_only_an_envelope,
    why_too_old,
)
from flows.newsroom.errors import DocumentError
from flows.newsroom.model import Article, RawDocument, Rejection, Source, Stage
from flows.newsroom.sources import read_bytes
from flows.recipe import Recipe
from flows.sealing import sealed

Outcome = Article | Rejection


@task(name="clean", cache_policy=NO_CACHE, persist_result=False)
@sealed
def clean(batch: Batch, recipe: Recipe) -> State[str]:
    """Read and clean the documents of a batch, and those that lie within them."""
    return recipe.shelf.work(
        recipe.name_of(batch),
        lambda: tuple(outcome for source in batch.sources for outcome in articles_or_rejections(source, recipe)),
        is_lasting=lambda made: not any(isinstance(one, Rejection) and one.stage is Stage.INGEST for one in made),
    )


def articles_or_rejections(source: Source, recipe: Recipe) -> tuple[Outcome, ...]:
    """The articles that a document holds, or why there are none: one, but for mail with attachments, and for feeds."""
    try:
        content = read_bytes(recipe.seeds, source, fetched=recipe.fetched)
    except DocumentError as error:  # of the disk, not of the document: another day it may be there
        return (_rejection(source, str(error), Stage.INGEST),)
    return tuple(_outcomes(source, content, recipe, MOST_LAYERS))


def _outcomes(source: Source, content: bytes, recipe: Recipe, layers: int) -> Iterator[Outcome]:
    try:
        raw = recipe.reading_room.read(source, content)
    except DocumentError as error:
        yield _rejection(source, str(error))
        return
    inner = tuple(_within(raw, recipe, layers - 1))
    unprinted = why_only_an_envelope(raw, inner) or why_not_all(raw) or why_too_old(raw, recipe.date, recipe.feed_days)
    if unprinted or raw.blocks:
        yield unprinted or _article_or_rejection(raw, recipe)
    yield from inner


def _within(raw: RawDocument, recipe: Recipe, layers: int) -> Iterator[Outcome]:
    left_out = left_out_within(raw)
    for source, content in sources_within(raw):
        if source.path in left_out:
            yield _rejection(source, "Its source.toml says to leave it out.", Stage.COMPOSE)
        elif not layers:
            yield _rejection(source, "It lies too deep within other documents. Save it by itself among the documents.")
        else:
            yield from _outcomes(source, content, recipe, layers)


def _article_or_rejection(raw: RawDocument, recipe: Recipe) -> Outcome:
    try:
        return make_article(raw, lexicon=recipe.lexicon, today=recipe.date)
    except DocumentError as error:
        return _rejection(raw.source, str(error))


def _rejection(source: Source, reason: str, stage: Stage = Stage.CLEAN) -> Rejection:
    return Rejection(document=source.id, path=source.path, stage=stage, reason=reason)
