"""Marks of confidence that stand outside of a document's text: in headers and footers, a banner, its properties."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from lxml.html import HtmlElement

from flows.newsroom.formats.package_guard import Part
from flows.newsroom.language.markings import MARKED, is_label, may_mark
from flows.newsroom.language.typography import repair_line

# What a page links to, offers or asks is not said of the page.
_OF_OTHERS = frozenset({"a", "button", "option", "label", "script", "style", "select", "textarea"})
_MARKING_DATA = "classification|sensitivity|protective|confidential|security-?label|dlm"
_META = re.compile(_MARKING_DATA, re.IGNORECASE)
_LONGEST = 120  # characters of a line that may be a mark
_EDGES = re.compile(
    r"(?:^|/)(?:header|footer)\d*\.xml$|(?:^|/)docProps/(?:core|custom|app)\.xml$|^(?:styles|meta)\.xml$"
)
_PARAGRAPH = re.compile(r"<(?P<tag>(?:w|text):p|text:h)(?:\s[^>]*)?>(?P<inner>.*?)</(?P=tag)>", re.DOTALL)
_PROPERTY = re.compile(
    r"<(?:cp:keywords|cp:category|cp:contentStatus|dc:title|dc:subject|dc:description|vt:lpwstr|meta:keyword"
    r"|meta:user-defined)(?:\s[^>]*)?>(?P<inner>[^<]{3,120})<"
)
_WATERMARK = re.compile(r"<v:textpath[^>]*\sstring=\"(?P<inner>[^\"]{3,120})\"")
_RICH_EDGE = re.compile(r"\{\\(?:header|footer)[lrf]?\b((?:[^{}]|\{[^{}]*\}){0,2000})\}")
_RICH_SIGN = re.compile(r"\\[a-z]+-?\d* ?|[{}]")
_TAG = re.compile(r"<[^>]*>")


def marks_among(lines: Iterable[str]) -> tuple[str, ...]:
    """What is to be noted of lines that are left out: that one of them marks the document, or nothing."""
    return (MARKED,) if any(len(line) <= _LONGEST and is_label(line) for line in lines) else ()


def marks_of_page(tree: HtmlElement) -> tuple[str, ...]:
    """The same of everything that a page shows as a line of its own, its links aside, and of what it says of itself."""
    about = (meta.get("content") or "" for meta in tree.iter("meta") if tells_class(meta.get("name") or ""))
    return marks_among((*about, *_lines(tree)))


def marks_of_headers(headers: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The same of the lines of a message's head in which mail programs say how it is classified."""
    return marks_among(f"Classification: {value}" for name, value in headers if tells_class(name))


def tells_class(name: str) -> bool:
    """Whether a line of a message's head, or a fact of a page, says by its name how it is classified."""
    return _META.search(name) is not None


def marks_of_rich_text(content: bytes) -> tuple[str, ...]:
    """The same of the headers and footers of a Rich Text file."""
    groups = (found[1] for found in _RICH_EDGE.finditer(content.decode("cp1252", "replace")))
    return marks_among(repair_line(_RICH_SIGN.sub(" ", line)) for group in groups for line in group.split("\\par"))


def marks_of_package(parts: Iterable[Part]) -> tuple[str, ...]:
    """The same of headers, footers, watermarks and properties of a Word document or an OpenDocument text."""
    return marks_among(line for part in parts if _EDGES.search(part.name) for line in _outer_lines(part.content))


def _lines(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in _OF_OTHERS:
            continue
        own = (element.text or "", *(child.tail or "" for child in element))
        told = [text for text in own if len(text) <= _LONGEST and may_mark(text)]
        if not told or any(outer.tag in _OF_OTHERS for outer in element.iterancestors()):
            continue
        yield from map(repair_line, told)
        if len(element) and len(whole := element.text_content()) <= _LONGEST:
            yield repair_line(whole)


def _outer_lines(content: bytes) -> Iterator[str]:
    markup = content.decode("utf-8", "replace")
    for pattern in (_PARAGRAPH, _PROPERTY, _WATERMARK):
        yield from (repair_line(unescape(_TAG.sub("", found["inner"]))) for found in pattern.finditer(markup))
