"""PDF files written byte by byte: lines at a place and a size, and what is built to harm a reader."""

import zlib
from collections.abc import Sequence
from typing import NamedTuple

_FONTS = b"/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> "
_BOLD = b"/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"


class Placed(NamedTuple):
    """A line of text with its place in points from the lower left corner."""

    text: str
    left: float = 72
    bottom: float = 700
    size: float = 11
    font: str = "F1"


def column(*lines: str, left: float = 72, top: float = 720, leading: float = 14) -> list[Placed]:
    """Lines one below the other; an empty one leaves a gap."""
    return [Placed(line, left, top - leading * number) for number, line in enumerate(lines) if line]


def a_pdf(*pages: Sequence[Placed]) -> bytes:
    """A PDF of these pages."""
    return a_pdf_of_streams(*(zlib.compress(b"\n".join(map(_shown, page))) for page in pages))


def a_pdf_of_streams(*streams: bytes, filters: str = "/FlateDecode", trailer: bytes = b"") -> bytes:
    """A PDF whose pages have these packed contents."""
    kids = b" ".join(b"%d 0 R" % (3 + 2 * number) for number in range(len(streams)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(streams))]
    for number, stream in enumerate(streams):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << %s >> >> >>"
            % (4 + 2 * number, _FONTS + _BOLD)
        )
        objects.append(b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(stream), filters.encode(), stream))
    return _numbered(objects, trailer)


def _shown(line: Placed) -> bytes:
    text = line.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET" % (line.font.encode(), line.size, line.left, line.bottom, text)


def _numbered(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
        len(objects) + 1,
        trailer,
        len(out),
    )


def drawings_within_drawings(*, levels: int, width: int) -> bytes:
    """A small PDF that asks for `width` drawings, each of which asks for as many, and so on."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        b"<< /Length 5 >>\nstream\n/X Do\nendstream",
    ]
    for level in range(levels):
        body = b"/X Do " * width
        inner = b"/XObject << /X %d 0 R >>" % (6 + level)
        objects.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << %s >> /Length %d >>\nstream\n%s\nendstream"
            % (inner, len(body), body)
        )
    return _numbered(objects, b"")


def packed(chunk: bytes, times: int) -> bytes:
    """A small stream that unpacks to a very large one."""
    press = zlib.compressobj(1)
    return b"".join(press.compress(chunk) for _ in range(times)) + press.flush()
