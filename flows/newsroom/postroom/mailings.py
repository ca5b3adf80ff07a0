"""What is sent, as a whole: the table `mailing` of the newsroom's database."""

import dataclasses
import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator

from flows.newsroom.model.postroom import Mailing, MailingKind, MailingState
from flows.newsroom.store import transaction

_NOTE_ROUTE = """
UPDATE mailing SET route = CASE WHEN route = :route OR NOT EXISTS(
  SELECT 1 FROM delivery_event WHERE mailing = :mailing AND now IN('committing', 'in_doubt')) THEN :route
  ELSE 'several' END
WHERE id = :mailing RETURNING route = :route
"""
_COLUMNS = tuple(field.name for field in dataclasses.fields(Mailing))


def save_mailing(connection: sqlite3.Connection, mailing: Mailing) -> None:
    """Write all that is known of a mailing, whatever was known before."""
    row = dataclasses.asdict(mailing) | {"issue": mailing.issue.isoformat()}
    names, marks = ",".join(_COLUMNS), ",".join(f":{name}" for name in _COLUMNS)
    with transaction(connection):
        connection.execute(f"INSERT OR REPLACE INTO mailing({names}) VALUES({marks})", row)


def find_mailing(connection: sqlite3.Connection, mailing_id: str) -> Mailing | None:
    """What is known of a mailing; None if there is no such mailing."""
    return next(_read(connection, "WHERE id=?", mailing_id), None)


def all_mailings(connection: sqlite3.Connection) -> tuple[Mailing, ...]:
    """All mailings, by their ids: the oldest issue first, its corrections after it."""
    return tuple(_read(connection, "ORDER BY id"))


def move_mailing(
    connection: sqlite3.Connection,
    mailing_id: str,
    before: Iterable[MailingState],
    after: MailingState,
    stop_reason: str | None = None,
) -> bool:
    """Move a mailing on, if it is in one of the states `before`; whether it was."""
    states = tuple(before)
    query = f"UPDATE mailing SET state=?, stop_reason=? WHERE id=? AND state IN({','.join('?' * len(states))})"  # noqa: S608 question marks
    return connection.execute(query, (after, stop_reason, mailing_id, *states)).rowcount > 0


def note_route(connection: sqlite3.Connection, mailing_id: str, route: str) -> bool:
    """Note by what way a mailing's mails are about to go; whether the end of each left by that way so far.

    After a restore it is not known what left, and so the way that was noted stays.
    """
    return connection.execute(_NOTE_ROUTE, {"mailing": mailing_id, "route": route}).fetchall() == [(1,)]


def _read(connection: sqlite3.Connection, condition: str, *values: object) -> Iterator[Mailing]:
    query = f"SELECT {','.join(_COLUMNS)} FROM mailing {condition}"  # noqa: S608 our own words
    for row in connection.execute(query, values):
        fields = dict(zip(_COLUMNS, row, strict=True))
        fields["issue"] = dt.date.fromisoformat(fields["issue"])
        fields["kind"], fields["state"] = MailingKind(fields["kind"]), MailingState(fields["state"])
        fields["repeats_doubt"] = bool(fields["repeats_doubt"])
        yield Mailing(**fields)
