"""The members: who is on the list, who gets nothing any more, and who is in the audience.

A member is known by a key: the keyed hash of the address, or of name and organisation where there is none. What
keeps somebody off the list is kept by that key, so that it outlives the row, and no file brings them back.
"""

import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from flows.newsroom.errors import MemberError, StoreError
from flows.newsroom.model.postroom import Channel, Consent, Listing, Member, Suppression, SuppressionReason
from flows.newsroom.postroom.addresses import address_key, paper_key, read_address
from flows.newsroom.postroom.intake import Intake
from flows.newsroom.postroom.keys import FILE_NAME as KEYS
from flows.newsroom.postroom.keys import Keys
from flows.newsroom.store import transaction

KEPT_AFTER_LEAVING_SECONDS = 365 * 86_400.0
EVERY_LIST = "*"  # the scope of a suppression; a forum has one list

# A person's own word is never replaced by a bounce, and the wish to be forgotten by nothing.
_FROM_WEAK_TO_STRONG = (
    SuppressionReason.SOFT_BOUNCES,
    SuppressionReason.HARD_BOUNCE,
    SuppressionReason.BY_HAND,
    SuppressionReason.UNSUBSCRIBED,
    SuppressionReason.COMPLAINT,
    SuppressionReason.ERASED,
)
ABOUT_THE_ADDRESS = frozenset({SuppressionReason.SOFT_BOUNCES, SuppressionReason.HARD_BOUNCE})
_LISTINGS = """
SELECT m.id, m.email, m.name, m.organisation, m.groups, m.channel, m.basis, m.basis_date, m.basis_source,
  m.is_active, m.joined, m.left, m.is_added_by_hand, s.reason, s.at, s.note
FROM member m LEFT JOIN suppression s ON s.address_key = m.address_key AND s.scope = '*'
"""
_SUPPRESS = """
INSERT INTO suppression(address_key, scope, reason, at, note) VALUES(:key, :scope, :reason, :at, :note)
ON CONFLICT(address_key, scope) DO UPDATE SET reason = excluded.reason, at = excluded.at, note = excluded.note
WHERE instr(:order, excluded.reason) > instr(:order, suppression.reason)
"""
_ENROL = """
INSERT INTO member(id, email, address_key, name, organisation, groups, channel, basis, basis_date, basis_source,
  is_active, joined, left, is_added_by_hand)
VALUES(:id, :email, :key, :name, :organisation, :groups, :channel, :basis, :basis_date, :basis_source,
  1, :at, NULL, :is_added_by_hand)
ON CONFLICT(address_key) DO UPDATE SET email = excluded.email, name = excluded.name,
  organisation = excluded.organisation, groups = excluded.groups, channel = excluded.channel,
  basis = COALESCE(excluded.basis, basis), basis_date = COALESCE(excluded.basis_date, basis_date),
  basis_source = COALESCE(excluded.basis_source, basis_source),
  joined = CASE WHEN is_active THEN joined ELSE excluded.joined END, is_active = 1, left = NULL,
  is_added_by_hand = excluded.is_added_by_hand
"""


class Roster:
    """The member list in a newsroom's database; times are seconds since 1970.

    Raises:
        StoreError: The keys are not those by which the members are known; whoever has left would come back.
    """

    def __init__(self, connection: sqlite3.Connection, keys: Keys) -> None:
        self.connection = connection
        self._keys = keys
        self._check_keys()

    def audience(self, groups: Iterable[str] = ()) -> tuple[Member, ...]:
        """Who is sent the next issue by e-mail; of `groups` only, unless it is empty. In the order of their ids."""
        return self._served(Channel.EMAIL, groups)

    def on_paper(self, groups: Iterable[str] = ()) -> tuple[Member, ...]:
        """Who gets the next issue on paper, as `audience`."""
        return self._served(Channel.PRINT, groups)

    def member(self, member_id: str) -> Member | None:
        """The member of that id, on the list or not; None once forgotten."""
        listing = self.listing(member_id)
        return listing.member if listing else None

    def listing(self, member_id: str) -> Listing | None:
        """The place of that member on the list."""
        return next(self._listings("WHERE m.id = ?", member_id), None)

    def listings(self) -> tuple[Listing, ...]:
        """Everybody who is known, also who has left, in the order of their names."""
        return tuple(sorted(self._listings(), key=_by_name))

    def find(self, words: str) -> tuple[Listing, ...]:
        """Whom somebody means by an id, an address (also a former one) or a part of a name; in the order of names."""
        if listing := self.listing(words):
            return (listing,)
        if "@" in words:
            key = self._address_key(words)
            return tuple(filter(None, (self.listing_at(key) or self.moved_from(key),)))
        wanted = " ".join(words.split()).casefold()
        return tuple(one for one in self.listings() if wanted and wanted in (one.member.name or "").casefold())

    def key_of(self, member: Member) -> str:
        """The keyed hash by which a member is known.

        Raises:
            MemberError: There is neither an address nor a name.
        """
        if member.email:
            return address_key(member.email, self._keys)
        if not member.name:
            raise MemberError("has neither an address nor a name. Give at least one of them.")
        return paper_key(member.name, member.organisation, self._keys)

    def suppression(self, key: str) -> Suppression | None:
        """What keeps the member of that key off the list, also one whose row is gone."""
        found = self.connection.execute(
            "SELECT reason, at, note FROM suppression WHERE address_key = ? AND scope = ?", (key, EVERY_LIST)
        ).fetchone()
        return _suppression(*found) if found else None

    def moved_from(self, key: str) -> Listing | None:
        """Who was known by that key before their address was changed."""
        moved = "JOIN former_address f ON f.member = m.id WHERE f.address_key = ?"
        return next(self._listings(moved, key), None)

    def listing_at(self, key: str) -> Listing | None:
        """Who is known by that key."""
        return next(self._listings("WHERE m.address_key = ?", key), None)

    def former_keys(self, member_id: str) -> tuple[str, ...]:
        """The keys by which a member was known before, and nobody is known now."""
        query = """SELECT address_key FROM former_address
            WHERE member = ? AND address_key NOT IN(SELECT address_key FROM member)"""
        rows = self.connection.execute(query, (member_id,))
        return tuple(str(row[0]) for row in rows)

    def is_suppressed(self, member_id: str) -> bool:
        """Whether nothing may be sent to that member now: has left, is suppressed, or was forgotten."""
        listing = self.listing(member_id)
        return listing is None or not listing.is_served

    def enrol(self, member: Member, at: float, *, is_added_by_hand: bool = False) -> Member:
        """Put somebody on the list, or change what is known of them; their id is given here and stays.

        Whoever is suppressed stays so.

        Raises:
            MemberError: There is neither an address nor a name.
        """
        key = self.key_of(member)
        row = {
            "id": secrets.token_hex(6), "email": member.email, "key": key, "name": member.name,
            "organisation": member.organisation, "groups": "|".join(member.groups), "channel": member.channel,
            "basis": member.consent.basis, "basis_date": member.consent.date, "basis_source": member.consent.source,
            "at": at, "is_added_by_hand": is_added_by_hand,
        }  # fmt: skip
        self.connection.execute(_ENROL, row)
        return next(self._listings("WHERE m.address_key = ?", key)).member

    def take(self, intake: Intake, at: float) -> None:
        """Let the members of a file take the place of those on the list, all or none.

        Those who left more than a year ago are deleted: as long as the ledger knows who got what, names are wanted.
        """
        with transaction(self.connection):
            for listing in intake.dropped:
                self.connection.execute(
                    "UPDATE member SET is_active = 0, left = ? WHERE id = ?", (at, listing.member.id)
                )
            for member in intake.taken:
                if not self._is_forgotten(member):  # meanwhile, by somebody else
                    self.enrol(member, at)
            since = at - KEPT_AFTER_LEAVING_SECONDS
            self.connection.execute("DELETE FROM member WHERE NOT is_active AND left < ?", (since,))

    def suppress(self, member_id: str, reason: SuppressionReason, at: float, note: str | None = None) -> bool:
        """Send nothing to that member any more; returns whether there is one. A stronger reason replaces a weaker."""
        member = self.member(member_id)
        if member is None:
            return False
        with transaction(self.connection):
            self.suppress_key(self.key_of(member), reason, at, note)
            if reason not in ABOUT_THE_ADDRESS:  # whoever wishes to leave leaves with every address they had
                for key in self.former_keys(member_id):
                    self.suppress_key(key, reason, at, note)
        return True

    def forget(self, member_id: str, at: float) -> None:
        """Delete what is known of a member; only keyed hashes stay, so that no file brings them back."""
        member = self.member(member_id)
        if member is None:
            return
        keys = [self.key_of(member), *self.former_keys(member_id)]
        if member.email and member.name:  # nor may the same row come in once its address was taken out
            keys.append(paper_key(member.name, member.organisation, self._keys))
        with transaction(self.connection):
            for key in keys:
                self.suppress_key(key, SuppressionReason.ERASED, at)
                self.connection.execute("DELETE FROM member WHERE address_key = ?", (key,))
            self.connection.execute("DELETE FROM former_address WHERE member = ?", (member_id,))
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # nor does the journal keep the row

    def forget_address(self, address: str, at: float) -> None:
        """Let nobody of that address come in by a file, whether they are on the list or not.

        Raises:
            MemberError: It is no address.
        """
        key = self._address_key(address)
        if listing := self.listing_at(key):
            self.forget(listing.member.id, at)
        self.suppress_key(key, SuppressionReason.ERASED, at)

    def bring_back(self, member: Member, at: float) -> Member:
        """Put somebody on the list again who had left it or had been taken off; for a person to decide, never a file.

        Raises:
            MemberError: There is neither an address nor a name.
        """
        key = self.key_of(member)
        known = self.listing_at(key)
        is_in_a_file = known is not None and known.left is None and not known.is_added_by_hand
        with transaction(self.connection):
            self.connection.execute("DELETE FROM suppression WHERE address_key = ?", (key,))
            self.connection.execute("UPDATE member SET is_active = 0, left = joined WHERE address_key = ?", (key,))
            return self.enrol(member, at, is_added_by_hand=not is_in_a_file)

    def _is_forgotten(self, member: Member) -> bool:
        suppression = self.suppression(self.key_of(member))
        return suppression is not None and suppression.reason is SuppressionReason.ERASED

    def _check_keys(self) -> None:
        stored = self.connection.execute("SELECT email, name, organisation, address_key FROM member LIMIT 1").fetchone()
        if stored is None:
            return
        email, name, organisation, key = stored
        if self.key_of(Member(id="", email=email, name=name, organisation=organisation)) != key:
            raise StoreError(
                f"{KEYS} is not the file with which the members were put on the list: nobody who has left would be "
                "known any more. Nothing was done. Put the right one back from your copy of the folder that holds it."
            )

    def _served(self, channel: Channel, groups: Iterable[str]) -> tuple[Member, ...]:
        wanted = {group.casefold() for group in groups}
        served = (one.member for one in self._listings("WHERE m.channel = ? ORDER BY m.id", channel) if one.is_served)
        return tuple(
            member for member in served if not wanted or wanted & {group.casefold() for group in member.groups}
        )

    def _listings(self, where: str = "", *values: str) -> Iterator[Listing]:
        return (_listing(row) for row in self.connection.execute(_LISTINGS + where, values))

    def _address_key(self, address: str) -> str:
        return address_key(read_address(address).text, self._keys)

    def suppress_key(self, key: str, reason: SuppressionReason, at: float, note: str | None = None) -> None:
        """Keep whoever is known by that key off the list. A stronger reason replaces a weaker one."""
        row = {"key": key, "scope": EVERY_LIST, "reason": reason, "at": at, "note": note}
        self.connection.execute(_SUPPRESS, row | {"order": ",".join(_FROM_WEAK_TO_STRONG)})


def _listing(row: tuple[Any, ...]) -> Listing:
    member_id, email, name, organisation, groups, channel, basis, basis_date, basis_source, *rest = row
    is_active, joined, left, is_added_by_hand, *suppression = rest
    return Listing(
        member=Member(
            id=member_id, email=email, name=name, organisation=organisation,
            groups=tuple(filter(None, groups.split("|"))), channel=Channel(channel),
            consent=Consent(basis=basis, date=basis_date, source=basis_source),
        ),
        joined=joined,
        left=None if is_active else left,
        is_added_by_hand=bool(is_added_by_hand),
        suppression=_suppression(*suppression) if suppression[0] else None,
    )  # fmt: skip


def _suppression(reason: str, at: float, note: str | None) -> Suppression:
    return Suppression(reason=SuppressionReason(reason), at=at, note=note)


def _by_name(listing: Listing) -> tuple[str, str]:
    return (listing.member.called.casefold(), listing.member.id)
