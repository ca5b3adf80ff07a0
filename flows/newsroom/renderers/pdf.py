"""The PDF, for people who print and for the archive."""

from dataclasses import dataclass, field
from pathlib import Path

from flows.newsroom.model import Edition, Issue
from flows.newsroom.press.environment import fill, house_style
from flows.newsroom.press.fonts import known_letters
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.letters import legible
from flows.newsroom.press.pdf import print_pdf
from flows.newsroom.press.typesetter import set_issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Renders the issue on A4, tagged for screen readers."""

    templates: Path = field(default_factory=house_templates)

    def __call__(self, issue: Issue) -> Edition:
        """Render `issue` as a PDF."""
        style = house_style(self.templates, "print.css")
        page = fill(self.templates, "issue.html.jinja", issue=set_issue(issue), mode="print", style=style)
        content = print_pdf(legible(page, known_letters(self.templates / "fonts")), self.templates)
        return Edition(filename="newsletter.pdf", media_type="application/pdf", content=content)


plugin = Paper
