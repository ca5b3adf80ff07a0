"""The text part of the e-mail, from a template of its own, and the block to paste into Teams or an intranet."""

from dataclasses import dataclass, field
from pathlib import Path

from flows.newsroom.model import Edition, Issue
from flows.newsroom.press.environment import fill
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.mailing import WORDS_OF_LEAD, WORDS_OF_OTHERS, make_mailing


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailText:
    """Renders headlines, a sentence or two of each story and the dates in lines of 72 characters."""

    templates: Path = field(default_factory=house_templates)
    lead_words: int = WORDS_OF_LEAD
    story_words: int = WORDS_OF_OTHERS

    def __call__(self, issue: Issue) -> Edition:
        """Render `issue`."""
        text = fill(self.templates, "email.txt.jinja", mailing=make_mailing(issue, self.lead_words, self.story_words))
        return Edition(filename="email.txt", media_type="text/plain", content=text.encode())


plugin = EmailText
