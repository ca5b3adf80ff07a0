"""Markdown, by the rules of CommonMark, with tables, and with the lines that somebody typed as lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from flows.newsroom.errors import EmptyDocumentError, UnreadableDocumentError
from flows.newsroom.formats.charset import decode
from flows.newsroom.formats.front_matter import split_front_matter
from flows.newsroom.formats.guard import check_text, guard_markup
from flows.newsroom.formats.wrapping import is_wrapped
from flows.newsroom.model import RawDocument, Source

_MOST_CHARACTERS = 500_000  # 80,000 words; brackets without end cost the parser 40 s a million


@dataclass(frozen=True, slots=True)
class Markdown:
    """Reads a Markdown file; a heading of the first level that opens it is its title."""

    suffixes: ClassVar[Mapping[str, str]] = {".md": "text/markdown", ".markdown": "text/markdown"}

    def __call__(self, source: Source, content: bytes) -> RawDocument:
        """Read the Markdown in `content`.

        Raises:
            DocumentError: The bytes are no text, far too many, or none.
        """
        from flows.newsroom.formats.markup import blocks_from_markup
        from flows.newsroom.formats.outer_marks import marks_among
        from flows.newsroom.formats.visible import visible_markup

        decoded = decode(content)
        check_text(decoded.text, most_characters=_MOST_CHARACTERS)
        matter = split_front_matter(decoded.text)
        guarded = guard_markup(_rendered(_with_typed_lines(matter.body)))
        # Raw HTML is markup here too, never words: a comment or a script must not end as prose.
        markup, notes = visible_markup(guarded.markup, is_page=True)
        blocks = blocks_from_markup(markup, source.defaults.address)
        if not blocks:
            raise EmptyDocumentError("The file holds no text. Leave it out, or put the text into it.")
        opening = blocks[0].text if guarded.markup.startswith("<h1>") else None
        return RawDocument(
            source=source,
            title=matter.title or opening,
            author=matter.author,
            published=matter.published,
            blocks=blocks,
            notes=(*decoded.notes, *marks_among(matter.lines), *guarded.notes, *notes),
        )


def _with_typed_lines(text: str) -> str:
    """The text with its lines as hard ones: CommonMark joins a name to the "Kind regards" above it.

    Not where a line goes on in small letters, nor where a program has broken all lines.
    """
    lines = text.split("\n")
    if is_wrapped(lines):
        return text
    return "".join(
        f"{line}\n" if following.lstrip()[:1].islower() else f"{line}  \n" for line, following in pairwise((*lines, ""))
    )


def _rendered(text: str) -> str:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    # A link that it refuses it would print as it was typed. Links are weighed later, and only their words stay.
    parser.validateLink = bool  # type: ignore[assignment,method-assign]  # any address but an empty one
    try:
        return str(parser.render(text))
    except RecursionError as error:
        raise UnreadableDocumentError(
            "The Markdown is nested too deeply to be read. Save it as plain text, or as a web page."
        ) from error


plugin = Markdown
