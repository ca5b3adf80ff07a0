"""After a pause one run is made, for the newest date that was missed."""

import datetime as dt
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import psutil
import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.deployments.runner import RunnerDeployment
from prefect.states import Running, Scheduled

from flows.late_runs import cancel_all_but_the_newest, close_broken_runs, is_superseded, superseded
from flows.newsletter import newsletter

ROOT = Path(__file__).parents[2]


def a_run(day: int) -> FlowRun:
    return FlowRun(flow_id=uuid4(), expected_start_time=dt.datetime(2026, 11, day, 7, tzinfo=dt.UTC))


def test_only_the_newest_is_left() -> None:
    first, second, third = a_run(2), a_run(9), a_run(16)

    assert superseded([second, third, first]) == [first, second]


def test_one_late_run_is_made() -> None:
    assert superseded([a_run(2)]) == []


def test_nothing_late_is_nothing_to_cancel() -> None:
    assert superseded([]) == []


@pytest.fixture
def weekly(prefect_server: str) -> RunnerDeployment:
    """A deployment on a real server."""
    assert prefect_server
    deployment = RunnerDeployment.from_flow(newsletter, name=f"weekly-{uuid4()}")
    deployment.apply()
    return deployment


def made_due(deployment: RunnerDeployment, *days: int) -> list[FlowRun]:
    with get_client(sync_client=True) as client:
        known = client.read_deployment_by_name(deployment.full_name)
        due = [dt.datetime(2026, 1, day, 7, tzinfo=dt.UTC) for day in days]
        return [client.create_flow_run_from_deployment(known.id, state=Scheduled(scheduled_time=when)) for when in due]


def states_of(runs: list[FlowRun]) -> list[StateType | None]:
    with get_client(sync_client=True) as client:
        return [client.read_flow_run(run.id).state_type for run in runs]


def test_after_a_pause_all_but_the_newest_run_are_cancelled(weekly: RunnerDeployment) -> None:
    runs = made_due(weekly, 5, 19, 12)

    cancelled = cancel_all_but_the_newest(weekly.full_name)

    assert cancelled == 2
    assert states_of(runs) == [StateType.CANCELLED, StateType.SCHEDULED, StateType.CANCELLED]


def test_a_run_that_wakes_up_beside_a_newer_one_leaves_the_issue_to_it(weekly: RunnerDeployment) -> None:
    older, newer = made_due(weekly, 5, 12)

    assert older.deployment_id
    assert older.expected_start_time
    assert newer.expected_start_time
    assert is_superseded(older.deployment_id, older.expected_start_time)
    assert not is_superseded(older.deployment_id, newer.expected_start_time)


def test_a_run_whose_process_was_killed_is_closed(weekly: RunnerDeployment) -> None:
    waiting, broken = made_due(weekly, 5, 12)
    with get_client(sync_client=True) as client:
        client.set_flow_run_state(broken.id, Running(), force=True)

    closed = close_broken_runs("newsletter")

    assert closed == 1
    assert states_of([waiting, broken]) == [StateType.SCHEDULED, StateType.CRASHED]


A_RUN = """
import os, time
from flows.lifeline import end_with_parent
end_with_parent()
print(os.getpid(), flush=True)
time.sleep(60)
"""


def test_a_run_ends_when_the_process_that_started_it_is_killed() -> None:
    starter = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])"
    parent = subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", starter, A_RUN], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert parent.stdout
    child = psutil.Process(int(parent.stdout.readline()))

    parent.kill()
    parent.wait()

    gone, _ = psutil.wait_procs([child], timeout=20)
    assert gone == [child]
