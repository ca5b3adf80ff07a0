"""The proof sheet in a browser: whoever signs may use a screen reader or a telephone, too."""

from pathlib import Path

import pytest

from tests.newsroom.renderers.sample_issues import rendered
from tests.web.conftest import on_disk
from tests.web.tools import Complaints, Tools

PAGES = ["proof.html"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("proof")
    (folder / "proof.html").write_bytes(rendered("proof", "whole").content)
    return folder


@pytest.fixture(scope="module")
def looked(tools: Tools, folder: Path) -> dict[str, Complaints]:
    return tools.run("look.mjs", on_disk(folder), PAGES)


def test_it_breaks_no_rule_asks_for_nothing_and_does_not_scroll_sideways(looked: dict[str, Complaints]) -> None:
    assert all(complaints == {} for complaints in looked.values()), looked


def test_the_checker_of_html_finds_no_error_in_it(tools: Tools, folder: Path) -> None:
    assert tools.check_html(folder, PAGES) == {}
