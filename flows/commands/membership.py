"""`standfirst members list`, `add`, `change`, `remove`, `back` and `forget`: one member at a time."""

from collections.abc import Sequence
from dataclasses import replace

import typer

from flows.commands.choosing import find_members, the_one
from flows.commands.member_screens import show_changes, show_listings, show_member, show_totals, why_off
from flows.console import say
from flows.newsroom.errors import MemberError
from flows.newsroom.model.postroom import Consent, Delivery, DeliveryState, Member, SuppressionReason
from flows.newsroom.postroom import moving
from flows.newsroom.postroom.custody import discard_traces
from flows.newsroom.postroom.member_files.entries import plain
from flows.newsroom.postroom.new_members import new_member
from flows.newsroom.postroom.standing import heading
from flows.office import Office, is_under_way

_LATEST = 3  # mailings of which it is said what another address means for them


def show_list(office: Office, groups: Sequence[str], *, is_everybody: bool) -> None:
    """Show who is on the list, and who joined or left since the last issue was sent.

    Args:
        office: The post office.
        groups: Only their members; empty: all.
        is_everybody: Also those who have left or were taken off.
    """
    roster, wanted = office.roster, {name.casefold() for name in groups}
    listings = tuple(
        one
        for one in roster.listings()
        if (is_everybody or one.is_served) and (not wanted or wanted & {name.casefold() for name in one.member.groups})
    )
    show_listings(listings, office.zone)
    show_totals(roster, groups)
    if not groups:
        show_changes(roster, office.ledger.mailings(), office.zone)


def show_found(office: Office, words: str) -> None:
    """Show everybody who may be meant; of one alone, all that is known.

    Raises:
        MemberError: Nobody is meant.
    """
    found = find_members(office.roster, words)
    if len(found) == 1:
        show_member(found[0], office.zone)
    else:
        show_listings(found, office.zone)


def add_member(office: Office, member: Member) -> None:
    """Put somebody on the list.

    Raises:
        MemberError: They are on it, or came off it.
    """
    roster = office.roster
    key = roster.key_of(member)
    if suppression := roster.suppression(key):
        raise MemberError(
            f"They are off the list: {why_off(suppression, office.zone)}. If they want to come back, type: standfirst "
            f"members back {member.email or member.name} --by YOUR-NAME --note WHY"
        )
    moved = roster.moved_from(key)
    if moved and moved.left is None and (moved.member.name or "").casefold() == (member.name or "").casefold():
        raise MemberError(f"They are on the list, with another address since: {moved.member.email}.")
    if any(one.left is None and roster.key_of(one.member) == key for one in roster.listings()):
        raise MemberError("They are on the list already. What is known of them is changed in your file; import it.")
    added = roster.enrol(member, office.clock.now(), is_added_by_hand=True)
    show_listings(tuple(filter(None, (roster.listing(added.id),))), office.zone)
    say("Added.")


def remove_member(office: Office, words: str, note: str | None) -> None:
    """Take somebody off the list.

    Raises:
        MemberError: Nobody is meant, or several.
    """
    roster = office.roster
    member = the_one(find_members(roster, words), office.zone, is_served=True).member
    roster.suppress(member.id, SuppressionReason.BY_HAND, office.clock.now(), note)
    say(f"{member.called} gets nothing any more. No file brings them back; `members back` does.")


def change_address(office: Office, words: str, address: str) -> None:
    """Let a member be reached at another address.

    Raises:
        MemberError: Nobody is meant, or several, or the address cannot be theirs.
    """
    roster = office.roster
    found = find_members(roster, words)
    others = [one for one in found if (one.member.email or "").lower() != address.strip().lower()]
    listing = the_one(others or found, office.zone, is_served=True)
    member = moving.change_address(roster, listing, address, office.clock.now())
    say(f"{member.called} is written to at {member.email} from now on. All else stays. Correct it in your file, too.")
    if suppression := roster.suppression(roster.key_of(member)):
        say(f"They still get nothing: {why_off(suppression, office.zone)}.")
        return
    for mailing in office.ledger.mailings()[-_LATEST:]:
        copy = office.ledger.delivery(mailing.id, member.id)
        if copy and is_under_way(mailing):
            say(_what_it_means(heading(mailing), copy))


def _what_it_means(mailing: str, copy: Delivery) -> str:
    """What another address changes about a copy that is under way, or was."""
    if copy.state is DeliveryState.SENT:
        return f"{mailing} was sent to the former address, and is not sent again."
    if copy.state in {DeliveryState.PENDING, DeliveryState.DEFERRED}:
        return f"{mailing} goes to the new address."
    if copy.state in {DeliveryState.FAILED, DeliveryState.IN_DOUBT}:
        return f"{mailing} can be sent to the new address: standfirst settle {copy.member} resend --date {copy.mailing}"
    return f"{mailing} is not affected."


def bring_back(office: Office, words: str, *, name: str, by: str, note: str) -> None:
    """Bring somebody back who had left, bounced or was taken off.

    Args:
        office: The post office.
        words: Whom.
        name: What somebody is called who had asked to be forgotten.
        by: Who brings them back.
        note: What they said.

    Raises:
        MemberError: They are on the list, never were, or nobody says who wants it and why.
    """
    if not plain(by) or not plain(note):
        raise MemberError("Coming back needs your name (--by) and what they said (--note). Nothing was changed.")
    member = _whoever_left(office, words, name)
    source = f"{plain(by)}: {plain(note)}"
    consent = Consent(basis="asked to come back", date=office.now.date().isoformat(), source=source)
    office.roster.bring_back(replace(member, consent=consent), office.clock.now())
    say(f"{member.called} is on the list again. What you wrote is kept as the reason.")


def forget_member(office: Office, words: str, *, is_confirmed: bool) -> None:
    """Delete everything that is known of somebody, once they are meant without doubt.

    Raises:
        MemberError: Nobody is meant, or several, or it was not to be.
    """
    roster, at = office.roster, office.clock.now()
    if "@" in words and not roster.find(words):
        roster.forget_address(words, at)
        say("Nobody on the list has that address. From now on no file can bring it in.")
        return
    member = the_one(find_members(roster, words), office.zone, is_served=None).member
    if not is_confirmed and not typer.confirm(f"Delete everything about {member.called}? This cannot be undone."):
        raise MemberError("Nothing was changed.")
    roster.forget(member.id, at)
    left = discard_traces(office.state, member.id)
    say("Forgotten. Your own files may still hold them: take the row out there, too, and out of old exports.")
    if left:
        say(f"So may these in {office.state.name}; throw them away when you need them no more: {', '.join(left)}.")


def _whoever_left(office: Office, words: str, name: str) -> Member:
    roster = office.roster
    found = roster.find(words)
    if found:
        listing = the_one(found, office.zone, is_served=False)
        if listing.is_served:
            raise MemberError(f"{listing.member.called} is on the list already. Nothing was changed.")
        return listing.member
    member = new_member(name, words)
    if roster.suppression(roster.key_of(member)) is None:
        raise MemberError("That address was never taken off the list. To put it there, type: members add")
    return member
