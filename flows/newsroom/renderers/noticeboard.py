"""The sheet for the noticeboard: one page of A4, to be read from a metre away and taken down in time."""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import Edition, Issue
from flows.newsroom.press.codes import qr_code
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.sheet import Step, foremost, questions, shrink
from flows.newsroom.press.wording import issue_address
from flows.newsroom.renderers._sheets import days_of, print_sheet, sheet_page

MOST_STORIES, MOST_DATES = 5, 5
LARGEST, SMALLEST = 32, 14  # points
FEWER = (30, 22, 15)  # words under a headline, where the sheet is full


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticeboard:
    """Renders an issue as one sheet, with a QR code if newsletter.toml says where issues stand on the web."""

    templates: Path = field(default_factory=house_templates)
    words: int = 45  # the most under a headline
    days: int = 28  # how long it may hang

    def __call__(self, issue: Issue) -> Edition:
        """Render `issue` as a PDF of one page."""
        steps = self.steps(issue)
        return print_sheet("noticeboard.pdf", [self.page(issue, step) for step in steps], steps, issue, self.templates)

    def steps(self, issue: Issue) -> tuple[Step, ...]:
        """From the fullest sheet to the barest."""
        count = len(foremost(issue, MOST_STORIES))
        full = Step(points=LARGEST, words=(self.words,) * count, dates=min(MOST_DATES, days_of(issue)))
        return tuple(shrink(full, smallest=SMALLEST, budgets=tuple(words for words in FEWER if words < self.words)))

    def page(self, issue: Issue, step: Step) -> str:
        """The sheet as a page of HTML."""
        address = issue_address(issue)
        ours = next((f"On the first story: {asked}" for asked in questions(foremost(issue, 1))), None)
        take_down = in_words(issue.date + dt.timedelta(days=self.days))
        extras = {
            "question": issue.editorial.question or ours,
            "address": address,
            "code": address and qr_code(address),
            "take_down": take_down,
        }
        return sheet_page("Noticeboard", issue, step, self.templates, extras)


plugin = Noticeboard
