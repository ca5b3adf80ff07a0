"""Readers: the bytes of one media type -> RawDocument.

To add one, add a module here that binds `plugin`; see `flows.newsroom.plugins`. A reader
never fetches, never opens a file, and imports its libraries only when it is called.
"""

import sys
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import PurePosixPath
from typing import ClassVar, Protocol

from flows.newsroom.errors import EmptyDocumentError, UnreadableDocumentError
from flows.newsroom.formats.endless import without_the_endless
from flows.newsroom.model import Enclosure, RawDocument, Source
from flows.newsroom.plugins import load_plugin, plugin_names


class Reader(Protocol):
    """Turns the bytes of one media type into blocks."""

    suffixes: ClassVar[Mapping[str, str]]
    """File name endings that it reads, in lower case with their dot, and the media type of each."""

    def __call__(self, source: Source, content: bytes) -> RawDocument:
        """Read `content`.

        Raises:
            DocumentError: The bytes are no such document, or built to harm.
        """
        ...


@cache
def readers() -> Mapping[str, Reader]:
    """Every reader, by media type."""
    here = sys.modules[__name__]
    found: list[Reader] = [load_plugin(__name__, name) for name in plugin_names(here)]
    return {media_type: reader for reader in found for media_type in reader.suffixes.values()}


@cache
def media_types() -> Mapping[str, str]:
    """The media type of every file name ending that can be read."""
    return {suffix: kind for reader in readers().values() for suffix, kind in reader.suffixes.items()}


def read(source: Source, content: bytes) -> RawDocument:
    """Read a document with the reader of its media type.

    Raises:
        DocumentError: No reader knows the media type, or it turned the document away.
    """
    reader = readers().get(source.media_type)
    if reader is None:
        endings = ", ".join(sorted(media_types()))
        raise UnreadableDocumentError(
            f"Files of the type {source.media_type} cannot be read. Save the document as one of: {endings}."
        )
    document = without_the_endless(reader(source, content))
    return _with_what_can_be_read(replace(document, notes=(*source.notes, *document.notes)))


def _with_what_can_be_read(document: RawDocument) -> RawDocument:
    """The same, with a note of what lies within it and cannot be read."""
    if not document.enclosed:
        return document
    told = tuple(replace(one, media_type=_media_type(one)) for one in document.enclosed)
    enclosed = tuple(one for one in told if one.media_type in readers())
    names = [one.name for one in told if one.media_type not in readers()]
    if not document.blocks and not enclosed:
        raise EmptyDocumentError(
            "The message has no words of its own, and what is attached to it cannot be read. Save what matters in it "
            "as a document."
        )
    if not names:
        return replace(document, enclosed=enclosed)
    note = f"What is attached and cannot be read was left: {', '.join(names)}. Save what matters as a document."
    return replace(document, enclosed=enclosed, notes=(*document.notes, note))


def _media_type(enclosure: Enclosure) -> str:
    """What its name says it is, as for any file; what the mail program says only where the name tells nothing."""
    suffix = PurePosixPath(enclosure.name).suffix.lower()
    return media_types().get(suffix) or ("" if suffix else enclosure.media_type)
