"""What members have read is not printed again, a changed version is an update, a promise stays open till it is kept."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from flows.newsroom.duplicates import fingerprint
from flows.newsroom.memory import Memory, Printed, Recollection, Repeat
from flows.newsroom.model import (
    Article,
    Confidence,
    DateBasis,
    Dated,
    Earlier,
    Findings,
    Issue,
    PastPromise,
    Promise,
)
from flows.newsroom.press.typesetter import set_issue
from flows.newsroom.remembering import close_promise, drop_promise, mark_published, note_draft, remembered, reopen
from flows.newsroom.report import make_report, report_editions
from flows.newsroom.selection import choose, make_brief
from flows.newsroom.store import open_store
from flows.newsroom.taxonomies import default_taxonomy
from tests.factories import ISSUE_DAY, a_section, a_source, a_story, a_summary, an_article, an_issue

BEFORE = dt.date(2026, 11, 7)
LONG = [f"word{number}" for number in range(200)]


def an_article_of(words: list[str], path: str = "notes.txt", *, day: int = 2, title: str | None = None) -> Article:
    published = Dated(date=dt.date(2026, 11, day), basis=DateBasis.STATED, confidence=Confidence.HIGH)
    return an_article(" ".join(words), headline=title, source=a_source(path), published=published)


def recalled(new: Article, old: Article) -> Repeat | Earlier | None:
    printed = Printed(issue=BEFORE, headline="As it was", fingerprint=fingerprint(old))
    return Recollection([printed]).recall(fingerprint(new))


def test_the_same_text_is_a_repeat_whatever_its_file_is_called() -> None:
    assert recalled(an_article_of(LONG, "again.txt"), an_article_of(LONG)) == Repeat(issue=BEFORE)


def test_half_of_a_text_from_elsewhere_is_a_repeat() -> None:
    assert recalled(an_article_of(LONG[:80] + ["end"] * 30, "press.txt"), an_article_of(LONG)) == Repeat(issue=BEFORE)


def test_a_file_that_was_changed_is_an_update() -> None:
    changed = [*LONG[:150], *(f"news{number}" for number in range(50))]

    assert recalled(an_article_of(changed), an_article_of(LONG)) == Earlier(
        issue=BEFORE, headline="As it was", is_update=True
    )


def test_a_day_that_was_changed_in_a_file_is_an_update_and_in_a_copy_of_it_nothing_new() -> None:
    changed = [*LONG[:100], "Thursday", *LONG[101:]]

    update, copy = (recalled(an_article_of(changed, path), an_article_of(LONG)) for path in ("notes.txt", "copy.txt"))

    assert isinstance(update, Earlier)
    assert update.is_update
    assert copy == Repeat(issue=BEFORE)


def test_a_later_version_of_about_the_same_length_is_an_update_from_wherever_it_comes() -> None:
    changed = an_article_of([*LONG[:150], *(f"news{number}" for number in range(50))], "site.html", day=9)

    found = recalled(changed, an_article_of(LONG))

    assert isinstance(found, Earlier)
    assert found.is_update


def test_a_tenth_in_common_is_a_link_to_what_was_said() -> None:
    related = [*LONG[:30], *(f"news{number}" for number in range(170))]

    assert recalled(an_article_of(related, "next.txt"), an_article_of(LONG)) == Earlier(
        issue=BEFORE, headline="As it was"
    )


def test_a_set_phrase_makes_no_two_texts_related() -> None:
    short = [*LONG[:6], *(f"news{number}" for number in range(12))]

    assert recalled(an_article_of(short, "next.txt"), an_article_of(LONG)) is None


def test_the_minutes_of_every_month_name_those_before() -> None:
    title = "Minutes of the practice forum"
    new = an_article_of([f"new{number}" for number in range(100)], "b.txt", day=9, title=title)

    found = recalled(new, an_article_of(LONG, "a.txt", title=title))

    assert found == Earlier(issue=BEFORE, headline="As it was")


def test_what_was_printed_is_left_out_and_the_reason_names_the_issue_and_the_way_back() -> None:
    memory = Memory(printed=(Printed(issue=BEFORE, headline=None, fingerprint=fingerprint(an_article_of(LONG))),))

    choice = choose([make_brief(an_article_of(LONG), ISSUE_DAY)], most_stories=10, memory=memory)

    assert not choice.printed
    (left_out,) = choice.left_out
    assert "the issue of 7 November 2026" in left_out.reason
    assert "standfirst reopen 2026-11-07" in left_out.reason


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_store(tmp_path) as connection:
        yield connection


def an_issue_of(article: Article, *printed: int) -> Issue:
    story = replace(a_story(), article=article, summary=a_summary(article, *printed))
    return an_issue(a_section(story), date=BEFORE)


def test_a_draft_is_no_memory_until_it_was_sent(database: sqlite3.Connection) -> None:
    article = an_article_of(LONG)
    note_draft(database, an_issue_of(article, 0), [fingerprint(article)])

    assert remembered(database, ISSUE_DAY) == Memory()
    mark_published(database, BEFORE, at=1.0)
    assert [one.fingerprint for one in remembered(database, ISSUE_DAY).printed] == [fingerprint(article)]


def test_an_issue_does_not_remember_itself_or_what_came_later(database: sqlite3.Connection) -> None:
    article = an_article_of(LONG)
    note_draft(database, an_issue_of(article, 0), [fingerprint(article)])
    mark_published(database, BEFORE, at=1.0)

    assert remembered(database, BEFORE) == Memory()


def test_a_later_draft_of_an_issue_that_was_sent_changes_no_memory(database: sqlite3.Connection) -> None:
    sent, later = an_article_of(LONG), an_article_of(["other"] * 50, "other.txt")
    note_draft(database, an_issue_of(sent, 0), [fingerprint(sent)])
    mark_published(database, BEFORE, at=1.0)

    note_draft(database, an_issue_of(later, 0), [fingerprint(later)])

    assert [one.fingerprint.path for one in remembered(database, ISSUE_DAY).printed] == ["notes.txt"]


def test_a_reopened_issue_is_forgotten_and_an_unsent_one_cannot_be(database: sqlite3.Connection) -> None:
    article = an_article_of(LONG)
    note_draft(database, an_issue_of(article, 0), [fingerprint(article)])
    mark_published(database, BEFORE, at=1.0)

    assert reopen(database, BEFORE) == 1
    assert reopen(database, BEFORE) is None
    assert remembered(database, ISSUE_DAY) == Memory()


def promising() -> Article:
    article = an_article("The guide will be out very soon.", "Nothing else was said.", source=a_source())
    promises = (Promise(text="The guide will be out very soon.", due="very soon", sentence=0),)
    return replace(article, findings=Findings(promises=promises))


def test_a_printed_promise_stays_open_until_somebody_ticks_it_off(database: sqlite3.Connection) -> None:
    note_draft(database, an_issue_of(promising(), 0), [fingerprint(promising())])
    mark_published(database, BEFORE, at=1.0)

    (promise,) = remembered(database, ISSUE_DAY).promises

    assert promise.text == "The guide will be out very soon."
    assert close_promise(database, promise.id, at=2.0)
    assert not close_promise(database, promise.id, at=3.0)
    assert remembered(database, ISSUE_DAY).promises == (replace(promise, is_kept=True),)


def test_of_a_kept_promise_one_issue_tells_and_of_a_dropped_one_none(database: sqlite3.Connection) -> None:
    note_draft(database, an_issue_of(promising(), 0), [fingerprint(promising())])
    mark_published(database, BEFORE, at=1.0)
    (promise,) = remembered(database, ISSUE_DAY).promises
    close_promise(database, promise.id, at=2.0)
    mark_published(database, ISSUE_DAY, at=3.0)

    assert remembered(database, dt.date(2026, 12, 5)).promises == ()
    assert not drop_promise(database, promise.id)

    database.execute("UPDATE promise SET closed_at=NULL")
    assert drop_promise(database, promise.id)
    assert remembered(database, dt.date(2026, 12, 5)).promises == ()


def test_a_promise_that_was_not_printed_is_nobodys_to_remember(database: sqlite3.Connection) -> None:
    note_draft(database, an_issue_of(promising(), 1), [fingerprint(promising())])
    mark_published(database, BEFORE, at=1.0)

    assert remembered(database, ISSUE_DAY).promises == ()


def test_readers_are_told_what_was_promised_and_the_report_how_to_tick_it_off() -> None:
    due = dt.date(2026, 11, 30)
    promise = PastPromise(id="ab12cd34", issue=BEFORE, headline="A guide", text="It will be out.", due_by=due)
    issue = replace(an_issue(), promises=(promise,))

    (line,) = set_issue(issue).sequels
    report, _ = report_editions(make_report(issue, default_taxonomy()))

    assert line.told == "In our issue of 7 November 2026, under “A guide”; due by 30 November 2026."
    assert "- [ab12cd34] 7 November 2026: It will be out." in report.content.decode()


def test_a_story_names_what_it_replaces() -> None:
    earlier = Earlier(issue=BEFORE, headline="As it was", is_update=True)
    story = replace(a_story(), earlier=earlier)

    (fact,) = [fact for fact in set_issue(an_issue(a_section(story))).stories[0].facts if fact.issue]

    assert (fact.name, fact.words) == ("Updated", "This replaces what stood in our issue of 7 November 2026")


def test_the_last_issue_is_the_last_one_before_a_day_that_was_sent(tmp_path: Path) -> None:
    with open_store(tmp_path) as connection:
        for day in (ISSUE_DAY, BEFORE):
            mark_published(connection, day, at=1.0)
        note_draft(connection, an_issue(date=dt.date(2026, 11, 14)), ())

        assert remembered(connection, ISSUE_DAY).last_issue == BEFORE
        assert remembered(connection, BEFORE).last_issue is None
