"""What the coordinator sees of the member list."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from rich import box
from rich.table import Table
from rich.text import Text

from flows.console import say, screen
from flows.newsroom.language.calendar import in_words
from flows.newsroom.model.postroom import Channel, Listing, Mailing, MailingKind, Suppression, SuppressionReason
from flows.newsroom.postroom.intake import Intake
from flows.newsroom.postroom.member_files.entries import Remark, Weight
from flows.newsroom.postroom.member_files.headings import Column
from flows.newsroom.postroom.member_files.reading import MemberFile
from flows.newsroom.postroom.roster import Roster

MOST_NAMED = 12  # of those who join; more are only counted

_REASONS: Final = {
    SuppressionReason.UNSUBSCRIBED: "left the list",
    SuppressionReason.HARD_BOUNCE: "the address no longer exists",
    SuppressionReason.SOFT_BOUNCES: "mail came back three times",
    SuppressionReason.COMPLAINT: "reported a mail as unwanted",
    SuppressionReason.ERASED: "asked to be forgotten",
    SuppressionReason.BY_HAND: "taken off by hand",
}
_COLUMNS: Final = {
    Column.EMAIL: "e-mail",
    Column.NAME: "name",
    Column.FIRST_NAME: "first name",
    Column.LAST_NAME: "surname",
    Column.ORGANISATION: "organisation",
    Column.GROUPS: "groups",
    Column.CONSENT: "consent",
    Column.CONSENT_DATE: "date of consent",
    Column.CONSENT_SOURCE: "source of consent",
    Column.CHANNEL: "how it is sent",
    Column.ON_PAPER: "on paper",
    Column.STATUS: "status",
    Column.HAS_LEFT: "has left",
}


def show_file(name: str, file: MemberFile, remarks: Sequence[Remark]) -> None:
    """What was read of a file, and what is wrong with its rows."""
    where = f"{name}, sheet {file.sheet!r}" if file.sheet else name
    say(f"Read {where}: {_count(len(file.entries), 'member')}.")
    say(f"Columns: {', '.join(_COLUMNS[column] for column in file.columns)}.")
    if file.unread:
        say(f"Not read: {', '.join(file.unread)}.")
    for note in file.notes:
        say(f"Please look: {note}")
    _show_remarks(
        "Not taken. Look at these rows; when they are right, import the file again:", remarks, Weight.NOT_TAKEN
    )
    _show_remarks("Taken, but please look:", remarks, Weight.TO_CHECK)
    mended = [str(remark.row) for remark in remarks if remark.weight is Weight.MENDED]
    if mended:
        say(f"Mended: brackets, blanks and the like around the addresses in {_rows(mended)}.")
    screen.print()


def show_intake(intake: Intake, zone: dt.tzinfo) -> None:
    """Who comes and who goes by a file; days are those of the forum's `zone`."""
    joining = [member.called for member in intake.joining]
    _name("New", joining if len(joining) <= MOST_NAMED else [], len(joining))
    leaving = [listing.member.called for listing in intake.leaving]
    _name("Not in the file, so no longer on the list", leaving, len(leaving))
    kept = [listing.member.called for listing in intake.kept]
    _name("Not in the file, but added by hand, so still on the list", kept, len(kept))
    off = [f"{one.member.called} ({why_off(one.suppression, zone)})" for one in intake.staying_off if one.suppression]
    _name("In the file, but off the list", off, len(off))
    no_address = [member.called for member in intake.joining if member.channel is Channel.PRINT]
    _name("New on paper", no_address, len(no_address))


def show_listings(listings: Sequence[Listing], zone: dt.tzinfo) -> None:
    """A table of members, with the id by which each can be named."""
    if not listings:
        return
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), header_style="bold", show_edge=False)
    for title in ("Name", "Address", "Organisation", "Groups", "Id"):
        table.add_column(title, overflow="fold", no_wrap=title in {"Address", "Id"})
    is_mixed = any(not listing.is_served for listing in listings)
    if is_mixed:
        table.add_column("Off the list", overflow="fold")
    for listing in listings:
        member = listing.member
        cells = (
            member.name or "",
            member.email if member.email and member.channel is Channel.EMAIL else "on paper",
            member.organisation or "",
            ", ".join(member.groups),
            member.id,
            *((_why_not_served(listing, zone),) if is_mixed else ()),
        )
        table.add_row(*(Text(cell) for cell in cells))
    screen.print(table)


def show_member(listing: Listing, zone: dt.tzinfo) -> None:
    """Everything that is known of one member, as somebody who asks for it must be told."""
    member, consent = listing.member, listing.member.consent
    lines = (
        ("Name", member.name),
        ("Address", member.email),
        ("Gets it", "on paper" if member.channel is Channel.PRINT else "by e-mail"),
        ("Organisation", member.organisation),
        ("Groups", ", ".join(member.groups)),
        ("Consent", ", ".join(filter(None, (consent.basis, consent.date, consent.source))) or "nothing is noted"),
        ("On the list", f"since {in_words(_day_of(listing.joined, zone))}, {_origin(listing)}"),
        ("Off the list", _why_not_served(listing, zone)),
        ("Id", member.id),
    )
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    for title, words in lines:
        if words:
            table.add_row(Text(title, style="bold"), Text(words))
    screen.print(table)


def show_totals(roster: Roster, groups: Iterable[str] = ()) -> None:
    """How many get the newsletter, by which way, and how many are off the list."""
    groups = tuple(groups)
    by_mail, on_paper = len(roster.audience(groups)), len(roster.on_paper(groups))
    of_groups = f" in {', '.join(groups)}" if groups else ""
    say(f"On the list{of_groups}: {by_mail} by e-mail, {on_paper} on paper.", is_heading=True)
    in_groups = Counter(name for one in roster.listings() if one.is_served for name in one.member.groups)
    if in_groups and not (groups and (by_mail or on_paper)):
        say(f"Groups: {', '.join(f'{name} ({count})' for name, count in sorted(in_groups.items()))}.")
    if not by_mail and not on_paper and not groups:
        say("Next: standfirst members import FILE, with a spreadsheet of your members.")
    reasons = Counter(one.suppression.reason for one in roster.listings() if one.suppression and one.left is None)
    if reasons and not groups:
        told = "; ".join(f"{count}: {_REASONS[reason]}" for reason, count in sorted(reasons.items()))
        say(f"Off the list: {told}. `standfirst members list --all` names them.")


def show_changes(roster: Roster, mailings: Sequence[Mailing], zone: dt.tzinfo) -> None:
    """Who joined and who left since the last issue was sent."""
    sent = [one for one in mailings if one.kind is MailingKind.ISSUE and one.released_at is not None]
    if not sent:
        return
    last = max(sent, key=lambda mailing: mailing.released_at or 0)
    since = last.released_at or 0
    listings = roster.listings()
    joined = [one.member.called for one in listings if one.is_served and one.joined > since]
    left = [f"{one.member.called} ({_why_not_served(one, zone)})" for one in listings if _went_after(one, since)]
    if not joined and not left:
        say(f"Nobody joined or left since the issue of {in_words(last.issue)} was sent.")
        return
    say(f"Since the issue of {in_words(last.issue)} was sent:")
    _name("  Joined", joined, len(joined))
    _name("  Left", left, len(left))


def why_off(suppression: Suppression, zone: dt.tzinfo) -> str:
    """Why and since when somebody is off the list, and what was noted."""
    note = f" ({suppression.note})" if suppression.note else ""
    return f"{_REASONS[suppression.reason]} on {in_words(_day_of(suppression.at, zone))}{note}"


def _day_of(at: float, zone: dt.tzinfo) -> dt.date:
    return dt.datetime.fromtimestamp(at, zone).date()


def _show_remarks(title: str, remarks: Sequence[Remark], weight: Weight) -> None:
    chosen = [remark for remark in remarks if remark.weight is weight]
    if not chosen:
        return
    screen.print()
    say(title, is_heading=True)
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(max_width=24)
    table.add_column()
    for remark in chosen:
        table.add_row(Text(f"  row {remark.row}"), Text(remark.name or ""), Text(remark.words))
    screen.print(table)


def _origin(listing: Listing) -> str:
    return "added by hand" if listing.is_added_by_hand else "by a file"


def _went_after(listing: Listing, since: float) -> bool:
    off_since = listing.suppression.at if listing.suppression else None
    went = off_since if listing.left is None else listing.left
    return went is not None and went > since >= listing.joined


def _why_not_served(listing: Listing, zone: dt.tzinfo) -> str:
    if listing.suppression:
        return why_off(listing.suppression, zone)
    return f"not in the file of {in_words(_day_of(listing.left, zone))}" if listing.left is not None else ""


def _name(title: str, names: Sequence[str], count: int) -> None:
    """A line with a number and, where they are given, names; nothing for nobody."""
    if count:
        say(f"{title}, {count}: {', '.join(names)}" if names else f"{title}: {count}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _rows(numbers: Sequence[str]) -> str:
    """As in "row 4" or "rows 4, 9 and 12"."""
    *others, last = numbers
    return f"rows {', '.join(others)} and {last}" if others else f"row {last}"
