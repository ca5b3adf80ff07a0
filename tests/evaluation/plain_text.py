"""The words of a document, read as plainly as can be and without any part of the newsroom."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cache
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from tests.evaluation.corpus import Labelled

_QUOTED_LINE = re.compile(r"^(?:>[ ]?)+", re.MULTILINE)
_UNSEEN = frozenset({"script", "style"})


class _Words(HTMLParser):
    """Collects the text of a page, hidden elements included."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._unseen += tag in _UNSEEN
        if tag not in {"a", "b", "em", "i", "span", "strong", "abbr"}:
            self.texts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN
        if tag not in {"a", "b", "em", "i", "span", "strong", "abbr"}:
            self.texts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.texts.append(data)


@cache
def words_of(document: Labelled) -> str:
    """The document's words on one line: tags stripped, entities decoded, white space collapsed."""
    if document.path.suffix == ".eml":
        return one_line(_letter(document.path.read_bytes()))
    text = decoded(document)
    if document.path.suffix == ".md":
        text = MarkdownIt("commonmark").enable("table").render(text)
    return one_line(_without_tags(text) if document.path.suffix in {".md", ".html"} else text)


def everything_in(document: Labelled) -> str:
    """The words, and the file as it stands with its comments, attributes and headers, on one line."""
    return f"{words_of(document)} {one_line(decoded(document))}"


def decoded(document: Labelled) -> str:
    """The file as characters; where it has been read as cp1252 once too often, as it was before that."""
    text = document.path.read_bytes().decode(document.label.encoding)
    if not document.label.mojibake:
        return text
    return b"".join(_byte_of(character) for character in text).decode("utf-8")


def one_line(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def _byte_of(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _letter(content: bytes) -> str:
    letter = message_from_bytes(content, _class=EmailMessage, policy=policy.default)
    headers = [str(letter[name]) for name in ("Subject", "From", "To", "Date") if letter[name]]
    return "\n".join(headers + [_part(part) for part in letter.walk() if part.get_content_maintype() == "text"])


def _part(part: EmailMessage) -> str:
    text = str(part.get_content())
    return _without_tags(text) if part.get_content_subtype() == "html" else _QUOTED_LINE.sub("", text)


def _without_tags(page: str) -> str:
    reader = _Words()
    reader.feed(page)
    reader.close()
    return "".join(reader.texts)
