"""Pictures of data: a timeline of coming dates and the stories under each heading, as shapes for a template to draw.

Only where a picture says more than the words beside it; where it would be crowded there is none. Lengths are in
units of which sixteen are the size of running text, so that no letter in a picture is smaller than one outside.
Everything that a picture shows is said in its words, for those who do not see it.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from flows.newsroom.language.calendar import MONTHS, with_weekday
from flows.newsroom.press.wording import tally

WIDE, NARROW = 432, 256  # as a column on paper or a screen allows, and as a telephone does
LETTER = 8.4  # the width of a letter of running text, amply

FEWEST_DAYS, MOST_DAYS = 4, 12  # of a timeline: with fewer a list is seen at a glance, with more it says it better
LONGEST_SPAN = 366  # days
FEWEST_LABELS = 3  # days that all lie close together make no picture
DIGIT = 10.0  # the width of a bold figure, amply
_EDGE, _GAP, _LINE_OF_DAYS = 14, 6, 34
_MONTH_ROOM = 38

FEWEST_STORIES, FEWEST_ROWS = 12, 3  # of bars
UNEVEN = 2  # the most stories under a heading to the fewest: nearer ones are no picture
_ROW, _LINE, _BAR = 24, 22, 13  # the height of a row, of the line above a bar, and of a bar
_NUMBER = 30  # the width of the number behind a bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The numbers, in their months, of days that lie close together."""

    x: float  # of its middle
    words: str  # "3", "11, 12"


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """Where a month begins."""

    x: float
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Days along a line, of which the issue's own is the beginning."""

    width: int
    height: int
    start: float  # of the line, whose end lies as far from the other edge
    line: float
    dots: tuple[float, ...]
    labels: tuple[Label, ...]
    months: tuple[Month, ...]
    words: str

    @property
    def end(self) -> float:
        """Of the line."""
        return self.width - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """The drawings of an issue, in the width of a column and in that of a telephone; None: none would help."""

    timeline: Timeline | None = None
    narrow_timeline: Timeline | None = None
    bars: "Bars | None" = None
    narrow_bars: "Bars | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The stories under a heading."""

    label: str
    label_y: float
    x: float
    y: float
    length: float
    count: int

    @property
    def count_x(self) -> float:
        """Where the number stands."""
        return self.x + self.length + 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Headings by their stories, in the order of print."""

    width: int
    height: int
    thickness: int
    bars: tuple[Bar, ...]
    words: str


def draw_pictures(days: Collection[dt.date], since: dt.date, rows: Sequence[tuple[str, int]]) -> Pictures:
    """The pictures that help with an issue.

    Args:
        days: Of its diary, in any order.
        since: The day of the issue.
        rows: Its headings and how many stories stand under each, in the order of print.
    """
    return Pictures(
        timeline=draw_timeline(days, since, WIDE),
        narrow_timeline=draw_timeline(days, since, NARROW),
        bars=draw_bars(rows, WIDE),
        narrow_bars=draw_bars(rows, NARROW),
    )


def draw_timeline(dates: Collection[dt.date], since: dt.date, width: int) -> Timeline | None:
    """A timeline of the dates of a diary; None: it would say no more than the list, or be crowded."""
    days = sorted(set(dates))
    if not FEWEST_DAYS <= len(days) <= MOST_DAYS or not 0 < (days[-1] - since).days <= LONGEST_SPAN:
        return None
    scale = (width - 2 * _EDGE) / (days[-1] - since).days
    places = [round(_EDGE + (day - since).days * scale, 1) for day in days]
    labels = _labels(days, places, width)
    if len(labels) < FEWEST_LABELS:
        return None
    return Timeline(
        width=width,
        height=_LINE_OF_DAYS + 34,
        start=_EDGE,
        line=_LINE_OF_DAYS,
        dots=tuple(places),
        labels=labels,
        months=_months(since, days[-1], scale, width),
        words=_timeline_words(days, since),
    )


def draw_bars(rows: Sequence[tuple[str, int]], width: int) -> Bars | None:
    """How many stories stand under each heading; None: they are few, or nearly the same under each."""
    counts = [count for _, count in rows]
    if len(rows) < FEWEST_ROWS or sum(counts) < FEWEST_STORIES or max(counts) < UNEVEN * min(counts):
        return None
    longest = LETTER * max(len(label) for label, _ in rows)
    if longest > width:
        return None
    is_beside = longest + 8 + _NUMBER < 0.7 * width
    left = longest + 8 if is_beside else 0
    height = _ROW if is_beside else _LINE + _ROW
    scale = (width - left - 8 - _NUMBER) / max(counts)
    bars = (
        Bar(
            label=label,
            label_y=height * place + (17 if is_beside else 16),
            x=round(left, 1),
            y=height * place + (5 if is_beside else _LINE + 1),
            length=round(count * scale, 1),
            count=count,
        )
        for place, (label, count) in enumerate(rows)
    )
    said = "; ".join(f"{label}, {tally(count, 'story', 'stories')}" for label, count in rows)
    return Bars(
        width=width,
        height=height * len(rows),
        thickness=_BAR,
        bars=tuple(bars),
        words=f"Bar chart of the stories under each heading: {said}.",
    )


def _labels(days: Sequence[dt.date], places: Sequence[float], width: int) -> tuple[Label, ...]:
    """A number above each day; those that would touch share one label."""
    groups: list[list[int]] = []
    for place in range(len(days)):
        groups.append([place])
        while len(groups) > 1 and _touch(*(_label(group, days, places, width) for group in groups[-2:])):
            last = groups.pop()
            groups[-1] += last
    return tuple(_label(group, days, places, width) for group in groups)


def _label(group: Sequence[int], days: Sequence[dt.date], places: Sequence[float], width: int) -> Label:
    words = ", ".join(str(days[place].day) for place in group)
    half = _half(words)
    middle = (places[group[0]] + places[group[-1]]) / 2
    return Label(x=round(min(max(middle, half), width - half), 1), words=words)


def _touch(one: Label, other: Label) -> bool:
    return other.x - one.x < _half(one.words) + _half(other.words) + _GAP


def _half(words: str) -> float:
    return (len(words) * DIGIT) / 2


def _months(since: dt.date, last: dt.date, scale: float, width: int) -> tuple[Month, ...]:
    """The beginnings of months, and the month of the issue where there is room before the next one."""
    first = [since.replace(day=1)]
    while first[-1] <= last:
        first.append((first[-1] + dt.timedelta(days=31)).replace(day=1))
    found = [
        Month(x=round(_EDGE + max((day - since).days, 0) * scale, 1), name=MONTHS[day.month - 1][:3])
        for day in first
        if day <= last
    ]
    bounds = pairwise([*(month.x for month in found), float(width)])
    return tuple(month for month, (x, next_x) in zip(found, bounds, strict=True) if next_x - x >= _MONTH_ROOM)


def _timeline_words(days: Sequence[dt.date], since: dt.date) -> str:
    said = "; ".join(map(with_weekday, days))
    return f"Timeline of the {len(days)} days below, from {with_weekday(since)} on: {said}."
