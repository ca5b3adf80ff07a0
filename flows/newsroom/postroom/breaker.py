"""That a mail server refused everybody is remembered from run to run, and one mail is tried again after a while.

closed -> open       several different members in a row were refused for a fault of ours
open -> half open    after its rest, or when a person sends: one mail is tried
half open -> closed  it was taken
half open -> open    it was refused; the rest is twice as long
"""

import sqlite3

from flows.newsroom.postroom.clock import Clock
from flows.newsroom.store import transaction

REST_SECONDS, LONGEST_REST_SECONDS = 3600.0, 28_800.0


class Breaker:
    """What the newsroom's database knows of one way by which mails go.

    Args:
        connection: Of the newsroom's database.
        clock: If it jumps back, the rest begins again.
        route: What tells that way from every other.
    """

    def __init__(self, connection: sqlite3.Connection, clock: Clock, route: str) -> None:
        self._connection = connection
        self._clock = clock
        self._route = route

    def tries_again_at(self) -> float | None:
        """When one mail may be tried again, in seconds since 1970; None: the breaker is closed."""
        query = "SELECT opened_at, times FROM breaker WHERE route = ?"
        row: tuple[float, int] | None = self._connection.execute(query, (self._route,)).fetchone()
        if row is None:
            return None
        opened_at, times = row
        return min(opened_at, self._clock.now()) + min(REST_SECONDS * 2.0 ** (times - 1), LONGEST_REST_SECONDS)

    def open(self) -> None:
        """Everybody was refused, now or once more."""
        with transaction(self._connection):
            self._connection.execute(
                "INSERT INTO breaker(route, opened_at, times) VALUES(?, ?, 1)"
                " ON CONFLICT(route) DO UPDATE SET opened_at = excluded.opened_at, times = min(times + 1, 8)",
                (self._route, self._clock.now()),
            )

    def close(self) -> None:
        """A mail was taken."""
        self._connection.execute("DELETE FROM breaker WHERE route = ?", (self._route,))
