"""After a pause one run is made, for the newest date that was missed."""

import datetime as dt
from uuid import uuid4

from prefect.client.schemas.objects import FlowRun

from flows.late_runs import superseded


def a_run(day: int) -> FlowRun:
    return FlowRun(flow_id=uuid4(), expected_start_time=dt.datetime(2026, 11, day, 7, tzinfo=dt.UTC))


def test_only_the_newest_is_left() -> None:
    first, second, third = a_run(2), a_run(9), a_run(16)

    assert superseded([second, third, first]) == [first, second]


def test_one_late_run_is_made() -> None:
    assert superseded([a_run(2)]) == []


def test_nothing_late_is_nothing_to_cancel() -> None:
    assert superseded([]) == []
