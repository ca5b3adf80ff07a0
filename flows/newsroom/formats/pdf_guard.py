"""What no PDF parser should see: streams of a few kilobytes that unpack to hundreds of megabytes.

A parser unpacks a stream as a whole: 300 MB of spaces took 600 MB of memory, 500 MB packed twice 990 MB. Here each
is unpacked piece by piece and the pieces are dropped, up to a limit that honest documents stay far below.
"""

import re
import zlib
from collections.abc import Iterator

from flows.newsroom.errors import RefusedDocumentError

MOST_BYTES = 50_000_000  # of all contents, fonts and tables together, unpacked
MOST_PICTURE_BYTES = 300_000_000  # likewise of pictures: a page of white at 600 dpi alone has 104 MB
MOST_OBJECTS = 200_000

_SLICE = 1 << 16  # bytes fed at once
_PIECE = 1 << 20  # bytes unpacked at once
_STREAM = re.compile(rb"stream\r?\n")
_OBJECT = re.compile(rb"\d\s+obj\b")
_PACKING = re.compile(rb"/(?:FlateDecode|LZWDecode|RunLengthDecode|Fl\b|LZW\b|RL\b)")
_LONGEST_DICTIONARY = 2_000  # bytes before a stream that describe it


def guard_pdf(content: bytes) -> None:
    """Refuse a PDF that unpacks to far more than a document is; linear in its length.

    Raises:
        RefusedDocumentError: It holds too many objects, or streams that are bombs.
    """
    if sum(1 for _ in _OBJECT.finditer(content)) > MOST_OBJECTS:
        raise _refused(f"has more than {MOST_OBJECTS:,} parts")
    plain = pictures = 0
    for match in _STREAM.finditer(content):
        described = _dictionary(content, match.start())
        if len(_PACKING.findall(described)) > 1:
            raise _refused("packs its contents more than once")
        is_picture = b"/Image" in described
        room = MOST_PICTURE_BYTES - pictures if is_picture else MOST_BYTES - plain
        size = _unpacked_size(content, match.end(), room)
        pictures += size * is_picture
        plain += size * (not is_picture)
        if size > room:
            raise _refused("unpacks to far more than a document is")


def _dictionary(content: bytes, end: int) -> bytes:
    start = max(0, end - _LONGEST_DICTIONARY)
    return content[max(start, content.rfind(b"obj", start, end)) : end]


def _unpacked_size(content: bytes, start: int, most: int) -> int:
    """How much a stream unpacks to, or some more than `most`; 0 for one that is packed in another way, or not."""
    size = 0
    for piece in _pieces(content, start):
        size += len(piece)
        if size > most:
            break
    return size


def _pieces(content: bytes, start: int) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    view = memoryview(content)
    try:
        for place in range(start, len(content), _SLICE):
            waiting: bytes | memoryview = view[place : place + _SLICE]
            while len(waiting) and not unpacker.eof:
                yield unpacker.decompress(waiting, _PIECE)
                waiting = unpacker.unconsumed_tail
            if unpacker.eof:
                return
    except zlib.error:
        return


def _refused(what: str) -> RefusedDocumentError:
    return RefusedDocumentError(
        f"The PDF {what}: it may be built to harm. Ask whoever made it for the text, or copy what matters into a text "
        "file."
    )
