"""Times of the day as people write them: "10am to 3.30pm", "12.30pm", "14:00 – 16:00", "from noon"."""

import datetime as dt
import re
from dataclasses import dataclass

_CLOCK = (
    r"(?:(?P<{0}hour>\d{{1,2}})(?:[.:](?P<{0}minute>[0-5]\d))?\s?(?P<{0}half>[ap])?(?:\.?m\b\.?)?"
    r"|(?P<{0}noon>noon|midday))"
)
_HOURS = re.compile(
    rf"\s*(?:from|between|at)?\s*{_CLOCK.format('from_')}(?:\s*(?:to|-|–|until|till|and)\s*{_CLOCK.format('to_')})?\s*",
    re.IGNORECASE,
)
_NOON = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """From when, and until when where that is said."""

    start: dt.time
    end: dt.time | None = None  # later than the start


def read_hours(words: str) -> Hours | None:
    """The times that `words` name, if nothing about them is in doubt.

    None where a half of the day would have to be guessed ("2.30"), or where the end is not after the start.
    """
    found = _HOURS.fullmatch(words)
    if found is None:
        return None
    parts = found.groupdict()
    end = _time(parts, "to_", parts["to_half"])
    if end is None and (parts["to_hour"] or parts["to_noon"]):
        return None
    start = _start(parts, end)
    if start is None or (end is not None and end <= start):
        return None
    return Hours(start=start, end=end)


def _start(parts: dict[str, str | None], end: dt.time | None) -> dt.time | None:
    """When it begins; "10 to 11.30am" and "11 to 2pm" both begin in the morning."""
    if start := _time(parts, "from_", parts["from_half"], is_full_clock=_is_full(parts)):
        return start
    if end is None or not parts["to_half"]:
        return None
    same, morning = (_time(parts, "from_", half) for half in (parts["to_half"], "a"))
    return same if same and same < end else morning


def _is_full(parts: dict[str, str | None]) -> bool:
    """Whether the end shows that both times are of 24 hours: "10:00 to 15:30"."""
    return not parts["from_half"] and not parts["to_half"] and int(parts["to_hour"] or 0) > _NOON


def _time(parts: dict[str, str | None], which: str, half: str | None, *, is_full_clock: bool = False) -> dt.time | None:
    if parts[f"{which}noon"]:
        return dt.time(_NOON)
    hour, minute = int(parts[f"{which}hour"] or 99), int(parts[f"{which}minute"] or 0)
    if half and 1 <= hour <= _NOON:
        return dt.time(hour % _NOON + (_NOON if half.lower() == "p" else 0), minute)
    if half or not (is_full_clock or _shows_24_hours(parts, which, hour)):
        return None
    return dt.time(hour, minute) if hour < 24 else None  # noqa: PLR2004 - hours of a day


def _shows_24_hours(parts: dict[str, str | None], which: str, hour: int) -> bool:
    """Whether a time can be none but one of 24 hours: "14:00", "09.30"."""
    written = parts[f"{which}hour"] or ""
    return parts[f"{which}minute"] is not None and (hour > _NOON or written.startswith("0"))
