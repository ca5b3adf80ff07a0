"""When the stories of an issue count as read."""

from flows.newsroom.model.postroom import MailingKind, MailingState
from flows.newsroom.remembering import mark_published
from flows.office import Office


def note_if_published(office: Office, mailing_id: str) -> None:
    """Print nothing of an issue again once its mailing is through and somebody has it; once more does no harm."""
    mailing = office.mailing(mailing_id)
    is_through = mailing.state is MailingState.FINISHED and mailing.kind is MailingKind.ISSUE
    if is_through and office.ledger.counts(mailing_id).sent:
        mark_published(office.connection, mailing.issue, office.clock.now())
