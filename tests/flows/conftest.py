"""A Prefect server for the few tests that run a flow, and folders for them to work in."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from prefect.logging.handlers import APILogWorker
from prefect.settings import (
    PREFECT_API_URL,
    PREFECT_HOME,
    PREFECT_SERVER_DATABASE_CONNECTION_URL,
    temporary_settings,
)

from flows.local_server import local_server

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def prefect_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server of all tests keeps what it knows."""
    return tmp_path_factory.mktemp("prefect")


@pytest.fixture(scope="session")
def prefect_server(prefect_home: Path) -> Iterator[str]:
    """The address of a server such as a draft starts, once for all tests."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(os.environ, "PREFECT_HOME", str(prefect_home))
        with local_server() as address:
            patched.undo()
            del os.environ["PREFECT_API_URL"]  # the commands that tests start are told of it one by one
            _copy(prefect_home / "prefect.db", prefect_home / "empty" / "prefect.db")
            kept = {
                PREFECT_API_URL: address,
                PREFECT_HOME: prefect_home,
                PREFECT_SERVER_DATABASE_CONNECTION_URL: f"sqlite+aiosqlite:///{prefect_home / 'prefect.db'}",
            }
            with temporary_settings(kept):
                yield address
                APILogWorker.instance().drain()


@pytest.fixture(scope="session")
def prefect_database(prefect_server: str, prefect_home: Path) -> Path:
    """An empty database that Prefect need not build table by table, which takes it ten seconds: to be copied."""
    assert prefect_server
    return prefect_home / "empty" / "prefect.db"


@pytest.fixture
def forum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a forum with the five seeds, in which the test stands; without the PDF, which takes seconds."""
    folder = tmp_path / "forum"
    shutil.copytree(SEEDS, folder / "seeds")
    (folder / "newsletter.toml").write_text('[issue]\neditions = ["web", "text", "record"]\n')
    monkeypatch.chdir(folder)
    return folder


def _copy(database: Path, target: Path) -> None:
    target.parent.mkdir()
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
