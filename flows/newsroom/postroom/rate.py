"""No more mails in a minute than the provider allows: a token bucket in the database, which survives restarts."""

import sqlite3

from flows.newsroom.postroom.clock import Clock
from flows.newsroom.store import transaction

_NAME = "mail"


class Rate:
    """Tokens come at a steady rate; each mail takes one.

    Args:
        connection: Of the newsroom's database.
        clock: If it jumps back, no token is gained or lost; if it jumps ahead, the bucket is full, not fuller.
        per_minute: Mails in a minute. A second's worth may be saved up.
    """

    def __init__(self, connection: sqlite3.Connection, clock: Clock, per_minute: float) -> None:
        self._connection = connection
        self._clock = clock
        self._per_second = per_minute / 60
        self._capacity = max(1.0, self._per_second)

    def seconds_to_wait(self) -> float:
        """Until there is a token; nothing if there is one."""
        return max(0.0, (1.0 - self._tokens()) / self._per_second)

    def take(self) -> None:
        """Take a token, whether there is one or not: what is owed is waited for by the next."""
        with transaction(self._connection):
            row = (_NAME, self._tokens() - 1.0, self._clock.now())
            self._connection.execute("INSERT OR REPLACE INTO rate(name, tokens, at) VALUES(?,?,?)", row)

    def _tokens(self) -> float:
        row: tuple[float, float] | None = self._connection.execute(
            "SELECT tokens, at FROM rate WHERE name=?", (_NAME,)
        ).fetchone()
        if row is None:
            return self._capacity
        tokens, at = row
        if at > self._clock.now():  # written by a clock that ran ahead: nothing would ever come in
            at = self._clock.now()
            self._connection.execute("UPDATE rate SET at=? WHERE name=?", (at, _NAME))
        return min(self._capacity, tokens + max(0.0, self._clock.now() - at) * self._per_second)
