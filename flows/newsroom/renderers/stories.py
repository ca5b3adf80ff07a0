"""The stories as a table, for people who keep lists in a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.newsroom.model import Edition, Issue, Story
from flows.newsroom.press.cells import safe_cell
from flows.newsroom.press.galley import SetStory
from flows.newsroom.press.typesetter import set_issue
from flows.newsroom.press.wording import issue_address, origin, printable_day, publication

COLUMNS = ("Number", "Section", "Headline", "From", "Published", "Text", "Read it at", "In the newsletter", "Document")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTable:
    """Renders the stories as comma-separated values that every spreadsheet opens: UTF-8 with a mark in front, CRLF."""

    templates: Path | None = None  # every edition is offered the folder; this one has no template

    def __call__(self, issue: Issue) -> Edition | None:
        """Render the stories of `issue`; None: it has none."""
        if not issue.stories:
            return None
        table = io.StringIO(newline="")
        writer = csv.writer(table, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows([safe_cell(words) for words in row] for row in _rows(issue))
        return Edition(filename="stories.csv", media_type="text/csv", content=table.getvalue().encode("utf-8-sig"))


def _rows(issue: Issue) -> Iterator[tuple[str, ...]]:
    galley, page = set_issue(issue), issue_address(issue)
    titles = {story.anchor: section.title for section in galley.sections for story in section.stories}
    for number, (story, in_type) in enumerate(zip(issue.stories, galley.stories, strict=True), start=1):
        yield (
            str(number),
            titles.get(in_type.anchor, "Lead story"),
            in_type.name,
            origin(story.article.source),
            _published(story),
            _text(in_type),
            in_type.address or "",
            f"{page}#{in_type.anchor}" if page else "",
            in_type.document,
        )


def _published(story: Story) -> str:
    """As spreadsheets sort it, "2026-11-12", where the day is certain."""
    day = printable_day(story.article.published)
    return day.isoformat() if day else publication(story.article.published)


def _text(story: SetStory) -> str:
    return story.signpost or " ".join(passage.text for passage in story.passages)


plugin = StoryTable
