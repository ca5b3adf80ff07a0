"""Where batches are worked on: threads here, or other machines, by one line in newsletter.toml."""

import os
from typing import Any

from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows.newsroom.errors import SettingsError


def task_runner(spec: str) -> TaskRunner[Any]:
    """The task runner that `spec` names.

    Args:
        spec: `threads:2`, `dask:2` (processes here), `dask:tcp://host:8786` (a scheduler elsewhere) or `ray`.

    Raises:
        SettingsError: It needs a package or a Prefect server that is not there.
    """
    kind, _, detail = spec.partition(":")
    if kind == "threads":
        return ThreadPoolTaskRunner(max_workers=int(detail))
    if not os.environ.get("PREFECT_API_URL"):
        # Each worker would start a temporary server of its own: three servers for two workers were seen.
        raise SettingsError(f"The task runner {spec!r} needs a Prefect server: set PREFECT_API_URL to its address.")
    runner: TaskRunner[Any] = _dask(detail) if kind == "dask" else _ray()
    return runner


def _dask(detail: str) -> Any:  # noqa: ANN401 - an optional package without types
    try:
        from prefect_dask import DaskTaskRunner
    except ImportError as error:
        raise SettingsError("The task runner 'dask' needs the package prefect-dask.") from error
    if detail.startswith("tcp://"):
        return DaskTaskRunner(address=detail)
    return DaskTaskRunner(cluster_kwargs={"n_workers": int(detail), "threads_per_worker": 1})


def _ray() -> Any:  # noqa: ANN401 - an optional package without types
    try:
        from prefect_ray import RayTaskRunner
    except ImportError as error:
        raise SettingsError("The task runner 'ray' needs the package prefect-ray.") from error
    return RayTaskRunner()
