"""The team briefing: one page to read aloud in a team meeting, with room for a CPD record."""

from dataclasses import dataclass, field
from pathlib import Path

from flows.newsroom.model import Edition, Issue
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.sheet import Step, foremost, questions, shrink
from flows.newsroom.press.wording import issue_address
from flows.newsroom.renderers._sheets import days_of, print_sheet, sheet_page

MESSAGES, MOST_DATES = 3, 3
LARGEST, SMALLEST = 20, 13  # points
FEWER = (30, 22, 15)  # words of a message, where the sheet is full


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """Renders an issue as three messages with their sources, a question to each, and a box for the CPD record."""

    templates: Path = field(default_factory=house_templates)
    words: int = 40  # the most of a message

    def __call__(self, issue: Issue) -> Edition:
        """Render `issue` as a PDF of one page."""
        steps = self.steps(issue)
        return print_sheet(
            "team-briefing.pdf", [self.page(issue, step) for step in steps], steps, issue, self.templates
        )

    def steps(self, issue: Issue) -> tuple[Step, ...]:
        """From the fullest sheet to the barest."""
        count = len(foremost(issue, MESSAGES))
        full = Step(points=LARGEST, words=(self.words,) * count, dates=min(MOST_DATES, days_of(issue)))
        return tuple(shrink(full, smallest=SMALLEST, budgets=tuple(words for words in FEWER if words < self.words)))

    def page(self, issue: Issue, step: Step) -> str:
        """The sheet as a page of HTML."""
        asked = questions(foremost(issue, len(step.words)))
        extras = {"address": issue_address(issue), "questions": asked}
        return sheet_page("Team briefing", issue, step, self.templates, extras)


plugin = Briefing
