"""A carrier takes one copy after another over its own connection, and writes what became of each.

connect | claim | gate | body | fence | dot | settle
"""

from collections.abc import Callable
from dataclasses import dataclass

from flows.newsroom.errors import DeliveryError, StoppedError
from flows.newsroom.model.postroom import DeliveryState, Envelope, Reason
from flows.newsroom.postroom.answers import DOUBT, Outcome, Step, judge
from flows.newsroom.postroom.channels import (
    Connect,
    Connection,
    FenceLostError,
    InDoubtError,
    RefusedError,
    TooBigError,
)
from flows.newsroom.postroom.claims import Claim
from flows.newsroom.postroom.ledger import Ledger
from flows.newsroom.postroom.rules import Rules, settle

Gate = Callable[[str], None]
"""Asked about every address just before its mail; raises InterlockError for one that may not be written to."""

Note = Callable[[Claim], None]
"""Told of a copy whose end is about to leave; raises StoppedError if it may not."""

_LEAVING = 421


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One member's copy, to be carried."""

    mailing: str
    member: str
    envelope: Envelope


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What came of one try of a member's copy, as it is written in the ledger."""

    member: str
    outcome: Outcome
    is_first: bool


class Carrier:
    """Carries copies, one at a time.

    Args:
        ledger: Its own, on a connection of its own.
        connect: Opens a connection; it is asked before a copy is claimed, so that a server that is down costs no try.
        gate: Asked about every address.
        rules: When to try again.
        note: Told of every copy whose end is about to leave, after the ledger's fence.
        repeats_doubt: Whether a copy in doubt is sent again (at least once) rather than left to a person.
    """

    def __init__(  # noqa: PLR0913 - made in one place
        self, ledger: Ledger, connect: Connect, gate: Gate, rules: Rules, *, note: Note, repeats_doubt: bool
    ) -> None:
        self._ledger = ledger
        self._connect = connect
        self._gate = gate
        self._rules = rules
        self._tell = note
        self._doubt = Outcome(state=DeliveryState.DEFERRED, reason=Reason.NO_CLEAR_ANSWER) if repeats_doubt else DOUBT
        self._connection: Connection | None = None
        self._carried = 0
        self.has_connected = False

    def carry(self, job: Job) -> Round | None:
        """Try one copy once.

        Returns:
            What came of it; None if the copy was not, or no longer, ours to carry.

        Raises:
            StoppedError, ServerAwayError, InterlockError: Nobody else may be tried; the try is given back.
        """
        self._open()
        claim = self._ledger.claim(job.mailing, job.member)
        if claim is None:
            return None
        try:
            outcome = self._attempt(job.envelope, claim)
        except DeliveryError:
            self._ledger.give_back(claim)
            raise
        if outcome is None:
            return None
        settlement = settle(outcome, claim, self._rules, self._ledger.clock.now())
        self._ledger.settle(claim, settlement.outcome, settlement.next_at)
        return Round(member=job.member, outcome=settlement.outcome, is_first=claim.attempts == 1)

    def close(self) -> None:
        """End the connection; while a copy is under way, cut it."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _open(self) -> Connection:
        if self._carried >= self._rules.reopen_every:
            self.close()
        if self._connection is None:
            self._connection = self._connect()
            self._carried = 0
            self.has_connected = True
        return self._connection

    def _attempt(self, envelope: Envelope, claim: Claim) -> Outcome | None:
        try:
            return self._deliver(envelope, claim)
        except RefusedError as error:
            if self._carried <= 1 or error.answer.step is not Step.SENDER or error.answer.code not in {None, _LEAVING}:
                return judge(error.answer)
        # the server ended an old connection, before it had heard of this member: that is no answer to anything
        try:
            return self._deliver(envelope, claim)
        except RefusedError as error:
            return judge(error.answer)

    def _deliver(self, envelope: Envelope, claim: Claim) -> Outcome | None:
        connection = self._open()
        self._carried += 1
        self._gate(envelope.recipient)
        try:
            code = connection.deliver(envelope, lambda: self._pass(claim))
        except RefusedError as error:
            if not error.is_open:
                self.close()
            raise
        except TooBigError as error:
            raise StoppedError(str(error)) from None
        except InDoubtError:
            self.close()
            return self._doubt
        except FenceLostError:
            self.close()
            return None
        return Outcome(state=DeliveryState.SENT, code=code)

    def _pass(self, claim: Claim) -> bool:
        if not self._ledger.fence(claim):
            return False
        self._tell(claim)
        return True
