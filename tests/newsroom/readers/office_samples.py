"""Packages of word processors, zipped by hand, and those that are built to harm whoever opens them."""

import io
import zipfile
from collections.abc import Iterable, Mapping

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_LINKS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r9" Type="{_OFFICE}/hyperlink" '
    'Target="https://a.example/report" TargetMode="External"/></Relationships>'
)
_STYLES = f'{_XML}<w:styles xmlns:w="{_WORD}">' + "".join(
    f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
    for name in ("Title", "heading 1", "heading 2", "toc 1", "List Paragraph")
)
_BULLETS = (
    f'{_XML}<w:numbering xmlns:w="{_WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
WORD_START = f'{_XML}<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"><w:body>'
WORD_END = "</w:body></w:document>"

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODT_START = (
    f'{_XML}<office:document-content xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" '
    f'xmlns:table="{_ODF}:table:1.0" xmlns:style="{_ODF}:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:'
    'xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/">'
)
ODT_END = "</office:text></office:body></office:document-content>"

LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a0 "lolollolol">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A package with these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return stream.getvalue()


def a_paragraph(text: str, style: str = "", *, run: str = "", numbered: bool = False) -> str:
    """A paragraph of a Word document."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if numbered else ""
    words = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{style}{number}</w:pPr>{words}</w:p>"


def a_docx(*body: str, extra: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word document with `body` and further members."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/_rels/document.xml.rels": _LINKS,
        "word/styles.xml": f"{_STYLES}</w:styles>",
        "word/numbering.xml": _BULLETS,
        "word/document.xml": WORD_START + "".join(body) + WORD_END,
    }
    return zipped({**members, **(extra or {})})


def an_odt(*body: str, styles: str = "", extra: Mapping[str, str | bytes] | None = None) -> bytes:
    """An OpenDocument text with `body`."""
    before = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>"
    members: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"{ODT_START}{before}{''.join(body)}{ODT_END}",
    }
    return zipped({**members, **(extra or {})})


def a_bomb(part: str, start: str, chunk: str, times: int, end: str) -> bytes:
    """A small package whose part unpacks to a very large one."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("_rels/.rels", _RELATIONS)
        with package.open(part, "w", force_zip64=True) as member:
            for piece in _pieces(start, chunk, times, end):
                member.write(piece)
    return stream.getvalue()


def _pieces(start: str, chunk: str, times: int, end: str) -> Iterable[bytes]:
    yield start.encode()
    encoded = chunk.encode()
    for _ in range(times):
        yield encoded
    yield end.encode()
