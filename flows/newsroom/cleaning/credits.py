"""Who is named as the writer in lines that say more: who took the minutes, who sends a memorandum, who prepared it."""

import re
from collections.abc import Iterator, Sequence

from flows.newsroom.language.names import FULL_NAME, is_personal

_TOP, _TAIL = 12, 4  # lines
_LONGEST = 60  # words of a line with the names of all who were there
_CREDITS = tuple(
    re.compile(pattern)
    for pattern in (
        (
            rf"\b(?i:written|prepared|drafted|compiled|collected|counted|reviewed|submitted)(?: [a-z]+){{0,5}}?"
            rf" by (?P<name>{FULL_NAME})"
        ),
        rf"^(?:[Ww]ords|[Tt]ext|[Ss]tory|[Rr]eport)(?: by)?:? (?P<name>{FULL_NAME})",
        rf"\b(?:[Mm]inutes|[Nn]otes)(?: taken)?(?::| by:?) (?P<name>{FULL_NAME})",
        rf"(?P<name>{FULL_NAME})\s*\((?:taking )?(?:notes|minutes|minute[- ]taker)\b",
        rf"(?P<name>{FULL_NAME}),? (?:taking )?(?:notes|minutes)(?=[,;.]|$)",
        rf"^[Ff]rom:\s*(?P<name>{FULL_NAME})(?:,.*)?$",
    )
)
_ABOUT_WRITER = re.compile(rf"^(?P<name>{FULL_NAME}) (?:is|works|was|chairs|teaches|writes)\b.*[.]$")


def credited(lines: Sequence[str], *, is_mail: bool = False) -> Iterator[str]:
    """The people whom a document names as its writers, the surest first.

    Args:
        lines: What is left of the document, in order.
        is_mail: A mail says in its header who sent it; "From:" in its text is somebody else's.
    """
    near = [line for line in (*lines[:_TOP], *lines[_TOP:][-_TAIL:]) if len(line.split()) <= _LONGEST]
    for credit in _CREDITS[:-1] if is_mail else _CREDITS:
        yield from (match["name"] for line in near for match in credit.finditer(line) if is_personal(match["name"]))
    for line in lines[-2:]:
        match = _ABOUT_WRITER.match(line)
        if (
            match
            and is_personal(match["name"])
            and not is_spoken_of(match["name"], [one for one in lines if one != line])
        ):
            yield match["name"]


def is_spoken_of(name: str, lines: Sequence[str]) -> bool:
    """Whether somebody is told of by the surname: nobody writes so about himself."""
    surname = re.compile(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b")
    return any(surname.search(line) for line in lines)
