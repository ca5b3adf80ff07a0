"""Keeps what issues printed and promised in newsroom.db.

A draft is noted each time it is made; it counts only once it was sent.
"""

import datetime as dt
import hashlib
import sqlite3
from collections.abc import Iterator, Sequence

from flows.newsroom.duplicates import Fingerprint
from flows.newsroom.memory import Memory, Printed
from flows.newsroom.model import ArticleId, DateBasis, Issue, PastPromise, Story
from flows.newsroom.store import transaction

PROMISES_STAY_OPEN_DAYS = 366  # what nobody has ticked off by then is history


def note_draft(connection: sqlite3.Connection, issue: Issue, fingerprints: Sequence[Fingerprint]) -> None:
    """Note what `issue` prints, in place of what an earlier draft of it printed; one that was sent stays as it is.

    Args:
        connection: To the newsroom's database.
        issue: The issue.
        fingerprints: Those of its stories, in any order.
    """
    day, by_path = issue.date.isoformat(), {each.path: each for each in fingerprints}
    stories = [(story, by_path[story.article.source.path]) for story in issue.stories]
    with transaction(connection):
        if _is_published(connection, day):
            return
        for table in ("printed", "promise"):
            connection.execute(f"DELETE FROM {table} WHERE issue=?", (day,))  # noqa: S608 - one of two names
        connection.execute("INSERT OR IGNORE INTO issue VALUES(?, NULL)", (day,))
        connection.executemany(
            "INSERT INTO printed VALUES(?,?,?,?,?,?,?,?,?)", [_row(day, story, each) for story, each in stories]
        )
        connection.executemany(
            "INSERT OR REPLACE INTO promise VALUES(?,?,?,?,?,?,NULL)",
            [_promise_row(promise) for story in issue.stories for promise in _promises(issue.date, story)],
        )


def mark_published(connection: sqlite3.Connection, issue: dt.date, at: float) -> None:
    """Members were sent `issue`: none of it is printed again.

    Args:
        connection: To the newsroom's database.
        issue: Its date.
        at: When, in seconds since 1970; the first time counts.
    """
    connection.execute(
        "INSERT INTO issue VALUES(?,?) "
        "ON CONFLICT(date) DO UPDATE SET published_at=coalesce(published_at, excluded.published_at)",
        (issue.isoformat(), at),
    )


def is_on_its_way(connection: sqlite3.Connection, issue: dt.date) -> bool:
    """Whether members have been sent `issue`, or are just being sent it: its pages stay as they are.

    Reopening it frees its stories for other issues, not its pages for other words.
    """
    day = issue.isoformat()
    released = connection.execute("SELECT 1 FROM mailing WHERE issue=? AND released_at IS NOT NULL", (day,))
    return released.fetchone() is not None or _is_published(connection, day)


def reopen(connection: sqlite3.Connection, issue: dt.date) -> int | None:
    """Let the stories of `issue` be printed again.

    Returns:
        How many there are; None: that issue was never sent.
    """
    day = issue.isoformat()
    with transaction(connection):
        if not _is_published(connection, day):
            return None
        connection.execute("UPDATE issue SET published_at=NULL WHERE date=?", (day,))
        return int(connection.execute("SELECT count(*) FROM printed WHERE issue=?", (day,)).fetchone()[0])


def remembered(connection: sqlite3.Connection, before: dt.date) -> Memory:
    """What the issues before a day, as far as they were sent, printed and promised."""
    day = before.isoformat()
    printed = connection.execute(
        "SELECT printed.* FROM printed JOIN issue ON issue.date=printed.issue "
        "WHERE published_at IS NOT NULL AND issue<? ORDER BY issue, path",
        (day,),
    )
    oldest = (before - dt.timedelta(days=PROMISES_STAY_OPEN_DAYS)).isoformat()
    promises = connection.execute(
        "SELECT promise.* FROM promise JOIN issue ON issue.date=promise.issue "
        "WHERE published_at IS NOT NULL AND issue<? AND issue>=? "
        "AND (closed_at IS NULL OR closed_at>=(SELECT max(published_at) FROM issue WHERE date<?)) "
        "ORDER BY issue, promise.rowid",
        (day, oldest, day),
    )
    sent = connection.execute("SELECT date FROM issue WHERE published_at IS NOT NULL AND date<? ORDER BY date", (day,))
    return Memory(
        printed=tuple(map(_printed, printed)),
        promises=tuple(map(_past_promise, promises)),
        sent=tuple(dt.date.fromisoformat(each) for (each,) in sent),
    )


def close_promise(connection: sqlite3.Connection, promise: str, at: float) -> bool:
    """Tick off a promise as kept, by its id: one more issue says so. Whether there was such an open one."""
    changed = connection.execute("UPDATE promise SET closed_at=? WHERE id=? AND closed_at IS NULL", (at, promise))
    return changed.rowcount == 1


def drop_promise(connection: sqlite3.Connection, promise: str) -> bool:
    """Forget a promise, by its id: no issue speaks of it any more. Whether there was such an open one."""
    changed = connection.execute("DELETE FROM promise WHERE id=? AND closed_at IS NULL", (promise,))
    return changed.rowcount == 1


def _is_published(connection: sqlite3.Connection, day: str) -> bool:
    found = connection.execute("SELECT 1 FROM issue WHERE date=? AND published_at IS NOT NULL", (day,))
    return found.fetchone() is not None


def _row(day: str, story: Story, each: Fingerprint) -> tuple[object, ...]:
    return (
        day,
        each.path,
        each.article,
        story.article.headline.text,
        each.title,
        each.words,
        each.published,
        each.is_printable,
        each.shingles,
    )


def _promises(day: dt.date, story: Story) -> Iterator[PastPromise]:
    """What the printed sentences of a story promise."""
    printed = story.summary.printed if story.summary and not story.summary.rewordings else frozenset()
    for promise in story.article.findings.promises:
        if promise.sentence in printed:
            yield PastPromise(
                id=hashlib.sha256(f"{day} {story.article.id} {promise.sentence}".encode()).hexdigest()[:8],
                issue=day,
                headline=story.article.headline.text,
                text=story.article.sentences[promise.sentence].text,
                due=promise.due,
                due_by=None if promise.due_by.basis is DateBasis.INFERRED else promise.due_by.date,
            )


def _promise_row(promise: PastPromise) -> tuple[object, ...]:
    due_by = promise.due_by.isoformat() if promise.due_by else None
    return promise.id, promise.issue.isoformat(), promise.headline, promise.text, promise.due, due_by


def _printed(row: tuple[object, ...]) -> Printed:
    issue, path, article, headline, title, words, published, is_printable, runs = row
    return Printed(
        issue=dt.date.fromisoformat(str(issue)),
        headline=headline if isinstance(headline, str) else None,
        fingerprint=Fingerprint(
            path=str(path),
            article=ArticleId(str(article)),
            words=int(str(words)),
            published=int(str(published)) if published is not None else None,
            is_printable=bool(is_printable),
            title=title if isinstance(title, str) else None,
            shingles=runs if isinstance(runs, bytes) else b"",
        ),
    )


def _past_promise(row: tuple[object, ...]) -> PastPromise:
    key, issue, headline, text, due, due_by, closed_at = row
    return PastPromise(
        id=str(key),
        issue=dt.date.fromisoformat(str(issue)),
        headline=headline if isinstance(headline, str) else None,
        text=str(text),
        due=due if isinstance(due, str) else None,
        due_by=dt.date.fromisoformat(due_by) if isinstance(due_by, str) else None,
        is_kept=closed_at is not None,
    )
