"""The main content of a page: trafilatura's answer, or resiliparse's where trafilatura found too little.

The pair reached a word F1 of 0.880 on 511 pages of seven kinds (Murrough-Foley's web content extraction
benchmark); trafilatura alone 0.863, resiliparse alone 0.795. Voting among more extractors gained nothing.
"""

import re
from dataclasses import dataclass
from html import unescape

from lxml.html import HtmlElement, tostring

from flows.newsroom.formats.foreign import LIBRARY_FAILURES, hushed
from flows.newsroom.formats.headings import with_headings
from flows.newsroom.formats.markup import blocks_from_markup
from flows.newsroom.formats.page_facts import SecondOpinion
from flows.newsroom.formats.visible import count_ink, visible_length
from flows.newsroom.model import Block

TOO_LITTLE = 0.6
"""Of the length that resiliparse calls main content; tuned on another half of the benchmark."""

_DISAGREEMENT = (
    "Two ways of finding the text of this page disagree, and the longer answer was taken: please read it through."
)
_NOTHING_FOUND = "The text of this page could not be told from what stands around it, and all was taken: please cut it."
_MOST_ELEMENTS = 5_000  # beyond, trafilatura's own second opinion takes minutes: justext is quadratic in paragraphs

_BULLETS = 12  # characters: so many marks may be missing from an answer that has left nothing out
_TAG = re.compile("<[^>]*>")
_TABS = re.compile(r"\t+")


@dataclass(frozen=True, slots=True, kw_only=True)
class MainContent:
    """What a page says, without what stands around it."""

    blocks: tuple[Block, ...]
    opinion: SecondOpinion
    notes: tuple[str, ...] = ()


def find_main_content(tree: HtmlElement, base: str | None) -> MainContent:
    """Find the main content of a parsed page; the tree stays as it is.

    Args:
        tree: The page, without what its readers cannot see.
        base: The address against which relative links are resolved.
    """
    blocks, opinion = _by_trafilatura(tree, base)
    length = sum(count_ink(block.text) for block in blocks)
    if length + _BULLETS >= visible_length(tree):
        # Nothing was left out, so the page itself serves better: extractors flatten what a short page is made of.
        return MainContent(blocks=_whole_page(tree, base), opinion=opinion)
    other = _by_resiliparse(tree)
    other_length = count_ink(unescape(_TAG.sub("", other)))
    if not length and not other_length:
        return MainContent(blocks=_whole_page(tree, base), opinion=opinion, notes=(_NOTHING_FOUND,))
    if length >= TOO_LITTLE * other_length:
        return MainContent(blocks=with_headings(blocks, tree), opinion=opinion)
    return MainContent(blocks=blocks_from_markup(other, base), opinion=opinion, notes=(_DISAGREEMENT,))


def _whole_page(tree: HtmlElement, base: str | None) -> tuple[Block, ...]:
    return blocks_from_markup(tostring(tree, encoding="unicode"), base)


def _by_trafilatura(tree: HtmlElement, base: str | None) -> tuple[tuple[Block, ...], SecondOpinion]:
    # Given a tree and no address, it neither fetches nor writes an address into a log.
    from trafilatura import extract_with_metadata

    try:
        with hushed("trafilatura"), hushed("htmldate"):
            found = extract_with_metadata(
                tree,
                output_format="html",
                include_comments=False,
                include_links=True,
                fast=sum(1 for _ in tree.iter()) > _MOST_ELEMENTS,
            )
    except LIBRARY_FAILURES:
        found = None
    if found is None:
        return (), SecondOpinion()
    authors = tuple(name for name in re.split(r"\s*;\s*", found.author or "") if name)
    opinion = SecondOpinion(title=found.title or "", authors=authors, site=found.sitename or "")
    return blocks_from_markup(found.text or "", base), opinion


def _by_resiliparse(tree: HtmlElement) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    try:
        found = extract_plain_text(
            tostring(tree, encoding="unicode"),
            preserve_formatting="minimal_html",
            main_content=True,
            alt_texts=False,
            links=True,
            comments=False,
        )
    except LIBRARY_FAILURES:
        return ""
    # It writes a table as lines with tabs, which markup would run together.
    return _TABS.sub(" | ", found).replace("\n", "<br>")
