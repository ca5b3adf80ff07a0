"""The kinds of file that are told by their first bytes, in words for the coordinator."""

_STARTS = (
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "an RTF file of a word processor"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Word, Excel or Outlook file"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF87a", "a picture (GIF)"),
    (b"GIF89a", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\x1f\x8b\x08", "a compressed file (gzip)"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file (7z)"),
    (b"Rar!\x1a\x07", "a compressed file (RAR)"),
    (b"SQLite format 3\x00", "a database"),
    (b"ID3\x03", "a sound recording"),
    (b"ID3\x04", "a sound recording"),
    (b"OggS\x00", "a sound recording"),
)
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_ZIP_MEMBERS = (
    (b"word/document", "a Word document"),
    (b"xl/workbook", "an Excel workbook"),
    (b"ppt/presentation", "a PowerPoint presentation"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"application/epub+zip", "an e-book"),
)


def kind_of_file(content: bytes) -> str | None:
    """What a file is, such as "a PDF file", whatever its name says; None for text and anything unknown."""
    if content.startswith(_ZIP_STARTS):
        return next((kind for member, kind in _ZIP_MEMBERS if member in content), "a zip file")
    if content[:4] == b"RIFF" and content[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return "a picture (WebP)" if content[8:12] == b"WEBP" else "a recording"
    if content[4:8] == b"ftyp":
        return "a picture or recording of a telephone"
    return next((kind for start, kind in _STARTS if content.startswith(start)), None)
