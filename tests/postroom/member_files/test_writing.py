"""A list that goes out can come in again, and runs nothing."""

import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.model.postroom import Channel, Consent, Member
from flows.newsroom.postroom.member_files.entries import plain
from flows.newsroom.postroom.member_files.reading import read_members
from flows.newsroom.postroom.member_files.writing import FileKind, write_members

ZOE = Member(
    id="", name="Zoë O’Brien", email="zoe@example.org", organisation="Anytown, North", groups=("North", "Students"),
    consent=Consent(basis="form", date="2026-03-01", source="open day"),
)  # fmt: skip
BOB = Member(id="", name="=HYPERLINK(1)", channel=Channel.PRINT)
INFO = Member(id="", email="info@example.org", channel=Channel.PRINT)


@pytest.mark.parametrize("kind", FileKind)
def test_what_is_written_is_read_again(kind: FileKind) -> None:
    content = write_members((ZOE, BOB, INFO), kind)

    assert [entry.member for entry in read_members(content).entries] == [ZOE, BOB, INFO]
    assert write_members((ZOE, BOB, INFO), kind) == content


@pytest.mark.parametrize("name", ["=1+1", "+44 20", "-x", "@SUM(A1)", "\t=1", "＝1"])
def test_no_cell_is_a_formula(name: str) -> None:
    member = Member(id="", name=name)

    text = write_members((member,), FileKind.CSV).decode("utf-8-sig")
    sheet = openpyxl.load_workbook(io.BytesIO(write_members((member,), FileKind.XLSX))).worksheets[0]

    assert text.splitlines()[1].startswith("'")
    assert str(sheet["A2"].value).startswith("'")
    assert sheet["A2"].data_type == "s"


@settings(max_examples=40)
@given(name=st.text(max_size=70))
def test_a_name_of_any_letters_comes_back_as_it_was_stored(name: str) -> None:
    stored = plain(name, 60)
    (entry,) = read_members(write_members((Member(id="", name=stored, email="a@example.org"),), FileKind.CSV)).entries

    assert (entry.member.name or "") == stored
