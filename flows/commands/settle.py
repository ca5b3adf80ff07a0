"""`standfirst settle`: a person says whether a member has the issue, or whether all have it of whom nobody knows."""

from enum import StrEnum
from pathlib import Path

import typer

from flows.console import say
from flows.newsroom.errors import MemberError
from flows.newsroom.model.postroom import Delivery, DeliveryState, Reason
from flows.newsroom.postroom.standing import heading
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


def settle_all(verdict: Verdict, mailing_id: str | None, typed: str | None) -> None:
    """Settle every doubt about a mailing in one way, as after a restore, once somebody has typed how many they are.

    Args:
        verdict: Whether they have it.
        mailing_id: Of which mailing; None: of the newest in which there is a doubt.
        typed: What a script would type; None: somebody is asked.

    Raises:
        MemberError: There is no doubt, or the number was not typed.
    """
    with open_office(read_settings(Path.cwd())) as office:
        name = mailing_id or _newest_in_doubt(office)
        doubts = office.ledger.deliveries(name, DeliveryState.IN_DOUBT)
        if not doubts:
            raise MemberError(f"There is no doubt about the mailing {name}. Nothing has changed.")
        _expect_the_number(office, name, len(doubts), verdict, typed)
        state = DeliveryState.SENT if verdict is Verdict.SENT else DeliveryState.PENDING
        settled = sum(office.ledger.decide(name, one.member, state, Reason.BY_HAND) for one in doubts)
        have_left = sum(office.roster.is_suppressed(one.member) for one in doubts)
        note_if_published(office, name)
    if verdict is Verdict.SENT:
        say(f"Noted: {settled} have it.")
        return
    say(f"Noted: {settled} have not. To send it again, type: standfirst send --date {name}")
    if have_left:
        say(f"Of these {have_left} left the list since, and get nothing.")


def _expect_the_number(office: Office, name: str, count: int, verdict: Verdict, typed: str | None) -> None:
    have = "have it" if verdict is Verdict.SENT else "have it not, and whoever has it gets it twice"
    say(f"{heading(office.mailing(name))}: of {count} it is not known whether they have it. You say that all {have}.")
    wanted = f"settle {count}"
    given = typed if typed is not None else typer.prompt(f"To say so, type: {wanted}", default="", show_default=False)
    if " ".join(given.split()).lower() != wanted:
        raise MemberError(f"Nothing has changed: that was not the right line. It is: {wanted}")


def _newest_in_doubt(office: Office) -> str:
    for mailing in reversed(office.ledger.mailings()):
        if office.ledger.counts(mailing.id).in_doubt:
            return mailing.id
    raise MemberError("There is no doubt about any mailing. Nothing has changed.")


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
