"""`standfirst serve`: by the clock and on demand, refusing nonsense before a run exists, leaving nothing behind."""

import datetime as dt
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest

from flows.local_server import served_address
from tests.flows.test_command_line import QUIET, SEEDS, STANDFIRST, processes_in

PREFECT = Path(sys.executable).with_name("prefect")
ON_DEMAND = "newsletter/on-demand"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, "subprocess.Popen[str]"]]:
    """A forum's folder in which `standfirst serve` runs, with a schedule of every minute."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(SEEDS, folder / "seeds")
    (folder / "newsletter.toml").write_text('[schedule]\ncron = "* * * * *"\n[issue]\neditions = ["text", "record"]\n')
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (folder / "serve.log").open("w") as log:
        serving = subprocess.Popen(  # noqa: S603 - our own command
            [STANDFIRST, "serve", "--port", str(port)], cwd=folder, env=QUIET, stdout=log, stderr=log, text=True
        )
    try:
        _wait_for_words(folder / "serve.log", "Stop with Ctrl-C")
        yield folder, serving
    finally:
        serving.kill()
        serving.wait()


def trigger(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    env = {**QUIET, "PREFECT_HOME": str(folder / ".standfirst" / "prefect"), "DO_NOT_TRACK": "1"}
    return subprocess.run(  # noqa: S603 - Prefect's own command
        [PREFECT, "deployment", "run", ON_DEMAND, *words],
        cwd=folder, env=env, text=True, capture_output=True, timeout=120, check=False,
    )  # fmt: skip


def runs_on_demand(folder: Path) -> int:
    """How many runs the deployment on demand has had, or waits for."""
    address = served_address(folder / ".standfirst" / "prefect")
    wanted = {"deployments": {"name": {"any_": ["on-demand"]}}}
    return int(httpx.post(f"{address}/flow_runs/count", json=wanted).json())


@pytest.mark.parametrize("date", ["soon", "30.11.2026", "2026-11-31"])
def test_a_bad_date_is_refused_before_a_run_exists(served: tuple[Path, object], date: str) -> None:
    folder, _ = served

    done = trigger(folder, "-p", f"date={date}")

    assert done.returncode != 0
    assert "date" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert runs_on_demand(folder) == 0


def test_an_issue_is_made_on_demand(served: tuple[Path, object]) -> None:
    folder, _ = served

    done = trigger(folder, "-p", "date=2025-11-24", "--watch")

    assert done.returncode == 0, done.stdout + done.stderr
    assert (folder / "output" / "2025-11-24" / "newsletter.txt").exists()
    assert runs_on_demand(folder) == 1


def test_the_clock_makes_the_issue_of_the_day(served: tuple[Path, object]) -> None:
    folder, _ = served
    today = dt.datetime.now(ZoneInfo("Europe/London")).date()
    days = (today, today + dt.timedelta(days=1))  # it may be about to strike twelve

    _wait_until(lambda: any((folder / "output" / str(day) / "newsletter.txt").exists() for day in days), 150)


def test_it_stops_when_it_is_told_to_and_leaves_nothing_behind(
    served: "tuple[Path, subprocess.Popen[str]]",
) -> None:
    folder, serving = served

    serving.send_signal(signal.SIGTERM)

    assert serving.wait(60) == 0
    deadline = time.monotonic() + 30
    while processes_in(folder) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert processes_in(folder) == []
    assert not (folder / ".standfirst" / "prefect" / "profiles.toml").exists()


def _wait_for_words(log: Path, words: str) -> None:
    _wait_until(lambda: words in log.read_text(encoding="utf-8"), 180)


def _wait_until(is_so: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.2)
