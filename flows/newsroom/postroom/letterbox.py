"""Mail that came in, from a folder or file on this computer. It is only read: nothing is deleted, moved or marked.

A mail is known again by its content, so that one that was moved or copied is not taken for another.
"""

import contextlib
import hashlib
import mailbox
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flows.newsroom.errors import SettingsError
from flows.newsroom.postroom.arrivals import LARGEST_BYTES

IsRead = Callable[[str], bool]
"""Whether the mail of a key was read before."""

_MBOX_BEGINS = b"From "


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A mail that came in: what it is remembered by, and its first `LARGEST_BYTES`."""

    key: str
    content: bytes = field(repr=False)


Letterbox = Callable[[IsRead], Iterator[Received]]
"""The mails of a place that were not read before."""


def folder_letterbox(place: Path) -> Letterbox:
    """The mails in a Maildir, a folder of .eml files, or an mbox file.

    Raises:
        SettingsError: While it is read: it is none of these, or cannot be opened.
    """

    def unread(is_read: IsRead) -> Iterator[Received]:
        try:
            for content in _contents(place):
                key = hashlib.sha256(content).hexdigest()
                if not is_read(key):
                    yield Received(key=key, content=content)
        except OSError as error:
            raise SettingsError(
                f"The letterbox {place.name} cannot be read: {error.strerror}. Look at folder in the table "
                "[delivery.letterbox] of newsletter.toml."
            ) from error

    return unread


def _contents(place: Path) -> Iterator[bytes]:
    if (place / "cur").is_dir() and (place / "new").is_dir():
        return _each(mailbox.Maildir(place, create=False))
    if place.is_dir():
        return (_beginning(file, LARGEST_BYTES) for file in sorted(place.glob("*.eml")) if file.is_file())
    if place.is_file() and _is_mbox(place):
        return _each(mailbox.mbox(place, create=False))
    raise SettingsError(
        f"There is no letterbox {place.name}. Name a Maildir, a folder of .eml files or an mbox file as folder in the "
        "table [delivery.letterbox] of newsletter.toml."
    )


def _is_mbox(file: Path) -> bool:
    return _beginning(file, len(_MBOX_BEGINS)) in {b"", _MBOX_BEGINS}


def _each(box: mailbox.Mailbox[Any]) -> Iterator[bytes]:
    try:
        for key in sorted(box.keys()):
            try:
                with contextlib.closing(box.get_file(key)) as opened:
                    content = opened.read(LARGEST_BYTES)
            except (KeyError, FileNotFoundError):  # a mail program moved it meanwhile: another time
                continue
            yield content
    finally:
        box.close()


def _beginning(file: Path, size: int) -> bytes:
    with file.open("rb") as opened:
        return opened.read(size)
