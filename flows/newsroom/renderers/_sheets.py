"""What the editions on a single sheet share: the ladder from full to bare, and the first rung that is one page."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from flows.newsroom.errors import IssueError
from flows.newsroom.model import Edition, Issue
from flows.newsroom.press.environment import fill, house_style
from flows.newsroom.press.fonts import known_letters
from flows.newsroom.press.letters import legible
from flows.newsroom.press.look import look_rules
from flows.newsroom.press.order import Order
from flows.newsroom.press.pdf import print_order
from flows.newsroom.press.sheet import Step, cuts, dates_of, foremost, on_sheet
from flows.newsroom.press.typesetter import set_issue


def print_sheet(filename: str, pages: Sequence[str], steps: Sequence[Step], issue: Issue, templates: Path) -> Edition:
    """The fullest of `pages` that is one sheet of paper, and what had to stay off it.

    Args:
        filename: What the edition is called.
        pages: Whole pages of HTML, each with a little less on it than the one before.
        steps: How much stands on each of them.
        issue: The issue.
        templates: The folder of templates.

    Raises:
        IssueError: Not even a headline fits.
    """
    printed = print_order(Order(pages=tuple(pages), day=issue.date, most_pages=1), templates)
    if printed.outcome.sheets > 1:
        raise IssueError(
            f"{filename} was not made: not even one headline fits on the sheet. Shorten the first headline, "
            "or the name of the newsletter in newsletter.toml."
        )
    notes = (*printed.notes, *cuts(steps[printed.outcome.chosen], steps[0], issue, days_of(issue)))
    return Edition(filename=filename, media_type="application/pdf", content=printed.pdf, notes=notes)


def days_of(issue: Issue) -> int:
    """How many days to remember an issue has for a sheet."""
    return len(dates_of(set_issue(issue)))


def sheet_page(kind: str, issue: Issue, step: Step, templates: Path, extras: Mapping[str, object]) -> str:
    """One sheet as a page of HTML: so much of `issue` as `step` says.

    Args:
        kind: What sort of sheet it is, such as "Noticeboard"; its template bears the same name.
        issue: The issue.
        step: How much of it stands on the sheet.
        templates: The folder of templates.
        extras: What only this kind of sheet has.
    """
    galley = set_issue(issue)
    chosen = foremost(issue, len(step.words))
    page = fill(
        templates,
        f"{kind.rpartition(' ')[2].lower()}.html.jinja",
        kind=kind,
        issue=galley,
        step=step,
        stories=[on_sheet(story, words, issue.date) for story, words in zip(chosen, step.words, strict=True)],
        dates=dates_of(galley)[: step.dates],
        style=house_style(templates, "sheet.css") + look_rules(issue.masthead.look),
        **extras,
    )
    return legible(page, known_letters(templates / "fonts"))
