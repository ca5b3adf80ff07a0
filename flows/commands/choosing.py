"""Which member somebody means."""

import datetime as dt
from collections.abc import Sequence

from flows.commands.member_screens import show_listings
from flows.newsroom.errors import MemberError
from flows.newsroom.model.postroom import Listing
from flows.newsroom.postroom.roster import Roster


def find_members(roster: Roster, words: str) -> tuple[Listing, ...]:
    """Everybody who may be meant by an id, an address or a part of a name.

    Raises:
        MemberError: Nobody is.
    """
    found = roster.find(words)
    if not found:
        raise MemberError("Nobody of that name, address or id is known. `members list --all` shows everybody.")
    return found


def the_one(found: Sequence[Listing], zone: dt.tzinfo, *, is_served: bool | None) -> Listing:
    """The only one who can be meant; those who are served, or are not, go before the others.

    Raises:
        MemberError: There are several; they are shown.
    """
    likely = [one for one in found if is_served is None or one.is_served == is_served] or list(found)
    if len(likely) > 1:
        show_listings(likely, zone)
        raise MemberError("Several members match. Name one by the address or the id above. Nothing was changed.")
    return likely[0]
