"""Documents that lie within others: what hangs on an e-mail, the messages of a mailbox, the entries of a feed.

Each becomes a document of its own, named after the one it lies in: "letter.eml/minutes.pdf".
"""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from flows.newsroom.model import (
    FEED_ENTRY,
    Article,
    Defaults,
    DocumentId,
    Enclosure,
    RawDocument,
    Rejection,
    Source,
    Stage,
)

MOST_LAYERS = 4
"""Documents within documents beyond this depth are named and not read: a forwarded bundle has two or three."""

FEW_WORDS = 60
"""A message with fewer words of its own than this can be no more than the envelope of what is attached."""

_POINTS = re.compile(r"\b(?:attach(?:ed|ing|ment|ments)|enclos(?:ed|ing|ure|ures))\b|\bplease find\b", re.IGNORECASE)


def sources_within(document: RawDocument) -> Iterator[tuple[Source, bytes]]:
    """The documents that lie within `document`, as sources, with their bytes."""
    outer = document.source
    said = {one.name: one.defaults for one in outer.within}
    for enclosure in document.enclosed:
        defaults = said.get(enclosure.name) or replace(outer.defaults, title=None, author=None, published=None, days=())
        yield _source(outer, enclosure, defaults), enclosure.content


def _source(outer: Source, enclosure: Enclosure, defaults: Defaults) -> Source:
    return Source(
        id=DocumentId(hashlib.sha256(enclosure.content).hexdigest()),
        path=f"{outer.path}/{enclosure.name}",
        media_type=enclosure.media_type,
        defaults=replace(defaults, address=enclosure.address or defaults.address),
    )


def left_out_within(document: RawDocument) -> frozenset[str]:
    """The paths of the documents within it that a person said to leave out."""
    return frozenset(f"{document.source.path}/{one.name}" for one in document.source.within if one.leave_out)


def why_too_old(document: RawDocument, today: dt.date, days: int) -> Rejection | None:
    """Why an entry of a feed is too old for the issue: a feed lists what was news weeks ago. None: it is not.

    Args:
        document: Any document.
        today: The date of the issue.
        days: How many days before that an entry may have been published.
    """
    source, day = document.source, document.published.date
    if source.media_type != FEED_ENTRY or day is None or (today - day).days <= days:
        return None
    reason = f"It was published more than {days} days before the issue (documents.feed_days in newsletter.toml)."
    return Rejection(document=source.id, path=source.path, stage=Stage.COMPOSE, reason=reason)


def why_not_all(document: RawDocument) -> Rejection | None:
    """What was left of a document that only carries others; None: nothing was."""
    source = document.source
    if document.blocks or not document.notes:
        return None
    reason = " ".join(document.notes)
    return Rejection(document=source.id, path=source.path, stage=Stage.COMPOSE, reason=reason)


def why_only_an_envelope(document: RawDocument, inner: Sequence[Article | Rejection]) -> Rejection | None:
    """Why a message is not in the issue itself, where it only carries what is; None: it is a document of its own.

    Args:
        document: The message.
        inner: What became of the documents within it.
    """
    source = document.source
    carried = next((one.source.path for one in inner if isinstance(one, Article)), None)
    words = " ".join(block.text for block in document.blocks)
    if carried is None or len(words.split()) >= FEW_WORDS or not _POINTS.search(words):
        return None
    reason = "The message only points to what is attached, which stands by itself."
    return Rejection(document=source.id, path=source.path, stage=Stage.COMPOSE, reason=reason, instead=carried)
