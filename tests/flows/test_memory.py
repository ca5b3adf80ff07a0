"""What members were sent is not printed again, from the documents to the pages."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from flows.newsletter import newsletter
from flows.newsroom.remembering import mark_published, reopen
from flows.newsroom.store import open_store

FIRST, SECOND = dt.date(2026, 11, 14), dt.date(2026, 11, 21)

pytestmark = pytest.mark.usefixtures("prefect_server")


def draft(date: dt.date) -> str:
    return str(newsletter(date=date, return_state=True).name)


def record_of(forum: Path, date: dt.date) -> dict[str, Any]:
    return dict(json.loads((forum / "output" / date.isoformat() / "issue.json").read_text(encoding="utf-8")))


def test_the_pages_of_a_sent_issue_stay_as_they_are(forum: Path) -> None:
    (forum / "newsletter.toml").write_text('[issue]\neditions = ["text", "record"]\n')
    draft(FIRST)
    before = (forum / "output" / FIRST.isoformat() / "newsletter.txt").read_bytes()
    with open_store(forum / ".standfirst") as connection:
        mark_published(connection, FIRST, at=1.0)
    (forum / "seeds" / "more.txt").write_text("Carers meet in the library on Monday.\n" * 5)

    assert draft(FIRST) == "AlreadySent"
    assert (forum / "output" / FIRST.isoformat() / "newsletter.txt").read_bytes() == before


def test_a_sent_issue_is_not_printed_again_until_it_is_reopened(forum: Path) -> None:
    (forum / "newsletter.toml").write_text('[issue]\neditions = ["web", "text", "record"]\n')
    changed = next(path for path in sorted((forum / "seeds").iterdir()) if path.suffix == ".txt")
    draft(FIRST)
    with open_store(forum / ".standfirst") as connection:
        mark_published(connection, FIRST, at=1.0)

    assert draft(SECOND) == "NothingNew"
    assert not (forum / "output" / SECOND.isoformat()).exists()

    changed.write_text(changed.read_text(encoding="utf-8") + "\n\nThe next meeting is on Monday 7 December 2026.\n" * 3)
    assert draft(SECOND) == "Completed"
    (story,) = record_of(forum, SECOND)["stories"]
    assert story["source"]["path"] == changed.name
    assert story["earlier"]["is_update"]
    page = (forum / "output" / SECOND.isoformat() / "newsletter.html").read_text(encoding="utf-8")
    assert '="../2026-11-14/newsletter.html">This replaces what stood in our issue of 14 November 2026</a>' in page

    with open_store(forum / ".standfirst") as connection:
        assert reopen(connection, FIRST) == 5
    assert draft(SECOND) == "Completed"
    assert len(record_of(forum, SECOND)["stories"]) == 5


def test_an_issue_of_over_a_year_ago_lends_a_story_to_todays(forum: Path) -> None:
    (forum / "newsletter.toml").write_text('[issue]\neditions = ["web", "record"]\n')
    changed = next(path for path in sorted((forum / "seeds").iterdir()) if path.suffix == ".txt")
    long_ago = dt.date(2025, 11, 15)
    (forum / "seeds" / "bus.txt").write_text("A bus to the cafe\n\n10 November 2025\n\nEleven people took the bus.\n")
    draft(long_ago)
    with open_store(forum / ".standfirst") as connection:
        mark_published(connection, long_ago, at=1.0)
    changed.write_text(changed.read_text(encoding="utf-8") + "\n\nThe next meeting is on Monday 7 December 2026.\n" * 3)

    draft(SECOND)

    record = record_of(forum, SECOND)
    taken = record["from_archive"]
    story = record_of(forum, long_ago)["stories"][taken["story"] - 1]
    assert (taken["issue"], taken["headline"]) == ("2025-11-15", "A bus to the cafe")
    assert taken["text"] in [extract["text"] for extract in story["summary"]]
    page = (forum / "output" / SECOND.isoformat() / "newsletter.html").read_text(encoding="utf-8")
    assert f'href="../2025-11-15/newsletter.html#story-{taken["story"]}"' in page
    assert record["period"] is None
