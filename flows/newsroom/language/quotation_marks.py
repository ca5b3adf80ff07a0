"""What stands between quotation marks in a paragraph: curly or straight, double or single, or mixed.

A mark opens where no letter stands before it and one after it, and closes the other way round. An
apostrophe is no mark. Of marks that do not pair nothing is guessed but that the last one reaches to
the paragraph's end.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_DOUBLE, _SINGLE = '“”„"', "‘’'"
_MARK = re.compile("[“”„\"‘’']")
_MOST_MARKS = 200  # of a paragraph; one with more is no prose, and each mark would be compared with every other
_OPENERS = frozenset("“„")
_BEFORE_OPENING = frozenset(" \t([{–—-/“\"‘'„:")
# "’til", "’90s", "’em": letters left out, not a mark.
_LETS_SPEAK = re.compile(r"[.,:] \Z")
_ELISION = re.compile(r"[’‘'](?:\d\ds?\b|(?:til|till|twas|tis|em|cause|bout|round)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """What stands between two marks: characters of its paragraph, the marks left out."""

    start: int
    end: int
    is_closed: bool = True

    @property
    def outer_start(self) -> int:
        """Where its opening mark stands."""
        return self.start - 1

    @property
    def outer_end(self) -> int:
        """What follows its closing mark."""
        return self.end + self.is_closed


@lru_cache(maxsize=64)  # asked for each sentence of a paragraph
def find_quoted(text: str) -> tuple[Quoted, ...]:
    """The outermost quotations of a paragraph, in order; one without an end lasts to the paragraph's end."""
    double = tuple(_double(text))
    is_prose = len(double) > 0 and sum(map(text.count, _DOUBLE + _SINGLE)) <= _MOST_MARKS
    if is_prose and (around := tuple(_around(text, double))):
        rest = (one for one in double if not any(_is_within(one, outer) for outer in around))
        double = tuple(sorted((*around, *rest), key=lambda quoted: quoted.start))
    return tuple(sorted((*double, *_single(text, double)), key=lambda quoted: quoted.start))


def without_quoted(text: str) -> str:
    """A text with every quotation in it blanked out, each other letter in its place."""
    for quoted in find_quoted(text):
        text = text[: quoted.start] + " " * (quoted.end - quoted.start) + text[quoted.end :]
    return text


def opens_with_mark(text: str) -> bool:
    """Whether a paragraph begins with a mark, as each one of a long quotation does."""
    return text[:1] in {"“", '"', "„", "‘"} or (text[:1] == "'" and _opens(text, 0))


def closed_at(text: str) -> int | None:
    """Where a paragraph closes a quotation that one before it opened: its first mark, if that one closes; else None."""
    first = next((mark for mark in _MARK.finditer(text) if mark.group() in _DOUBLE), None)
    if first is None or first.group() in _OPENERS or first.start() == 0:
        return None
    is_straight_opening = first.group() == '"' and _opens(text, first.start())
    return None if is_straight_opening else first.start()


def _double(text: str) -> Iterator[Quoted]:
    opened: int | None = None
    nested = 0
    for mark in (match for match in _MARK.finditer(text) if match.group() in _DOUBLE):
        place, letter = mark.start(), mark.group()
        opens = letter in _OPENERS or (letter == '"' and _opens(text, place))
        if opened is None:
            opened = place if opens else None
        elif opens and letter != text[opened]:
            nested += 1
        elif opens:
            opened, nested = place, 0  # the one before never closed: nobody knows where it ends
        elif nested and letter != '"':
            nested -= 1
        else:
            yield Quoted(start=opened + 1, end=place)
            opened, nested = None, 0
    if opened is not None:
        yield Quoted(start=opened + 1, end=len(text), is_closed=False)


def _around(text: str, double: tuple[Quoted, ...]) -> Iterator[Quoted]:
    """Single marks around double ones, as much of the press sets them: they end behind a stop or a comma."""
    after = 0
    for mark in (match for match in _MARK.finditer(text) if match.group() in "‘'"):
        place = mark.start()
        if place < after or not _opens(text, place) or any(one.start <= place < one.end for one in double):
            continue
        ends = (match.start() for match in _MARK.finditer(text, place + 1) if match.group() in "’'")
        end = next((one for one in ends if _closes_around(text, one, double)), None)
        if end is not None and any(one.is_closed and place < one.start and one.outer_end <= end for one in double):
            after = end + 1
            yield Quoted(start=place + 1, end=end)


def _closes_around(text: str, place: int, double: tuple[Quoted, ...]) -> bool:
    is_free = not text[place + 1 : place + 2].isalnum() and not any(one.start <= place < one.end for one in double)
    return is_free and text[place - 1] in '.,!?…”"'


def _is_within(one: Quoted, outer: Quoted) -> bool:
    return outer.start <= one.start and one.end <= outer.end


def _single(text: str, taken: tuple[Quoted, ...]) -> Iterator[Quoted]:
    starts = [quoted.outer_start for quoted in taken]
    after = 0
    for mark in (match for match in _MARK.finditer(text) if match.group() in _SINGLE):
        place = mark.start()
        before = bisect_right(starts, place)
        is_inside = before > 0 and place < taken[before - 1].outer_end
        if place < after or is_inside or mark.group() == "’" or not _opens(text, place):
            continue
        limit = starts[before] if before < len(starts) else len(text)
        end = _end_of_single(text, place, limit)
        if end is not None:
            after = end + 1
            yield Quoted(start=place + 1, end=end)
        elif (place == 0 or _LETS_SPEAK.search(text[:place])) and text[place] == "‘" and limit == len(text):
            yield Quoted(start=place + 1, end=len(text), is_closed=False)
            return


def _end_of_single(text: str, opened: int, limit: int) -> int | None:
    """The first mark that closes; one that may be a plural's apostrophe ("the carers’ group") only if none follows."""
    doubtful: int | None = None
    nested = 0
    for mark in _MARK.finditer(text, opened + 1, limit):
        place = mark.start()
        if mark.group() == "‘" or (mark.group() == "'" and _opens(text, place)):
            if mark.group() == text[opened]:
                return doubtful
            nested += 1
        elif mark.group() not in _SINGLE or text[place + 1 : place + 2].isalnum() or text[place - 1].isspace():
            continue
        elif text[place - 1] in "sS" and re.match(r" [a-z]", text[place + 1 : place + 3]):
            doubtful = doubtful or place
        else:
            return place
    return doubtful


def _opens(text: str, place: int) -> bool:
    before, after = text[:place][-1:], text[place + 1 : place + 2]
    is_free = not before or before in _BEFORE_OPENING or before.isspace()
    return is_free and bool(after) and not after.isspace() and not _ELISION.match(text, place)
