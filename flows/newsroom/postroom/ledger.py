"""How far each member's copy of each mailing has got. Every move is compare-and-set: no two senders make the same one.

    pending -> sending -> committing -> sent
    pending, deferred -> sending       claimed; a claim has a number, and only its holder moves the copy on
    sending -> committing              the fence: on the disk before a mail's last dot leaves
    sending, committing -> deferred | failed | in_doubt | pending
    in_doubt, failed -> pending        a person's word, or the mail server's log
    pending, deferred -> suppressed    left the list since

Ids, codes and fixed words only: no address, no name, nothing that a server said.
"""

import dataclasses
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from flows.newsroom.model.postroom import Counts, Delivery, DeliveryState, Mailing, MailingState, Reason
from flows.newsroom.postroom import mailings
from flows.newsroom.postroom.answers import Outcome
from flows.newsroom.postroom.claims import LONGEST_WAIT_SECONDS, Claim
from flows.newsroom.postroom.clock import Clock
from flows.newsroom.store import another_connection, transaction

_GOES_TO = """
UPDATE delivery SET address_key = coalesce((SELECT address_key FROM member WHERE id = ?), address_key)
WHERE mailing = ? AND member = ?
"""  # the address that its member has by now, so that what comes back is told from what came back from a former one
_ENDED = "SELECT member FROM delivery_event WHERE mailing=? AND now IN('committing','in_doubt')"
_MISTRUSTED = f"SELECT member FROM delivery_event WHERE mailing=? AND now='in_doubt' AND reason='{Reason.RESTORED}'"  # noqa: S608 our own words
_WAITING = (DeliveryState.PENDING, DeliveryState.DEFERRED)
_CLAIMED = (DeliveryState.SENDING, DeliveryState.COMMITTING)
_DELIVERY_COLUMNS = tuple(field.name for field in dataclasses.fields(Delivery))


class Ledger:
    """The tables `mailing`, `delivery` and `delivery_event` of the newsroom's database.

    Args:
        connection: Made by `open_store`; used by one thread at a time.
        clock: Says when things happen.
    """

    def __init__(self, connection: sqlite3.Connection, clock: Clock) -> None:
        self.connection = connection
        self.clock = clock

    @contextmanager
    def twin(self) -> Iterator["Ledger"]:
        """The same ledger on a connection of its own, for another thread."""
        with another_connection(self.connection) as connection:
            yield Ledger(connection, self.clock)

    # Mailings

    def save_mailing(self, mailing: Mailing) -> None:
        """Write all that is known of a mailing, whatever was known before."""
        mailings.save_mailing(self.connection, mailing)

    def mailing(self, mailing_id: str) -> Mailing | None:
        """What is known of a mailing; None if there is no such mailing."""
        return mailings.find_mailing(self.connection, mailing_id)

    def mailings(self) -> tuple[Mailing, ...]:
        """All mailings, by their ids: the oldest issue first, its corrections after it."""
        return mailings.all_mailings(self.connection)

    def move_mailing(
        self, mailing_id: str, before: Iterable[MailingState], after: MailingState, stop_reason: str | None = None
    ) -> bool:
        """Move a mailing on, if it is in one of the states `before`; whether it was."""
        return mailings.move_mailing(self.connection, mailing_id, before, after, stop_reason)

    def note_route(self, mailing_id: str, route: str) -> bool:
        """Note by what way a mailing's mails are about to go; False if any left by another."""
        return mailings.note_route(self.connection, mailing_id, route)

    def finish(self, mailing_id: str) -> bool:
        """End a mailing in which nobody waits; whether it ended.

        In one step: a copy that a person lets be sent again meanwhile keeps it open, or opens it again.
        """
        with transaction(self.connection):
            is_through = not self.counts(mailing_id).waiting
            return is_through and self.move_mailing(mailing_id, [MailingState.SENDING], MailingState.FINISHED)

    # Copies

    def enrol(self, mailing_id: str, rows: Iterable[tuple[str, str, str]]) -> int:
        """Fix the audience: (member's id, key of the address, Message-ID) for each copy.

        Until the mailing is released, another call sets another audience; afterwards nobody is added or removed.

        Returns:
            How many copies the mailing has: two members at one address get one.
        """
        insert = "INSERT OR IGNORE INTO delivery(mailing,member,address_key,message_id,updated) VALUES(?,?,?,?,?)"
        now = self.clock.now()
        with transaction(self.connection):
            mailing = self.mailing(mailing_id)
            if mailing is None or mailing.state in {MailingState.DRAFTED, MailingState.APPROVED}:
                self.connection.execute("DELETE FROM delivery WHERE mailing=?", (mailing_id,))
                self.connection.executemany(insert, ((mailing_id, *row, now) for row in rows))
        return self.counts(mailing_id).all

    def claim(self, mailing_id: str, member_id: str) -> Claim | None:
        """Take a copy in hand for one try; None when it is not waiting any more.

        A first try that lies in the future was noted by a clock that ran ahead: it counts as now.
        """
        now = self.clock.now()
        with transaction(self.connection):
            number = self._move(mailing_id, member_id, _WAITING, Outcome(state=DeliveryState.SENDING))
            if number is None:
                return None
            attempts, first_at = self.connection.execute(
                "UPDATE delivery SET claim=?, attempts=attempts+1, first_at=min(coalesce(first_at,?),?)"
                " WHERE mailing=? AND member=? RETURNING attempts, first_at",
                (number, now, now, mailing_id, member_id),
            ).fetchone()
            self.connection.execute(_GOES_TO, (member_id, mailing_id, member_id))
            (at,) = self.connection.execute("SELECT at FROM delivery_event WHERE seq=?", (number,)).fetchone()
        return Claim(mailing=mailing_id, member=member_id, number=number, at=at, attempts=attempts, first_at=first_at)

    def fence(self, claim: Claim) -> bool:
        """Note, on the disk itself, that the end of the mail is about to leave; False if the claim was lost.

        The only commit that must have reached the disk: losing another one costs a doubt, never a second copy.
        """
        self.connection.execute("PRAGMA synchronous=FULL")
        try:
            with transaction(self.connection):
                step = Outcome(state=DeliveryState.COMMITTING)
                return self._move_claimed(claim, (DeliveryState.SENDING,), step)
        finally:
            self.connection.execute("PRAGMA synchronous=NORMAL")

    def settle(self, claim: Claim, outcome: Outcome, next_at: float = 0.0) -> bool:
        """Write what became of a try; `next_at` is the time of the next one. False if the claim was lost."""
        with transaction(self.connection):
            return self._move_claimed(claim, _CLAIMED, outcome, next_at)

    def give_back(self, claim: Claim) -> bool:
        """The run ends for a reason that is not this member's: the copy waits again and the try does not count."""
        with transaction(self.connection):
            step = Outcome(state=DeliveryState.PENDING, reason=Reason.RUN_STOPPED)
            return self._move_claimed(claim, _CLAIMED, step) and self._return_try(claim.mailing, claim.member)

    def forgive(self, mailing_id: str, member_id: str) -> bool:
        """A refusal turned out to be about us: the copy waits again and the try does not count."""
        with transaction(self.connection):
            refused = (DeliveryState.DEFERRED, DeliveryState.FAILED)
            step = Outcome(state=DeliveryState.PENDING, reason=Reason.RUN_STOPPED)
            moved = self._move(mailing_id, member_id, refused, step)
            return moved is not None and self._return_try(mailing_id, member_id)

    def suppress(self, mailing_id: str, member_id: str) -> bool:
        """Nothing more to somebody who has left since; False if the copy is not waiting."""
        with transaction(self.connection):
            step = Outcome(state=DeliveryState.SUPPRESSED, reason=Reason.LEFT)
            return self._move(mailing_id, member_id, _WAITING, step) is not None

    def decide(self, mailing_id: str, member_id: str, state: DeliveryState, reason: Reason) -> bool:
        """Settle a doubt (sent or pending), or try a failed copy again (pending), which opens the mailing again.

        Returns:
            False when there is nothing to decide: the copy is in no doubt and did not fail.

        Raises:
            ValueError: `state` is neither sent nor pending.
        """
        if state not in {DeliveryState.SENT, DeliveryState.PENDING}:
            raise ValueError(f"a doubt is settled as sent or pending, not as {state}")
        again = state is DeliveryState.PENDING
        before = (DeliveryState.IN_DOUBT, DeliveryState.FAILED) if again else (DeliveryState.IN_DOUBT,)
        with transaction(self.connection):
            if self._move(mailing_id, member_id, before, Outcome(state=state, reason=reason)) is None:
                return False
            if again:
                self.connection.execute(
                    "UPDATE delivery SET attempts=0, first_at=NULL WHERE mailing=? AND member=?",
                    (mailing_id, member_id),
                )
                self.move_mailing(mailing_id, [MailingState.FINISHED], MailingState.SENDING)
        return True

    def recover(self, mailing_id: str) -> int:
        """Sort out what a sender that died had in hand. Only inside `only_sender`.

        Returns:
            How many copies are newly in doubt.
        """
        before_end = Outcome(state=DeliveryState.PENDING, reason=Reason.SENDER_DIED)
        after_end = Outcome(state=DeliveryState.IN_DOUBT, reason=Reason.SENDER_DIED_LATE)
        in_hand = self._members("mailing=? AND state IN('sending','committing')", mailing_id)
        with transaction(self.connection):
            for member in in_hand:
                self._move(mailing_id, member, (DeliveryState.SENDING,), before_end)
            moved = (self._move(mailing_id, member, (DeliveryState.COMMITTING,), after_end) for member in in_hand)
            return sum(number is not None for number in moved)

    def mistrust(self, mailing_id: str) -> int:
        """This ledger is older than what was sent: whoever waits by it may have it. Only inside `only_sender`.

        Whom a person has settled after that waits by a person's word, and is left alone.

        Returns:
            How many copies are newly in doubt.
        """
        doubt = Outcome(state=DeliveryState.IN_DOUBT, reason=Reason.RESTORED)
        waits = "mailing=? AND state IN('pending','deferred','sending') AND member NOT IN(" + _MISTRUSTED + ")"
        before = (*_WAITING, DeliveryState.SENDING)
        with transaction(self.connection):
            members = self._members(waits, mailing_id, mailing_id)
            return sum(self._move(mailing_id, member, before, doubt) is not None for member in members)

    # Questions

    def id_domain(self, mailing_id: str) -> str | None:
        """What the Message-IDs of a mailing end in; None: it has no copies."""
        query = "SELECT message_id FROM delivery WHERE mailing=? LIMIT 1"
        row = self.connection.execute(query, (mailing_id,)).fetchone()
        return str(row[0]).rpartition("@")[2].rstrip(">") if row else None

    def never_ended(self, mailing_id: str) -> tuple[Delivery, ...]:
        """Copies that wait, and of which no mail's end ever left, as far as this ledger knows."""
        condition = "mailing=? AND state IN('pending','deferred') AND member NOT IN(" + _ENDED + ")"
        return tuple(self._deliveries(condition, mailing_id, mailing_id))

    def due(self, mailing_id: str) -> tuple[str, ...]:
        """Members whose copy may be tried now, in the order of their ids."""
        now = self.clock.now()
        due = "mailing=? AND state IN('pending','deferred') AND (next_at<=? OR next_at>?) ORDER BY member"
        return self._members(due, mailing_id, now, now + LONGEST_WAIT_SECONDS)

    def next_due(self, mailing_id: str) -> float | None:
        """When the next copy may be tried; None when none waits."""
        query = "SELECT min(next_at) FROM delivery WHERE mailing=? AND state IN('pending','deferred')"
        earliest: float | None = self.connection.execute(query, (mailing_id,)).fetchone()[0]
        if earliest is None:
            return None
        now = self.clock.now()
        return now if earliest > now + LONGEST_WAIT_SECONDS else max(earliest, now)

    def counts(self, mailing_id: str) -> Counts:
        """How many copies are in which state."""
        query = "SELECT state, count(*) FROM delivery WHERE mailing=? GROUP BY state"
        return Counts(**dict(self.connection.execute(query, (mailing_id,)).fetchall()))

    def delivery(self, mailing_id: str, member_id: str) -> Delivery | None:
        """One member's copy."""
        return next(self._deliveries("mailing=? AND member=?", mailing_id, member_id), None)

    def deliveries(self, mailing_id: str, *states: DeliveryState) -> tuple[Delivery, ...]:
        """The copies of a mailing, of the given states or all, in the order of the members' ids."""
        wanted = states or tuple(DeliveryState)
        return tuple(self._deliveries(f"mailing=? AND state IN({_marks(wanted)}) ORDER BY member", mailing_id, *wanted))

    # Moves and rows

    def _move_claimed(
        self, claim: Claim, before: tuple[DeliveryState, ...], outcome: Outcome, next_at: float = 0.0
    ) -> bool:
        held = self.connection.execute(
            "SELECT claim FROM delivery WHERE mailing=? AND member=?", (claim.mailing, claim.member)
        ).fetchone()
        if held != (claim.number,):
            return False
        return self._move(claim.mailing, claim.member, before, outcome, next_at) is not None

    def _move(
        self, mailing_id: str, member_id: str, before: tuple[DeliveryState, ...], outcome: Outcome, next_at: float = 0.0
    ) -> int | None:
        """The number of the event, or None if the copy was in none of the states `before`."""
        row = self.connection.execute(
            "SELECT state FROM delivery WHERE mailing=? AND member=?", (mailing_id, member_id)
        ).fetchone()
        if row is None or row[0] not in before:
            return None
        now, words = self.clock.now(), (outcome.code, outcome.enhanced, outcome.reason)
        self.connection.execute(
            "UPDATE delivery SET state=?,code=?,enhanced=?,reason=?,next_at=?,updated=? WHERE mailing=? AND member=?",
            (outcome.state, *words, next_at, now, mailing_id, member_id),
        )
        return self.connection.execute(
            "INSERT INTO delivery_event(at,mailing,member,was,now,code,enhanced,reason) VALUES(?,?,?,?,?,?,?,?)",
            (now, mailing_id, member_id, row[0], outcome.state, *words),
        ).lastrowid

    def _return_try(self, mailing_id: str, member_id: str) -> bool:
        self.connection.execute(
            "UPDATE delivery SET attempts=max(attempts-1,0) WHERE mailing=? AND member=?", (mailing_id, member_id)
        )
        return True

    def _members(self, condition: str, *values: object) -> tuple[str, ...]:
        query = f"SELECT member FROM delivery WHERE {condition}"  # noqa: S608 our own words
        return tuple(row[0] for row in self.connection.execute(query, values))

    def _deliveries(self, condition: str, *values: object) -> Iterator[Delivery]:
        query = f"SELECT {','.join(_DELIVERY_COLUMNS)} FROM delivery WHERE {condition}"  # noqa: S608 our own words
        for row in self.connection.execute(query, values):
            fields = dict(zip(_DELIVERY_COLUMNS, row, strict=True))
            fields["state"] = DeliveryState(fields["state"])
            fields["reason"] = Reason(fields["reason"]) if fields["reason"] else None
            yield Delivery(**fields)


def _marks(values: tuple[object, ...]) -> str:
    return ",".join("?" * len(values))
