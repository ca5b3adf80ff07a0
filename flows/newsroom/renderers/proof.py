"""The proof sheet: for whoever signs the issue, each printed line beside what it stands on and what to look at."""

from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from flows.newsroom.model import Edition, Issue
from flows.newsroom.press.environment import fill, house_style
from flows.newsroom.press.fonts import font_faces
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.proofs import proof_of
from flows.newsroom.press.typesetter import set_issue


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofSheet:
    """Renders a page to print and to tick, for the coordinator and her chair; it is no part of the newsletter."""

    templates: Path = field(default_factory=house_templates)

    def __call__(self, issue: Issue) -> Edition:
        """Render `issue` as a page of HTML for paper."""
        style = house_style(self.templates, "proof.css")
        faces = font_faces(self.templates / "fonts", self._fill(issue, style))
        page = self._fill(issue, faces + style)
        return Edition(filename="proof.html", media_type="text/html", content=page.encode())

    def _fill(self, issue: Issue, style: Markup) -> str:
        galley = set_issue(issue)
        return fill(self.templates, "proof.html.jinja", issue=galley, parts=proof_of(issue, galley), style=style)


plugin = ProofSheet
