"""Fetch: the pages and feeds of the reading list, before everything else."""

import datetime as dt
from collections.abc import Sequence

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.runtime import task_run
from prefect.tasks import Task

from flows.newsroom.errors import FetchError, ServerDownError
from flows.newsroom.fetching import Courier, Larder, Rounds, WebPage, find_pages
from flows.newsroom.model import Rejection, Source, Stage
from flows.newsroom.readers import media_types
from flows.newsroom.settings import Settings
from flows.newsroom.sources import Discovery, path_id
from flows.sealing import sealed

TRIES = 3


def fetch_all(settings: Settings, today: dt.date) -> Discovery:
    """Fetch every page of the reading list, one after another: each is a source, or named with the reason."""
    pages = find_pages(settings.folders.seeds, settings.links.addresses, settings.links.most)
    rounds = make_rounds(settings, today)
    return _sorted_out([_left_out(page) or fetch(page, rounds) for page in pages])


def make_rounds(settings: Settings, today: dt.date) -> Rounds:
    """What a visit needs; where fetching is switched off there are only earlier copies."""
    courier = Courier(
        contact=settings.newsletter.contact,
        largest_bytes=settings.documents.largest_megabytes * 1_000_000,
        trusted_hosts=settings.links.trusted_hosts,
        pause_seconds=settings.links.pause_seconds,
    )
    larder = Larder(folder=settings.folders.state / "fetched")
    return Rounds(
        courier=courier if settings.links.fetch else None, larder=larder, media_types=media_types(), today=today
    )


def _is_transient(task: Task[..., object], run: TaskRun, state: State[object]) -> bool:  # noqa: ARG001 - Prefect's signature
    """A server that does not answer may do so in a moment; a page that is not there will not."""
    fault = state.result(raise_on_failure=False)
    return isinstance(fault, ServerDownError) and fault.is_worth_another_try


@task(
    name="fetch",
    retries=TRIES - 1,
    retry_delay_seconds=[1, 5],
    retry_condition_fn=_is_transient,
    cache_policy=NO_CACHE,
    persist_result=False,
)
@sealed
def fetch(page: WebPage, rounds: Rounds) -> Source | Rejection:
    """Fetch one page; where its server is down to the last, the copy of an earlier day serves."""
    is_last_try = int(task_run.run_count or TRIES) >= TRIES
    try:
        return rounds.visit(page)
    except ServerDownError as error:
        if error.is_worth_another_try and not is_last_try:
            raise
        return rounds.earlier_copy(page, str(error)) or _rejection(page, str(error))
    except FetchError as error:
        return _rejection(page, str(error))


def _left_out(page: WebPage) -> Rejection | None:
    return _rejection(page, "Its source.toml says to leave it out.", Stage.COMPOSE) if page.said.leave_out else None


def _rejection(page: WebPage, reason: str, stage: Stage = Stage.INGEST) -> Rejection:
    return Rejection(document=path_id(page.address), path=page.address, stage=stage, reason=reason)


def _sorted_out(outcomes: Sequence[Source | Rejection]) -> Discovery:
    return Discovery(
        sources=tuple(one for one in outcomes if isinstance(one, Source)),
        rejections=tuple(one for one in outcomes if isinstance(one, Rejection)),
    )
