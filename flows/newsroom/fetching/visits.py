"""One visit to one page: from its address to a source that is read like any other document."""

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from flows.newsroom.errors import FetchError
from flows.newsroom.fetching.courier import Courier, Parcel
from flows.newsroom.fetching.larder import Kept, Larder
from flows.newsroom.fetching.reading_list import WebPage
from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import FEED_ENTRY, DocumentId, Source

_FEED = "application/rss+xml"
_ALSO = {"text/xml": _FEED, "application/xml": _FEED, "application/rdf+xml": _FEED, "application/json": FEED_ENTRY}
_SAYS_NOTHING = frozenset({"", "application/octet-stream", "text/plain", "binary/octet-stream"})
_LOOKS_LIKE_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:rss|feed|rdf:RDF)\b", re.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounds:
    """Whoever makes the visits of one run: the courier, or nobody where fetching is switched off."""

    courier: Courier | None
    larder: Larder
    media_types: Mapping[str, str]  # of each file name ending that can be read
    today: dt.date

    def visit(self, page: WebPage) -> Source:
        """Fetch a page, or find that the kept one is still good.

        Raises:
            FetchError: There is nothing to be had.
        """
        kept = self.larder.find(page.address)
        if self.courier is None:
            if kept is None:
                raise FetchError("It was never fetched, and fetching is switched off for this run.")
            return _source(page, kept)
        tags = {"etag": kept.etag, "last_modified": kept.last_modified} if kept else {}
        parcel = self.courier.fetch(page.address, **tags)
        if parcel is None and kept:
            kept = replace(kept, day=self.today)
            self.larder.keep(page.address, kept)
            return _source(page, kept)
        if parcel is None:
            raise FetchError("Its server says that nothing has changed, but nothing was fetched before.")
        kept = self._record(parcel)
        self.larder.keep(page.address, kept, parcel.content)
        return _source(page, kept)

    def earlier_copy(self, page: WebPage, reason: str) -> Source | None:
        """The page as it was fetched on an earlier day, with a note of why it is used; None: there is none."""
        kept = self.larder.find(page.address)
        if kept is None:
            return None
        note = f"{reason} The copy that was fetched on {in_words(kept.day)} was used."
        return replace(_source(page, kept), notes=(note,))

    def _record(self, parcel: Parcel) -> Kept:
        return Kept(
            document=DocumentId(hashlib.sha256(parcel.content).hexdigest()),
            media_type=_media_type(parcel, self.media_types),
            address=parcel.address,
            day=self.today,
            etag=parcel.etag,
            last_modified=parcel.last_modified,
        )


def _source(page: WebPage, kept: Kept) -> Source:
    return Source(
        id=kept.document,
        path=page.address,
        media_type=kept.media_type,
        defaults=replace(page.said.defaults, address=kept.address),
        within=page.said.within,
    )


def _media_type(parcel: Parcel, media_types: Mapping[str, str]) -> str:
    """What a page is: as its server says, but for what it leaves open, which bytes and name tell."""
    stated = parcel.content_type.partition(";")[0].strip().lower()
    if stated in _SAYS_NOTHING or stated in _ALSO:
        if _LOOKS_LIKE_FEED.match(parcel.content):
            return _FEED
        suffix = PurePosixPath(urlsplit(parcel.address).path).suffix.lower()
        stated = media_types.get(suffix) or stated
    kind = _ALSO.get(stated, stated)
    if kind not in media_types.values():
        raise FetchError("What stands at the address is neither a page, a feed nor a document that can be read.")
    return kind
