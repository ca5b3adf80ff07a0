"""What is done about mail that came in: copies that came back are noted, and whoever cannot be reached is left out.

A copy is noted only if the ledger knows that it was sent: nobody is taken off the list because of a mail that we never
wrote. What a mail server refused at once counts as what comes back later.
"""

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from flows.newsroom.model.postroom import BounceKind, Reason, SuppressionReason
from flows.newsroom.postroom.addresses import address_key
from flows.newsroom.postroom.arrivals import Arrival, Complaint, Silent, Wish, read_arrival
from flows.newsroom.postroom.bounces import Bounce, Trace, reason_to_stop
from flows.newsroom.postroom.keys import Keys
from flows.newsroom.postroom.letterbox import Letterbox
from flows.newsroom.postroom.message.copies import Copy
from flows.newsroom.postroom.roster import Roster
from flows.newsroom.postroom.statuses import Blame, blame

MEMORY_SECONDS = 365 * 86_400.0
"""How long a failure counts: a monthly newsletter needs months to fail three times (Mailman's seven days never do)."""

FEW_CLOSINGS, LARGEST_SHARE = 5, 0.2  # as with a member file: a fifth less is a slip until somebody says it is not

_FAILURES = f"""
SELECT member, mailing, kind, at, status FROM bounce
UNION ALL
SELECT member, mailing, CASE reason WHEN '{Reason.NO_SUCH_MAILBOX}' THEN 'hard' ELSE 'soft' END, updated, enhanced
FROM delivery
WHERE state = 'failed' AND reason IN ('{Reason.NO_SUCH_MAILBOX}', '{Reason.MAILBOX_FULL}', '{Reason.ASKED_TO_WAIT}')
"""  # noqa: S608 our own words


class Effect(StrEnum):
    """What a mail that came in led to."""

    LEFT = "left by the token"
    LEFT_BY_SENDER = "left by the sender's address alone"
    COMPLAINED = "complained"
    HARD = "came back: address gone"
    SOFT = "came back: for now"
    OURS = "came back: because of us"
    UNKNOWN_WISH = "asks to leave, and nobody knows who"
    UNKNOWN_COPY = "a report on no copy of ours"
    NONE = "nothing to do"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What one mail led to, and for whom; ids and codes only."""

    effect: Effect
    member: str | None = None
    mailing: str | None = None
    status: str | None = None
    silent: Silent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """A member who gets nothing more, because copies kept coming back."""

    member: str
    reason: SuppressionReason


_EFFECTS = {BounceKind.HARD: Effect.HARD, BounceKind.SOFT: Effect.SOFT, BounceKind.OURS: Effect.OURS}


def is_too_many(closings: Iterable[Closing], audience: int) -> bool:
    """Whether so many of `audience` members would be left out at once that a mail server in trouble is likelier."""
    return len(tuple(closings)) > max(FEW_CLOSINGS, audience * LARGEST_SHARE)


def collect(
    letterbox: Letterbox, returns: "Returns", list_ids: Sequence[str], keys: Keys, at: float
) -> Iterator[Happening]:
    """Read every mail that was not read before and do what it asks for; then remember it.

    In that order: whoever is cut off does it once more, and that changes nothing. A token counts that was made by any
    of the names of the list.
    """
    for received in letterbox(returns.is_read):
        happening = returns.take(_arrival(received.content, list_ids, keys), at)
        returns.remember(received.key, at)
        yield happening


def _arrival(content: bytes, list_ids: Sequence[str], keys: Keys) -> Arrival:
    readings = [read_arrival(content, list_id, keys) for list_id in list_ids]
    by_token = (one for one in readings if isinstance(one, Wish) and one.member)
    return next(by_token, readings[0])


class Returns:
    """What mail that came in changes in the newsroom's database; times are seconds since 1970."""

    def __init__(self, connection: sqlite3.Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys
        self._roster = Roster(connection, keys)

    def take(self, arrival: Arrival, at: float) -> Happening:
        """Do what a mail asks for; doing it twice is as doing it once."""
        match arrival:
            case Bounce():
                return self._note(arrival, at)
            case Complaint():
                return self._complaint(arrival, at)
            case Wish():
                return self._leave(arrival, at)
            case silent:
                return Happening(effect=Effect.NONE, silent=silent)

    def closings(self, at: float) -> tuple[Closing, ...]:
        """Members on the list whose copies failed for good, or for now in too many mailings."""
        failures: dict[str, list[tuple[str, BounceKind]]] = defaultdict(list)
        for member, mailing, kind in self._counted(at):
            failures[member].append((mailing, kind))
        reasons = {member: reason_to_stop(failures[member]) for member in sorted(failures)}
        return tuple(
            Closing(member=member, reason=reason)
            for member, reason in reasons.items()
            if reason and not self._roster.is_suppressed(member)
        )

    def close(self, closings: Iterable[Closing], at: float) -> None:
        """Send nothing more to these members, and forget what is too old to count."""
        for one in closings:
            self._roster.suppress(one.member, one.reason, at)
        self._connection.execute("DELETE FROM bounce WHERE at < ?", (at - MEMORY_SECONDS,))

    def first_day(self) -> dt.date | None:
        """The day of the first issue that was mailed; nothing that came in before it is about us."""
        first = self._connection.execute("SELECT min(issue) FROM mailing").fetchone()[0]
        return dt.date.fromisoformat(first) if first else None

    def is_read(self, key: str) -> bool:
        """Whether the mail of that key was read before."""
        return self._connection.execute("SELECT 1 FROM read_mail WHERE key = ?", (key,)).fetchone() is not None

    def remember(self, key: str, at: float) -> None:
        """Note that the mail of that key was read and that what it asks for is done."""
        self._connection.execute("INSERT OR IGNORE INTO read_mail(key, at) VALUES(?, ?)", (key, at))

    def _note(self, bounce: Bounce, at: float) -> Happening:
        copy = self._copy(bounce.trace)
        if copy is None or bounce.kind is None:
            return Happening(effect=Effect.UNKNOWN_COPY)
        self._connection.execute(
            "INSERT OR IGNORE INTO bounce(mailing, member, status, kind, at) VALUES(?, ?, ?, ?, ?)",
            (*copy, bounce.status, bounce.kind, at),
        )
        return Happening(effect=_EFFECTS[bounce.kind], member=copy.member, mailing=copy.mailing, status=bounce.status)

    def _complaint(self, complaint: Complaint, at: float) -> Happening:
        copy = self._copy(complaint.trace)
        if copy is None:
            return Happening(effect=Effect.UNKNOWN_COPY)
        self._roster.suppress(copy.member, SuppressionReason.COMPLAINT, at)
        return Happening(effect=Effect.COMPLAINED, member=copy.member, mailing=copy.mailing)

    def _leave(self, wish: Wish, at: float) -> Happening:
        member = wish.member or self._member_at(wish.sender)
        if member is None or not self._roster.suppress(member, SuppressionReason.UNSUBSCRIBED, at):
            return Happening(effect=Effect.UNKNOWN_WISH)
        return Happening(effect=Effect.LEFT if wish.member else Effect.LEFT_BY_SENDER, member=member)

    def _member_at(self, address: str | None) -> str | None:
        if address is None:
            return None
        key = address_key(address, self._keys)
        listing = self._roster.listing_at(key) or self._roster.moved_from(key)
        return listing.member.id if listing else None

    def _copy(self, trace: Trace) -> Copy | None:
        """The copy of the ledger that `trace` leads to; a copy whose end never left cannot have come back."""
        condition, values = "message_id = ?", [trace.message_id or ""]
        if trace.copy:
            condition, values = "mailing = ? AND member = ?", [*trace.copy]
        query = (
            f"SELECT mailing, member FROM delivery WHERE {condition} AND state IN ('committing', 'in_doubt', 'sent')"  # noqa: S608 our own words
        )
        row = self._connection.execute(query, values).fetchone()
        return Copy(*row) if row else None

    def _counted(self, at: float) -> Iterator[tuple[str, str, BounceKind]]:
        """Failures of the last year: not from before somebody came back, nor at a former address, nor for our sake."""
        query = f"""SELECT f.member, f.mailing, f.kind, f.status FROM ({_FAILURES}) f JOIN member m ON m.id = f.member
            WHERE f.at >= m.joined AND f.at >= ? AND NOT EXISTS(SELECT 1 FROM delivery d
              JOIN former_address a ON a.address_key = d.address_key AND a.member = d.member
              WHERE d.mailing = f.mailing AND d.member = f.member)"""  # noqa: S608 our own words
        for member, mailing, kind, status in self._connection.execute(query, (at - MEMORY_SECONDS,)):
            if blame(status) is not Blame.SENDER:
                yield member, mailing, BounceKind(kind)
