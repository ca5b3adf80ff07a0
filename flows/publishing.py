"""When the stories of an issue count as read, and what was wrong in it is said where they stand."""

from pathlib import Path

from flows.archiving import update_archive
from flows.newsroom.archive import is_as_sent, issue_folder, replace_editions, stamp_issue
from flows.newsroom.model.postroom import MailingKind, MailingState
from flows.newsroom.postroom.custody import kept, kept_mailings
from flows.newsroom.postroom.errata import errata
from flows.newsroom.press.house import house_templates
from flows.newsroom.remembering import mark_published
from flows.office import Office


def note_if_published(office: Office, mailing_id: str) -> None:
    """Print nothing of an issue again once its mailing is through and somebody has it; once more does no harm."""
    mailing = office.mailing(mailing_id)
    is_through = mailing.state is MailingState.FINISHED and mailing.kind is MailingKind.ISSUE
    if is_through and office.ledger.counts(mailing_id).sent:
        mark_published(office.connection, mailing.issue, office.clock.now())


def altered_files(state: Path, output: Path) -> tuple[str, ...]:
    """The files of issues in the output folder that are not as they were let go; a correction's stamp is no change.

    What is no longer there is passed over: the output folder may be deleted.

    Raises:
        StoreError: What was let go cannot be read.
    """
    found = []
    for day in kept_mailings(state):
        for name, sent in kept(state, day).items():
            file = output / day / name
            if file.is_file() and not is_as_sent(name, file.read_bytes(), sent):
                found.append(f"{day}/{name}")
    return tuple(found)


def stamp_if_correction(office: Office, mailing_id: str) -> None:
    """Put what a correction that was let go says onto the page of its issue and into the feeds; once more is the same.

    The page is made from what was sent, whatever lies in the output folder; where that was deleted nothing is made.

    Raises:
        IssueError: It cannot be written, or was no page of ours.
        MachineError: A template is missing.
        StoreError: What was sent cannot be read.
    """
    mailing, settings = office.mailing(mailing_id), office.settings
    folder = issue_folder(settings.folders.output, mailing.issue)
    if mailing.kind is not MailingKind.CORRECTION or not folder.is_dir():
        return
    known = errata(office.state, office.ledger.mailings(), mailing.issue, settings.schedule.zone)
    if known:
        sent = kept(office.state, mailing.issue.isoformat())
        replace_editions(folder, stamp_issue(sent, known, settings.folders.templates or house_templates()))
        update_archive(settings)
