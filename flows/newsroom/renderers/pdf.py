"""The PDF, for people who print and for the archive."""

from dataclasses import dataclass, field
from pathlib import Path

from flows.newsroom.model import Edition, Issue
from flows.newsroom.press.bounds import check_bounds
from flows.newsroom.press.environment import fill, house_style
from flows.newsroom.press.fonts import known_letters
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.letters import legible
from flows.newsroom.press.order import Order
from flows.newsroom.press.pdf import print_order
from flows.newsroom.press.typesetter import set_issue
from flows.newsroom.renderers._supplements import supplements


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Renders the issue on A4, tagged for screen readers, with the issue's record riding inside."""

    templates: Path = field(default_factory=house_templates)

    def __call__(self, issue: Issue) -> Edition:
        """Render `issue` as a PDF."""
        order = Order(
            pages=(self.page(issue),),
            day=issue.date,
            supplements=supplements(issue),
        )
        printed = print_order(order, self.templates)
        return Edition(
            filename="newsletter.pdf", media_type="application/pdf", content=printed.pdf, notes=printed.notes
        )

    def page(self, issue: Issue) -> str:
        """The page of HTML that is printed.

        Raises:
            IssueError: A story is too long to be printed.
        """
        galley, style = set_issue(issue), house_style(self.templates, "print.css")
        check_bounds(galley)
        page = fill(self.templates, "issue.html.jinja", issue=galley, mode="print", style=style)
        return legible(page, known_letters(self.templates / "fonts"))


plugin = Paper
