"""GOV.UK pages as they are passed around: what is said of them, their text and the part of the site they hang in."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.newsroom.errors import DocumentError
from flows.newsroom.model import DocumentId, Source
from flows.newsroom.readers import read

PARTS = ("UKGovWebsiteContentScraper", "data", "gov_pages_with_body_content.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page; its text a paragraph a line."""

    title: str
    description: str
    text: str
    area: str | None  # of the site: "education" of /browse/education/find-course


def read_pages(file: Path) -> Iterator[Page]:
    """The pages of the set that have a text; it is Markdown."""
    for page in json.loads(file.read_text(encoding="utf-8")):
        text = _text((page.get("details") or {}).get("body") or "")
        if text:
            yield Page(title=page["title"], description=page.get("description") or "", text=text, area=_area(page))


def _text(markdown: str) -> str:
    content = markdown.encode()
    source = Source(id=DocumentId(hashlib.sha256(content).hexdigest()), path="page.md", media_type="text/markdown")
    try:
        return "\n".join(block.text for block in read(source, content).blocks)
    except DocumentError:
        return ""


def _area(page: dict[str, dict[str, list[dict[str, str]]]]) -> str | None:
    parents = (page.get("links") or {}).get("parent") or []
    parts = str(parents[0].get("base_path") or "").split("/") if parents else []
    return parts[2] if parts[1:2] == ["browse"] and parts[2:] else None
