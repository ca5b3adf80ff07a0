"""The content of an OpenDocument text -> the markup that a web page would have, for the one reader of markup."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from xml.etree.ElementTree import Element

_BOXES = {
    "p": "p",
    "list": "ul",
    "list-item": "li",
    "list-header": "div",
    "table": "table",
    "table-row": "tr",
    "table-cell": "td",
    "text-box": "div",
    "section": "div",
}
_LEVELS = "123456"
_SKIPPED = frozenset(
    {
        *("tracked-changes", "annotation", "annotation-end", "note-citation", "hidden-text", "hidden-paragraph"),
        *("table-of-content", "alphabetical-index", "illustration-index", "bibliography", "covered-table-cell"),
        *("sequence-decls", "variable-decls", "forms", "object", "script", "ruby-text"),
    }
)
_TITLES = frozenset({"Title"})
_MOST_SPACES = 40
_LINK = "{http://www.w3.org/1999/xlink}href"


@dataclass(slots=True)
class _Writer:
    hidden: frozenset[str]
    struck: frozenset[str]
    titles: frozenset[str]
    out: list[str] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)

    def write(self, element: Element) -> None:
        """An element with all it holds; the guard has seen to it that elements do not nest too deeply."""
        name, style = _local(element.tag), _attribute(element, "style-name")
        if name in _SKIPPED or style in self.hidden or _attribute(element, "display") == "none":
            return
        if name == "note":
            self.notes.append(element)
            return
        tag = self._tag(element, name, style)
        self.out.append(f"<{tag}>" if tag else _in_line(element, name))
        self._write_inside(element)
        self.out.append(f"</{tag.split()[0]}>" if tag else "")

    def write_notes(self) -> None:
        """The notes below the text, as a list: their words are of the document, their numbers mean nothing here."""
        while self.notes:
            self.out.append("<p></p>")
            self._write_inside(self.notes.pop(0))

    def _write_inside(self, element: Element) -> None:
        self.out.append(escape(element.text or ""))
        for child in element:
            self.write(child)
            self.out.append(escape(child.tail or ""))

    def _tag(self, element: Element, name: str, style: str) -> str:
        if style in self.titles and name == "p":
            return "h1"
        if name == "h":
            level = _attribute(element, "outline-level")
            return f"h{level if level in _LEVELS and level else 6}"
        if name == "a":
            return f'a href="{escape(element.get(_LINK, ""))}"'
        if name == "span" and style in self.struck:
            return "s"
        return _BOXES.get(name, "")


def markup_of(content: Element, styles: Element | None = None) -> str:
    """The markup of a text.

    Args:
        content: The root of its content.xml.
        styles: The root of its styles.xml, if it has one.
    """
    found = [style for root in (content, styles) if root is not None for style in _styles(root)]
    writer = _Writer(
        hidden=frozenset(name for name, style in found if _property(style, "display") == "none"),
        struck=frozenset(
            name for name, style in found if _property(style, "text-line-through-style") not in {"", "none"}
        ),
        titles=_TITLES | {name for name, style in found if _attribute(style, "parent-style-name") in _TITLES},
    )
    for body in _named(content, "text"):
        writer.write(body)
    writer.write_notes()
    return "".join(writer.out)


def has_open_changes(content: Element) -> bool:
    """Whether somebody proposed changes that nobody has accepted or rejected."""
    return any(len(changes) for changes in _named(content, "tracked-changes"))


def _styles(root: Element) -> Iterator[tuple[str, Element]]:
    return ((_attribute(style, "name"), style) for style in _named(root, "style"))


def _named(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if _local(element.tag) == name)


def _property(style: Element, name: str) -> str:
    return next((value for part in style for key, value in part.items() if _local(key) == name), "")


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.items() if _local(key) == name), "")


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _in_line(element: Element, name: str) -> str:
    if name == "s":
        count = _attribute(element, "c")
        return " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
    return {"tab": " ", "line-break": "<br>"}.get(name, "")
