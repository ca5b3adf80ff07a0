"""What no text for readers holds: runs of letters without a space, and paragraphs without an end.

They come from what is no prose at all (a file pasted as its code, an address that tracks whoever follows it, a table
that lost its shape), or are built to harm: rules that look for dates and names take minutes for a million digits.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from flows.newsroom.errors import EmptyDocumentError, RefusedDocumentError
from flows.newsroom.model import Block, RawDocument

MOST_CHARACTERS = 1_000_000  # of the words of a document: a book of 500 pages
LONGEST_WORD = 1_000  # characters
LONGEST_BLOCK = 5_000  # characters; a page of a book has 3,000
_NOTE = "Runs of more than {:,} letters without a space were left out: they are no words. Blocks left out: {}."


def without_the_endless(document: RawDocument) -> RawDocument:
    """The same without blocks that hold no words, and with longer paragraphs cut between two words.

    Raises:
        RefusedDocumentError: It is longer than a book.
        EmptyDocumentError: It holds no words.
    """
    if sum(len(block.text) for block in document.blocks) > MOST_CHARACTERS:
        raise RefusedDocumentError(
            f"The document has more than {MOST_CHARACTERS:,} letters, as many as a thick book. Put the part that "
            "matters into a document of its own."
        )
    if all(len(block.text) <= LONGEST_WORD for block in document.blocks):
        return document
    kept = [block for block in document.blocks if max(map(len, block.text.split()), default=0) <= LONGEST_WORD]
    if not kept:
        raise EmptyDocumentError(
            f"The file holds no words, only runs of more than {LONGEST_WORD:,} letters without a space. "
            "Put the text into it."
        )
    lost = len(document.blocks) - len(kept)
    notes = (_NOTE.format(LONGEST_WORD, lost),) if lost else ()
    return replace(document, blocks=tuple(_cut(kept)), notes=(*document.notes, *notes))


def _cut(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if len(block.text) <= LONGEST_BLOCK:
            yield block
        else:
            yield from (replace(block, text=piece) for piece in _pieces(block.text))


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces, cut after a sentence where one ends in the second half, or else between two words."""
    while len(text) > LONGEST_BLOCK:
        end = max(text.rfind(mark, LONGEST_BLOCK // 2, LONGEST_BLOCK) for mark in (". ", "? ", "! "))
        place = end + 1 if end >= 0 else text.rfind(" ", 0, LONGEST_BLOCK)
        yield text[:place].rstrip()
        text = text[place:].lstrip()
    yield text
