"""The PDF, for people who print and for the archive."""

from dataclasses import dataclass, field
from pathlib import Path

from flows.newsroom.model import Edition, Issue
from flows.newsroom.press.house import house_templates
from flows.newsroom.renderers._paper import pages_of, print_issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Renders the issue on A4, tagged for screen readers, with the issue's record riding inside."""

    templates: Path = field(default_factory=house_templates)

    def __call__(self, issue: Issue) -> Edition:
        """Render `issue` as a PDF."""
        return print_issue("newsletter.pdf", (self.page(issue), self.page(issue, "close.css")), issue, self.templates)

    def page(self, issue: Issue, *layers: str) -> str:
        """The page of HTML that is printed, with further stylesheets on top."""
        return pages_of(issue, self.templates, "print.css", *layers)


plugin = Paper
