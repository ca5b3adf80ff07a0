"""What the pages and the feeds of the archive list, and whose archive it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flows.newsroom.archive.back_issues import BackIssue, BackStory
from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import Masthead
from flows.newsroom.press.house import house_templates


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Whose archive it is, and where it will stand."""

    masthead: Masthead
    address: str | None = None  # of the output folder on the web, https; None: only on a disk
    sections: Mapping[str, str] = field(default_factory=dict)  # titles by key, in the order of print
    has_calendar: bool = False  # whether the calendar of coming events is there to be linked
    templates: Path = field(default_factory=house_templates)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A story in a list."""

    name: str
    address: str  # from the output folder
    issue: BackIssue
    story: BackStory
    section: str  # its title

    @property
    def day(self) -> str:
        """The day of its issue, in words."""
        return in_words(self.issue.date)

    @property
    def language(self) -> str | None:
        """Where a reader's software must be told of it."""
        return self.story.language if self.story.language and not self.story.language.startswith("en") else None

    @property
    def is_corrected(self) -> bool:
        """Whether something in it was wrong."""
        return bool(self.issue.errata_of(self.story))
