"""A Prefect server for the few tests that run a flow, and folders for them to work in."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from prefect.settings import PREFECT_API_URL
from prefect.testing.utilities import prefect_test_harness

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[str]:
    """The address of a real server, started once; a busy machine has needed more than the usual 30 seconds."""
    with prefect_test_harness(server_startup_timeout=180):
        yield str(PREFECT_API_URL.value())


@pytest.fixture
def forum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a forum with the five seeds, in which the test stands; without the PDF, which takes seconds."""
    folder = tmp_path / "forum"
    shutil.copytree(SEEDS, folder / "seeds")
    (folder / "newsletter.toml").write_text('[issue]\neditions = ["web", "text", "record"]\n')
    monkeypatch.chdir(folder)
    return folder
