"""Approving a mailing, and letting it go: from then on its bytes and its audience are fixed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from email.utils import format_datetime

from flows.assessing import Assessment
from flows.newsroom.errors import InterlockError
from flows.newsroom.model.postroom import Mailing, MailingState, Member
from flows.newsroom.postroom.addresses import address_key
from flows.newsroom.postroom.approval import sign
from flows.newsroom.postroom.custody import keep, kept
from flows.newsroom.postroom.leaving import ListNames
from flows.newsroom.postroom.lock import only_sender
from flows.newsroom.postroom.message import Letter, envelope, message_id
from flows.office import Office, is_under_way
from flows.postage import NO_SENDER
from flows.whereabouts import expect_to_send_from_here, note_that_it_is_sent_from_here, witness_of

_LET_GO_BEFORE = (
    "newsroom.db knows nothing of it, but this issue was let go before: what tells so is {proof}. Was an older "
    "newsroom.db put back? Then members may have the issue, and nobody knows who: do not send it again. If you are "
    "sure that nobody has it, delete what tells so and send it."
)


def approve(office: Office, assessment: Assessment, *, by: str | None) -> Mailing:
    """Sign what was assessed; `by` None: nobody does, the settings let it pass.

    Raises:
        InterlockError: It was released meanwhile.
    """
    mailing, binding = assessment.mailing, assessment.case.binding
    with _before_release(office, mailing.id):
        signed = sign(mailing, binding, by=by, at=office.clock.now())
        office.approvals.keep(signed.id, binding)
        office.ledger.save_mailing(signed)
    return signed


def release(office: Office, mailing: Mailing, assessment: Assessment) -> Mailing:
    """Let an approved mailing go: keep its bytes, fix whom it is for. Nothing is sent yet.

    Args:
        office: The post office.
        mailing: As it was approved.
        assessment: Of the same draft.

    Raises:
        InterlockError: It was released meanwhile, or before by a database that is gone, or mail was sent from
            another place, or no letter can be made.
    """
    letter = assessment.letter
    if letter is None:
        raise InterlockError(NO_SENDER)
    expect_to_send_from_here(office, mailing.id)
    with _before_release(office, mailing.id):
        for member in assessment.members:
            envelope(letter, member, office.keys)  # whom no mail can be made for is found before anybody has one
        if proof := _proof_of_release(office, mailing.id):
            raise InterlockError(_LET_GO_BEFORE.format(proof=proof))
        keep(office.state, mailing.id, assessment.files)
        office.ledger.enrol(mailing.id, (_row(office, mailing.id, letter, member) for member in assessment.members))
        released = replace(
            mailing,
            state=MailingState.RELEASED,
            released_at=office.clock.now(),
            date_header=format_datetime(office.now.replace(microsecond=0)),
            repeats_doubt=office.settings.delivery.doubt == "send_again",
        )
        office.ledger.save_mailing(released)
        ListNames(office.connection).note(letter.sender.list_id, office.clock.now())
        note_that_it_is_sent_from_here(office)
        witness_of(office).note_release(mailing.id, office.clock.now())
    return released


def _proof_of_release(office: Office, mailing_id: str) -> str:
    """What shows that a mailing was let go which the database does not know; nothing, if nothing does."""
    witness = witness_of(office)
    folder = f"the folder mailings/{mailing_id} in the state folder" if kept(office.state, mailing_id) else ""
    files = [f"{path.name} in the folder {path.parent.name}" for path in witness.files_of(mailing_id)]
    return " and ".join(filter(None, (folder, *files)))


@contextmanager
def _before_release(office: Office, mailing_id: str) -> Iterator[None]:
    """Keep everybody else from releasing or sending a mailing that nobody has released yet."""
    with only_sender(office.state, mailing_id):
        known = office.ledger.mailing(mailing_id)
        if known and is_under_way(known):
            raise InterlockError("It was released already, so what it holds and whom it is for can no longer change.")
        yield


def _row(office: Office, mailing_id: str, letter: Letter, member: Member) -> tuple[str, str, str]:
    key = address_key(member.email or "", office.keys)
    return member.id, key, message_id(mailing_id, member.id, letter.sender.domain, office.keys)
