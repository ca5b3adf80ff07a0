"""The PDF in large print, for members who ask for it."""

from dataclasses import dataclass, field
from pathlib import Path

from flows.newsroom.model import Edition, Issue
from flows.newsroom.press.house import house_templates
from flows.newsroom.renderers._paper import pages_of, print_issue


@dataclass(frozen=True, slots=True, kw_only=True)
class LargePrint:
    """Renders the whole issue on A4 in a single column, with no letter smaller than 18 points."""

    templates: Path = field(default_factory=house_templates)

    def __call__(self, issue: Issue) -> Edition:
        """Render `issue` as a PDF."""
        return print_issue("newsletter-large-print.pdf", (self.page(issue),), issue, self.templates)

    def page(self, issue: Issue) -> str:
        """The page of HTML that is printed."""
        return pages_of(issue, self.templates, "print.css", "large.css")


plugin = LargePrint
