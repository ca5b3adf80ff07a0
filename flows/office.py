"""A forum's post office: its open database, its keys and its clock, and what the settings say."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from flows.newsroom.archive import previous_issue
from flows.newsroom.errors import IssueError
from flows.newsroom.model.postroom import Mailing, MailingKind, MailingState
from flows.newsroom.postroom.approval import Approvals
from flows.newsroom.postroom.clock import Clock, SystemClock
from flows.newsroom.postroom.drafts import issue_of, kind_of
from flows.newsroom.postroom.keys import Keys, read_keys
from flows.newsroom.postroom.ledger import Ledger
from flows.newsroom.postroom.roster import Roster
from flows.newsroom.settings import Settings
from flows.newsroom.store import open_store

_UNDER_WAY = frozenset({MailingState.RELEASED, MailingState.SENDING, MailingState.STOPPED, MailingState.FINISHED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The open database of a forum, and what the settings say."""

    settings: Settings
    connection: sqlite3.Connection = field(repr=False)
    keys: Keys = field(repr=False)
    clock: Clock

    @property
    def state(self) -> Path:
        """The state folder."""
        return self.settings.folders.state

    @property
    def roster(self) -> Roster:
        """The members."""
        return Roster(self.connection, self.keys)

    @property
    def ledger(self) -> Ledger:
        """The mailings and their copies."""
        return Ledger(self.connection, self.clock)

    @property
    def approvals(self) -> Approvals:
        """What was approved."""
        return Approvals(self.connection)

    @property
    def now(self) -> dt.datetime:
        """The time by the forum's clock."""
        return dt.datetime.fromtimestamp(self.clock.now(), self.zone)

    @property
    def zone(self) -> dt.tzinfo:
        """The forum's time zone."""
        return self.settings.schedule.zone

    def mailing(self, mailing_id: str) -> Mailing:
        """What is known of a mailing, or a fresh one.

        Raises:
            IssueError: No mailing can be called that.
        """
        fresh = Mailing(id=mailing_id, issue=issue_of(mailing_id), kind=kind_of(mailing_id))
        return self.ledger.mailing(mailing_id) or fresh

    def mailing_before(self, mailing: Mailing) -> Mailing | None:
        """The newest mailing of an earlier issue that was released."""
        issues = (one for one in self.ledger.mailings() if one.kind is MailingKind.ISSUE and is_under_way(one))
        return max((one for one in issues if one.issue < mailing.issue), key=lambda one: one.issue, default=None)

    def came_back(self, mailing_id: str) -> frozenset[str]:
        """The members whose copy of a mailing came back, by their ids."""
        rows = self.connection.execute(
            "SELECT DISTINCT member FROM bounce WHERE mailing = ? AND kind IN ('hard', 'soft')", (mailing_id,)
        )
        return frozenset(str(row[0]) for row in rows)

    def newest(self) -> str:
        """The id of the newest issue that was drafted.

        Raises:
            IssueError: There is none.
        """
        day = previous_issue(self.settings.folders.output, dt.date.max)
        if day is None:
            raise IssueError("There is no issue yet. Draft one first: standfirst draft")
        return day.isoformat()


@contextmanager
def open_office(settings: Settings, clock: Clock | None = None) -> Iterator[Office]:
    """Open the state folder of `settings`; closed at the end.

    Raises:
        StoreError: It cannot be used.
    """
    keys = read_keys(settings.folders.state)
    with open_store(settings.folders.state) as connection:
        yield Office(settings=settings, connection=connection, keys=keys, clock=clock or SystemClock())


def is_under_way(mailing: Mailing) -> bool:
    """Whether a mailing was released: what it holds and whom it is for is fixed."""
    return mailing.state in _UNDER_WAY
