"""The time of day, and waiting: what the postroom asks of a clock, so that a test can turn it forwards and back."""

import time
from typing import Protocol


class Clock(Protocol):
    """What the ledger and the dispatch need to know about time."""

    def now(self) -> float:
        """Seconds since 1970, by the clock on the wall: it may jump."""

    def sleep(self, seconds: float) -> None:
        """Wait."""


class SystemClock:
    """The clock of this computer."""

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait that long; nothing is no wait."""
        if seconds > 0:
            time.sleep(seconds)
