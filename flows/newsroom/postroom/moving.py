"""A member gets another address and stays the same member: what they were sent is known, and what they asked for holds.

The keys of former addresses are kept, so that no file brings the same person in once more, and so that what comes back
from a former address is not held against the new one.
"""

from dataclasses import replace

from flows.newsroom.errors import MemberError
from flows.newsroom.model.postroom import Channel, Listing, Member
from flows.newsroom.postroom.addresses import read_address
from flows.newsroom.postroom.roster import ABOUT_THE_ADDRESS, Roster
from flows.newsroom.store import transaction


def change_address(roster: Roster, listing: Listing, address: str, at: float) -> Member:
    """Let a member be reached at another address; all else that is known of them stays, and so does their id.

    Somebody of the same name whom a file has just put on the list with that address is the same member. Whoever wished
    to get nothing any more gets nothing there either.

    Args:
        roster: The members.
        listing: The member's place on the list.
        address: The new address.
        at: Now, in seconds since 1970.

    Raises:
        MemberError: It is no address, it is another member's, or it is kept off the list.
    """
    try:
        changed = replace(listing.member, email=read_address(address).text)
    except MemberError as error:
        raise MemberError(f"The new address {error}") from None
    if listing.member.email is None:
        changed = replace(changed, channel=Channel.EMAIL)
    before, key = roster.key_of(listing.member), roster.key_of(changed)
    if key != before:
        _check_free(roster, listing, key)
    with transaction(roster.connection):
        if key != before:
            _note_former(roster, changed.id, before, key, at)
        roster.connection.execute(
            "UPDATE member SET email = ?, channel = ?, address_key = ? WHERE id = ?",
            (changed.email, changed.channel, key, changed.id),
        )
    return changed


def _check_free(roster: Roster, listing: Listing, key: str) -> None:
    called = listing.member.called
    if suppression := roster.suppression(key):
        raise MemberError(
            f"The new address is off the list ({suppression.reason}), and only a person brings it back: standfirst "
            "members back. Nothing was changed."
        )
    other = roster.listing_at(key)
    if other is None:
        if listing.left is not None:
            raise MemberError(f"{called} is not on the list any more. Nothing was changed.")
        return
    if (other.member.name or "").casefold() != (listing.member.name or "").casefold():
        raise MemberError("Another member has that address already. Nothing was changed.")
    if roster.connection.execute("SELECT 1 FROM delivery WHERE member = ?", (other.member.id,)).fetchone():
        raise MemberError(
            f"{called} is on the list twice, and issues went to both addresses. Take off the one that is not needed: "
            f"standfirst members remove {listing.member.id}. Nothing was changed."
        )


def _note_former(roster: Roster, member_id: str, before: str, key: str, at: float) -> None:
    execute = roster.connection.execute
    anew = execute("DELETE FROM member WHERE address_key = ? RETURNING is_active, is_added_by_hand", (key,)).fetchone()
    if anew is not None:  # the same person, whom a file put on the list with the new address
        stays = "UPDATE member SET is_active = ?, left = NULL, is_added_by_hand = ? WHERE id = ?"
        execute(stays, (*anew, member_id))
    execute("DELETE FROM former_address WHERE address_key = ?", (key,))  # back at an address of before
    execute("INSERT OR REPLACE INTO former_address(address_key, member, at) VALUES(?, ?, ?)", (before, member_id, at))
    wished = roster.suppression(before)
    if wished and wished.reason not in ABOUT_THE_ADDRESS:
        roster.suppress_key(key, wished.reason, wished.at, wished.note)
