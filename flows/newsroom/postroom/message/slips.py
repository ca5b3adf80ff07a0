"""A correction slip: what a coordinator writes when an issue that was sent has said something wrong."""

from pathlib import Path

from flows.newsroom.errors import IssueError
from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import Masthead
from flows.newsroom.postroom.message.papers import Papers
from flows.newsroom.press.environment import fill, house_style
from flows.newsroom.press.inlining import inline_page
from flows.newsroom.press.look import mail_rules
from flows.newsroom.press.wording import corrections_address
from flows.newsroom.record import IssueRecord

LONGEST = 5_000  # characters; more is an issue of its own


def make_slip(words: str, record: IssueRecord, masthead: Masthead, templates: Path) -> Papers:
    """Set a correction as plain text and as a page.

    Args:
        words: What the coordinator wrote; an empty line parts paragraphs.
        record: The issue that is corrected.
        masthead: Whose newsletter it is.
        templates: The folder of templates.

    Raises:
        IssueError: There are no words, or far too many, or a template is at fault.
    """
    paragraphs = slip_paragraphs(words)
    values = {
        "subject": slip_subject(record),
        "issue": _issue(record),
        "masthead": masthead,
        "paragraphs": paragraphs,
        "page": corrections_address(masthead, record.date),
    }
    style = house_style(templates, "email.css") + mail_rules(masthead.look)
    return Papers(
        record=record,
        html=inline_page(fill(templates, "slip.html.jinja", **values, style=style)),
        text=fill(templates, "slip.txt.jinja", **values),
    )


def slip_paragraphs(words: str) -> tuple[str, ...]:
    """What the coordinator wrote, paragraph by paragraph.

    Raises:
        IssueError: There are no words, or far too many.
    """
    paragraphs = tuple(" ".join(paragraph.split()) for paragraph in _parted(words))
    if not paragraphs or len(words) > LONGEST:
        raise IssueError(
            f"A correction has at least a word and at most {LONGEST} characters. Say what was wrong and what is right; "
            "anything longer belongs into the next issue."
        )
    return paragraphs


def slip_subject(record: IssueRecord) -> str:
    """What stands in the line of the subject: "[Practice Matters] Correction to Issue 7, 21 November 2026"."""
    return f"[{record.name}] Correction to {_issue(record)}"


def _issue(record: IssueRecord) -> str:
    day = in_words(record.date)
    return f"Issue {record.number}, {day}" if record.number else f"the issue of {day}"


def _parted(words: str) -> tuple[str, ...]:
    lines = "\n".join(line.strip() for line in words.splitlines())
    return tuple(paragraph for paragraph in lines.split("\n\n") if paragraph.strip())
