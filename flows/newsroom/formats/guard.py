"""What no parser should see: pages built to harm, found in one pass over the characters before anything is parsed.

Nested elements, endless attributes and millions of tags each cost some parser more than 20 s of processor
time, or all of the memory. Limits twice as wide for tags and attributes touched none of 1,192 ordinary pages.
"""

import re
from dataclasses import dataclass

from flows.newsroom.errors import RefusedDocumentError
from flows.newsroom.formats.elements import FLAT, SHAPES

MOST_CHARACTERS = 10_000_000
MOST_LINES = 200_000
MOST_TAGS = 100_000
MOST_DEPTH = 500
MOST_ATTRIBUTES = 500  # of one tag

_LONG_TAG = 5_000  # characters; the attributes of a shorter tag cost little
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)(?:[^<>]*?(/)>)?")
_ATTRIBUTE = re.compile(r"""[\s/]+[^\s"'=<>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?""")
_TABLE_LEVELS = 3  # a table stands for its rows and cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """Markup that is safe to parse."""

    markup: str
    notes: tuple[str, ...] = ()  # what was taken out, in words for the coordinator


def check_text(text: str, *, most_characters: int = MOST_CHARACTERS) -> None:
    """Refuse a plain text that is no document.

    Raises:
        RefusedDocumentError: It is longer than a shelf of books, or has more lines.
    """
    _check_length(text, most_characters)
    if text.count("\n") + text.count("\r") > MOST_LINES:
        raise _too_much("lines", MOST_LINES)


def guard_markup(markup: str) -> Guarded:
    """Take attribute bombs out of a page, and refuse what no parser should see; linear in its length.

    Raises:
        RefusedDocumentError: It is too long, has too many tags, or nests them too deeply.
    """
    _check_length(markup, MOST_CHARACTERS)
    _check_tags(markup)
    bombs = list(_attribute_bombs(markup))
    if not bombs:
        return Guarded(markup=markup)
    note = f"The attributes of a tag with more than {MOST_ATTRIBUTES} of them were dropped; the text is kept."
    return Guarded(markup=_without(markup, bombs), notes=(note,))


def _check_length(text: str, most: int) -> None:
    if len(text) > most:
        raise _too_much("characters", most)


def _too_much(words: str, most: int) -> RefusedDocumentError:
    return RefusedDocumentError(
        f"The file has more than {most:,} {words}, which no ordinary document has: it may be built to harm. Open it "
        "where it came from and save only the text that matters."
    )


def _check_tags(markup: str) -> None:
    depth = 0
    for number, match in enumerate(_TAG.finditer(markup), 1):
        if number > MOST_TAGS:
            raise _too_much("tags", MOST_TAGS)
        closing, name, closed = match.groups()
        name = name.lower()
        if name in FLAT or (closed and name in SHAPES):
            continue
        levels = _TABLE_LEVELS if name == "table" else 1
        depth = max(0, depth - levels) if closing else depth + levels
        if depth > MOST_DEPTH:
            raise _too_much("levels of nested elements", MOST_DEPTH)


def _attribute_bombs(markup: str) -> list[slice]:
    """Where the attributes of overfull tags stand."""
    bombs: list[slice] = []
    for match in _TAG.finditer(markup):
        start = match.end(2)
        if (bombs and start < bombs[-1].stop) or markup.find(">", start, start + _LONG_TAG) >= 0:
            continue
        if _has_too_many_attributes(markup, start):
            end = markup.find(">", start)
            bombs.append(slice(start, len(markup) if end < 0 else end))
    return bombs


def _has_too_many_attributes(markup: str, position: int) -> bool:
    for _ in range(MOST_ATTRIBUTES + 1):
        match = _ATTRIBUTE.match(markup, position)
        if match is None:
            return False
        position = match.end()
    return True


def _without(markup: str, cuts: list[slice]) -> str:
    starts = [0, *(cut.stop for cut in cuts)]
    ends = [*(cut.start for cut in cuts), len(markup)]
    return "".join(markup[start:end] for start, end in zip(starts, ends, strict=True))
