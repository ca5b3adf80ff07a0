"""Where the web page of an issue leads: to its other forms, to the issue before it and to the archive."""

from dataclasses import dataclass

from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import Companion, Issue
from flows.newsroom.press.wording import ISSUE_PAGE, issue_address, web_address

FORMS = {
    "newsletter.pdf": "To print: PDF",
    "newsletter-large-print.pdf": "In large print: PDF",
    "noticeboard.pdf": "For the noticeboard: PDF of one page",
    "team-briefing.pdf": "For a team meeting: PDF of one page",
    "newsletter.txt": "As plain text",
    "diary.ics": "Its dates for your calendar",
}
"""What each file is called where a reader chooses; one that is not named here is not for readers."""

KILO = 1_000
MEGA = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Another form of the issue."""

    words: str  # what it is and how large
    address: str  # from the issue's folder
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Where a page leads. Addresses are those of the web if the forum has a place there, else from folder to folder."""

    archive: str
    previous: str | None
    previous_day: str | None
    own: str | None  # where the page itself stands on the web
    forms: tuple[Form, ...]  # in the order of `FORMS`


def ways_of(issue: Issue) -> Ways:
    """The ways out of the web page of `issue`."""
    home = (web_address(issue.masthead.address) or "..").rstrip("/")
    made = {companion.filename: companion for companion in issue.companions}
    return Ways(
        archive=f"{home}/index.html",
        previous=f"{home}/{issue.previous.isoformat()}/{ISSUE_PAGE}" if issue.previous else None,
        previous_day=in_words(issue.previous) if issue.previous else None,
        own=issue_address(issue),
        forms=tuple(_form(made[name], words) for name, words in FORMS.items() if name in made),
    )


def size_in_words(count: int) -> str:
    """A size in bytes as a reader is told it: "61 KB", "1.2 MB"."""
    return f"{count / MEGA:.1f} MB" if count >= MEGA else f"{max(1, round(count / KILO))} KB"


def _form(companion: Companion, words: str) -> Form:
    size = size_in_words(companion.size)
    return Form(words=f"{words}, {size}", address=companion.filename, media_type=companion.media_type)
