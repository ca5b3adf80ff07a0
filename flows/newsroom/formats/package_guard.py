"""The zipped packages of word processors, opened only after checks that cost no more than reading them once.

What was found to bring parsers down (over 20 s, 600 to 870 MB, or the end of the process): parts that unpack to
hundreds of megabytes, entities that multiply, thousands of nested tables, millions of paragraphs.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.newsroom.errors import RefusedDocumentError, UnreadableDocumentError
from flows.newsroom.formats.signatures import kind_of_file

MOST_MEMBERS = 2_000
MOST_BYTES = 30_000_000  # of one part, unpacked
MOST_BYTES_IN_ALL = 100_000_000
MOST_RATIO = 200  # unpacked to packed
MOST_TAGS = 250_000  # of one part; a book of 300 pages has about as many
MOST_PARAGRAPHS = 20_000
MOST_DEPTH = 250

_RATIO_COUNTS_FROM = 1_000_000  # bytes: small parts of spaces shrink as much
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_PROTECTED = "EncryptedPackage".encode("utf-16-le")  # what Office calls a document behind a password
_TEXT_PARTS = (".xml", ".rels")
_TAG = re.compile(rb"<(/?)[A-Za-z_][^<>]*?(/?)>")
_PARAGRAPH = re.compile(rb"<(?:w|text):[ph][ >/]")
_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,30})")
_READABLE = frozenset({b"utf-8", b"us-ascii", b"ascii"})  # as others, markup could hide from these checks
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
# What zipfile raises on packages that are damaged, found by reading it and by trying.
_FAILURES = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, LookupError, OSError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a package that holds markup, unpacked and checked."""

    name: str
    content: bytes


def open_package(content: bytes, kind: str) -> tuple[Part, ...]:
    """The parts of a package that hold markup; pictures and whatever else lies in it stay packed.

    Args:
        content: The bytes of the file.
        kind: What it should be, such as "a Word document (.docx)".

    Raises:
        UnreadableDocumentError: It is no package, is damaged, or is protected with a password.
        RefusedDocumentError: It is built to harm, or far larger than a document is.
    """
    _check_kind(content, kind)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            members = package.infolist()
            _check_directory(members)
            return tuple(_read(package, members))
    except _FAILURES as error:
        raise UnreadableDocumentError(
            f"The file is damaged and cannot be opened as {kind}. Save it once more from the program it was written in."
        ) from error


def _check_kind(content: bytes, kind: str) -> None:
    if _PROTECTED in content:
        raise _protected()
    if not zipfile.is_zipfile(io.BytesIO(content)):
        found = kind_of_file(content)
        is_like = f" It looks like {found} under another file name." if found and "zip" not in found else ""
        raise UnreadableDocumentError(
            f"The file is not {kind}.{is_like} Open it in the program it was written in and save it as such, or as "
            "plain text."
        )


def _check_directory(members: Sequence[zipfile.ZipInfo]) -> None:
    """What the package says about itself; a part never yields more than it says, as reading stops there."""
    if len(members) > MOST_MEMBERS:
        raise _refused(f"more than {MOST_MEMBERS:,} parts")
    if any(member.flag_bits & 1 for member in members):
        raise _protected()
    if not all(_is_safe(member.filename) for member in members):
        raise _refused("parts whose names lead out of it")
    if len({member.filename for member in members}) < len(members):
        raise _refused("several parts of one name")
    if any(_is_bomb(member) for member in members) or sum(m.file_size for m in members) > MOST_BYTES_IN_ALL:
        raise _refused("parts that unpack to far more than a document is")


def _is_safe(name: str) -> bool:
    name = name.replace("\\", "/")
    return not name.startswith("/") and ".." not in name.split("/") and ":" not in name and "\0" not in name


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    is_dense = member.file_size > MOST_RATIO * max(1, member.compress_size)
    return member.file_size > MOST_BYTES or (member.file_size > _RATIO_COUNTS_FROM and is_dense)


def _read(package: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]) -> Iterator[Part]:
    for member in members:
        if member.filename.lower().endswith(_TEXT_PARTS) and member.compress_type in _METHODS:
            content = package.read(member)
            check_xml(content)
            yield Part(name=member.filename, content=content)


def check_xml(content: bytes) -> None:
    """Refuse markup that would bring a parser down; linear in its length.

    Raises:
        RefusedDocumentError: It declares entities, hides its characters, or is too large, wide or deep.
    """
    encoding = _ENCODING.match(content)
    is_hidden = b"\0" in content[:4] or content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if is_hidden or (encoding and encoding[1].lower() not in _READABLE):
        raise _refused("characters that are written in an unusual way")
    if any(declaration in content for declaration in _DECLARATIONS):
        raise _refused("declarations that no word processor writes")
    if content.count(b"<") > 2 * MOST_TAGS:  # an element has two, its start and its end
        raise _refused(f"more than {MOST_TAGS:,} elements")
    if len(_PARAGRAPH.findall(content)) > MOST_PARAGRAPHS:
        raise _refused(f"more than {MOST_PARAGRAPHS:,} paragraphs")
    _check_depth(content)


def _check_depth(content: bytes) -> None:
    depth = 0
    for match in _TAG.finditer(content):
        if not match[2]:
            depth += -1 if match[1] else 1
        if depth > MOST_DEPTH:
            raise _refused(f"tables or boxes nested more than {MOST_DEPTH} deep")


def _protected() -> UnreadableDocumentError:
    return UnreadableDocumentError(
        "The document is protected with a password. Open it, take the password off, and save it once more."
    )


def _refused(what: str) -> RefusedDocumentError:
    return RefusedDocumentError(
        f"The document has {what}: it may be built to harm. Open it where it came from and save only the text that "
        "matters."
    )
