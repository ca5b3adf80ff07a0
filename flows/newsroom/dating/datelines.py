"""Lines that say nothing but a day: near the top or the end of a document, that is when it was published."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.newsroom.dating.day import Day
from flows.newsroom.dating.days import find_days
from flows.newsroom.dating.imprints import NUMBER_OF_ISSUE, find_imprint
from flows.newsroom.model import Block, BlockKind

_REACH = 5  # lines from the top and from the end
_BY = r"(?:\s*[,|–-]?\s*(?:(?:written|posted) )?by\s+[^\d,|]{3,60}?)"
_BEFORE = re.compile(
    rf"\s*(?:(?P<label>(?:(?:first )?(?:published|posted|issued|released|written|dated)(?: date)?"
    rf"|(?:publication|release|issue) date)?{_BY}?(?: on)?)|(?P<weak>date))\s*[:,|–-]?\s*",
    re.IGNORECASE,
)
_CLOCK = r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*(?:GMT|BST|UTC))?)"
_AFTER = re.compile(rf"(?P<clock>{_CLOCK})?(?P<by>{_BY})?[\s.,;|)–-]*", re.IGNORECASE)
_CHANGE = re.compile(
    r"[\s,;.|(–-]*\b(?:(?:last|page|content)\s+)*(?:updated|modified|reviewed|revised|amended|edited)\b.*",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:[A-Z][\w’'-]+\s+){0,3}[A-Z][\w’'-]+,\s*")
_SALUTATION = re.compile(r"(?:Dear|Hello|Hi|Annwyl)\b.{2,60}$")
_UPDATED = re.compile(
    r"\s*(?:(?:last|page|content)\s+)*(?:updated|modified|reviewed|revised|amended|edited)(?:\s+on)?\s*[:–-]?\s*",
    re.IGNORECASE,
)
_APPOINTMENT = re.compile(
    r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|noon)\b|\b\d{1,2}[.:]\d\d\s?(?:-|–|to)\s?\d|\bmidday\b"
    r"|^(?:venue|where|when|time|location|place|rsvp|book|present|in attendance|attendees|apologies|cost|tickets)\b",
    re.IGNORECASE,
)
_ANNOUNCEMENT = re.compile(
    r":$|\b(?:next (?:meeting|event|session)|deadline|closing date|dates? of|when)\b", re.IGNORECASE
)
_HAPPENING = re.compile(
    r"\b(?:meeting|events?|conference|workshop|seminar|webinar|training|agm|open day|launch|celebration)\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\b(?:minutes|notes? (?:of|from)|action (?:notes?|log|points)|apologies)\b", re.IGNORECASE)
_BYLINE = re.compile(r"(?:[Bb]y|[Ww]ords:?|[Tt]ext:?|[Aa]uthors?:?) [A-Z]")
_HEAD = 14  # lines of a letterhead, a title and what stands below it
_TOP = 8  # lines in which minutes say that they are minutes
_MOST_WORDS_NEAR, _MOST_WORDS_ENDED = 12, 6  # a longer neighbour is prose and says nothing about the line
_LONGEST = 160  # characters of such a line
_LINES_BELOW = 3  # that may say at what time and where


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A line that says a day with its year, and next to nothing else."""

    position: int
    day: Day
    is_labelled: bool  # it says itself that it is the day of publication, or who wrote that day
    follows_event: bool  # the line above it names an event: it may be the day of that
    from_end: int  # 0 is the last line
    is_whole: bool = True  # whether the line says nothing else, and is no prose


def is_letter(texts: Iterable[str]) -> bool:
    """Whether one of the first lines of a document, as they were read, greets somebody.

    The day of a letter stands behind its place: "Anytown, 3 May 2026".
    """
    return any(_SALUTATION.match(text) for text in texts)


def find_datelines(blocks: Sequence[Block], *, in_letter: bool = False) -> tuple[DateLine, ...]:
    """The lines that may say when the document was published.

    Days of updates are none, nor is the day of an appointment: one with a time or a place beside it, or
    one of several in a row.
    """
    is_of_meeting = any(_MINUTES.search(block.text) for block in blocks[:_TOP] if _is_note(block.text))
    lines = (
        line
        for position in (*_near_the_edges(blocks), *_deep_in_the_head(blocks))
        if (line := _dateline(blocks, position, in_letter=in_letter) or _imprint_line(blocks, position))
        and (line.is_labelled or not _is_deep(blocks, position) or _is_over_prose(blocks, position))
    )
    # The only day at the top of minutes is that of the meeting.
    return tuple(line for line in lines if line.is_labelled or not is_of_meeting or line.position >= _TOP)


def find_update_lines(blocks: Sequence[Block]) -> tuple[int, ...]:
    """The positions of lines that only say when the document was changed."""
    return tuple(
        position
        for position in (*_near_the_edges(blocks), *_deep_in_the_head(blocks))
        if _is_update(blocks[position].text)
    )


def _is_update(text: str) -> bool:
    day = _lone_day(text)
    return day is not None and bool(_UPDATED.fullmatch(text[: day.start]) and _AFTER.fullmatch(text, day.end))


def _near_the_edges(blocks: Sequence[Block]) -> Iterator[int]:
    for position, block in enumerate(blocks):
        is_near = position < _REACH or position >= len(blocks) - _REACH
        if is_near and block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ROW}:
            yield position


def _deep_in_the_head(blocks: Sequence[Block]) -> Iterator[int]:
    """The lines between the top and the first prose: a letterhead may push the day further down."""
    for position in range(_REACH, min(_HEAD, len(blocks) - _REACH)):
        if any(map(_is_prose, blocks[:position])):
            return
        if blocks[position].kind is not BlockKind.ITEM:
            yield position


def _is_deep(blocks: Sequence[Block], position: int) -> bool:
    return _REACH <= position < len(blocks) - _REACH


def _is_over_prose(blocks: Sequence[Block], position: int) -> bool:
    return position + 1 < len(blocks) and _is_prose(blocks[position + 1])


def _is_prose(block: Block) -> bool:
    is_running = block.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTATION}
    return (
        is_running
        and len(block.text.split()) > _MOST_WORDS_NEAR
        and block.text.rstrip("\"'”’) ").endswith((".", "!", "?"))
    )


def _dateline(blocks: Sequence[Block], position: int, *, in_letter: bool) -> DateLine | None:
    if blocks[position].kind is BlockKind.ROW:
        return None
    text = _CHANGE.sub("", blocks[position].text) if len(blocks[position].text) <= _LONGEST else ""
    day = _lone_day(text)
    before = _BEFORE.fullmatch(_PLACE.sub("", text[: day.start]) if in_letter else text[: day.start]) if day else None
    after = _AFTER.fullmatch(text, day.end) if day else None
    if day is None or before is None or after is None:
        return None
    is_labelled = bool(before["label"] or after["by"]) or (bool(after["clock"]) and _is_stamp(blocks, position))
    if not is_labelled and (after["clock"] or _is_appointment(blocks, position)):
        return None
    above = blocks[position - 1].text if position else ""
    return DateLine(
        position=position,
        day=day,
        is_labelled=is_labelled,
        follows_event=_is_note(above) and _HAPPENING.search(above) is not None,
        from_end=len(blocks) - 1 - position,
    )


def _is_stamp(blocks: Sequence[Block], position: int) -> bool:
    """Whether a day with a clock time stands beside a byline, or over the day of a change: no appointment does."""
    above = blocks[position - 1].text if position else ""
    below = blocks[position + 1].text if position + 1 < len(blocks) else ""
    return _BYLINE.match(above) is not None or _is_update(below)


def _imprint_line(blocks: Sequence[Block], position: int) -> DateLine | None:
    """A line that says more than a day, and calls the day that of appearing."""
    text = blocks[position].text
    # "Supper | 14 May 2026, 6.30pm" is a line of a diary, whoever it names.
    is_of_diary = blocks[position].kind is BlockKind.ROW and _APPOINTMENT.search(text) is not None
    imprint = None if is_of_diary else find_imprint(text, is_last=position == len(blocks) - 1)
    if imprint is None:
        return None
    return DateLine(
        position=position,
        day=imprint.day,
        is_labelled=True,
        follows_event=False,
        from_end=len(blocks) - 1 - position,
        is_whole=imprint.is_whole,
    )


def _lone_day(text: str) -> Day | None:
    """The only day in a line, if its year is written."""
    days = find_days(text) if len(text) <= _LONGEST else ()
    if days and NUMBER_OF_ISSUE.search(text[: days[0].start]):
        return None
    return days[0] if len(days) == 1 and days[0].year is not None and days[0].last is None else None


def _is_only_a_day(text: str) -> bool:
    day = _lone_day(text)
    return day is not None and not text[: day.start].strip() and not text[day.end :].strip(" .")


def _is_appointment(blocks: Sequence[Block], position: int) -> bool:
    above = blocks[position - 1].text if position else ""
    below = [block.text for block in blocks[position + 1 : position + 1 + _LINES_BELOW]]
    is_in_a_row = any(_is_only_a_day(text) for text in (above, *below[:1]))
    is_announced = _is_note(above) and _ANNOUNCEMENT.search(above) is not None
    return is_in_a_row or is_announced or any(_is_note(text) and _APPOINTMENT.search(text) for text in (above, *below))


def _is_note(text: str) -> bool:
    """Whether a line is no prose: short, and without a full stop unless it is very short."""
    most = _MOST_WORDS_ENDED if text.endswith((".", "!", "?")) else _MOST_WORDS_NEAR
    return 0 < len(text.split()) <= most
