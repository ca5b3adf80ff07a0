"""Readers: the bytes of one media type -> RawDocument.

To add one, add a module here that binds `plugin`; see `flows.newsroom.plugins`. A reader
never fetches, never opens a file, and imports its libraries only when it is called.
"""

import sys
from collections.abc import Mapping
from functools import cache
from typing import ClassVar, Protocol

from flows.newsroom.errors import UnreadableDocumentError
from flows.newsroom.model import RawDocument, Source
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
    return reader(source, content)
