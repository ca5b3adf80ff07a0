"""Mails as .eml files in a folder, for forums without a mail server and for a look at what would be sent.

A member has at most one file: it is written under another name, and gets its own after the ledger has agreed.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flows.newsroom.errors import StoppedError
from flows.newsroom.model.postroom import DeliveryState, Envelope, Reason
from flows.newsroom.postroom.channels import Connect, Connection, FenceLostError
from flows.newsroom.postroom.ledger import Ledger
from flows.newsroom.safekeeping import keep_names

TAKEN = 250  # what a mail server answers when it has a mail


def connector(folder: Path) -> Connect:
    """What opens the outbox in `folder`, one folder for each mailing; the folder is made when there is none."""

    def connect() -> Connection:
        with _told_plainly(folder):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return Outbox(folder=folder)

    return connect


def knows_more(ledger: Ledger, mailing_id: str, folder: Path) -> bool:
    """Whether there are mails of copies whose end, by the ledger, never left: then the ledger is an older one."""
    return any(_file_of(folder, copy.member).exists() for copy in ledger.never_ended(mailing_id))


def settle_from_outbox(ledger: Ledger, mailing_id: str, folder: Path) -> int:
    """Settle what is in doubt by what lies in the outbox in `folder`.

    That a mail is missing there counts only as long as nobody takes any out: every other must be there, and after a
    restore nobody knows which were.

    Returns:
        How many copies are to be sent again.
    """
    copies, again = ledger.deliveries(mailing_id), 0
    laid_down = [copy for copy in copies if copy.state is DeliveryState.SENT and copy.code]
    is_whole = all(_file_of(folder, copy.member).exists() for copy in laid_down)
    for doubt in copies:
        if doubt.state is not DeliveryState.IN_DOUBT:
            continue
        if _file_of(folder, doubt.member).exists():
            ledger.decide(mailing_id, doubt.member, DeliveryState.SENT, Reason.SERVER_LOG)
        elif is_whole and doubt.reason is not Reason.RESTORED:
            again += ledger.decide(mailing_id, doubt.member, DeliveryState.PENDING, Reason.SERVER_LOG)
    return again


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbox:
    """A folder that takes mail."""

    folder: Path

    def deliver(self, envelope: Envelope, fence: Callable[[], bool]) -> int:
        """Put one mail into the folder.

        Raises:
            FenceLostError: The fence said no; there is no file.
            StoppedError: The disk did not do what was asked of it; there is no file.
        """
        file = _file_of(self.folder, envelope.member)
        fresh = file.with_name(f".{file.name}.part")
        try:
            with _told_plainly(self.folder):
                _write(fresh, envelope)
            if not fence():
                raise FenceLostError
            with _told_plainly(self.folder):
                fresh.replace(file)
                keep_names(self.folder)
        finally:
            fresh.unlink(missing_ok=True)
        return TAKEN

    def close(self) -> None:
        """Nothing is held open."""


def _file_of(folder: Path, member: str) -> Path:
    return folder / f"{member}.eml"


def _write(file: Path, envelope: Envelope) -> None:
    """Put a mail on the disk itself: once the ledger calls it sent, a power cut must not lose it."""
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
        stream.write(envelope.head)
        stream.write(envelope.tail)
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def _told_plainly(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoppedError(
            f"The mail cannot be put into the outbox {folder.name}: {error.strerror}. Nobody else was tried. Look "
            "whether the disk is full and whether you may write into that folder, then send again."
        ) from None  # the cause names the member's file
