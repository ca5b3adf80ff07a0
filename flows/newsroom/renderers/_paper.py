"""What the editions on paper share: the issue's own template, and the way to the press."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from flows.newsroom.model import Edition, Issue
from flows.newsroom.press.bounds import check_bounds
from flows.newsroom.press.environment import fill, house_style
from flows.newsroom.press.fonts import known_letters
from flows.newsroom.press.letters import legible
from flows.newsroom.press.look import look_rules
from flows.newsroom.press.order import Order, Supplement
from flows.newsroom.press.pdf import print_order
from flows.newsroom.press.typesetter import set_issue
from flows.newsroom.record import for_readers, issue_json, issue_record
from flows.newsroom.renderers.calendar import CalendarFile


def pages_of(issue: Issue, templates: Path, *styles: str) -> str:
    """The page of HTML that the whole issue is printed from, in the stylesheets named.

    Raises:
        IssueError: A story is too long to be printed.
    """
    galley = set_issue(issue)
    check_bounds(galley)
    style = house_style(templates, styles[0])
    for further in styles[1:]:
        style += house_style(templates, further)
    style += look_rules(issue.masthead.look)
    page = fill(templates, "issue.html.jinja", issue=galley, mode="print", style=style)
    return legible(page, known_letters(templates / "fonts"))


def print_issue(filename: str, pages: Sequence[str], issue: Issue, templates: Path) -> Edition:
    """A whole issue on paper, with its dates and its data inside: all but what is for the coordinator's eyes alone.

    Args:
        filename: What the edition is called.
        pages: The issue as a page of HTML, and again set more closely.
        issue: The issue.
        templates: The folder of templates.
    """
    order = Order(pages=tuple(pages), day=issue.date, supplements=tuple(_supplements(issue)))
    printed = print_order(order, templates)
    return Edition(filename=filename, media_type="application/pdf", content=printed.pdf, notes=printed.notes)


def _supplements(issue: Issue) -> Iterator[Supplement]:
    record = for_readers(issue_json(issue_record(issue)))
    yield Supplement(name="issue.json", description="This issue as data", content=record)
    if calendar := CalendarFile()(issue):
        yield Supplement(name=calendar.filename, description="Its dates for a calendar", content=calendar.content)
