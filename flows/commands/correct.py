"""`standfirst correct`: what an issue said wrong, in the coordinator's own words: a mail, and a stamp on its page."""

import datetime as dt
from pathlib import Path

from flows.assessing import assess
from flows.console import say
from flows.newsroom.errors import IssueError
from flows.newsroom.language.calendar import in_words
from flows.newsroom.model.postroom import DeliveryState
from flows.newsroom.postroom.custody import keep_correction, mailing_folder
from flows.newsroom.postroom.errata import note_file
from flows.newsroom.postroom.message import make_slip, read_papers, slip_paragraphs
from flows.newsroom.press.galley import UNTITLED
from flows.newsroom.press.house import house_templates
from flows.newsroom.record import IssueRecord
from flows.newsroom.settings import read_settings
from flows.office import Office, is_under_way, open_office


def correct_issue(day: dt.date, file: Path, story: int | None) -> None:
    """Lay down a correction to the issue of `day`, to be approved and sent as an issue is.

    Args:
        day: The date of the issue.
        file: A text file with what was wrong and what is right; an empty line parts paragraphs.
        story: The place of the story that it is about, from 1; None: it is about no single one.

    Raises:
        IssueError: Nobody has that issue, it has no such story, or there are no words to be sent.
        StoreError: The state folder cannot be used.
    """
    with open_office(read_settings(Path.cwd())) as office:
        if not office.ledger.deliveries(day.isoformat(), DeliveryState.SENT):
            raise IssueError(
                f"Nobody has the issue of {in_words(day)} by mail, so there is nothing to correct. If it was only "
                "drafted, mend the document and draft it again."
            )
        mailing_id = _next_correction(office, day)
        record = read_papers(mailing_folder(office.state, day.isoformat())).record
        if story is not None and not 0 < story <= len(record.stories):
            raise IssueError(f"The issue of {in_words(day)} has no story {story}. Its stories are:\n{_listed(record)}")
        templates, words = office.settings.folders.templates or house_templates(), _words(file)
        slip = make_slip(words, record, office.settings.masthead, templates)
        keep_correction(office.state, mailing_id, slip.files() | note_file(slip_paragraphs(words), story))
        assessment = assess(office, mailing_id)
        counts = office.ledger.counts(day.isoformat())
    say(slip.text.strip())
    say("")
    say(f"Nothing is sent yet. It would go to {len(assessment.members)} members: those who have that issue.")
    if later := counts.waiting + counts.in_doubt:
        say(f"It would not go to {later} who may have the issue, or get it yet: standfirst who --date {day}")
    say("Once it is let go it stands at the top of the issue's web page, too, and in the archive and its feeds.")
    if story is None:
        say(f"Is it about one story? Say which, and it stands there as well, as --story 1:\n{_listed(record)}")
    say(f"To see it as members will: standfirst send --date {mailing_id} --test-to ADDRESS")
    say(f"Then: standfirst approve --date {mailing_id} --by NAME")
    say(f"and:  standfirst send --date {mailing_id}")


def _next_correction(office: Office, day: dt.date) -> str:
    """The first that was not released: one that is still being written is written anew."""
    number = 1
    while is_under_way(office.mailing(f"{day}-c{number}")):
        number += 1
    return f"{day}-c{number}"


def _listed(record: IssueRecord) -> str:
    """The stories of an issue and their places."""
    headlines = (story.headline.text or UNTITLED for story in record.stories)
    return "\n".join(f"  {place}  {headline}" for place, headline in enumerate(headlines, start=1))


def _words(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise IssueError(f"{file.name} cannot be opened: {error.strerror}. Look at its name and folder.") from error
    except UnicodeDecodeError as error:
        raise IssueError(
            f"{file.name} is not plain text. Save the words of the correction as text in UTF-8, such as correction.txt."
        ) from error
