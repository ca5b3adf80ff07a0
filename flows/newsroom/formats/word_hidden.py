"""The markup of a Word document without the words that Word does not show."""

from xml.etree.ElementTree import Element, tostring

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off"})
_HIDING = b":vanish"
_COMMENTS = b"<w:comments"
_CHANGES = (b"<w:ins ", b"<w:del ", b"<w:moveFrom ")


def without_hidden(content: bytes) -> bytes:
    """Take out the runs that are formatted as hidden, from markup that the guard has passed."""
    if _HIDING not in content:
        return content
    from defusedxml.ElementTree import fromstring

    root: Element = fromstring(content)
    for parent in list(root.iter()):
        for run in parent.findall(f"{_WORD}r"):
            if _is_hidden(run):
                parent.remove(run)
    markup: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return markup


def hidden_words(content: bytes) -> str:
    """The words of the runs that are formatted as hidden, and of comments, in markup that the guard has passed."""
    if _HIDING not in content and _COMMENTS not in content:
        return ""
    from defusedxml.ElementTree import fromstring

    root: Element = fromstring(content)
    runs = root.iter(f"{_WORD}r")
    return " ".join("".join(run.itertext()) for run in runs if _COMMENTS in content or _is_hidden(run))


def has_open_changes(content: bytes) -> bool:
    """Whether somebody proposed changes that nobody has accepted or rejected."""
    return any(change in content for change in _CHANGES)


def _is_hidden(run: Element) -> bool:
    mark = run.find(f"{_WORD}rPr/{_WORD}vanish")
    return mark is not None and mark.get(f"{_WORD}val", "1").lower() not in _OFF
