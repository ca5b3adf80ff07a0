"""The plain text: for readers of text, and to paste where nothing else goes."""

from dataclasses import dataclass, field
from pathlib import Path

from flows.newsroom.model import Edition, Issue
from flows.newsroom.press.environment import fill
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.typesetter import set_issue


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainText:
    """Renders the issue in lines of 72 characters, from a template of its own."""

    templates: Path = field(default_factory=house_templates)

    def __call__(self, issue: Issue) -> Edition:
        """Render `issue` as plain text."""
        text = fill(self.templates, "issue.txt.jinja", issue=set_issue(issue))
        return Edition(filename="newsletter.txt", media_type="text/plain", content=text.encode())


plugin = PlainText
