"""One sender of a mailing at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from flows.newsroom.errors import InterlockError
from flows.newsroom.safekeeping import alone
from flows.newsroom.store import SENDING_LOCK, told_plainly


@contextmanager
def only_sender(state: Path, mailing_id: str) -> Iterator[None]:
    """Be the only one who sends this mailing, for the whole run; recovery is safe only in here.

    The lock is the operating system's, on a small file in the state folder: it ends with the process, however it dies.

    Raises:
        InterlockError: Another run is sending it.
        StoreError: The state folder cannot be used.
    """
    with ExitStack() as held:
        with told_plainly(state):
            state.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                held.enter_context(alone(state / SENDING_LOCK.format(mailing_id), patience_seconds=0))
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    raise
                raise InterlockError(
                    "This issue is being sent already, by another run. Wait until it has ended."
                ) from None
        yield
