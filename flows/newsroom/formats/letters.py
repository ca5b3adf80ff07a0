"""A message taken apart, whichever program saved it."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from flows.newsroom.language.typography import repair_line
from flows.newsroom.model import Enclosure

_UNSAFE = re.compile(r"[^\w. ()&+,-]")
_LONGEST_NAME = 80  # characters of an attachment's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A body of a message, still as bytes."""

    content: bytes
    charset: str | None  # as it declares
    is_markup: bool = False
    is_flowed: bool = False  # lines that end in a space go on (RFC 3676)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message, taken apart."""

    subject: str | None
    sender: str | None  # the display name, as the sender's program writes it
    day: dt.date | None  # on the sender's own clock
    bodies: tuple[Part, ...]  # the same text, the richest first
    enclosed: tuple["Letter", ...] = ()  # messages sent along whole
    attachments: tuple[Enclosure, ...] = ()
    marks: tuple[str, ...] = ()  # what is to be noted of its head
    content: bytes = b""  # of one that was sent along: the message itself


def safe_name(name: str) -> str:
    """The name of an attachment without folders and without letters that mean something elsewhere."""
    base = PurePosixPath(repair_line(name).replace("\\", "/")).name
    stem, dot, suffix = _UNSAFE.sub("_", base).lstrip(". ").rpartition(".")
    whole = f"{stem[: _LONGEST_NAME - len(suffix)]}{dot}{suffix}"[:_LONGEST_NAME]
    return whole.strip() or "one without a name"


def with_names_apart(enclosures: Sequence[Enclosure]) -> tuple[Enclosure, ...]:
    """The same, a second "minutes.pdf" called "minutes (2).pdf"."""
    taken: set[str] = set()
    named = []
    for one in enclosures:
        stem, dot, suffix = one.name.rpartition(".")
        name, number = one.name, 1
        while name.lower() in taken:
            number += 1
            name = f"{stem} ({number}){dot}{suffix}" if stem else f"{suffix} ({number})"
        taken.add(name.lower())
        named.append(replace(one, name=name))
    return tuple(named)
