"""The bytes of a feed, whatever its kind, -> its entries as items of a JSON Feed (jsonfeed.org, version 1.1)."""

import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from flows.newsroom.errors import UnreadableDocumentError
from flows.newsroom.formats.addresses import whole_address
from flows.newsroom.formats.foreign import LIBRARY_FAILURES, hushed

Item = Mapping[str, object]

_DECLARATIONS = re.compile(rb"<!DOCTYPE[^\[>]{0,300}\[.*?\]\s*>", re.DOTALL)  # entities that multiply, or open files
_DAMAGED = "The feed is damaged. Fetch it afresh, or save the pages that it tells of."


def entries_of_xml(content: bytes, address: str | None) -> tuple[Item, ...]:
    """The entries of an RSS or Atom feed, in its order.

    Args:
        content: The feed.
        address: Where it comes from, against which relative links are resolved.

    Raises:
        UnreadableDocumentError: The bytes are no feed.
    """
    import feedparser

    headers = {"content-location": address} if address else {}
    try:
        with hushed("feedparser"):
            # A stream and nothing else: a text it might take for an address, and fetch.
            found = feedparser.parse(io.BytesIO(_DECLARATIONS.sub(b"", content)), response_headers=headers)
    except LIBRARY_FAILURES as error:
        raise UnreadableDocumentError(_DAMAGED) from error
    if not found.get("version") and not found.entries:
        raise UnreadableDocumentError(
            "The file is no feed (RSS or Atom). If it is a web page, give it the ending .html."
        )
    return tuple(_item(entry) for entry in found.entries)


def entries_of_json(content: bytes) -> tuple[Item, ...] | None:
    """The entries of a JSON Feed, or None where the bytes are one entry alone.

    Raises:
        UnreadableDocumentError: The bytes are neither.
    """
    read = read_json(content)
    if "items" not in read:
        return None
    items = read["items"]
    return tuple(item for item in items if isinstance(item, dict)) if isinstance(items, list) else ()


def read_json(content: bytes) -> dict[str, Any]:
    """What a JSON file holds.

    Raises:
        UnreadableDocumentError: It is no JSON, or holds something else than a feed does.
    """
    try:
        read = json.loads(content.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise UnreadableDocumentError(_DAMAGED) from error
    if not isinstance(read, dict) or not {"items", "content_html", "content_text", "title"} & set(read):
        raise UnreadableDocumentError("The file is no feed (JSON Feed). Save what matters in it as a text file.")
    return read


def _item(entry: Mapping[str, Any]) -> Item:
    markup, text = _content(entry)
    title = entry.get("title_detail") or {}
    stated = {
        "url": whole_address(str(entry.get("link") or "")),
        "title": entry.get("title"),
        "title_is_markup": title.get("type") in _MARKUP or None,  # ours: Atom may write a title with tags
        "date_published": entry.get("published"),
        "date_modified": dict(entry).get("updated"),  # asked itself, it gives the day of publication for it
        "authors": [{"name": name} for name in _authors(entry)],
        "content_html": markup,
        "content_text": text,
    }
    return {name: value for name, value in stated.items() if value}


_MARKUP = frozenset({"text/html", "application/xhtml+xml"})


def _content(entry: Mapping[str, Any]) -> tuple[str, str]:
    """The fullest text of an entry, as markup or as plain text."""
    told = [*(entry.get("content") or ()), entry.get("summary_detail") or {}]
    fullest = max(told, key=lambda one: len(one.get("value") or ""))
    value = str(fullest.get("value") or "")
    return (value, "") if fullest.get("type") in _MARKUP else ("", value)


def _authors(entry: Mapping[str, Any]) -> Iterator[str]:
    for author in entry.get("authors") or ():
        if name := author.get("name"):
            yield str(name)
