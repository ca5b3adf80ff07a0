"""`standfirst serve`: by the clock and on demand, refusing nonsense before a run exists, leaving nothing behind."""

import datetime as dt
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest

from flows.local_server import served_address
from flows.newsroom.settings import read_settings
from flows.office import open_office
from tests.flows.test_command_line import QUIET, SEEDS, STANDFIRST, processes_in
from tests.postroom.offices import SETTINGS, enrol, make_forum

PREFECT = Path(sys.executable).with_name("prefect")
ON_DEMAND = "newsletter/on-demand"
TOMORROW = dt.datetime.now(ZoneInfo("Europe/London")).date() + dt.timedelta(days=1)  # no run by the clock drafts it


@pytest.fixture(scope="module")
def served(
    prefect_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, "subprocess.Popen[str]"]]:
    """A forum's folder in which `standfirst serve` runs, with a schedule of every minute."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(SEEDS, folder / "seeds")
    every_minute = '[schedule]\ncron = "* * * * *"\n[issue]\neditions = ["text", "record"]\n'
    make_forum(folder, every_minute + SETTINGS, day=TOMORROW)
    with open_office(read_settings(folder)) as office:
        enrol(office, "ann@example.org", "bob@example.org")
    home = folder / ".standfirst" / "prefect"
    home.mkdir(parents=True, exist_ok=True)
    shutil.copy(prefect_database, home)
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


def trigger(folder: Path, *words: str, deployment: str = ON_DEMAND) -> "subprocess.CompletedProcess[str]":
    env = {**QUIET, "PREFECT_HOME": str(folder / ".standfirst" / "prefect"), "DO_NOT_TRACK": "1"}
    return subprocess.run(  # noqa: S603 - Prefect's own command
        [PREFECT, "deployment", "run", deployment, *words],
        cwd=folder, env=env, text=True, capture_output=True, timeout=120, check=False,
    )  # fmt: skip


def runs_on_demand(folder: Path) -> int:
    """How many runs the deployment on demand has had, or waits for."""
    address = served_address(folder / ".standfirst" / "prefect")
    wanted = {"deployments": {"name": {"any_": ["on-demand"]}}, "flows": {"name": {"any_": ["newsletter"]}}}
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


def test_prefect_asks_a_person_who_approves_and_lets_an_issue_go(served: tuple[Path, object]) -> None:
    folder, _ = served
    address = served_address(folder / ".standfirst" / "prefect")

    asked = trigger(folder, "-p", f"mailing={TOMORROW}", deployment="delivery/on-demand")
    assert asked.returncode == 0, asked.stdout + asked.stderr
    _wait_until(lambda: "Suspended" in delivery_runs(folder).values(), 150)
    (run,) = delivery_runs(folder)
    mistyped = _answer(f"{address}/flow_runs/{run}/resume", confirm="send to 20")
    answered = _answer(f"{address}/flow_runs/{run}/resume", confirm="send to 2")
    assert (mistyped["status"], answered["status"]) == ("REJECT", "ACCEPT")
    _wait_until(lambda: delivery_runs(folder)[run] == "Completed", 150)

    with open_office(read_settings(folder)) as office:
        assert office.mailing(str(TOMORROW)).approved_by == "Maud Wombatson"
    assert len(list((folder / ".standfirst" / "outbox" / str(TOMORROW)).glob("*.eml"))) == 2
    assert "Wombatson" not in _rows_of(folder / ".standfirst" / "prefect" / "prefect.db")


def delivery_runs(folder: Path) -> dict[str, str]:
    """The state of each run of the delivery, by the run's id."""
    address = served_address(folder / ".standfirst" / "prefect")
    wanted = {"flows": {"name": {"any_": ["delivery"]}}}
    found = httpx.post(f"{address}/flow_runs/filter", json=wanted).json()
    return {str(run["id"]): str(run["state_name"]) for run in found}


def _rows_of(database: Path) -> str:
    """All that Prefect's database holds."""
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
        return repr([connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in tables])  # noqa: S608


def _answer(address: str, confirm: str) -> dict[str, object]:
    answer = {"name": "Maud Wombatson", "confirm": confirm}
    return dict(httpx.post(address, json={"run_input": answer}).json())


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
