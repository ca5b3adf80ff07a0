"""A day as a text writes it, with or without its year."""

import datetime as dt
from dataclasses import dataclass

_LEAP_YEAR = 2000  # it has every day that any year has


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day as a text writes it."""

    start: int
    end: int
    words: str
    day: int
    month: int
    year: int | None = None  # as written
    years_ahead: int | None = None  # "last year" is -1, "this year" 0, "next year" 1
    weekday: int | None = None  # 0 is Monday
    last: tuple[int, int] | None = None  # day and month on which a range ends
    last_weekday: int | None = None  # as written with it

    def in_year(self, year: int) -> dt.date | None:
        """Its date in `year`; None on a 29 February that `year` does not have, and for a 31 June."""
        return _date(year, self.month, self.day)

    def last_after(self, date: dt.date) -> dt.date | None:
        """The date on which a range that begins on `date` ends."""
        if self.last is None:
            return None
        day, month = self.last
        return _date(date.year + (month < self.month), month, day)

    @property
    def exists(self) -> bool:
        """Whether there is such a day: in its own year, if one is written, else in any."""
        return self.in_year(self.year or _LEAP_YEAR) is not None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
