"""What a file of members would change, decided before anything is changed (pure).

entries of a file + who is known | who is taken, who is new, who leaves, and remarks
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from flows.newsroom.errors import MemberError
from flows.newsroom.model.postroom import Consent, Listing, Member, Suppression, SuppressionReason
from flows.newsroom.postroom.member_files.entries import Entry, Remark, Weight, merged_groups
from flows.newsroom.postroom.slips import Domains

MOST_LEAVING = 0.2  # of those who are served: a file that drops more is likely a filtered sheet, or the wrong one

_SAME_PERSON = "If it is the same person with another address, ask before you write to it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """The changes that a file asks for."""

    taken: tuple[Member, ...] = field(default=(), repr=False)  # everybody in the file, each once
    joining: tuple[Member, ...] = field(default=(), repr=False)  # of these: who was not on the list
    staying_off: tuple[Listing, ...] = ()  # of these: who is suppressed, and remains so
    dropped: tuple[Listing, ...] = ()  # who is on the list, and not in the file
    kept: tuple[Listing, ...] = ()  # likewise, but was added by hand and stays
    served_before: int = 0
    remarks: tuple[Remark, ...] = ()

    @property
    def leaving(self) -> tuple[Listing, ...]:
        """Who gets the next issue no more because the file does not name them."""
        return tuple(listing for listing in self.dropped if listing.is_served)


def decide(
    entries: Iterable[Entry],
    known: Iterable[Listing],
    key_of: Callable[[Member], str],
    suppression_of: Callable[[str], Suppression | None],
    moved_from: Callable[[str], Listing | None] = lambda _key: None,
) -> Intake:
    """What becomes of the list when these entries take its place.

    Args:
        entries: What a file says, in its order.
        known: Everybody who is known, also who has left.
        key_of: The key by which a member is known.
        suppression_of: What keeps the member of a key off the list.
        moved_from: Who was known by a key before their address was changed.
    """
    places = {key_of(listing.member): listing for listing in known}
    on_list = {key: listing for key, listing in places.items() if listing.left is None}
    entries, moves = _at_present(entries, lambda one: None if key_of(one) in places else moved_from(key_of(one)))
    taken, remarks = _each_once(entries, key_of, suppression_of)
    missing = [listing for key, listing in on_list.items() if key not in taken]
    suppressed = {key for key in taken if suppression_of(key)}
    joining = [entry for key, entry in taken.items() if key not in on_list and key not in suppressed]
    doubts = _doubts_of_names(joining, places.values(), key_of, suppression_of)
    changes = _changes_of_address(joining, missing)
    slips = _slips(joining, [entry.member for entry in taken.values()])
    return Intake(
        taken=tuple(entry.member for entry in taken.values()),
        joining=tuple(entry.member for entry in joining),
        staying_off=tuple(places[key] for key in taken if key in suppressed and key in places),
        dropped=tuple(listing for listing in missing if not listing.is_added_by_hand),
        kept=tuple(listing for listing in missing if listing.is_added_by_hand and listing.is_served),
        served_before=sum(listing.is_served for listing in on_list.values()),
        remarks=(*moves, *remarks, *doubts, *changes, *slips),
    )


def refuse_slips(intake: Intake, *, is_sure: bool) -> None:
    """Refuse what is more likely a slip than a wish.

    Raises:
        MemberError: The file holds nobody, or drops more than a fifth of the members and nobody said it should.
    """
    if not intake.taken:
        raise MemberError("Nobody in the file can be put on the list. Nothing was changed.")
    leaving = len(intake.leaving)
    if leaving > MOST_LEAVING * intake.served_before and not is_sure:
        raise MemberError(
            f"{leaving} of {intake.served_before} members are not in this file and would leave the list. Is it a "
            "filtered sheet, or another list? Nothing was changed. If it is right, add --sure."
        )


def _at_present(
    entries: Iterable[Entry], moved: Callable[[Member], Listing | None]
) -> tuple[tuple[Entry, ...], tuple[Remark, ...]]:
    """The entries, those at a former address with the one that was given since, and what is to be said of these."""
    present, remarks = list[Entry](), list[Remark]()
    for entry in entries:
        now = moved(entry.member)
        if now and _is_same_person(entry.member, now.member):
            channel = entry.member.channel if entry.member.email else now.member.channel
            present.append(replace(entry, member=replace(entry.member, email=now.member.email, channel=channel)))
            remarks.append(_to_check(entry, "This is a former address; the new one is kept. Correct it in the file."))
        else:
            present.append(entry)
    return tuple(present), tuple(remarks)


def _is_same_person(stated: Member, known: Member) -> bool:
    """Another name at a former address is somebody who has got that mailbox since."""
    return not stated.name or stated.name.casefold() == (known.name or "").casefold()


def _each_once(
    entries: Iterable[Entry], key_of: Callable[[Member], str], suppression_of: Callable[[str], Suppression | None]
) -> tuple[dict[str, Entry], tuple[Remark, ...]]:
    """One entry a key, and what is to be said of the others."""
    taken: dict[str, Entry] = {}
    remarks: list[Remark] = []
    for entry in entries:
        key = key_of(entry.member)
        kept_off = suppression_of(key)
        if kept_off and kept_off.reason is SuppressionReason.ERASED:
            remarks.append(_forgotten(entry))
        elif first := taken.get(key):
            taken[key] = replace(first, member=_merged(first.member, entry.member))
            remarks.append(_same(first, entry))
        else:
            taken[key] = entry
    return taken, tuple(remarks)


def _doubts_of_names(
    joining: Iterable[Entry],
    known: Iterable[Listing],
    key_of: Callable[[Member], str],
    suppression_of: Callable[[str], Suppression | None],
) -> Iterator[Remark]:
    """Who may have left, or asked to be forgotten, under another address."""
    gone = {
        (one.member.name or "").casefold() for one in known if one.suppression and not _is_a_bounce(one.suppression)
    }
    for entry in joining:
        if not entry.member.name:
            continue
        by_name = suppression_of(key_of(replace(entry.member, email=None)))
        if by_name and by_name.reason is SuppressionReason.ERASED:
            yield _to_check(entry, "Somebody of this name and organisation asked to be forgotten. " + _SAME_PERSON)
        elif entry.member.name.casefold() in gone:
            yield _to_check(entry, "Somebody of this name left the list. " + _SAME_PERSON)


def _changes_of_address(joining: Iterable[Entry], missing: Iterable[Listing]) -> Iterator[Remark]:
    """Who may be on the list already, under an address that this file does not have any more."""
    candidates = [one for one in missing if not one.suppression or _is_a_bounce(one.suppression)]
    by_name = {one.member.name.casefold(): one.member for one in candidates if one.member.name}
    for entry in joining:
        known = by_name.get((entry.member.name or "").casefold())
        if known and entry.member.email:
            yield _to_check(
                entry,
                "Somebody of this name was on the list with another address. If it is the same person, let them stay "
                f"one: standfirst members change {known.id} NEW-ADDRESS",
            )


def _slips(joining: Iterable[Entry], members: Iterable[Member]) -> Iterator[Remark]:
    domains = Domains(member.email for member in members if member.email)
    for entry in joining:
        meant = domains.likely(entry.member.email) if entry.member.email else None
        if meant:
            yield _to_check(entry, f"What stands after the @ is nearly {meant}, but not quite. Is it a slip?")


def _is_a_bounce(suppression: Suppression) -> bool:
    return suppression.reason in {SuppressionReason.HARD_BOUNCE, SuppressionReason.SOFT_BOUNCES}


def _to_check(entry: Entry, words: str) -> Remark:
    return Remark(row=entry.row, weight=Weight.TO_CHECK, words=words, name=entry.member.name)


def _merged(first: Member, second: Member) -> Member:
    """One member out of two rows: what the first says, and what only the second does."""
    consent = Consent(
        basis=first.consent.basis or second.consent.basis,
        date=first.consent.date or second.consent.date,
        source=first.consent.source or second.consent.source,
    )
    return replace(
        first,
        name=first.name or second.name,
        organisation=first.organisation or second.organisation,
        groups=merged_groups((*first.groups, *second.groups)),
        consent=consent,
    )


def _same(first: Entry, entry: Entry) -> Remark:
    what = "address" if entry.member.email else "name, without an address,"
    return _to_check(entry, f"The same {what} as in row {first.row}: one member, in the groups of both rows.")


def _forgotten(entry: Entry) -> Remark:
    words = "Asked to be forgotten: nothing of this row was kept. Take it out of the file."
    return Remark(row=entry.row, weight=Weight.NOT_TAKEN, words=words)
