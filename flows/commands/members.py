"""`standfirst members`: the list of those who get the newsletter.

What the commands do stands in `membership` and `member_exchange`. The screen may show names and addresses, as it is the
coordinator's list; nothing here is logged.
"""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

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
    from flows.commands.member_exchange import import_members, read_list

    found = read_list(file, sheet)
    with _office() as office:
        is_whole = import_members(office, found, file.name, is_sure=sure, is_rehearsal=dry_run)
    if not is_whole:
        raise typer.Exit(TAKEN_WITH_SKIPS)


@app.command("list")
def list_(
    who: Annotated[list[str] | None, WHO] = None,
    *,
    group: Annotated[list[str] | None, typer.Option(help="Only members of this group; may be given again.")] = None,
    everybody: Annotated[bool, typer.Option("--all", help="Also those who have left or were taken off.")] = False,
) -> None:
    """Show who is on the list, and who joined or left since the last issue was sent."""
    from flows.commands.membership import show_found, show_list

    with _office() as office:
        if who:
            show_found(office, " ".join(who))
        else:
            show_list(office, group or (), is_everybody=everybody)


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
    from flows.commands.membership import add_member
    from flows.newsroom.model.postroom import Consent
    from flows.newsroom.postroom.new_members import new_member

    with _office() as office:
        member = new_member(
            name,
            address,
            organisation=organisation,
            groups=group or (),
            on_paper=paper,
            consent=Consent(basis=consent, date=office.now.date().isoformat()) if consent else None,
        )
        add_member(office, member)


@app.command()
def change(
    who: Annotated[str, typer.Argument(help="The former address, a part of the name, or an id.", metavar="WHO")],
    address: Annotated[str, typer.Argument(help="The new address.")],
) -> None:
    """Give a member another address. Name, groups, consent and what they were sent stay; no issue comes twice."""
    from flows.commands.membership import change_address

    with _office() as office:
        change_address(office, who, address)


@app.command()
def remove(
    who: Annotated[list[str], WHO],
    *,
    note: Annotated[str | None, typer.Option(help="Why, for yourself.")] = None,
) -> None:
    """Take somebody off the list. No file brings them back; `members back` does."""
    from flows.commands.membership import remove_member

    with _office() as office:
        remove_member(office, " ".join(who), note)


@app.command()
def back(
    who: Annotated[list[str], WHO],
    *,
    by: Annotated[str, typer.Option(help="Your name.", prompt="Your name")],
    note: Annotated[str, typer.Option(help="What they said, and when.", prompt="What did they say, and when")],
    name: Annotated[str, typer.Option(help="The name of somebody who had asked to be forgotten.")] = "",
) -> None:
    """Bring somebody back who had left, bounced or was taken off. Only when they asked for it, or were asked."""
    from flows.commands.membership import bring_back

    with _office() as office:
        bring_back(office, " ".join(who), name=name, by=by, note=note)


@app.command()
def forget(
    who: Annotated[list[str], WHO],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False,
) -> None:
    """Delete everything that is known of somebody. Only a keyed code stays, so that no file brings them back."""
    from flows.commands.membership import forget_member

    with _office() as office:
        forget_member(office, " ".join(who), is_confirmed=yes)


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="A new file that ends in .csv, .tsv or .xlsx.")],
    *,
    group: Annotated[list[str] | None, typer.Option(help="Only members of this group; may be given again.")] = None,
) -> None:
    """Write the members who are on the list into a file that can be imported again."""
    from flows.commands.member_exchange import export_members

    with _office() as office:
        export_members(office, file, group or ())


def _office() -> "AbstractContextManager[Office]":
    """The post office of the forum in this folder."""
    from flows.newsroom.settings import read_settings
    from flows.office import open_office

    return open_office(read_settings(Path.cwd()))
