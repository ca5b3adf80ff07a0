"""The lines of a PDF, read in a process of its own that may neither crash, hang nor fill the memory of the run."""

import json
import subprocess
import sys
from pathlib import Path

import flows
from flows.newsroom.errors import RefusedDocumentError, UnreadableDocumentError
from flows.newsroom.formats.pdf_child import REFUSED, UNREADABLE
from flows.newsroom.formats.pdf_lines import Line

SECONDS = 20  # of processor time; a manual of 40 pages takes half of one
MEGABYTES = 2048  # of address space

_PATIENCE = 3  # times as long by the clock, as other work goes on
_MARK = b"%PDF-"
_HEAD = 1024  # bytes within which readers look for the mark


def read_pages(content: bytes, *, seconds: int = SECONDS) -> tuple[tuple[Line, ...], ...]:
    """The lines of every page, in the order in which the PDF draws them.

    Raises:
        UnreadableDocumentError: The bytes are no PDF, are damaged, or protected with a password.
        RefusedDocumentError: It has far more pages or letters than a document has, or holds up its reader.
    """
    if _MARK not in content[:_HEAD]:
        raise UnreadableDocumentError(
            "The file is no PDF, whatever its name says. Give it the ending that it should have."
        )
    try:
        child = subprocess.run(  # noqa: S603 - our own interpreter and our own module
            [sys.executable, "-m", "flows.newsroom.formats.pdf_child", str(MEGABYTES), str(seconds)],
            input=content,
            capture_output=True,
            check=False,
            cwd=Path(flows.__file__).parents[1],
            timeout=_PATIENCE * seconds,
        )
    except subprocess.TimeoutExpired as error:
        raise _held_up() from error
    if child.returncode == UNREADABLE:
        raise UnreadableDocumentError(child.stderr.decode(errors="replace"))
    if child.returncode == REFUSED:
        raise RefusedDocumentError(child.stderr.decode(errors="replace"))
    if child.returncode:
        raise _held_up()
    return tuple(tuple(Line(*line) for line in page) for page in json.loads(child.stdout))


def _held_up() -> RefusedDocumentError:
    return RefusedDocumentError(
        "The PDF could not be read in reasonable time and memory: it is damaged, or built to harm. Ask whoever made it "
        "for the text, or print it to a new PDF."
    )
