"""Kills a sender at a random moment, lets another run go on to the end, and counts copies where the mail arrived.

A trial is one mailing: some runs that are killed with SIGKILL, and one that is not. What the server took is read from
the server's own notes, never from the sender's. Another server, or another way to send, is another argument.
"""

import datetime as dt
import json
import multiprocessing
import random
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path

from flows.newsroom.model.postroom import DeliveryState, Envelope, Mailing, MailingState
from flows.newsroom.postroom.clock import SystemClock
from flows.newsroom.postroom.dispatch import Addressees, Extras, dispatch
from flows.newsroom.postroom.ledger import Ledger
from flows.newsroom.postroom.lock import only_sender
from flows.newsroom.postroom.rules import Rules
from flows.newsroom.postroom.server_log import knows_more, settle_from_log
from flows.newsroom.postroom.smtp import Server, connector
from flows.newsroom.postroom.witness import Witness
from flows.newsroom.store import open_store

_TAIL = b"QUJD" * 18 + b"\r\n"
_SHORTEST_SECONDS = 0.01

Copies = Mapping[str, Counter[str]]
"""For each mailing, how many mails were taken for each member."""


@dataclass(frozen=True, kw_only=True)
class Errand:
    """One mailing, to be sent by a process of its own."""

    state: Path
    port: int
    mailing: str = ""
    members: int = 40
    connections: int = 1
    lines: int = 400
    postfix_log: Path | None = None
    """Where doubts are settled from."""

    def message_id(self, member: str) -> str:
        """By which the mail is known in the server's notes."""
        return f"<{self.mailing}.{member}@forum.example>"

    def envelope(self, member: str) -> Envelope:
        """A mail of about 30 kB."""
        head = f"Message-ID: {self.message_id(member)}\r\nSubject: Issue\r\n\r\nDear member\r\n"
        return Envelope(
            member=member,
            sender="news@forum.example",
            recipient=f"{member}@members.example.org",
            head=head.encode(),
            tail=_TAIL * self.lines,
        )


Send = Callable[[Errand, Callable[[], None]], None]
"""Sends a mailing, or goes on with it; calls its second argument when the first mail may leave. Picklable."""


def send(errand: Errand, begin: Callable[[], None]) -> None:
    """Our way."""
    members = [f"m{number}" for number in range(1, errand.members + 1)]
    with only_sender(errand.state, errand.mailing), open_store(errand.state) as store:
        ledger = Ledger(store, SystemClock())
        if ledger.mailing(errand.mailing) is None:
            ledger.enrol(errand.mailing, [(member, f"key {member}", errand.message_id(member)) for member in members])
            issue = dt.date.fromisoformat(errand.mailing)
            ledger.save_mailing(Mailing(id=errand.mailing, issue=issue, state=MailingState.RELEASED))
        begin()
        dispatch(
            ledger,
            errand.mailing,
            Addressees(envelope_of=errand.envelope, is_suppressed=lambda _member: False),
            connector(Server(host="127.0.0.1", port=errand.port, security="none")),
            Rules(connections=errand.connections, per_minute=1_000_000),
            lambda _address: None,
            _extras(errand),
        )


def _extras(errand: Errand) -> Extras:
    """What was noted beside the issues never accuses the ledger that a killed sender left."""
    witness, log = Witness(errand.state / "output"), errand.postfix_log
    extras = Extras(
        note=witness.note, knows_more=lambda ledger, mailing: witness.knows_more(ledger.connection, mailing)
    )
    if log is None:
        return extras
    return replace(
        extras,
        settle_doubts=lambda ledger, mailing: settle_from_log(ledger, mailing, log, SystemClock(), quiet_seconds=0.5),
        knows_more=lambda ledger, mailing: (
            extras.knows_more(ledger, mailing) or knows_more(ledger, mailing, log, SystemClock().now())
        ),
    )


@dataclass(kw_only=True)
class Tally:
    """What came of some trials."""

    kills: int = 0
    """Those that hit a living sender."""
    duplicates: int = 0
    """Copies beyond a member's first."""
    unreported: int = 0
    """Members without a copy of whom the ledger does not say so."""
    doubts: int = 0
    doubts_that_arrived: int = 0
    false_sent: int = 0
    """Copies that the ledger calls sent and the server does not know."""
    states: Counter[DeliveryState] = field(default_factory=Counter)


class Killer:
    """Starts senders and kills them.

    Args:
        send: The way to send.
        seed: Of the moments.
    """

    def __init__(self, way: Send = send, seed: int = 1) -> None:
        self._way = way
        self._moments = random.Random(seed)  # noqa: S311 the same moments each time
        # children of a process without threads or open databases, that has imported everything already
        self._processes = multiprocessing.get_context("forkserver")
        self._processes.set_forkserver_preload([__name__])

    def to_the_end(self, errand: Errand) -> float:
        """Let a sender finish; how many seconds it took from its first mail."""
        sender, begun = self._start(errand)
        sender.join()
        if sender.exitcode:
            raise RuntimeError(f"the sender of {errand.mailing} ended with {sender.exitcode}")
        return time.monotonic() - begun

    def kill(self, errand: Errand, within: float) -> bool:
        """Kill a sender at a random moment of the next `within` seconds; whether it was still at work."""
        sender, _ = self._start(errand)
        time.sleep(self._moments.uniform(_SHORTEST_SECONDS, within))
        was_alive = sender.is_alive()
        sender.kill()
        sender.join()
        return was_alive

    def _start(self, errand: Errand) -> tuple[multiprocessing.process.BaseProcess, float]:
        ours, theirs = self._processes.Pipe(duplex=False)
        sender = self._processes.Process(target=_child, args=(self._way, errand, theirs))
        sender.start()
        theirs.close()
        with suppress(EOFError):  # it ended before its first mail: `to_the_end` tells
            ours.recv()
        return sender, time.monotonic()


def _child(way: Send, errand: Errand, begun: Connection) -> None:
    way(errand, lambda: begun.send(None))


def run_trials(
    errand: Errand, copies: Callable[[], Copies], *, trials: int = 10, kills: int = 1, killer: Killer | None = None
) -> Tally:
    """Several mailings, each killed `kills` times and then let finish.

    Args:
        errand: What all of them have in common; its mailing is left open.
        copies: Reads the server's notes, once it has done all its work.
        trials: How many mailings.
        kills: How many in each.
        killer: Starts and kills.
    """
    killer = killer or Killer()
    mailings = [(dt.date(2026, 1, 1) + dt.timedelta(days=number)).isoformat() for number in range(trials + 1)]
    errands = [_named(errand, mailing) for mailing in mailings]
    whole = killer.to_the_end(errands[0])
    tally = Tally()
    for each in errands[1:]:
        tally.kills += sum(killer.kill(each, whole) for _ in range(kills))
        killer.to_the_end(each)
    _count(errands, copies(), tally)
    return tally


def _named(errand: Errand, mailing: str) -> Errand:
    fields = {name: getattr(errand, name) for name in errand.__dataclass_fields__}
    return Errand(**{**fields, "mailing": mailing})


def _count(errands: list[Errand], copies: Copies, tally: Tally) -> None:
    with open_store(errands[0].state) as store:
        ledger = Ledger(store, SystemClock())
        for errand in errands:
            taken = copies.get(errand.mailing, Counter[str]())
            tally.duplicates += sum(taken.values()) - len(taken)
            deliveries = ledger.deliveries(errand.mailing)
            if len(deliveries) != errand.members:
                raise RuntimeError(f"the ledger knows {len(deliveries)} of {errand.members} members")
            for delivery in deliveries:
                has_it, state = bool(taken[delivery.member]), delivery.state
                tally.states[state] += 1
                tally.doubts += state is DeliveryState.IN_DOUBT
                tally.doubts_that_arrived += state is DeliveryState.IN_DOUBT and has_it
                tally.unreported += not has_it and state is not DeliveryState.IN_DOUBT
                tally.false_sent += not has_it and state is DeliveryState.SENT


@dataclass(frozen=True, kw_only=True)
class SlowServer:
    """A mail server in a process of its own that takes a mail, waits, and only then says so."""

    port: int
    notes: Path

    def copies(self) -> Copies:
        """What it took, from its notes."""
        found = defaultdict[str, Counter[str]](Counter)
        for line in self.notes.read_text(encoding="utf-8").splitlines():
            _, message_id = json.loads(line)
            mailing, _, member = message_id.strip("<>").partition("@")[0].partition(".")
            found[mailing][member] += 1
        return found


@contextmanager
def slow_server(folder: Path, delay: float = 0.01) -> Iterator[SlowServer]:
    """A slow server, for as long as the block runs.

    Args:
        folder: For its notes.
        delay: Seconds between taking a mail and saying so.
    """
    notes = folder / "taken.jsonl"
    command = [sys.executable, "-m", "tests.postroom.fault_server", str(notes), str(delay)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 our own
        if server.stdout is None or server.stdin is None:
            raise RuntimeError("the server has no pipes")
        yield SlowServer(port=int(server.stdout.readline()), notes=notes)
        server.stdin.close()
