"""After a pause, one run for the newest date that was missed, never a queue of them."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    FlowFilter,
    FlowFilterName,
    FlowRunFilter,
    FlowRunFilterExpectedStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.exceptions import ObjectNotFound
from prefect.states import Cancelled, Crashed


def cancel_all_but_the_newest(deployment: str) -> int:
    """Cancel the overdue runs of `deployment` but for the newest; returns how many.

    Args:
        deployment: Its full name, such as `newsletter/scheduled`.
    """
    with get_client(sync_client=True) as client:
        try:
            wanted = client.read_deployment_by_name(deployment)
        except ObjectNotFound:
            return 0
        late = superseded(_due(client, wanted.id))
        for run in late:
            client.set_flow_run_state(run.id, Cancelled(message="A newer issue was due as well."), force=True)
        return len(late)


def is_superseded(deployment: UUID, due: dt.datetime) -> bool:
    """Whether another run of `deployment` is waiting that was due after `due` and before now.

    A laptop that wakes up finds several overdue runs; each of them asks this when it starts.
    """
    with get_client(sync_client=True) as client:
        return any(run.expected_start_time and run.expected_start_time > due for run in _due(client, deployment))


def superseded(runs: Sequence[FlowRun]) -> list[FlowRun]:
    """All of `runs` but the one that was due last."""
    ordered = sorted(runs, key=lambda run: run.expected_start_time or dt.datetime.min.replace(tzinfo=dt.UTC))
    return ordered[:-1]


def close_broken_runs(flow: str) -> int:
    """Mark as crashed what was running when its process was killed; returns how many.

    Prefect shows such a run as running for ever. Call this only while no other `standfirst serve` can run; a draft
    by hand, which belongs to no deployment, is left alone.
    """
    running = FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.RUNNING])))
    with get_client(sync_client=True) as client:
        broken = client.read_flow_runs(
            flow_run_filter=running, flow_filter=FlowFilter(name=FlowFilterName(any_=[flow])), limit=200
        )
        served = [run for run in broken if run.deployment_id]
        for run in served:
            client.set_flow_run_state(run.id, Crashed(message="It was broken off."), force=True)
        return len(served)


def _due(client: SyncPrefectClient, deployment: UUID) -> list[FlowRun]:
    return client.read_flow_runs(
        flow_run_filter=FlowRunFilter(
            state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED])),
            expected_start_time=FlowRunFilterExpectedStartTime(before_=dt.datetime.now(dt.UTC)),
        ),
        deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=[deployment])),
        limit=200,
    )
