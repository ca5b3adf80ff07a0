"""The HTML part of the e-mail; sending it is the postroom's work."""

from dataclasses import dataclass, field
from pathlib import Path

from flows.newsroom.model import Edition, Issue
from flows.newsroom.press.environment import fill, house_style
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.inlining import inline_page
from flows.newsroom.press.look import mail_rules
from flows.newsroom.press.mailing import WORDS_OF_LEAD, WORDS_OF_OTHERS, make_mailing

LARGEST = 100_000  # bytes: Gmail cuts a message off at 102 KB


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailHtml:
    """Renders an issue as the HTML that mail programs can show: styles in the tags, no image, no request."""

    templates: Path = field(default_factory=house_templates)
    lead_words: int = WORDS_OF_LEAD
    story_words: int = WORDS_OF_OTHERS

    def __call__(self, issue: Issue) -> Edition:
        """Render `issue`.

        Raises:
            IssueError: The stylesheet of the mail is at fault.
        """
        style = house_style(self.templates, "email.css") + mail_rules(issue.masthead.look)
        mailing = make_mailing(issue, self.lead_words, self.story_words)
        page = fill(self.templates, "email.html.jinja", mailing=mailing, style=style)
        content = inline_page(page).encode()
        return Edition(filename="email.html", media_type="text/html", content=content, notes=_notes(content))


def _notes(content: bytes) -> tuple[str, ...]:
    if len(content) <= LARGEST:
        return ()
    size = f"It has {len(content) // 1000} KB, and some mail programs cut a message off at 102 KB."
    return (f"{size} Print fewer stories (issue.most_stories in newsletter.toml).",)


plugin = EmailHtml
