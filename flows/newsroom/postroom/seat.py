"""The place that mail is sent from: one folder on one computer. A copy of the folder elsewhere is another one."""

import hashlib
import sqlite3
import uuid
from contextlib import suppress
from pathlib import Path

_MACHINE_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_MADE_UP = 0x03 << 40  # bits of a network address that no manufacturer has given: a container's, or a random one


def this_seat(state: Path, machine: str | None) -> str:
    """What tells this place from every other; `machine` None: of the computer nothing is known that stays."""
    return hashlib.sha256(f"{machine or ''}\n{state.resolve()}".encode()).hexdigest()[:16]


def this_machine() -> str | None:
    """What tells this computer from others and stays; None where there is no such thing, as in many containers."""
    for file in _MACHINE_IDS:
        with suppress(OSError):
            if text := file.read_text(encoding="ascii", errors="replace").strip():
                return text
    address = uuid.getnode()
    return None if address & _MADE_UP else f"{address:012x}"


class Seats:
    """The places that mail was sent from, in newsroom.db."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def is_taken_elsewhere(self, seat: str) -> bool:
        """Whether mail was sent last from another place."""
        last = self._connection.execute("SELECT id FROM seat ORDER BY at DESC LIMIT 1").fetchone()
        return last is not None and last[0] != seat

    def take(self, seat: str, at: float) -> None:
        """From now on mail is sent from this place, and from no other."""
        self._connection.execute("DELETE FROM seat")
        self._connection.execute("INSERT INTO seat(id, at) VALUES(?, ?)", (seat, at))
