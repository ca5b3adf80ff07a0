"""An edition in the output folder is whole or not there at all."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from flows.newsroom.archive import copy_for_readers, issue_folder, publish
from flows.newsroom.errors import IssueError
from flows.newsroom.model import Edition, Event
from flows.newsroom.record import issue_schema
from flows.newsroom.renderers.record import RecordEdition
from tests.factories import a_section, an_issue
from tests.newsroom.renderers.sample_issues import printed_on, private_conference


def an_edition(content: bytes) -> Edition:
    return Edition(filename="newsletter.txt", media_type="text/plain", content=content)


def test_the_folder_of_an_issue_is_named_for_its_date(tmp_path: Path) -> None:
    assert issue_folder(tmp_path, dt.date(2026, 11, 21)) == tmp_path / "2026-11-21"


def test_publishing_again_replaces_what_was_there(tmp_path: Path) -> None:
    publish(tmp_path, [an_edition(b"old")])

    (path,) = publish(tmp_path, [an_edition(b"new")])

    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["newsletter.txt"]


def test_an_edition_of_an_earlier_draft_does_not_stay_beside_a_new_report(tmp_path: Path) -> None:
    publish(tmp_path, [an_edition(b"old")])
    (tmp_path / "notes of mine.txt").touch()

    publish(tmp_path, [Edition(filename="report.md", media_type="text/markdown", content=b"why")])

    assert {one.name for one in tmp_path.iterdir()} == {"report.md", "notes of mine.txt"}


def test_readers_get_everything_but_the_reports(tmp_path: Path) -> None:
    issue, site = tmp_path / "output" / "2026-11-21", tmp_path / "site"
    issue.mkdir(parents=True)
    for name in ("newsletter.html", "report.md", "report.json", ".newsletter.html.7.part"):
        (issue / name).write_text(name)
    (tmp_path / "output" / "index.html").write_text("index")

    written = copy_for_readers(tmp_path / "output", site)
    again = copy_for_readers(tmp_path / "output", site)

    assert (written, again) == (2, 0)
    assert {path.name for path in site.rglob("*") if path.is_file()} == {"index.html", "newsletter.html"}


def test_readers_get_no_lights_and_nothing_of_a_sentence_that_nobody_decided_to_print(tmp_path: Path) -> None:
    output, site = tmp_path / "output", tmp_path / "site"
    event = Event(name="a meeting of Mrs Jones", when=printed_on(2026, 12, 3), sentence=0)
    story = private_conference()
    story = replace(story, article=replace(story.article, events=(event,)), lights=story.article.lights)
    issue = an_issue(a_section(story))
    publish(issue_folder(output, issue.date), [RecordEdition()(issue)])

    copy_for_readers(output, site)

    (copied,) = site.rglob("issue.json")
    assert "Mrs Jones" in (output / copied.relative_to(site)).read_text(encoding="utf-8")
    assert "Mrs Jones" not in copied.read_text(encoding="utf-8")
    assert '"lights": []' in copied.read_text(encoding="utf-8")
    jsonschema.validate(json.loads(copied.read_bytes()), json.loads(issue_schema()))


def test_the_folder_for_readers_lies_outside_the_output(tmp_path: Path) -> None:
    with pytest.raises(IssueError, match="outside"):
        copy_for_readers(tmp_path, tmp_path / "site")


def test_a_folder_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(IssueError, match="cannot be written"):
        publish(tmp_path / "file" / "2026-11-21", [an_edition(b"new")])
