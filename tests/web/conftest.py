"""One archive and one look at it for all tests: a browser takes its time."""

from pathlib import Path

import pytest

from tests.web.sites import SEEDS_DAY, make_archive
from tests.web.tools import Complaints, Tools, find_tools


def on_disk(folder: Path) -> str:
    """The address at which a browser opens a folder."""
    return f"{folder.as_uri()}/"


@pytest.fixture(scope="session")
def tools() -> Tools:
    return find_tools()


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with an issue of each kind."""
    output = tmp_path_factory.mktemp("archive")
    make_archive(output)
    return output


@pytest.fixture(scope="session")
def pages(archive: Path) -> list[str]:
    """Every page for readers in it."""
    found = (*archive.glob("*.html"), *archive.glob("*/newsletter.html"))
    return sorted(page.relative_to(archive).as_posix() for page in found)


@pytest.fixture(scope="session")
def seen(tools: Tools, archive: Path, pages: list[str]) -> dict[str, Complaints]:
    """What a browser finds on them."""
    return tools.run("look.mjs", on_disk(archive), pages)


@pytest.fixture(scope="session")
def used(tools: Tools, archive: Path) -> dict[str, Complaints]:
    """What somebody finds who uses an issue and the search without a mouse, without scripts, on paper."""
    return tools.run("use.mjs", on_disk(archive), [f"{SEEDS_DAY}/newsletter.html", "search.html"])
