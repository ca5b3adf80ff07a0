"""Feeds: RSS, Atom and JSON Feed. Each entry is a document of its own, with its title, its day and its address."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from flows.newsroom.errors import EmptyDocumentError
from flows.newsroom.formats.addresses import whole_address
from flows.newsroom.formats.feed_entries import Item, entries_of_json, entries_of_xml, read_json
from flows.newsroom.formats.guard import check_text, guard_markup
from flows.newsroom.formats.letter_names import name_of_sender
from flows.newsroom.formats.letters import safe_name, with_names_apart
from flows.newsroom.formats.lines import blocks_from_lines
from flows.newsroom.language.calendar import in_words
from flows.newsroom.language.typography import repair_line
from flows.newsroom.model import FEED_ENTRY, Block, Confidence, DateBasis, Dated, Enclosure, RawDocument, Source

MOST_ENTRIES = 100

_CUT = ("…", "...", "[…]", "[...]", "read more", "continue reading")
_BEGINNING = "The feed gives no more than the beginning of this entry: please read it at its own address."
_UNDATED = Dated()


@dataclass(frozen=True, slots=True)
class Feed:
    """Takes a feed apart into its entries, and reads an entry."""

    suffixes: ClassVar[Mapping[str, str]] = {
        ".rss": "application/rss+xml",
        ".xml": "application/rss+xml",
        ".atom": "application/atom+xml",
        ".json": FEED_ENTRY,
    }

    def __call__(self, source: Source, content: bytes) -> RawDocument:
        """Read the feed or the entry in `content`.

        Raises:
            DocumentError: It is neither, is built to harm, or holds nothing.
        """
        if source.media_type != FEED_ENTRY:
            return _taken_apart(source, entries_of_xml(content, source.defaults.address))
        entries = entries_of_json(content)
        return _read_entry(source, read_json(content)) if entries is None else _taken_apart(source, entries)


def _taken_apart(source: Source, entries: Sequence[Item]) -> RawDocument:
    if not entries:
        raise EmptyDocumentError("The feed has no entries at present. Look at it again another day.")
    rest = len(entries) - MOST_ENTRIES
    note = f"Only the first {MOST_ENTRIES} entries of the feed were read; {rest} more were left."
    enclosed = with_names_apart([_enclosure(entry) for entry in entries[:MOST_ENTRIES]])
    return RawDocument(source=source, blocks=(), enclosed=enclosed, notes=(note,) if rest > 0 else ())


def _enclosure(entry: Item) -> Enclosure:
    return Enclosure(
        name=safe_name(_title(entry) or "entry"),
        media_type=FEED_ENTRY,
        content=json.dumps(entry, sort_keys=True).encode(),
        address=whole_address(_text(entry.get("url"))),
    )


def _read_entry(source: Source, entry: Item) -> RawDocument:
    blocks, notes = _blocks(entry, source.defaults.address)
    if not blocks:
        raise EmptyDocumentError("The feed gives a title and no text. Save the page that it tells of, or leave it out.")
    is_cut = blocks[-1].text.lower().rstrip(" ]").endswith(_CUT)
    return RawDocument(
        source=source,
        title=_title(entry),
        author=_author(entry),
        published=_published(entry),
        blocks=blocks,
        notes=(*notes, _BEGINNING) if is_cut else notes,
    )


def _blocks(entry: Item, address: str | None) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    markup = _text(entry.get("content_html"))
    if not markup.strip():
        text = _text(entry.get("content_text") or entry.get("summary"))
        check_text(text)
        return blocks_from_lines(text), ()
    return _from_markup(markup, address)


def _from_markup(markup: str, address: str | None) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    from flows.newsroom.formats.markup import blocks_from_markup
    from flows.newsroom.formats.visible import visible_markup

    guarded = guard_markup(markup)
    markup, notes = visible_markup(guarded.markup, is_page=True)
    return blocks_from_markup(markup, address), (*guarded.notes, *notes)


def _title(entry: Item) -> str | None:
    title = _text(entry.get("title"))
    if entry.get("title_is_markup"):
        title = " ".join(block.text for block in _from_markup(title, None)[0])
    return repair_line(title) or None


def _author(entry: Item) -> str | None:
    """Whoever signs it, where that is one person."""
    authors = entry.get("authors") or [entry.get("author")]
    names = [_text(one.get("name")) for one in authors if isinstance(one, dict)] if isinstance(authors, list) else []
    return name_of_sender(repair_line(names[0])) if len(names) == 1 else None


def _published(entry: Item) -> Dated:
    """The day that the feed states, on the clock of whoever wrote it: zones such as BST are not known to all."""
    from flows.newsroom.formats.days import stated_day

    if day := stated_day(_text(entry.get("date_published"))):
        evidence = f"{in_words(day)} is the date that the feed gives."
        return Dated(date=day, basis=DateBasis.STATED, confidence=Confidence.HIGH, evidence=(evidence,))
    if day := stated_day(_text(entry.get("date_modified"))):
        evidence = f"{in_words(day)} is the date that the feed gives for the last change."
        return Dated(date=day, basis=DateBasis.PAGE, confidence=Confidence.MEDIUM, evidence=(evidence,))
    return _UNDATED


def _text(value: Any) -> str:  # noqa: ANN401 - whatever a file of somebody else's holds
    """A text of the feed, without halves of letters, which JSON can write and nothing can print."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""


plugin = Feed
