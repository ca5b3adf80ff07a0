"""The page by which members leave is for everyone too."""

from pathlib import Path

import pytest

from flows.newsroom.model import Masthead
from flows.newsroom.postroom.leave_page import make_pages
from flows.newsroom.press.house import house_templates
from tests.web.conftest import on_disk
from tests.web.tools import Complaints, Tools


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pages = make_pages(Masthead(name="Practice Matters"), "leave@example.org", house_templates())
    folder = tmp_path_factory.mktemp("leave")
    for name, page in (("ask", pages.ask), ("done", pages.done), ("failed", pages.failed)):
        (folder / f"{name}.html").write_bytes(page)
    return folder


def test_every_step_of_it_passes_what_the_pages_of_an_issue_pass(tools: Tools, folder: Path) -> None:
    steps = ["ask.html", "done.html", "failed.html"]

    seen: dict[str, Complaints] = tools.run("look.mjs", on_disk(folder), steps)

    assert {gate: found for gate, found in seen.items() if found} == {}
    assert tools.check_html(folder, steps) == {}
