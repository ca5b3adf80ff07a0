"""issue.json is a promise: its schema is published, and every document stands in it once."""

import dataclasses
import json
from pathlib import Path

import jsonschema
import pytest

from flows.newsroom.model import Action, Change, DocumentId, Issue, Rejection, Stage
from flows.newsroom.record import IssueRecord, issue_schema
from flows.newsroom.renderers.record import plugin
from tests.factories import a_section, a_story, an_issue

SCHEMA = Path(__file__).parents[2] / "docs" / "issue.schema.json"


@pytest.fixture
def issue() -> Issue:
    rejection = Rejection(document=DocumentId("0" * 64), path="empty.txt", stage=Stage.CLEAN, reason="It is empty.")
    stories = (a_story("Carers met the minister."), a_story("Theirs, not ours.", signpost=True))
    filled = an_issue(a_section(*stories), lead=a_story("The lead was long."))
    return Issue(
        masthead=filled.masthead, date=filled.date, lead=filled.lead, sections=filled.sections, left_out=(rejection,)
    )


def test_the_published_schema_is_the_one_that_is_used() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == issue_schema(), "write it anew and raise VERSION if the shape changed"


def test_no_part_of_the_schema_is_called_by_a_place_in_the_code() -> None:
    assert [name for name in json.loads(issue_schema())["$defs"] if "flows" in name] == []


def test_an_issue_fits_its_schema(issue: Issue) -> None:
    record = json.loads(plugin()(issue).content)

    jsonschema.validate(record, json.loads(issue_schema()))


def test_an_issue_that_an_earlier_version_sent_can_still_be_read(issue: Issue) -> None:
    sent = json.loads(plugin()(issue).content) | {"version": "1.1"}
    del sent["corrections"], sent["period"]

    assert IssueRecord.model_validate_json(json.dumps(sent)).corrections == []


def test_every_document_stands_in_it_once(issue: Issue) -> None:
    record = json.loads(plugin()(issue).content)

    paths = [story["source"]["path"] for story in record["stories"]] + [one["path"] for one in record["left_out"]]
    assert len(paths) == len(set(paths)) == 4


def test_prose_that_was_moved_or_mended_is_not_given() -> None:
    changes = tuple(Change(block=0, text=f"{action} text", action=action, rule="rule") for action in Action)
    story = a_story()
    issue = an_issue(a_section(dataclasses.replace(story, article=dataclasses.replace(story.article, changes=changes))))

    (record,) = json.loads(plugin()(issue).content)["stories"]

    assert [change["text"] for change in record["changes"]] == ["removed text", None, None]


def test_no_sentence_of_a_signposted_document_is_in_it(issue: Issue) -> None:
    assert b"Theirs, not ours." not in plugin()(issue).content
