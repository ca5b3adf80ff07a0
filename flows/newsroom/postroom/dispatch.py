"""The loop that sends a mailing: whoever is due, at the permitted rate, over one connection or several.

due | taking turns by domain | rate | has left? | a free carrier | claim, send, settle | streak | again

One thread looks after the queue, the roster and the rate; each carrier has a thread, a connection and a ledger of its
own, and writes by itself what became of a copy. Whatever ends a run, another run goes on where it ended.
"""

import itertools
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass, replace

from flows.newsroom.errors import InterlockError, ServerAwayError, StoppedError
from flows.newsroom.model.postroom import Counts, DeliveryState, Envelope, Mailing, MailingState, Reason
from flows.newsroom.postroom.breaker import Breaker
from flows.newsroom.postroom.carrier import Carrier, Gate, Job, Note, Round
from flows.newsroom.postroom.channels import Connect
from flows.newsroom.postroom.crew import Crew
from flows.newsroom.postroom.ledger import Ledger
from flows.newsroom.postroom.rate import Rate
from flows.newsroom.postroom.rules import Rules, Streak
from flows.newsroom.safekeeping import file_of
from flows.newsroom.store import keep_copy, told_plainly

_OLDER = (
    "More of this issue was sent than newsroom.db knows of. Was an older one put back from a copy? Nothing was sent. "
    "Of {doubts} who wait by it nobody knows whether they have it: standfirst who --date {mailing} lists them and says "
    "how to settle that. Whoever left, joined or was given another address since is to be entered again."
)
_NAP_SECONDS = 5.0  # between two looks at a clock that may jump


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressees:
    """What a run asks of the members, by their ids."""

    envelope_of: Callable[[str], Envelope | None]
    """The mail for a member; None for one who has no address any more."""
    is_suppressed: Callable[[str], bool]
    """Whether a member has left or may not be written to; asked again before each copy."""
    domain_of: Callable[[str], str] = str
    """A member's mail domain, so that no domain is sent everything at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What a run can do without."""

    route: str = ""
    """What tells the way by which the mails go from every other: a mail server, or the outbox."""
    settle_doubts: Callable[[Ledger, str], int] = lambda _ledger, _mailing_id: 0
    """Settles doubts by what was noted at the end of that way; says how many copies are to be sent again.

    Not asked once mails of the mailing left by several ways: that one of them has no mail proves nothing.
    """
    note: Note = lambda _claim: None
    """Notes, outside the state folder, that the end of a copy is about to leave."""
    knows_more: Callable[[Ledger, str], bool] = lambda _ledger, _mailing_id: False
    """Whether somebody else knows of copies that left, of which the ledger knows nothing: it is an older one."""
    progress: Callable[[DeliveryState], None] = lambda _state: None
    """Told what became of a copy, copy by copy."""


def dispatch(  # noqa: PLR0913, PLR0917 what a run must know; each is asked at a place of its own
    ledger: Ledger,
    mailing_id: str,
    addressees: Addressees,
    connect: Connect,
    rules: Rules,
    gate: Gate,
    extras: Extras | None = None,
) -> Counts:
    """Send a released mailing to everybody who is due. Call it inside `only_sender`.

    Args:
        ledger: Knows the mailing and its audience; its clock is that of the run.
        mailing_id: Which mailing.
        addressees: What is asked of the members.
        connect: Opens a connection to whoever takes the mail.
        rules: Retries, breaker, pause, rate, connections.
        gate: Asked about each address next to the socket.
        extras: What the run can do without.

    Returns:
        How many copies are in which state. Copies that wait for a later try are for another run.

    Raises:
        InterlockError: The mailing was never released, or an address may not be written to.
        ServerAwayError: Not now; another run goes on.
        StoppedError: Somebody must look first. The mailing is stopped; another run goes on.
        StoreError: The ledger or its copy cannot be written, so nothing more is sent.
    """
    extras = extras or Extras()
    with told_plainly(file_of(ledger.connection).parent, (sqlite3.Error,)):
        if not ledger.note_route(mailing_id, extras.route):
            extras = replace(extras, settle_doubts=Extras().settle_doubts)
        mailing = _begin(ledger, mailing_id, extras)
        if mailing is None:
            return ledger.counts(mailing_id)
        breaker = Breaker(ledger.connection, ledger.clock, extras.route)
        _expect_its_time(ledger, breaker, rules)
        keep_copy(ledger.connection)
        with ExitStack() as stack:
            ledgers = [stack.enter_context(ledger.twin()) for _ in range(rules.connections)]
            repeats = mailing.repeats_doubt
            note = extras.note
            crew = Crew(Carrier(own, connect, gate, rules, note=note, repeats_doubt=repeats) for own in ledgers)
            _Run(ledger, mailing_id, addressees, stack.enter_context(crew), rules, extras, breaker).to_the_end()
        ledger.finish(mailing_id)
        return ledger.counts(mailing_id)


def take_turns(members: Iterable[str], domain_of: Callable[[str], str]) -> tuple[str, ...]:
    """Members in turns, one of each domain after the other; within a domain their order stays."""
    by_domain = defaultdict[str, list[str]](list)
    for member in members:
        by_domain[domain_of(member)].append(member)
    rounds = itertools.zip_longest(*by_domain.values())
    return tuple(member for each in rounds for member in each if member is not None)


def _begin(ledger: Ledger, mailing_id: str, extras: Extras) -> Mailing | None:
    """Sort out what earlier runs left; None for a mailing that is through."""
    may_go_on = (MailingState.RELEASED, MailingState.SENDING, MailingState.STOPPED)
    begun = ledger.move_mailing(mailing_id, may_go_on, MailingState.SENDING)
    mailing = ledger.mailing(mailing_id)
    if mailing is None or (not begun and mailing.state is not MailingState.FINISHED):
        raise InterlockError(f"The mailing {mailing_id} has not been released. Approve it, then send it.")
    if not begun:
        return None
    ledger.recover(mailing_id)
    if extras.knows_more(ledger, mailing_id) and (doubts := ledger.mistrust(mailing_id)):
        refusal = StoppedError(_OLDER.format(doubts=doubts, mailing=mailing_id))
        ledger.move_mailing(mailing_id, [MailingState.SENDING], MailingState.STOPPED, str(refusal))
        raise refusal
    extras.settle_doubts(ledger, mailing_id)
    if mailing.repeats_doubt:
        for doubt in ledger.deliveries(mailing_id, DeliveryState.IN_DOUBT):
            ledger.decide(mailing_id, doubt.member, DeliveryState.PENDING, Reason.AT_LEAST_ONCE)
    return mailing


def _expect_its_time(ledger: Ledger, breaker: Breaker, rules: Rules) -> None:
    """Leave a server alone that refused everybody, until one mail may be tried again."""
    at = breaker.tries_again_at()
    if at is not None and not rules.tries_at_once and (seconds := at - ledger.clock.now()) > 0:
        minutes = max(1, round(seconds / 60))
        raise ServerAwayError(
            "The mail server refused everybody. Nothing is lost; one mail is tried again in "
            f"{minutes} minute{'' if minutes == 1 else 's'}."
        )


class _Run:
    """One run of one mailing."""

    def __init__(  # noqa: PLR0913, PLR0917 made in one place
        self,
        ledger: Ledger,
        mailing_id: str,
        addressees: Addressees,
        crew: Crew,
        rules: Rules,
        extras: Extras,
        breaker: Breaker,
    ) -> None:
        self._ledger = ledger
        self._mailing_id = mailing_id
        self._addressees = addressees
        self._crew = crew
        self._clock = ledger.clock
        self._rate = Rate(ledger.connection, ledger.clock, rules.per_minute)
        self._rules = rules
        self._extras = extras
        self._breaker = breaker
        self._streak = Streak(is_probe=breaker.tries_again_at() is not None)

    def to_the_end(self) -> None:
        """Serve everybody, and once more those of whom the mail server's log says that they have nothing."""
        try:
            self._serve()
            while self._extras.settle_doubts(self._ledger, self._mailing_id):
                self._serve()
        except StoppedError as error:
            self._ledger.move_mailing(self._mailing_id, [MailingState.SENDING], MailingState.STOPPED, str(error))
            raise

    def _serve(self) -> None:
        """Until nobody is due, or only after longer than the run's patience."""
        is_due = True
        while is_due:
            for member in take_turns(self._ledger.due(self._mailing_id), self._addressees.domain_of):
                envelope = self._addressees.envelope_of(member)  # made while others are under way
                self._note(self._crew.until_one_is_free())
                self._wait_for_the_rate()
                self._hand_over(member, None if self._addressees.is_suppressed(member) else envelope)
            self._note(self._crew.until_all_are_free())
            is_due = self._wait_for_the_next()
        if not self._ledger.counts(self._mailing_id).sent:
            self._check(at_end=True)

    def _hand_over(self, member: str, envelope: Envelope | None) -> None:
        if envelope is None:
            if self._ledger.suppress(self._mailing_id, member):
                self._extras.progress(DeliveryState.SUPPRESSED)
            return
        self._rate.take()
        self._crew.give(Job(mailing=self._mailing_id, member=member, envelope=envelope))

    def _note(self, rounds: Iterable[Round]) -> None:
        for each in rounds:
            was_probe, self._streak = self._streak.is_probe, self._after(each)
            if was_probe and not self._streak.is_probe:
                self._breaker.close()
            self._extras.progress(each.outcome.state)
            self._check()

    def _after(self, each: Round) -> Streak:
        domain = self._addressees.domain_of(each.member)
        return self._streak.after(each.member, domain, each.outcome, is_first=each.is_first)

    def _check(self, *, at_end: bool = False) -> None:
        try:
            if at_end:
                self._streak.check_at_end()
            else:
                self._streak.check(self._rules)
        except StoppedError:
            if at_end or self._streak.tells_of_us(self._rules):
                self._breaker.open()
            refused = set(self._streak.refused)
            for each in self._crew.the_last():  # refused by the same server, at the same moment
                refused |= self._after(each).refused
            for member in refused:  # it was about us: their tries do not count
                self._ledger.forgive(self._mailing_id, member)
            raise

    def _wait_for_the_rate(self) -> None:
        while (seconds := self._rate.seconds_to_wait()) > 0:
            self._clock.sleep(min(seconds, _NAP_SECONDS))

    def _wait_for_the_next(self) -> bool:
        """Whether anybody is due, now or within the run's patience."""
        next_due = self._ledger.next_due(self._mailing_id)
        if next_due is None or (seconds := next_due - self._clock.now()) > self._rules.patience:
            return False
        self._clock.sleep(min(seconds, _NAP_SECONDS))
        return True
