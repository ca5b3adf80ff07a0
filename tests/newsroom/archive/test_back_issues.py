"""Issues of the past are read from their folders, whatever version made them; what is no issue is passed over."""

import datetime as dt
import json
from pathlib import Path

import pytest

from flows.newsroom.archive import count_before, previous_issue, read_back_issues


def write_issue(output: Path, day: str, **record: object) -> None:
    folder = output / day
    folder.mkdir(parents=True)
    (folder / "newsletter.html").touch()
    (folder / "issue.json").write_text(json.dumps({"date": day, **record}))


def test_issues_are_read_newest_first_whatever_version_made_them(tmp_path: Path) -> None:
    write_issue(tmp_path, "2026-11-16", version="0.9", stories=[{"headline": {"text": "Old"}, "surprise": 1}])
    write_issue(tmp_path, "2026-11-23", version="7.0", stories=[])

    issues = read_back_issues(tmp_path)

    assert [issue.date.day for issue in issues] == [23, 16]
    assert [story.headline for story in issues[1].stories] == ["Old"]


def test_the_issue_before_is_the_newest_that_is_older_and_whole(tmp_path: Path) -> None:
    for day in ("2026-11-09", "2026-11-16", "2026-11-30"):
        write_issue(tmp_path, day)
    (tmp_path / "2026-11-20").mkdir()
    write_issue(tmp_path, "notes")

    assert previous_issue(tmp_path, dt.date(2026, 11, 23)) == dt.date(2026, 11, 16)
    assert previous_issue(tmp_path, dt.date(2026, 11, 16)) == dt.date(2026, 11, 9)
    assert previous_issue(tmp_path, dt.date(2026, 11, 9)) is None


def test_a_date_that_may_not_be_printed_is_not_taken_over(tmp_path: Path) -> None:
    doubtful = {"date": "2014-07-29", "confidence": "low"}
    write_issue(tmp_path, "2026-11-16", stories=[{"headline": {"text": "Old"}, "published": doubtful}])

    (issue,) = read_back_issues(tmp_path)

    assert issue.stories[0].published is None


def test_an_issue_is_counted_by_those_of_earlier_days_alone(tmp_path: Path) -> None:
    for day in ("2026-11-16", "2026-11-23", "2026-11-30"):
        write_issue(tmp_path, day, stories=[])

    assert count_before(tmp_path, dt.date(2026, 11, 23)) == 1
    assert count_before(tmp_path, dt.date(2026, 12, 7)) == 3


@pytest.mark.parametrize("content", ["", "{", '{"date": "2026-11-17"}', '{"stories": []}'])
def test_a_folder_that_is_no_issue_is_passed_over(tmp_path: Path, content: str) -> None:
    write_issue(tmp_path, "2026-11-16")
    (tmp_path / "2026-11-16" / "issue.json").write_text(content)

    assert read_back_issues(tmp_path) == ()


def test_a_draft_without_a_web_page_is_not_listed(tmp_path: Path) -> None:
    write_issue(tmp_path, "2026-11-16")
    (tmp_path / "2026-11-16" / "newsletter.html").unlink()

    assert read_back_issues(tmp_path) == ()


def test_events_are_read_from_the_record_if_their_day_may_be_printed(tmp_path: Path) -> None:
    when = {"date": "2026-12-03", "confidence": "high", "basis": "stated"}
    told = [
        {"name": "exchange", "when": when, "cost": "£20"},
        {"name": None, "when": when},
        {"name": "exchange", "when": when | {"basis": "inferred"}},
        {"name": "exchange", "when": when | {"confidence": "low"}},
        {"name": "Exchange", "when": when | {"date": "2027-01-07"}},
    ]
    stories = [{"treatment": kind, "source": {"path": "a.txt"}, "events": told} for kind in ("extract", "signpost")]
    write_issue(tmp_path, "2026-11-16", stories=stories)

    ours, theirs = read_back_issues(tmp_path)[0].stories

    assert [(event.day.month, event.place_in_document, event.cost) for event in ours.events] == [
        (12, 1, "£20"),
        (1, 4, None),
    ]
    assert [event.cost for event in theirs.events] == [None, None]


def test_an_event_that_a_private_sentence_tells_is_not_read(tmp_path: Path) -> None:
    when = {"date": "2026-12-03", "confidence": "high", "basis": "stated"}
    events = [{"name": "told", "when": when, "sentence": place} for place in (0, 1, None)]
    lights = [{"kind": "privacy", "sentence": 1}, {"kind": "length", "sentence": 0}, {"colour": "red"}]
    write_issue(tmp_path, "2026-11-16", stories=[{"events": events, "lights": lights}])

    (issue,) = read_back_issues(tmp_path)

    assert len(issue.stories[0].events) == 2
