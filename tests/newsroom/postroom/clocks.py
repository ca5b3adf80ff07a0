"""A clock that a test turns by hand."""


class HandClock:
    """Stands still until it is told to go on; sleeping moves it."""

    def __init__(self, time: float = 1_800_000_000.0) -> None:
        self.time = time

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.time += max(seconds, 0.0)
