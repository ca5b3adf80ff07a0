"""What the parser of messages should never see, found in one pass over the bytes.

The standard library's parser descends into every part of a message, and reads a header in a time that
grows with the square of its length: 3,000 nested parts end it, a header of a megabyte holds it for minutes.
"""

import re

from flows.newsroom.errors import RefusedDocumentError

MOST_PARTS = 200
MOST_BOUNDARIES = 2_000  # lines that start as the line between two parts does; signatures and rules do too
LONGEST_HEADER = 4_000  # bytes, of those that are read; RFC 5322 asks for lines of at most 998

_PART = re.compile(rb"^content-type:", re.IGNORECASE | re.MULTILINE)
_BOUNDARY = re.compile(rb"^--", re.MULTILINE)
_READ = re.compile(
    rb"^(?:content-(?:type|disposition|transfer-encoding|id)|mime-version|subject|from|date):"
    rb"(?:[^\r\n]*(?:\r\n|\r|\n)[ \t]+)*[^\r\n]*",
    re.IGNORECASE | re.MULTILINE,
)


def guard_mail(content: bytes) -> None:
    """Refuse a message that no parser should see; linear in its length.

    Raises:
        RefusedDocumentError: It has too many parts, or a header that is far too long.
    """
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if len(_PART.findall(lines)) > MOST_PARTS or len(_BOUNDARY.findall(lines)) > MOST_BOUNDARIES:
        raise _refused(f"more than {MOST_PARTS} parts")
    if any(len(header.group()) > LONGEST_HEADER for header in _READ.finditer(lines)):
        raise _refused("a heading far longer than any mail program writes")


def _refused(what: str) -> RefusedDocumentError:
    return RefusedDocumentError(
        f"The e-mail has {what}, as no ordinary message has: it may be built to harm. Copy the text that matters "
        "into a text file."
    )
