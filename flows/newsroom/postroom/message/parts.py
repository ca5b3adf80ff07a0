"""The body of a mail in bytes, made once: the member's token is all that differs from copy to copy.

multipart/mixed
├── multipart/alternative    text/plain, text/html      both with a gap for the token
└── application/pdf          these bytes are shared by all copies
"""

import base64
import hashlib
from dataclasses import dataclass, field
from email import quoprimime

from flows.newsroom.postroom.message.headers import CRLF

GAP = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands in a text where the member's token will."""

LONGEST = 75  # characters of a line; one more for the sign that the line goes on
SOFT_END = b"=" + CRLF


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """The PDF of an issue."""

    filename: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """All of a mail that comes after its headers."""

    content_type: str  # the header that goes with it
    pieces: tuple[bytes, ...] = field(repr=False)  # between them stands the member's token
    tail: bytes = field(repr=False)  # shared by all copies

    def for_token(self, token: str) -> bytes:
        """The part of it that is one member's."""
        return token.encode("ascii").join(self.pieces)


def make_body(text: str, html: str, attachment: Attachment | None, *, seed: str) -> Body:
    """Put a mail together.

    Args:
        text: What is read as plain text, with a `GAP` wherever the member's token belongs.
        html: The same as a page.
        attachment: What is attached; None: nothing.
        seed: What the boundaries are derived from, so that a mail made again has the same bytes.
    """
    content = attachment.content if attachment else b""
    boundary = f"=_{hashlib.sha256(seed.encode() + content).hexdigest()[:24]}"
    inner = f"{boundary}_1" if attachment else boundary
    alternative = _alternative(text, html, inner)
    if attachment is None:
        return Body(content_type=_multipart("alternative", inner), pieces=_pieces(alternative), tail=b"")
    opening = _line(f"--{boundary}") + _line(f"Content-Type: {_multipart('alternative', inner)}") + CRLF
    return Body(
        content_type=_multipart("mixed", boundary),
        pieces=_pieces(opening + alternative + _line(f"--{boundary}")),
        tail=_attached(attachment) + _line(f"--{boundary}--"),
    )


def _alternative(text: str, html: str, boundary: str) -> bytes:
    return b"".join(
        (
            *(_line(f"--{boundary}") + part for part in (_text_part(text, "plain"), _text_part(html, "html"))),
            _line(f"--{boundary}--"),
        )
    )


def _text_part(text: str, subtype: str) -> bytes:
    lines = "\n".join(text.splitlines()) + "\n"
    encoded = (_quoted_printable(piece) for piece in lines.split(GAP))
    return (
        _line(f"Content-Type: text/{subtype}; charset=utf-8")
        + _line("Content-Transfer-Encoding: quoted-printable")
        + CRLF
        + (SOFT_END + GAP.encode() + SOFT_END).join(encoded)
    )


def _quoted_printable(text: str) -> bytes:
    octets = text.encode().decode("latin-1")  # the codec of the standard library takes a character for an octet
    return quoprimime.body_encode(octets, maxlinelen=LONGEST, eol="\r\n").encode("ascii")


def _attached(attachment: Attachment) -> bytes:
    return (
        _line("Content-Type: application/pdf;")
        + _line(f' name="{attachment.filename}"')
        + _line("Content-Transfer-Encoding: base64")
        + _line("Content-Disposition: attachment;")
        + _line(f' filename="{attachment.filename}"')
        + CRLF
        + base64.encodebytes(attachment.content).replace(b"\n", CRLF)
    )


def _pieces(octets: bytes) -> tuple[bytes, ...]:
    return tuple(octets.split(GAP.encode()))


def _multipart(subtype: str, boundary: str) -> str:
    return f'multipart/{subtype}; boundary="{boundary}"'


def _line(words: str) -> bytes:
    return words.encode("ascii") + CRLF
