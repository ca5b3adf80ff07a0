"""How fast mails go out beside a plain loop, what the ledger costs, how much memory 10,000 members take, and kills.

A naive loop opens a connection and builds a mail for each member, as scripts do. Everything else is ours: copies of one
letter, made while the one before is under way, on connections that are used again.
"""

import datetime as dt
import multiprocessing
import random
import resource
import smtplib
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from email.message import EmailMessage
from pathlib import Path

from rich.console import Console
from rich.table import Table

from flows.newsroom.model.postroom import Envelope, Mailing, MailingState, Member
from flows.newsroom.postroom.channels import Connect
from flows.newsroom.postroom.clock import SystemClock
from flows.newsroom.postroom.dispatch import Addressees, Extras, dispatch
from flows.newsroom.postroom.ledger import Ledger
from flows.newsroom.postroom.lock import only_sender
from flows.newsroom.postroom.message import Letter, envelope, make_letter
from flows.newsroom.postroom.rules import Rules
from flows.newsroom.postroom.smtp import Server, connector
from flows.newsroom.postroom.witness import Witness
from flows.newsroom.store import open_store
from tests.bench.link import running as link
from tests.postroom import postfix
from tests.postroom.kill_trial import Errand, run_trials, slow_server
from tests.postroom.sample_letters import DATE, KEYS, STATIONERY, sample_papers

MAILING = "2026-11-21"
MEMBERS, ROUNDS = 40, 5
MANY_MEMBERS = 10_000
LINK_SECONDS = 0.015  # each way
KILLS, KILLED_MEMBERS = 50, 200
PDF = b"%PDF-1.7\n" + random.Random(1).randbytes(300_000) + b"\n%%EOF\n"  # noqa: S311 - no secret

Way = Callable[[int], None]


def show(screen: Console) -> None:
    """Print all of it."""
    with _near(screen) as port:
        screen.print(_compared(f"{MEMBERS} mails with a PDF of 300 KB, on this computer", port))
        with link("delay", str(port), str(LINK_SECONDS)) as far:
            screen.print(_compared("the same over a link of 30 ms", far))
    _show_memory(screen)
    _show_kills(screen)


@contextmanager
def _near(screen: Console) -> Iterator[int]:
    """A mail server on this computer: a Postfix if there is one."""
    if reason := postfix.why_not():
        screen.print(f"To a server that forgets what it takes, because {reason}.")
        with link("sink") as port:
            yield port
        return
    with postfix.running() as server:
        yield server.port


def _compared(title: str, port: int) -> Table:
    """Each way against the naive loop and against our own without a ledger: medians of the rounds, ratios in each."""
    ways: dict[str, Way] = {
        "naive loop: a connection and a mail built for each": _naive,
        "ours without a ledger": _bare,
        "ours": lambda port: _ours(port, 1),
        "ours, four connections": lambda port: _ours(port, 4),
    }
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            started = time.perf_counter()
            way(port)
            seconds[name].append(time.perf_counter() - started)
    naive, bare = list(seconds.values())[:2]
    table = Table("way", "mails a second", "x naive loop", "x ours without a ledger", title=title)
    for name, own in seconds.items():
        table.add_row(
            name,
            f"{MEMBERS / statistics.median(own):.1f}",
            f"{_ratio(naive, own):.2f}",
            f"{_ratio(bare, own):.2f}",
        )
    return table


def _ratio(others: list[float], own: list[float]) -> float:
    return statistics.median(other / one for other, one in zip(others, own, strict=True))


def _letter(pdf: bytes = PDF) -> Letter:
    return make_letter(replace(sample_papers(), pdf=pdf), STATIONERY, date_header=DATE)


def _members(number: int) -> list[Member]:
    return [Member(id=f"{place:012x}", email=f"m{place}@members.example.org") for place in range(1, number + 1)]


def _naive(port: int) -> None:
    papers = sample_papers()
    for member in _members(MEMBERS):
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = "news@forum.example.org", member.email, "Issue 7"
        mail.set_content(papers.text)
        mail.add_alternative(papers.html, subtype="html")
        mail.add_attachment(PDF, maintype="application", subtype="pdf", filename="newsletter.pdf")
        with smtplib.SMTP("127.0.0.1", port, timeout=60) as smtp:
            smtp.send_message(mail)


def _bare(port: int) -> None:
    letter, connection = _letter(), _connect(port)()
    for member in _members(MEMBERS):
        connection.deliver(envelope(letter, member, KEYS), lambda: True)
    connection.close()


def _connect(port: int) -> Connect:
    return connector(Server(host="127.0.0.1", port=port, security="none"))


def _ours(port: int, connections: int, members: int = MEMBERS, pdf: bytes = PDF) -> None:
    letter, by_id = _letter(pdf), {member.id: member for member in _members(members)}

    def envelope_of(member: str) -> Envelope:
        return envelope(letter, by_id[member], KEYS)

    with tempfile.TemporaryDirectory() as folder, only_sender(Path(folder), MAILING), open_store(Path(folder)) as store:
        ledger = Ledger(store, SystemClock())
        ledger.enrol(MAILING, [(member, f"key {member}", f"<{member}@forum.example.org>") for member in by_id])
        ledger.save_mailing(
            Mailing(id=MAILING, issue=dt.date.fromisoformat(MAILING), state=MailingState.RELEASED, released_at=1.0)
        )
        counts = dispatch(
            ledger,
            MAILING,
            Addressees(envelope_of=envelope_of, is_suppressed=lambda _member: False),
            _connect(port),
            Rules(connections=connections, per_minute=10_000_000),
            lambda _address: None,
            Extras(note=Witness(Path(folder) / "output").note),
        )
        if counts.sent != members:
            raise RuntimeError("not everybody was sent a mail")


def _show_memory(screen: Console) -> None:
    """The most memory that a process needs which sends to very many, on four connections."""
    with link("sink") as port, multiprocessing.get_context("spawn").Pool(1) as pool:
        small, many = (pool_of.apply(_peak, (port, number)) for pool_of, number in ((pool, 100), (pool, MANY_MEMBERS)))
    screen.print(
        f"{MANY_MEMBERS:,} members, a PDF of 300 KB, four connections: {many.seconds:.0f} s, "
        f"at most {many.megabytes:.0f} MB; 100 members: {small.megabytes:.0f} MB"
    )


@dataclass(frozen=True, slots=True)
class Peak:
    """What one process took."""

    seconds: float
    megabytes: float


def _peak(port: int, members: int) -> Peak:
    started = time.perf_counter()
    _ours(port, 4, members)
    return Peak(time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _show_kills(screen: Console) -> None:
    """Senders killed at a random moment, and what the server had got: a server that is slow to say so."""
    with tempfile.TemporaryDirectory() as name, slow_server(Path(name)) as server:
        errand = Errand(state=Path(name) / "state", port=server.port, members=KILLED_MEMBERS)
        tally = run_trials(errand, server.copies, trials=KILLS)
    screen.print(
        f"{tally.kills} kills (kill -9), {KILLED_MEMBERS} members each: {tally.duplicates} second copies, "
        f"{tally.unreported} left out without a word, {tally.doubts} in doubt and named "
        f"({tally.doubts_that_arrived} of them had it)"
    )
