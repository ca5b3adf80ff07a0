"""`standfirst serve`: runs on demand, refuses nonsense before a run exists, and leaves nothing behind."""

import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.test_command_line import QUIET, SEEDS, STANDFIRST, processes_in

PREFECT = Path(sys.executable).with_name("prefect")
ON_DEMAND = "newsletter/on-demand"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, "subprocess.Popen[str]"]]:
    """A forum's folder in which `standfirst serve` runs."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(SEEDS, folder / "seeds")
    (folder / "newsletter.toml").write_text('[schedule]\nactive = false\n[issue]\neditions = ["text", "record"]\n')
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


@pytest.mark.parametrize("date", ["soon", "30.11.2026", "2026-11-31"])
def test_a_bad_date_is_refused_before_a_run_exists(served: tuple[Path, object], date: str) -> None:
    folder, _ = served

    done = trigger(folder, "-p", f"date={date}")

    assert done.returncode != 0
    assert "date" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (folder / "output").exists()


def test_an_issue_is_made_on_demand(served: tuple[Path, object]) -> None:
    folder, _ = served

    done = trigger(folder, "-p", "date=2026-11-30", "--watch")

    assert done.returncode == 0, done.stdout + done.stderr
    assert (folder / "output" / "2026-11-30" / "newsletter.txt").exists()


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
    deadline = time.monotonic() + 180
    while words not in log.read_text(encoding="utf-8"):
        assert time.monotonic() < deadline, log.read_text(encoding="utf-8")
        time.sleep(0.2)
