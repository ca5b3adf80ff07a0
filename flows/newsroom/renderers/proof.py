"""The proof sheet: for whoever signs the issue, each printed sentence beside its source and what to look at."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from flows.newsroom.model import Edition, Issue, Light, Story
from flows.newsroom.press.environment import fill, house_style
from flows.newsroom.press.fonts import font_faces
from flows.newsroom.press.galley import Passage, SetStory
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.typesetter import set_issue


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofLine:
    """A printed sentence, where it stands, and the lights on it."""

    passage: Passage
    lights: tuple[Light, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofStory:
    """A story, its printed sentences, and the lights that are on none of them."""

    told: SetStory
    lines: tuple[ProofLine, ...]
    lights: tuple[Light, ...]


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
        stories = [proof_of(story, told) for story, told in zip(issue.stories, galley.stories, strict=True)]
        return fill(self.templates, "proof.html.jinja", issue=galley, stories=stories, style=style)


def proof_of(story: Story, told: SetStory) -> ProofStory:
    """What is to be compared and decided in a story."""
    lines = tuple(
        ProofLine(passage=passage, lights=_on(story.lights, (passage.context.number, *passage.context.others)))
        for passage in told.passages
    )
    shown = {light for line in lines for light in line.lights}
    return ProofStory(told=told, lines=lines, lights=tuple(light for light in story.lights if light not in shown))


def _on(lights: Iterable[Light], numbers: Iterable[int]) -> tuple[Light, ...]:
    """The lights on the sentences of these numbers, from 1."""
    places = {number - 1 for number in numbers}
    return tuple(light for light in lights if light.sentence in places)


plugin = ProofSheet
