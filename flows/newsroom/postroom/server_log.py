"""Doubts settled from the log of a Postfix on this computer: what it noted is what it has.

Its `cleanup` gives a mail with our Message-ID a queue id; when `qmgr` takes that queue id over, Postfix has the mail.
"""

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from flows.newsroom.model.postroom import Delivery, DeliveryState, Reason
from flows.newsroom.postroom.clock import Clock
from flows.newsroom.postroom.ledger import Ledger

QUIET_SECONDS = 10.0
"""So long after a run broke off Postfix has noted whatever it got."""

_RECEIVED = re.compile(r"/cleanup\[\d+\]: (\w+): message-id=(<[^>]*>)")
_TAKEN_OVER = re.compile(r"/qmgr\[\d+\]: (\w+): from=")
_STAMP = re.compile(r"(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d))|([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d)")
_A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What a log says: the Message-IDs of the mails that Postfix has, and the first moment that it knows of."""

    message_ids: frozenset[str]
    begins_at: float | None = None


def read_log(lines: Iterable[str], now: float) -> Noted:
    """Read a log in the order in which it was written; `now` tells the year of stamps that name none."""
    begins_at, taken = None, set[str]()
    by_queue_id = dict[str, str]()  # a queue id is used again, so only the latest mail with it counts
    for line in lines:
        if begins_at is None:
            begins_at = _moment(line, now)
        if received := _RECEIVED.search(line):
            by_queue_id[received[1]] = received[2]
        elif (taken_over := _TAKEN_OVER.search(line)) and taken_over[1] in by_queue_id:
            taken.add(by_queue_id[taken_over[1]])
    return Noted(message_ids=frozenset(taken), begins_at=begins_at)


def settle(
    deliveries: Iterable[Delivery], noted: Noted, released_at: float | None = None
) -> Iterator[tuple[str, DeliveryState]]:
    """What a log says of each copy in doubt: (member's id, sent or pending). Of what it cannot know it says nothing.

    That a mail is missing in a log counts only if it is the log of the very server: it must know mails of this mailing,
    every one that the server said yes to, and reach back to the copy's first try.

    Args:
        deliveries: All copies of a mailing.
        noted: What the log says.
        released_at: When the mailing was released: the first try of copies whose own is not known.
    """
    copies = tuple(deliveries)
    answered = {copy.message_id for copy in copies if copy.state is DeliveryState.SENT and copy.code}
    is_ours = answered <= noted.message_ids and any(copy.message_id in noted.message_ids for copy in copies)
    for copy in copies:
        if copy.state is not DeliveryState.IN_DOUBT:
            continue
        if copy.message_id in noted.message_ids:
            yield copy.member, DeliveryState.SENT
        elif is_ours and noted.begins_at is not None and noted.begins_at <= (copy.first_at or released_at or 0.0):
            yield copy.member, DeliveryState.PENDING


def knows_more(ledger: Ledger, mailing_id: str, log: Path, now: float) -> bool:
    """Whether the log knows of copies whose end, by the ledger, never left: then the ledger is an older one."""
    waiting = {copy.message_id for copy in ledger.never_ended(mailing_id)}
    return bool(waiting) and not waiting.isdisjoint(_read_files(log, now).message_ids)


def settle_from_log(
    ledger: Ledger, mailing_id: str, log: Path, clock: Clock, quiet_seconds: float = QUIET_SECONDS
) -> int:
    """Settle what is in doubt by the log file, with its former part that a rotation set aside.

    Returns:
        How many copies are to be sent again. A log that cannot be read settles nothing.
    """
    doubts = ledger.deliveries(mailing_id, DeliveryState.IN_DOUBT)
    if not doubts:
        return 0
    rest = max(doubt.updated for doubt in doubts) + quiet_seconds - clock.now()
    clock.sleep(min(max(rest, 0.0), quiet_seconds))
    noted = _read_files(log, clock.now())
    mailing, again = ledger.mailing(mailing_id), 0
    for member, state in settle(ledger.deliveries(mailing_id), noted, mailing.released_at if mailing else None):
        settled = ledger.decide(mailing_id, member, state, Reason.SERVER_LOG)
        again += settled and state is DeliveryState.PENDING
    return again


def _read_files(log: Path, now: float) -> Noted:
    """What a log and its former part say; nothing, unless all of it can be read.

    The latest part is opened first: if it is set aside meanwhile, lines are read twice rather than never.
    """
    with suppress(OSError), log.open(errors="replace") as latest, _former_part(log) as former:
        return read_log(itertools.chain(former, latest), now)
    return Noted(message_ids=frozenset())


@contextmanager
def _former_part(log: Path) -> Iterator[Iterable[str]]:
    file = log.with_name(f"{log.name}.1")
    if not file.exists():
        yield ()
        return
    with file.open(errors="replace") as lines:
        yield lines


def _moment(line: str, now: float) -> float | None:
    """When a line was written, in seconds since 1970."""
    stamp = _STAMP.match(line)
    if stamp is None:
        return None
    if stamp[1]:
        return dt.datetime.fromisoformat(stamp[1]).timestamp()
    today = dt.datetime.fromtimestamp(now).astimezone()
    for year in (today.year, today.year - 1):
        with suppress(ValueError):  # 29 February
            moment = dt.datetime.strptime(f"{year} {stamp[2]}", "%Y %b %d %H:%M:%S").replace(tzinfo=today.tzinfo)
            if moment <= today + _A_DAY:
                return moment.timestamp()
    return None
