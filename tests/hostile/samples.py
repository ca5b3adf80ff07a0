"""Files that are built to harm whoever reads them, made on the spot, each with what must come of it."""

import gzip
import zlib
from collections.abc import Iterator
from email.message import EmailMessage

from tests.newsroom.readers.hostile_pages import READ as READ_PAGES
from tests.newsroom.readers.hostile_pages import REFUSED as REFUSED_PAGES
from tests.newsroom.readers.office_samples import (
    LAUGHS,
    WORD_END,
    WORD_START,
    a_bomb,
    a_docx,
    a_paragraph,
    an_odt,
    zipped,
)
from tests.newsroom.readers.pdf_samples import (
    Placed,
    a_pdf,
    a_pdf_of_streams,
    column,
    drawings_within_drawings,
    packed,
)

PROSE = "Carers and social workers met in Anytown to talk about respite care and what it needs. "
HELLO = b"BT /F1 12 Tf 100 700 Td (Hello from one page of the forum) Tj ET\n"

_LOOP = (
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] "
    b"/Count 1000000 >>\nendobj\ntrailer << /Root 1 0 R /Size 3 >>\n%%EOF"
)
_FORMULA = "=HYPERLINK(\"https://a.example\")\n\n{}\n\n@SUM(1+1)*cmd|' /C calc'!A0\n"
_TEMPLATE = "{{{{ 7*7 }}}} {{% include 'x' %}} <script>alert(1)</script> {}"

TURNED_AWAY = "turned away"
EITHER = "read or turned away"

Sample = tuple[str, bytes, str]
"""A file name, its bytes, and what must come of it: TURNED_AWAY, EITHER, or words that must be read."""


def hostile_samples() -> Iterator[Sample]:
    """Every sample."""
    yield from _pages()
    yield from _packages()
    yield from _pdfs()
    yield from _messages()
    yield from _feeds()
    yield from _texts()


def _pages() -> Iterator[Sample]:
    for number, page in enumerate(REFUSED_PAGES.values()):
        yield f"refused{number}.html", page.encode(), TURNED_AWAY
    for number, page in enumerate(READ_PAGES.values()):
        yield f"read{number}.html", page.encode(errors="surrogatepass"), "Real text about the forum"


def _packages() -> Iterator[Sample]:
    paragraph = a_paragraph("The forum met.")
    laughs = WORD_START.replace("<w:document", f"{LAUGHS}<w:document")
    outside = WORD_START.replace("<w:document", '<!DOCTYPE q [<!ENTITY q SYSTEM "file:///etc/hostname">]><w:document')
    yield "text300MB.docx", a_bomb("word/document.xml", f"{WORD_START}<w:p>", "A" * 10**6, 300, WORD_END), TURNED_AWAY
    yield "paragraphs.docx", a_bomb("word/document.xml", WORD_START, paragraph * 5_000, 100, WORD_END), TURNED_AWAY
    yield "picture400MB.docx", a_bomb("word/media/image1.png", "", "\0" * 10**6, 400, ""), TURNED_AWAY
    yield "laughs.docx", a_docx(extra={"word/document.xml": f"{laughs}<w:p>&a9;</w:p>{WORD_END}"}), TURNED_AWAY
    yield "outside.docx", a_docx(extra={"word/document.xml": f"{outside}<w:p>&q;</w:p>{WORD_END}"}), TURNED_AWAY
    deep = "<w:tbl><w:tr><w:tc>" * 3_000 + paragraph + "</w:tc></w:tr></w:tbl>" * 3_000
    yield "deep.docx", a_docx(deep), TURNED_AWAY
    yield "escaping.docx", a_docx(paragraph, extra={"../../escaped.txt": "x"}), TURNED_AWAY
    yield "members.docx", zipped({f"word/x{number}.xml": "" for number in range(5_000)}), TURNED_AWAY
    yield "rubbish.docx", b"PK\x03\x04" + bytes(n * 7919 % 251 for n in range(500)), TURNED_AWAY
    yield "laughs.odt", an_odt(extra={"content.xml": f"<?xml version='1.0'?>{LAUGHS}<a>&a9;</a>"}), TURNED_AWAY
    yield "locked.docx", b"PK\x03\x04" + "EncryptedPackage".encode("utf-16-le"), TURNED_AWAY


def _pdfs() -> Iterator[Sample]:
    locked = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a) (a)]" % (b"x" * 32, b"y" * 32)
    yield "fine.pdf", a_pdf([Placed("Minutes", size=20), *column(PROSE, top=680)]), "respite care"
    yield "flate300MB.pdf", a_pdf_of_streams(packed(b" " * 10**6, 300)), TURNED_AWAY
    twice = zlib.compress(packed(b" " * 10**6, 500), 9)
    yield "twice500MB.pdf", a_pdf_of_streams(twice, filters="[/FlateDecode /FlateDecode]"), TURNED_AWAY
    yield "operators.pdf", a_pdf_of_streams(packed(HELLO * 10_000, 100)), EITHER
    yield "scanned.pdf", a_pdf_of_streams(packed(b"q Q\n", 1)), TURNED_AWAY
    yield "locked.pdf", a_pdf_of_streams(packed(HELLO, 1), trailer=locked), TURNED_AWAY
    yield "cut.pdf", a_pdf_of_streams(packed(HELLO, 1))[:300], TURNED_AWAY
    yield "drawings.pdf", drawings_within_drawings(levels=9, width=10), TURNED_AWAY
    yield "loop.pdf", _LOOP, TURNED_AWAY


def _messages() -> Iterator[Sample]:
    opening = b"From: a@a.example\r\nSubject: sample\r\nMIME-Version: 1.0\r\n"
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(3_000))
    yield "nested.eml", opening + nested + b"Content-Type: text/plain\r\n\r\nhello\r\n", TURNED_AWAY
    yield (
        "charset.eml",
        opening + b"Content-Type: text/plain; charset=bogus-8\r\n\r\nThe forum\x92s tea\r\n",
        "forum’s tea",
    )
    message = EmailMessage()
    message["From"], message["Subject"] = "a@a.example", "A letter"
    message.set_content(PROSE * 8)
    message.add_attachment(
        drawings_within_drawings(levels=9, width=10), maintype="application", subtype="pdf", filename="../../x.pdf"
    )
    yield "carrier.eml", message.as_bytes(), "respite care"
    yield "rubbish.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(n * 7919 % 251 for n in range(5_000)), TURNED_AWAY
    yield "groups.rtf", b"{\\rtf1 " + b"{" * 300_000, TURNED_AWAY
    yield "links.rtf", b"{\\rtf1 " + b'{\\field{\\*\\fldinst{HYPERLINK "' * 3_000 + b"}", EITHER


def _feeds() -> Iterator[Sample]:
    head, tail = "<rss version='2.0'><channel>", "</channel></rss>"
    item = f"<item><title>T</title><description>{PROSE} &a9;</description></item>"
    yield "laughs.rss", f"<?xml version='1.0'?>{LAUGHS}{head}{item}{tail}".encode(), "respite care"
    yield "items.rss", f"{head}{'<item>' * 20_000}".encode(), EITHER
    yield "tags.rss", ("<rss" * 200_000).encode(), TURNED_AWAY
    yield "deep.json", b'{"items": ' + b"[" * 500_000, TURNED_AWAY


def _texts() -> Iterator[Sample]:
    yield "endless.txt", b"a" * 9_000_000, TURNED_AWAY
    yield "digits.txt", PROSE.encode() + b"\n\n" + b"1" * 500_000, "respite care"
    yield "packed.txt", gzip.compress(PROSE.encode() * 1_000), TURNED_AWAY
    yield "brackets.md", b"[" * 400_000, EITHER
    yield (
        "formula.txt",
        f"=HYPERLINK(\"https://a.example\")\n\n{PROSE}\n\n@SUM(1+1)*cmd|' /C calc'!A0\n".encode(),
        "respite",
    )
    yield (
        "template.txt",
        f"{{{{ 7*7 }}}} {{% include 'x' %}} <script>alert(1)</script> {PROSE}".encode(),
        "respite care",
    )
