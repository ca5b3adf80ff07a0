"""How far a mailing has got, noted outside the state folder as well, so that an older state folder is found out.

Whoever puts a whole folder back from a backup puts back a ledger that knows nothing of what was sent since. So the
latest copy whose end left is noted beside the issues, in `output/.mailing-DATE`: the number of its claim and the time.
A ledger without that very claim knows less than was sent. Numbers and times only: the folder may be published.
"""

import os
import sqlite3
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from flows.newsroom.errors import StoppedError
from flows.newsroom.postroom.claims import Claim

PREFIX = ".mailing-"
_BEFORE = ".before-{}"  # the note of a mailing, once a person has said that the database is to be believed
_LET_GO = 0  # the number of the note that is made when a mailing is let go, before its first copy


@dataclass(frozen=True, slots=True)
class Note:
    """The latest claim that a witness has seen."""

    number: int
    at: float


class Witness:
    """The notes in the folder of the issues. Its carriers may use it from several threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._latest: dict[str, int] = {}

    def file_of(self, mailing_id: str) -> Path:
        """Where the note of a mailing lies."""
        return self._folder / f"{PREFIX}{mailing_id}"

    def note_release(self, mailing_id: str, at: float) -> None:
        """Note that a mailing was let go.

        Raises:
            StoppedError: The folder cannot be written.
        """
        self._write(mailing_id, Note(_LET_GO, at))

    def note(self, claim: Claim) -> None:
        """Note that the end of a copy is about to leave: call it after the ledger's fence, and before the end.

        Raises:
            StoppedError: The folder cannot be written.
        """
        with self._lock:
            if claim.number > self._latest.get(claim.mailing, _LET_GO):
                self._write(claim.mailing, Note(claim.number, claim.at))
                self._latest[claim.mailing] = claim.number

    def knows_more(self, connection: sqlite3.Connection, mailing_id: str) -> bool:
        """Whether copies of a mailing left of which this database knows nothing."""
        try:
            note = _parsed(self.file_of(mailing_id).read_text(encoding="ascii"))
        except FileNotFoundError:
            return False
        except (OSError, ValueError):  # what cannot be read may say so
            return True
        if note.number == _LET_GO:
            known = "SELECT released_at FROM mailing WHERE id = ? AND released_at IS NOT NULL"
            return connection.execute(known, (mailing_id,)).fetchone() is None
        known = "SELECT 1 FROM delivery_event WHERE seq = ? AND mailing = ? AND abs(at - ?) < 0.001"
        return connection.execute(known, (note.number, mailing_id, note.at)).fetchone() is None

    def better_informed(self, connection: sqlite3.Connection) -> tuple[str, ...]:
        """The mailings of which the database knows less than was sent."""
        names = sorted(path.name.removeprefix(PREFIX) for path in self._folder.glob(f"{PREFIX}*"))
        return tuple(name for name in names if self.knows_more(connection, name))

    def files_of(self, mailing_id: str) -> tuple[Path, ...]:
        """What shows that a mailing was let go once, by this database or another."""
        return tuple(file for file in (self.file_of(mailing_id), self._set_aside(mailing_id)) if file.exists())

    def dismiss(self, mailing_id: str) -> None:
        """Set the note of a mailing aside: a person has said that the database is to be believed."""
        with suppress(OSError):
            self.file_of(mailing_id).replace(self._set_aside(mailing_id))

    def _set_aside(self, mailing_id: str) -> Path:
        return self._folder / _BEFORE.format(mailing_id)

    def _write(self, mailing_id: str, note: Note) -> None:
        """In place and in one stroke: a sender that is killed leaves the former note or this one."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = os.open(self.file_of(mailing_id), os.O_WRONLY | os.O_CREAT, 0o644)
            try:
                os.write(file, f"{note.number:020d} {note.at:020.6f}\n".encode("ascii"))
            finally:
                os.close(file)
        except OSError as error:
            raise StoppedError(
                f"How far the mailing has got cannot be noted in the folder {self._folder.name}: {error.strerror}. "
                "Nothing more was sent. Look whether the disk is full and whether you may write there, then send again."
            ) from error


def _parsed(text: str) -> Note:
    number, at = text.split()
    return Note(int(number), float(at))
