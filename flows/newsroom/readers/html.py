"""Web pages: the main content as blocks, and the facts that a page states about itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from flows.newsroom.errors import EmptyDocumentError
from flows.newsroom.formats.charset import decode
from flows.newsroom.formats.guard import guard_markup
from flows.newsroom.model import RawDocument, Source

_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]{1,300}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{2,30})", re.IGNORECASE)
_HEAD = 4096  # bytes: where browsers look for the charset


@dataclass(frozen=True, slots=True)
class WebPage:
    """Reads a saved web page; the folder's address, or the page's own, makes its links whole."""

    suffixes: ClassVar[Mapping[str, str]] = {
        ".html": "text/html",
        ".htm": "text/html",
        ".xhtml": "application/xhtml+xml",
    }

    def __call__(self, source: Source, content: bytes) -> RawDocument:
        """Read the page in `content`.

        Raises:
            DocumentError: It is no page, is built to harm, or has no text.
        """
        from flows.newsroom.formats.main_content import find_main_content
        from flows.newsroom.formats.outer_marks import marks_of_page
        from flows.newsroom.formats.page_address import base_address, canonical_address
        from flows.newsroom.formats.page_facts import read_page_facts
        from flows.newsroom.formats.surroundings import drop_surroundings
        from flows.newsroom.formats.visible import drop_unseen, parse_page, simplify

        declared = _DECLARED.search(content[:_HEAD])
        decoded = decode(content, declared[1].decode() if declared else None)
        guarded = guard_markup(decoded.text)
        tree = parse_page(guarded.markup)
        notes = (*decoded.notes, *guarded.notes, *drop_unseen(tree))
        canonical = canonical_address(tree)
        marks = marks_of_page(tree)
        drop_surroundings(tree)
        simplify(tree)
        main = find_main_content(tree, base_address(tree, source.defaults.address or canonical))
        if not main.blocks:
            raise EmptyDocumentError(
                "The page holds no text. If a browser shows some, save it from there as a page with all its content."
            )
        facts = read_page_facts(tree, canonical or source.defaults.address, main.opinion)
        return RawDocument(
            source=source,
            title=facts.title,
            author=facts.author,
            published=facts.published,
            blocks=main.blocks,
            notes=(*notes, *marks, *main.notes),
        )


plugin = WebPage
