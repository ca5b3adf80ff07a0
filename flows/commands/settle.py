"""`standfirst settle`: a person says whether a member has the issue."""

from enum import StrEnum
from pathlib import Path

from flows.console import say
from flows.newsroom.errors import MemberError
from flows.newsroom.model.postroom import Delivery, DeliveryState, Reason
from flows.newsroom.settings import read_settings
from flows.office import Office, open_office
from flows.publishing import note_if_published


class Verdict(StrEnum):
    """What a person found out."""

    SENT = "sent"  # has it
    RESEND = "resend"  # has not


def settle_copy(member: str, verdict: Verdict, mailing_id: str | None) -> None:
    """Settle the doubt about one member's copy, or try again where it failed.

    Args:
        member: The member's id, or how it begins.
        verdict: Whether the member has it.
        mailing_id: Of which mailing; None: of the newest in which there is something to settle.

    Raises:
        MemberError: There is nothing to settle, or the member has left the list.
    """
    with open_office(read_settings(Path.cwd())) as office:
        copy = _open_copy(office, member, verdict, mailing_id)
        if verdict is Verdict.RESEND and office.roster.is_suppressed(copy.member):
            raise MemberError("That member has left the list since, so nothing is sent to them. Nothing has changed.")
        state = DeliveryState.SENT if verdict is Verdict.SENT else DeliveryState.PENDING
        if not office.ledger.decide(copy.mailing, copy.member, state, Reason.BY_HAND):
            raise _nothing_to_settle(member)
        note_if_published(office, copy.mailing)
    if verdict is Verdict.SENT:
        say("Noted: has it.")
    else:
        say(f"Noted. To send it again, type: standfirst send --date {copy.mailing}")


def _open_copy(office: Office, member: str, verdict: Verdict, mailing_id: str | None) -> Delivery:
    states = [DeliveryState.IN_DOUBT]
    if verdict is Verdict.RESEND:
        states.append(DeliveryState.FAILED)
    names = [mailing_id] if mailing_id else [one.id for one in reversed(office.ledger.mailings())]
    for name in names:
        found = [one for one in office.ledger.deliveries(name, *states) if one.member.startswith(member)]
        if len(found) > 1:
            raise MemberError("Several members' ids begin like that. Write more of it, as `standfirst who` shows it.")
        if found:
            return found[0]
    raise _nothing_to_settle(member)


def _nothing_to_settle(member: str) -> MemberError:
    return MemberError(
        f"There is nothing to settle for {member!r}. `standfirst who` shows the ids of those in doubt, in brackets."
    )
