r"""Streams of a PDF whose length cannot be doubted.

A reader that looks for the end of a stream takes a line end before `endstream` for no part of it. pydyf writes "\n"
there, so in a stream that itself ends with "\r", as one of 256 compressed ones does, the line end may be "\r\n", and
the stated length is wrong by one (ISO 19005-3, 6.1.6.1).
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pydyf

AFTER = b"\nendstream"


@contextmanager
def unambiguous_streams() -> Iterator[None]:
    """Inside the block pydyf ends a stream with CR LF where that is needed. Not for two threads at once."""
    plain = pydyf.Stream.data
    pydyf.Stream.data = property(lambda stream: ended(plain.fget(stream)))
    try:
        yield
    finally:
        pydyf.Stream.data = plain


def ended(written: bytes) -> bytes:
    """A stream as pydyf writes it, with an end that cannot be mistaken."""
    return written.removesuffix(AFTER) + b"\r" + AFTER if written.endswith(b"\r" + AFTER) else written
