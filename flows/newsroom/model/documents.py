"""What comes in: a document, who may print it, and how its reader found it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from flows.newsroom.model.days import Dated
from flows.newsroom.model.lights import LightKind

DocumentId = NewType("DocumentId", str)
"""The SHA-256 of a document's bytes (of its path, where the bytes cannot be read), in hexadecimal."""


class Stage(StrEnum):
    """A step in the making of an issue."""

    INGEST = "ingest"
    CLEAN = "clean"
    SUMMARISE = "summarise"
    CATEGORISE = "categorise"
    COMPOSE = "compose"
    RENDER = "render"


class Rights(StrEnum):
    """Who may print what, as a person said; a document's own words may suggest it, never set it."""

    OWN = "own"  # our forum's or our host's: extracts
    OGL = "ogl"  # Open Government Licence: extracts, with the attribution line
    PRESS = "press"  # all rights reserved: a signpost in our own words
    ASK = "ask"  # nobody has said yet


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledDay:
    """A day that a document names, and which one a person says it is."""

    words: str  # as the document has them
    date: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What a person said about a document, or about all documents of its folder, in source.toml."""

    organisation: str | None = None
    address: str | None = None  # the web page it comes from, http or https
    rights: Rights = Rights.ASK
    category: str | None = None  # the key of a category
    title: str | None = None
    author: str | None = None
    published: dt.date | None = None
    days: tuple[SettledDay, ...] = ()
    has_own_rights: bool = False  # whether the rights were stated for this very document
    decided: tuple[LightKind, ...] = ()  # kinds of red light with which the document may be printed all the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """What a person said about a document that lies within another one."""

    name: str  # of the Enclosure
    defaults: Defaults
    leave_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that somebody put among the seeds, or whose address stands in the reading list."""

    id: DocumentId
    path: str  # relative to the seeds folder, with forward slashes; of a page that was fetched, its address
    media_type: str  # IANA, such as "text/html"
    defaults: Defaults = Defaults()
    within: tuple[Within, ...] = ()
    notes: tuple[str, ...] = ()  # what the coordinator should know of how it came here, in words


class BlockKind(StrEnum):
    """What a block of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    ROW = "row"  # of a table, its cells joined by " | "


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link as the document gives it; the address is whole, and http, https or mailto."""

    text: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, item or row. Its text is one line."""

    kind: BlockKind
    text: str
    stem: str | None = None  # the line an item hangs on: an item is never printed without it
    links: tuple[Link, ...] = ()


FEED_ENTRY = "application/feed+json"
"""The media type of an entry of a feed, and of a JSON Feed, whose entries are written so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A document that lies within another one: what hangs on an e-mail, an entry of a feed. Still as bytes."""

    name: str  # told from all others of the same document, without folders
    media_type: str
    content: bytes
    address: str | None = None  # the web page it comes from, where that is a page of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """A source as its reader found it, furniture and all."""

    source: Source
    title: str | None = None
    author: str | None = None
    published: Dated = Dated()  # only what the format itself carries, such as a page's own data
    blocks: tuple[Block, ...]  # in reading order; none: all that it says lies within it
    notes: tuple[str, ...] = ()  # what the coordinator should know about the reading, in words
    enclosed: tuple[Enclosure, ...] = ()  # documents that are read by themselves


class Action(StrEnum):
    """What cleaning did with a line."""

    REMOVED = "removed"
    MOVED = "moved"  # it is a date line, a signature, a byline: kept as a fact, not as prose
    MENDED = "mended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that cleaning did, so that an editor can undo it."""

    block: int  # index into RawDocument.blocks
    text: str  # as it was
    action: Action
    rule: str  # the name of the rule, such as "comments"
