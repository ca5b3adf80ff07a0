"""`standfirst members`: the list of those who get the newsletter.

The screen may show names and addresses, as it is the coordinator's list; nothing here is logged.
"""

from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.newsroom.errors import MemberError

if TYPE_CHECKING:
    from flows.office import Office

TAKEN_WITH_SKIPS = 3

app = typer.Typer(help="The members: who gets the newsletter, by e-mail or on paper.", no_args_is_help=True)

WHO = typer.Argument(help="An address, a part of a name, or an id.", metavar="WHO")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="The whole list: CSV, TSV or Excel (.xlsx).")],
    *,
    sheet: Annotated[str | None, typer.Option(help="Which sheet of a workbook; else the one with addresses.")] = None,
    sure: Annotated[bool, typer.Option("--sure", help="Also if more than a fifth of the members would leave.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")] = False,
) -> None:
    """Let the members in FILE take the place of those on the list. Who has left is not brought back."""
    from flows.commands.member_screens import show_file, show_intake, show_totals
    from flows.console import screen
    from flows.newsroom.postroom.intake import decide, refuse_slips
    from flows.newsroom.postroom.member_files.reading import read_members

    found = read_members(_content(file), sheet=sheet)
    with _office() as office:
        roster, at = office.roster, office.clock.now()
        intake = decide(found.entries, roster.listings(), roster.key_of, roster.suppression)
        remarks = tuple(sorted((*found.remarks, *intake.remarks), key=lambda remark: remark.row))
        show_file(file.name, found, remarks)
        show_intake(intake)
        refuse_slips(intake, is_sure=sure)
        if dry_run:
            screen.print("Nothing was changed: this was a dry run.")
        else:
            roster.take(intake, at)
            show_totals(roster)
    if any(remark.is_refusal for remark in remarks):
        raise typer.Exit(TAKEN_WITH_SKIPS)


@app.command("list")
def list_(
    who: Annotated[list[str] | None, WHO] = None,
    *,
    group: Annotated[list[str] | None, typer.Option(help="Only members of this group; may be given again.")] = None,
    everybody: Annotated[bool, typer.Option("--all", help="Also those who have left or were taken off.")] = False,
) -> None:
    """Show who is on the list, and who joined or left since the last issue was sent."""
    from flows.commands.choosing import find_members
    from flows.commands.member_screens import show_changes, show_listings, show_member, show_totals

    with _office() as office:
        roster = office.roster
        if who:
            found = find_members(roster, " ".join(who))
            if len(found) == 1:
                show_member(found[0])
            else:
                show_listings(found)
            return
        wanted = {name.casefold() for name in group or ()}
        listings = tuple(
            one
            for one in roster.listings()
            if (everybody or one.is_served) and (not wanted or wanted & {name.casefold() for name in one.member.groups})
        )
        show_listings(listings)
        show_totals(roster, group or ())
        if not group:
            show_changes(roster, office.ledger.mailings())


@app.command()
def add(  # noqa: PLR0913 - each is an option of the command
    name: Annotated[str, typer.Argument(help='The name, such as "Ann Archer"; "" for a mailbox without one.')],
    address: Annotated[str | None, typer.Argument(help="The e-mail address; none for a member on paper.")] = None,
    *,
    organisation: Annotated[str | None, typer.Option(help="Where they work.")] = None,
    group: Annotated[list[str] | None, typer.Option(help="A group; may be given again.")] = None,
    paper: Annotated[bool, typer.Option("--paper", help="On paper, although there is an address.")] = False,
    consent: Annotated[str | None, typer.Option(help="Why we may write to them, such as: form.")] = None,
) -> None:
    """Put somebody on the list. A file that does not name them leaves them on it."""
    from flows.commands.member_screens import show_listings, why_off
    from flows.newsroom.model.postroom import Consent
    from flows.newsroom.postroom.new_members import new_member

    with _office() as office:
        roster, at = office.roster, office.clock.now()
        member = new_member(
            name,
            address,
            organisation=organisation,
            groups=group or (),
            on_paper=paper,
            consent=Consent(basis=consent, date=office.now.date().isoformat()) if consent else None,
        )
        key = roster.key_of(member)
        if suppression := roster.suppression(key):
            raise MemberError(
                f"They are off the list: {why_off(suppression)}. If they want to come back, type: standfirst members "
                f"back {address or name} --by YOUR-NAME --note WHY"
            )
        if any(one.left is None and roster.key_of(one.member) == key for one in roster.listings()):
            raise MemberError("They are on the list already. What is known of them is changed in your file; import it.")
        added = roster.enrol(member, at, is_added_by_hand=True)
        show_listings(tuple(filter(None, (roster.listing(added.id),))))
        _say("Added.")


@app.command()
def remove(
    who: Annotated[list[str], WHO],
    *,
    note: Annotated[str | None, typer.Option(help="Why, for yourself.")] = None,
) -> None:
    """Take somebody off the list. No file brings them back; `members back` does."""
    from flows.commands.choosing import find_members, the_one
    from flows.commands.member_screens import called
    from flows.newsroom.model.postroom import SuppressionReason

    with _office() as office:
        roster, at = office.roster, office.clock.now()
        listing = the_one(find_members(roster, " ".join(who)), is_served=True)
        roster.suppress(listing.member.id, SuppressionReason.BY_HAND, at, note)
        _say(f"{called(listing.member)} gets nothing any more. No file brings them back; `members back` does.")


@app.command()
def back(
    who: Annotated[list[str], WHO],
    *,
    by: Annotated[str, typer.Option(help="Your name.", prompt="Your name")],
    note: Annotated[str, typer.Option(help="What they said, and when.", prompt="What did they say, and when")],
    name: Annotated[str, typer.Option(help="The name of somebody who had asked to be forgotten.")] = "",
) -> None:
    """Bring somebody back who had left, bounced or was taken off. Only when they asked for it, or were asked."""
    from flows.commands.choosing import the_one
    from flows.commands.member_screens import called
    from flows.newsroom.model.postroom import Consent
    from flows.newsroom.postroom.member_files.entries import plain
    from flows.newsroom.postroom.new_members import new_member

    if not plain(by) or not plain(note):
        raise MemberError("Coming back needs your name (--by) and what they said (--note). Nothing was changed.")
    with _office() as office:
        roster, at = office.roster, office.clock.now()
        words = " ".join(who)
        found = roster.find(words)
        if found:
            listing = the_one(found, is_served=False)
            if listing.is_served:
                raise MemberError(f"{called(listing.member)} is on the list already. Nothing was changed.")
            member = listing.member
        else:
            member = new_member(name, words)
            if roster.suppression(roster.key_of(member)) is None:
                raise MemberError("That address was never taken off the list. To put it there, type: members add")
        source = f"{plain(by)}: {plain(note)}"
        consent = Consent(basis="asked to come back", date=office.now.date().isoformat(), source=source)
        roster.bring_back(replace(member, consent=consent), at)
        _say(f"{member.name or member.email} is on the list again. What you wrote is kept as the reason.")


@app.command()
def forget(
    who: Annotated[list[str], WHO],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False,
) -> None:
    """Delete everything that is known of somebody. Only a keyed code stays, so that no file brings them back."""
    from flows.commands.choosing import find_members, the_one
    from flows.commands.member_screens import called
    from flows.newsroom.postroom.custody import discard_traces

    with _office() as office:
        roster, at = office.roster, office.clock.now()
        words = " ".join(who)
        if "@" in words and not roster.find(words):
            roster.forget_address(words, at)
            _say("Nobody on the list has that address. From now on no file can bring it in.")
            return
        listing = the_one(find_members(roster, words), is_served=None)
        if not yes and not typer.confirm(f"Delete everything about {called(listing.member)}? This cannot be undone."):
            raise MemberError("Nothing was changed.")
        roster.forget(listing.member.id, at)
        left = discard_traces(office.state, listing.member.id)
    _say("Forgotten. Your own files may still hold them: take the row out there, too, and out of old exports.")
    if left:
        _say(f"So may these in {office.state.name}; throw them away when you need them no more: {', '.join(left)}.")


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="A new file that ends in .csv, .tsv or .xlsx.")],
    *,
    group: Annotated[list[str] | None, typer.Option(help="Only members of this group; may be given again.")] = None,
) -> None:
    """Write the members who are on the list into a file that can be imported again."""
    from flows.newsroom.postroom.member_files.writing import FileKind, write_members

    if file.suffix.lower() not in {*FileKind}:
        raise MemberError(f"{file.name} must end in .csv, .tsv or .xlsx.")
    with _office() as office:
        roster = office.roster
        served = {member.id for member in (*roster.audience(group or ()), *roster.on_paper(group or ()))}
        members = tuple(one.member for one in roster.listings() if one.member.id in served)
    _write(file, write_members(members, FileKind(file.suffix.lower())))
    _say(f"{len(members)} members written to {file}. It holds names and addresses: keep it where only you can read it.")


def _office() -> "AbstractContextManager[Office]":
    """The post office of the forum in this folder."""
    from flows.newsroom.settings import read_settings
    from flows.office import open_office

    return open_office(read_settings(Path.cwd()))


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise MemberError(f"{file} cannot be read: {error.strerror}. Is the name right, as seen from here?") from error


def _write(file: Path, content: bytes) -> None:
    """Write a new file that only its owner may read."""
    try:
        file.touch(mode=0o600, exist_ok=False)
        file.write_bytes(content)
    except FileExistsError as error:
        raise MemberError(f"{file} is there already. Name a new file.") from error
    except OSError as error:
        raise MemberError(f"{file} cannot be written: {error.strerror}. Name another place.") from error


def _say(words: str) -> None:
    from rich.text import Text

    from flows.console import screen

    screen.print(Text(words))
