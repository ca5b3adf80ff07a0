"""The bytes of a Rich Text file -> its words, a paragraph or a row of a table on each line.

striprtf does the reading. Before it, what a reader of the document does not see is marked as such, and cells are told
from letters that happen to look like their ends.
"""

import re

from flows.newsroom.errors import RefusedDocumentError, UnreadableDocumentError

CELL_END = "\x1f"

MOST_WORDS = 2_000_000  # control words and letters outside pictures; a book of 300 pages has a third as many
MOST_GROUPS = 200_000

_MARK = b"{\\rtf"
_PICTURE = re.compile(rb"[0-9a-fA-F\s]{200,}")  # the bytes of a picture, in digits
# Hidden and deleted words; a backslash that is meant as one stands twice.
_UNSEEN = re.compile(r"(\\\\)|\\(?:v|deleted)(0)?(?![a-z0-9-])")
_CELL = re.compile(r"(\\\\)|\\(?:nest)?cell(?![a-z])")


def rich_text(content: bytes) -> str:
    """The words of a Rich Text file, without what it hides.

    Raises:
        UnreadableDocumentError: The bytes are no Rich Text, or damaged.
        RefusedDocumentError: It holds far more than a document.
    """
    from striprtf.striprtf import rtf_to_text

    if not content.lstrip().startswith(_MARK):
        raise UnreadableDocumentError(
            "The file is no Rich Text, whatever its name says. Open it in the program it was written in and save it as "
            "such, or as plain text."
        )
    content = _PICTURE.sub(b"", content)
    if content.count(b"{") > MOST_GROUPS or len(content) > MOST_WORDS:
        raise RefusedDocumentError(
            "The document has far more parts than one has: it may be built to harm. Open it where it came from and "
            "save only the text that matters."
        )
    markup = _CELL.sub(lambda found: found[1] or r"\'1f", _without_unseen(content.decode("cp1252", "replace")))
    try:
        text = str(rtf_to_text(markup, errors="replace"))  # type: ignore[no-untyped-call]
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise UnreadableDocumentError(
            "The document is damaged. Open it in the program it was written in and save it once more."
        ) from error
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")  # letters written in two halves


def _without_unseen(markup: str) -> str:
    """Markup whose hidden and deleted words stand in groups that a reader passes over."""
    is_used = any(not found[1] and not found[2] for found in _UNSEEN.finditer(markup))
    return _UNSEEN.sub(_replacement, markup) if is_used else markup


def _replacement(found: re.Match[str]) -> str:
    if found[1]:
        return found[1]
    return "}{" if found[2] else r"\*"
