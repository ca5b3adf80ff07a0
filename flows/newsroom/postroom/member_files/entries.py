"""What a row of a list says of a member, and what is wrong with it."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from flows.newsroom.errors import MemberError
from flows.newsroom.formats.days import stated_day
from flows.newsroom.model.postroom import Channel, Consent, Member
from flows.newsroom.postroom.addresses import Address, read_address
from flows.newsroom.postroom.member_files.grids import Row
from flows.newsroom.postroom.member_files.headings import Column, Headings, Word, is_heading, means

LONGEST_NAME = 60  # characters; a longer one does not survive the headers of a mail (CPython gh-80222)
LONGEST_TEXT = 200

_FIRST_SERIAL, _LAST_SERIAL = 36_526, 73_050  # days as spreadsheets count them, of the years 2000 to 2099
_SERIALS_BEGIN = dt.date(1899, 12, 30)
_GROUP_ENDS = re.compile(r"[|;,\n]")


class Weight(StrEnum):
    """What a remark means for its row."""

    NOT_TAKEN = "not taken"
    TO_CHECK = "to check"
    MENDED = "mended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something about a row, as a sentence that quotes nothing of it."""

    row: int
    weight: Weight
    words: str
    name: str | None = field(default=None, repr=False)  # whom it is about, for the coordinator's screen

    @property
    def is_refusal(self) -> bool:
        """Whether its row was not taken."""
        return self.weight is Weight.NOT_TAKEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a row says of a member, who has no id as yet."""

    row: int
    member: Member


def read_row(row: Row, headings: Headings) -> Iterator[Entry | Remark]:
    """At most one entry, and what is to be said of the row; nothing for one that says nothing of anybody."""
    reading = _Reading(row, headings)
    if reading.is_blank:
        return
    try:
        yield from reading.outcomes()
    except MemberError as error:
        yield reading.remark(Weight.NOT_TAKEN, str(error))


def plain(cell: str, longest: int = LONGEST_TEXT) -> str:
    """A cell in one line, without signs that cannot be seen and without the mark that keeps a formula from running."""
    text = "".join(" " if unicodedata.category(sign)[0] == "C" or sign in "\u2028\u2029" else sign for sign in cell)
    text = " ".join(unicodedata.normalize("NFC", text).split())
    text = text[1:] if re.match(r"'[=+\-@＝＋－＠]", text) else text
    return "" if means(text, Word.NOTHING) else text[:longest].rstrip()


class _Reading:
    """One row under its headings."""

    def __init__(self, row: Row, headings: Headings) -> None:
        self._row = row
        self._headings = headings
        names = self._cells(Column.NAME) or (*self._cells(Column.FIRST_NAME), *self._cells(Column.LAST_NAME))
        self._name = plain(" ".join(dict.fromkeys(names)), LONGEST_NAME)

    @property
    def is_blank(self) -> bool:
        """Whether no column that is read says anything, or it is the row of headings once more."""
        columns = self._headings.columns
        said = [(cell, column) for place, column in columns if (cell := self._row.cell(place))]
        is_lost = any(place in self._row.uncalculated for place, _ in columns)
        return all(is_heading(cell, column) for cell, column in said) and not is_lost

    def remark(self, weight: Weight, words: str) -> Remark:
        return Remark(row=self._row.number, weight=weight, words=words, name=self._name or None)

    def outcomes(self) -> Iterator[Entry | Remark]:
        """The entry and its remarks.

        Raises:
            MemberError: The row is not taken, and why.
        """
        self._refuse_what_is_no_member()
        address = self._address()
        name = self._name or (plain(address.name or "", LONGEST_NAME) if address else "")
        if not address and not name:
            raise MemberError("There is neither an address nor a name. Give at least one of them.")
        if address and address.is_shared:
            yield self.remark(Weight.TO_CHECK, "This looks like a mailbox that several people read. It is kept.")
        if address and self._is_mended(address):
            yield self.remark(Weight.MENDED, "What stood around the address was taken away.")
        yield Entry(row=self._row.number, member=self._member(name, address))

    def _refuse_what_is_no_member(self) -> None:
        if any(place in self._row.uncalculated for place, _ in self._headings.columns):
            raise MemberError(
                "A formula stands here whose value is not in the file. Open it in the spreadsheet and save it again."
            )
        # Below "Left" or "Unsubscribed" people write "yes", a day or a reason.
        has_left = any(not means(cell, Word.NO) for cell in self._cells(Column.HAS_LEFT))
        if has_left or self._says(Column.STATUS, Word.HAS_LEFT, Word.NO):
            raise MemberError("The list says that this member has left. If that is wrong, correct it there.")
        if self._says(Column.CONSENT, Word.NO, Word.HAS_LEFT):
            raise MemberError("The list says that there is no consent. If that is wrong, correct it there.")
        if not self._cells(Column.EMAIL) and means(self._name, Word.NO_PERSON):
            raise MemberError("This looks like a sum or a remark, not like a member.")

    def _address(self) -> Address | None:
        for cell in self._cells(Column.EMAIL):
            try:
                return read_address(cell)
            except MemberError as error:
                raise MemberError(f"The address {error}") from None
        return None

    def _is_mended(self, address: Address) -> bool:
        return self._cells(Column.EMAIL)[0].casefold() != address.text.casefold()

    def _member(self, name: str, address: Address | None) -> Member:
        wants_paper = self._says(Column.CHANNEL, Word.ON_PAPER) or self._says(Column.ON_PAPER, Word.YES, Word.ON_PAPER)
        groups = (plain(part) for cell in self._cells(Column.GROUPS) for part in _GROUP_ENDS.split(cell))
        organisations = dict.fromkeys(filter(None, map(plain, self._cells(Column.ORGANISATION))))
        return Member(
            id="",
            email=address.text if address else None,
            name=name or None,
            organisation=", ".join(organisations)[:LONGEST_TEXT] or None,
            groups=merged_groups(filter(None, groups)),
            channel=Channel.EMAIL if address and not wants_paper else Channel.PRINT,
            consent=self._consent(),
        )

    def _consent(self) -> Consent:
        basis = plain(next(iter(self._cells(Column.CONSENT)), ""))
        date = plain(next(iter(self._cells(Column.CONSENT_DATE)), ""))
        source = plain(next(iter(self._cells(Column.CONSENT_SOURCE)), ""))
        return Consent(
            basis=("consent" if means(basis, Word.YES) else basis) or None,
            date=_as_day(date) or None,
            source=source or None,
        )

    def _cells(self, column: Column) -> tuple[str, ...]:
        """What stands in the columns of that kind, from the left, without those that say nothing."""
        cells = (self._row.cell(place) for place in self._headings.places(column))
        return tuple(cell for cell in cells if cell and not means(cell, Word.NOTHING))

    def _says(self, column: Column, *words: Word) -> bool:
        return any(means(cell, word) for cell in self._cells(column) for word in words)


def merged_groups(groups: Iterable[str]) -> tuple[str, ...]:
    """Each group once, whatever its capitals, as first written; in the order of the alphabet."""
    first: dict[str, str] = {}
    for group in groups:
        first.setdefault(group.casefold(), group)
    return tuple(first[key] for key in sorted(first))


def _as_day(cell: str) -> str:
    """A day as 2026-03-01 where the cell says which it is, else the cell as it is."""
    if cell.isascii() and cell.isdigit() and _FIRST_SERIAL <= int(cell) <= _LAST_SERIAL:
        return (_SERIALS_BEGIN + dt.timedelta(days=int(cell))).isoformat()
    day = stated_day(cell)
    return day.isoformat() if day else cell
