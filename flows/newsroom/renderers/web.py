"""The web page: one file that asks for nothing, and shows each sentence's source."""

from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from flows.newsroom.model import Edition, Issue
from flows.newsroom.press.environment import fill, house_style
from flows.newsroom.press.fonts import font_faces
from flows.newsroom.press.galley import Galley
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.look import look_rules
from flows.newsroom.press.typesetter import set_issue
from flows.newsroom.press.ways import Ways, ways_of


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """Renders the lead edition: fonts and styles inside, no script, no request."""

    templates: Path = field(default_factory=house_templates)

    def __call__(self, issue: Issue) -> Edition:
        """Render `issue` as a page of HTML."""
        galley, ways = set_issue(issue), ways_of(issue)
        style = house_style(self.templates, "web.css") + look_rules(issue.masthead.look)
        bare = self._fill(galley, ways, style)
        page = self._fill(galley, ways, font_faces(self.templates / "fonts", bare) + style)
        return Edition(filename="newsletter.html", media_type="text/html", content=page.encode())

    def _fill(self, galley: Galley, ways: Ways, style: Markup) -> str:
        return fill(self.templates, "issue.html.jinja", issue=galley, ways=ways, mode="web", style=style)


plugin = WebPage
