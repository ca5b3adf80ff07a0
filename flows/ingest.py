"""Ingest: which documents there are."""

import time
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.runtime import task_run
from prefect.tasks import Task

from flows.newsroom.readers import media_types
from flows.newsroom.settling import find_unsettled
from flows.newsroom.sources import Discovery, discover
from flows.sealing import DiskFault, sealed

TRIES = 3


def _is_transient(task: Task[..., object], run: TaskRun, state: State[object]) -> bool:  # noqa: ARG001 - Prefect's signature
    """A disk or a network folder that does not answer may do so in a moment; a wrong setting will not mend itself."""
    return isinstance(state.result(raise_on_failure=False), DiskFault)


@task(
    name="ingest",
    retries=TRIES - 1,
    retry_delay_seconds=[1, 5],
    retry_condition_fn=_is_transient,
    cache_policy=NO_CACHE,
    persist_result=False,
)
@sealed
def ingest(seeds: Path, largest_bytes: int) -> Discovery:
    """Look at every document in the seeds folder."""
    is_last_try = int(task_run.run_count or TRIES) >= TRIES
    unsettled = find_unsettled(seeds, now=time.time(), wait=time.sleep)
    return discover(seeds, media_types(), largest_bytes, is_last_try=is_last_try, unsettled=unsettled)
