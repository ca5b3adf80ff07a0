"""Repair of the tags that WeasyPrint gives a PDF, while the file is being written.

    with repaired_tags():
        pdf = document.write_pdf(pdf_variant="pdf/a-3a", pdf_tags=True)

WeasyPrint 70.0 writes tags that keep every rule of PDF/UA-1 and still harm a reader: a story that crosses a page
becomes two stories, running headers hang outside the tree, a link of two lines is three links. Two private functions
of it are replaced for the length of the block, for only they know which HTML element a tag came from.

    origins     remembers the element behind each tag
    tree        reads the tree of tags, and settles at the end which tag owns which content
    fragments   makes one tag of what lines and pages have split
    elements    says of a tag what its element said: scope, language, expansion, box, contents list
    links       makes one Link of each link, described by its words
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pydyf
import weasyprint
import weasyprint.pdf as writer
from weasyprint.document import Document
from weasyprint.pdf import tags as tagger

from flows.newsroom.press.tagging.elements import describe
from flows.newsroom.press.tagging.fragments import join_fragments
from flows.newsroom.press.tagging.links import gather_links
from flows.newsroom.press.tagging.origins import Origins
from flows.newsroom.press.tagging.tree import TagTree

TESTED_WITH = (
    "70.0"  # the release whose private functions are replaced; the traps of the tests tell whether another may
)

# What a tree of another shape than expected raises: a key that is missing, a list that is no list.
UNEXPECTED = (AssertionError, AttributeError, LookupError, TypeError, ValueError)


class UnrepairedError(Exception):
    """The tags cannot be repaired, because this WeasyPrint builds them in another way than the one that was tested."""


@contextmanager
def repaired_tags() -> Iterator[None]:
    """Every PDF that is written inside the block gets repaired tags. Not for two threads at once.

    Raises:
        UnrepairedError: WeasyPrint is another release than the tested one, or its tags are not as expected.
    """
    if weasyprint.__version__ != TESTED_WITH:
        raise UnrepairedError(f"WeasyPrint is {weasyprint.__version__}, not {TESTED_WITH}")
    plain_tree, plain_tags = tagger._build_box_tree, writer.add_tags  # noqa: SLF001 - this is what the module is for

    def add_tags(pdf: pydyf.PDF, document: Document, version: str, streams: Sequence[pydyf.Stream]) -> None:
        origins = Origins(plain_tree)
        tagger._build_box_tree = origins.build  # noqa: SLF001 - likewise
        plain_tags(pdf, document, version, streams)
        try:
            repair(TagTree(pdf, streams, origins), document.metadata.lang)
        except UNEXPECTED as error:
            raise UnrepairedError("the tags are not as expected") from error

    writer.add_tags = add_tags
    try:
        yield
    finally:
        tagger._build_box_tree, writer.add_tags = plain_tree, plain_tags  # noqa: SLF001 - likewise


def repair(tree: TagTree, language: str) -> None:
    """Repair a whole tree; content that no tag holds in the end is marked as an artifact."""
    join_fragments(tree, tree.document)
    describe(tree, tree.document, language)
    gather_links(tree, tree.document)
    tree.settle()
