"""`standfirst members import` and `export`: the list and the coordinator's own files."""

from collections.abc import Sequence
from pathlib import Path

from flows.commands.member_screens import show_file, show_intake, show_totals
from flows.console import say
from flows.newsroom.errors import MemberError
from flows.newsroom.postroom.intake import decide, refuse_slips
from flows.newsroom.postroom.member_files.reading import MemberFile, read_members
from flows.newsroom.postroom.member_files.writing import FileKind, write_members
from flows.office import Office


def read_list(file: Path, sheet: str | None) -> MemberFile:
    """The members in `file`; `sheet` says which sheet of a workbook, None: the one with addresses.

    Raises:
        MemberError: It cannot be read.
    """
    return read_members(_content(file), sheet=sheet)


def import_members(office: Office, found: MemberFile, name: str, *, is_sure: bool, is_rehearsal: bool) -> bool:
    """Let the members of a file take the place of those on the list, and show what that changes.

    Args:
        office: The post office.
        found: What was read of the file.
        name: What the file is called.
        is_sure: More than a fifth of the members may leave.
        is_rehearsal: Nothing is changed.

    Returns:
        Whether every row was taken.

    Raises:
        MemberError: It looks like a slip.
    """
    roster, at = office.roster, office.clock.now()
    intake = decide(found.entries, roster.listings(), roster.key_of, roster.suppression, roster.moved_from)
    remarks = tuple(sorted((*found.remarks, *intake.remarks), key=lambda remark: remark.row))
    show_file(name, found, remarks)
    show_intake(intake, office.zone)
    refuse_slips(intake, is_sure=is_sure)
    if is_rehearsal:
        say("Nothing was changed: this was a dry run.")
    else:
        roster.take(intake, at)
        show_totals(roster)
    return not any(remark.is_refusal for remark in remarks)


def export_members(office: Office, file: Path, groups: Sequence[str]) -> None:
    """Write the members who are on the list into a new file that can be imported again.

    Raises:
        MemberError: It cannot be written, or its name says no kind of file that could be.
    """
    if file.suffix.lower() not in {*FileKind}:
        raise MemberError(f"{file.name} must end in .csv, .tsv or .xlsx.")
    roster = office.roster
    served = {member.id for member in (*roster.audience(groups), *roster.on_paper(groups))}
    members = tuple(one.member for one in roster.listings() if one.member.id in served)
    _write(file, write_members(members, FileKind(file.suffix.lower())))
    say(f"{len(members)} members written to {file}. It holds names and addresses: keep it where only you can read it.")


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
