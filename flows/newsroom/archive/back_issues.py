"""What the archive knows of each issue: what its issue.json says.

Only the few fields that an index needs are read, so that an issue which an older version made still counts.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

RECORD = "issue.json"
PAGE = "newsletter.html"
PDF = "newsletter.pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackStory:
    """A story of an issue."""

    anchor: str  # of its place in the issue's web page
    headline: str | None
    section: str  # the key of its section
    organisation: str | None
    language: str | None
    published: dt.date | None
    sentences: tuple[str, ...]  # printed of it; none of a signpost


@dataclass(frozen=True, slots=True, kw_only=True)
class BackIssue:
    """An issue that lies in the output folder."""

    date: dt.date
    stories: tuple[BackStory, ...]  # in the order of print, the lead first
    has_pdf: bool = False

    @property
    def folder(self) -> str:
        """Where it lies, within the output folder."""
        return self.date.isoformat()

    @property
    def page(self) -> str:
        """Its web page, within the output folder."""
        return f"{self.folder}/{PAGE}"


def read_back_issues(output: Path) -> tuple[BackIssue, ...]:
    """Every issue in `output` that has a web page and a record that can be read, the newest first."""
    found = (_back_issue(record) for record in sorted(output.glob(f"*/{RECORD}"), reverse=True))
    return tuple(issue for issue in found if issue)


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Headline(_Lenient):
    text: str | None = None


class _Source(_Lenient):
    organisation: str | None = None


class _Dated(_Lenient):
    date: dt.date | None = None
    confidence: str = "none"


class _Extract(_Lenient):
    text: str


class _Story(_Lenient):
    headline: _Headline = _Headline()
    section: str = ""
    source: _Source = _Source()
    language: str | None = None
    published: _Dated = _Dated()
    summary: tuple[_Extract, ...] = ()


class _Issue(_Lenient):
    date: dt.date
    stories: tuple[_Story, ...] = ()


def _back_issue(record: Path) -> BackIssue | None:
    """The issue of a record; None: the folder holds something else, or a draft without a web page."""
    try:
        read = _Issue.model_validate_json(record.read_bytes())
    except (OSError, ValidationError):
        return None
    if read.date.isoformat() != record.parent.name or not (record.parent / PAGE).is_file():
        return None
    return BackIssue(date=read.date, stories=tuple(_stories(read.stories)), has_pdf=(record.parent / PDF).is_file())


def _stories(stories: Iterable[_Story]) -> Iterable[BackStory]:
    for number, story in enumerate(stories, start=1):
        yield BackStory(
            anchor=f"story-{number}",
            headline=story.headline.text,
            section=story.section,
            organisation=story.source.organisation,
            language=story.language,
            published=story.published.date if story.published.confidence in {"high", "medium"} else None,
            sentences=tuple(extract.text for extract in story.summary),
        )
