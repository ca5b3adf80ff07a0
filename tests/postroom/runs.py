"""A mailing to invented members, ready to be sent: what most tests of a run begin with."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from flows.newsroom.model.postroom import Counts, Delivery, Envelope, Mailing, MailingState
from flows.newsroom.postroom.channels import Connect
from flows.newsroom.postroom.clock import Clock, SystemClock
from flows.newsroom.postroom.dispatch import Addressees, Extras, dispatch
from flows.newsroom.postroom.ledger import Ledger
from flows.newsroom.postroom.lock import only_sender
from flows.newsroom.postroom.rules import Rules
from flows.newsroom.postroom.smtp import Server, connector
from flows.newsroom.store import open_store

MAILING = "2026-11-21"
QUICK = Rules(retry_after=(0.3, 0.3, 0.3), give_up_after=0.5, per_minute=1_000_000, patience=2.0)
_TAIL = b"QUJD" * 18 + b"\r\n"


@dataclass(frozen=True, kw_only=True)
class Run:
    """A released mailing in a state folder, and how its copies go out.

    `faults` are the local parts of the members' addresses: they tell the fault server what to do.
    """

    state: Path
    ledger: Ledger
    addresses: dict[str, str]
    sender: str = "news@forum.example"
    lines: int = 400
    has_left: set[str] = field(default_factory=set)

    def envelope_of(self, member: str) -> Envelope | None:
        """A mail of about 30 kB."""
        head = f"Message-ID: <{member}@forum.example>\r\nSubject: Issue 7\r\n\r\nDear member\r\n"
        return Envelope(
            member=member,
            sender=self.sender,
            recipient=self.addresses[member],
            head=head.encode(),
            tail=_TAIL * self.lines,
        )

    def send(  # noqa: PLR0913 - each is something a test may be about
        self,
        connect: Connect,
        rules: Rules = QUICK,
        *,
        clock: Clock | None = None,
        gate: Callable[[str], None] = lambda _address: None,
        domain_of: Callable[[str], str] = str,
        extras: Extras | None = None,
    ) -> Counts:
        """One run."""
        with only_sender(self.state, MAILING):
            return dispatch(
                Ledger(self.ledger.connection, clock or SystemClock()),
                MAILING,
                Addressees(envelope_of=self.envelope_of, is_suppressed=self.has_left.__contains__, domain_of=domain_of),
                connect,
                rules,
                gate,
                extras,
            )

    def of(self, fault: str) -> Delivery:
        """The copy of the first member with this fault."""
        member = next(member for member, address in self.addresses.items() if address.startswith(f"{fault}@"))
        delivery = self.ledger.delivery(MAILING, member)
        assert delivery is not None
        return delivery

    def mailing(self) -> Mailing:
        """The mailing as the ledger knows it."""
        mailing = self.ledger.mailing(MAILING)
        assert mailing is not None
        return mailing

    def tries(self) -> int:
        """Tries of all copies together."""
        return sum(delivery.attempts for delivery in self.ledger.deliveries(MAILING))

    def repeat_doubts(self) -> None:
        """At least once, by choice."""
        self.ledger.save_mailing(replace(self.mailing(), repeats_doubt=True))


@contextmanager
def a_run(state: Path, faults: Iterable[str], clock: Clock | None = None) -> Iterator[Run]:
    """A mailing released to one member for each fault, in their order."""
    addresses = {f"m{number:05}": f"{fault}@h{number}.example" for number, fault in enumerate(faults)}
    with open_store(state) as connection:
        ledger = Ledger(connection, clock or SystemClock())
        if ledger.mailing(MAILING) is None:
            ledger.save_mailing(Mailing(id=MAILING, issue=dt.date(2026, 11, 21)))
            ledger.enrol(MAILING, [(member, f"key {member}", f"<{member}@forum.example>") for member in addresses])
            ledger.move_mailing(MAILING, list(MailingState), MailingState.RELEASED)
        yield Run(state=state, ledger=ledger, addresses=addresses)


def to(port: int, *, end_seconds: float = 0.5) -> Connect:
    """Connections to a server of the test, in clear text."""
    return connector(Server(host="127.0.0.1", port=port, security="none", answer_seconds=2, end_seconds=end_seconds))
