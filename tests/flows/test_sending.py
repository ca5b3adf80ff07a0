"""`standfirst send` in a process of its own: stopped in the middle, it goes on with those who have not had it."""

import datetime as dt
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from flows.assessing import assess
from flows.newsroom.settings import read_settings
from flows.office import open_office
from flows.releasing import approve
from tests.flows.test_command_line import QUIET, STANDFIRST
from tests.postroom.offices import SETTINGS, enrol, make_forum

TODAY = dt.datetime.now(ZoneInfo("Europe/London")).date()
ISSUE = TODAY.isoformat()
MEMBERS = 8


@pytest.fixture(autouse=True)
def _ctrl_c_is_heard() -> Iterator[None]:
    """A shell lets what it starts in the background ignore Ctrl-C, and so whatever is started from there."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def sending(folder: Path, server: str, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 - our own command
        [STANDFIRST, "send", *words], cwd=folder, env={**QUIET, "PREFECT_API_URL": server}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def mails(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / ".standfirst" / "outbox" / ISSUE).glob("*.eml"))


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_what_was_stopped_in_the_middle_goes_on_and_nobody_gets_it_twice(
    tmp_path: Path, prefect_server: str, stop: signal.Signals
) -> None:
    make_forum(tmp_path, SETTINGS.replace("60000", "120"), day=TODAY)
    with open_office(read_settings(tmp_path)) as office:
        enrol(office, *(f"member{number}@example.org" for number in range(MEMBERS)))
        approve(office, assess(office, ISSUE), by="The chair")
    stopped = sending(tmp_path, prefect_server, "--confirm", f"send to {MEMBERS}")
    _wait_for_mails(tmp_path, 2)
    stopped.send_signal(stop)
    said, _ = stopped.communicate(timeout=60)
    before = mails(tmp_path)

    rest = sending(tmp_path, prefect_server)
    told, _ = rest.communicate(timeout=120)

    with open_office(read_settings(tmp_path)) as office:
        sent = office.connection.execute("SELECT member, count(*) FROM delivery_event WHERE now='sent' GROUP BY member")
        times = [count for _, count in sent.fetchall()]
    assert 2 <= len(before) < MEMBERS
    assert stop is signal.SIGKILL or f"To go on: standfirst send --date {ISSUE}" in said
    assert f"of {MEMBERS} have it" in told
    assert f"All {MEMBERS} sent." in told
    assert rest.returncode == 0
    assert (len(mails(tmp_path)), times) == (MEMBERS, [1] * MEMBERS)


def test_whoever_sends_is_told_that_the_mail_server_is_away(tmp_path: Path, prefect_server: str) -> None:
    nobody_there = f"""{SETTINGS.replace('"outbox"', '"smtp"')}host = "127.0.0.1"\nport = 1\nsecurity = "none"\n"""
    make_forum(tmp_path, nobody_there, day=TODAY)
    with open_office(read_settings(tmp_path)) as office:
        enrol(office, "ann@example.org")
        approve(office, assess(office, ISSUE), by="The chair")

    said, _ = sending(tmp_path, prefect_server, "--confirm", "send to 1").communicate(timeout=120)

    assert "The mail server cannot be reached. Nothing is lost" in " ".join(said.split())


def _wait_for_mails(folder: Path, number: int) -> None:
    deadline = time.monotonic() + 120
    while len(mails(folder)) < number:
        assert time.monotonic() < deadline, "nothing was sent in time"
        time.sleep(0.05)
