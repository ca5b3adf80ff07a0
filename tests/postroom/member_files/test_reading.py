"""Lists as spreadsheets really write them."""

import contextlib
import datetime as dt
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.errors import MemberError
from flows.newsroom.model.postroom import Channel, Consent, Member
from flows.newsroom.postroom.member_files.entries import Weight
from flows.newsroom.postroom.member_files.reading import MemberFile, read_members

LIST = (
    "Name;E-mail;Organisation;Groups;Consent date\n"
    "Zoë O’Brien;Zoe@example.org;Anytown;North|All;1 March 2026\n"
    '"Ng; Pat";pat@example.org;;;\n'
    "\n"
    "Bob Brown;;Anytown;;\n"
)


def a_workbook(*rows: tuple[object, ...], title: str = "Members") -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    add_sheet(book, title, *rows)
    del book["Sheet"]
    return book


def add_sheet(book: openpyxl.Workbook, title: str, *rows: tuple[object, ...], state: str = "visible") -> None:
    sheet = book.create_sheet(title)
    sheet.sheet_state = state
    for row in rows:
        sheet.append(row)


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read_text(*lines: str) -> MemberFile:
    return read_members("\n".join(lines).encode())


def member_of(heading: str, cell: str) -> Member:
    (entry,) = read_text(f"Name\tE-mail\t{heading}", f"Ann\tann@example.org\t{cell}").entries
    return entry.member


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(LIST.encode(), id="UTF-8"),
        pytest.param(LIST.encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param(LIST.encode("utf-16"), id="UTF-16"),
        pytest.param(LIST.encode("utf-16-le"), id="UTF-16 without a mark"),
        pytest.param(LIST.encode("cp1252"), id="Windows-1252"),
        pytest.param(LIST.replace("\n", "\r\n").encode(), id="Windows line ends"),
        pytest.param(LIST.replace(";", ",").encode(), id="commas"),
        pytest.param(LIST.replace(";", "\t").encode(), id="tabs"),
        pytest.param(b"sep=;\n" + LIST.encode(), id="stated separator"),
    ],
)
def test_encodings_and_separators_give_the_same_members(content: bytes) -> None:
    found = read_members(content)

    zoe, pat, bob = found.entries
    assert (zoe.row, pat.row, bob.row) == (2, 3, 5)
    assert (zoe.member.name, zoe.member.email, zoe.member.groups) == (
        "Zoë O’Brien",
        "Zoe@example.org",
        ("All", "North"),
    )
    assert zoe.member.consent == Consent(date="2026-03-01")
    assert (pat.member.name or "")[:2] == "Ng"
    assert (bob.member.email, bob.member.channel) == (None, Channel.PRINT)
    assert found.remarks == ()


def test_a_workbook_gives_what_the_same_text_gives() -> None:
    rows = [tuple(line.split(";")) for line in LIST.replace('"Ng; Pat"', "Ng Pat").splitlines()]
    text = LIST.replace('"Ng; Pat"', "Ng Pat")

    assert read_members(saved(a_workbook(*rows))).entries == read_members(text.encode()).entries


@pytest.mark.parametrize(
    "headings",
    [
        ("Name", "E-mail", "Employer", "Group(s)"),
        ("Full name", "Email Address", "Team / organisation", "Mailing list"),
        ("MEMBER", "e mail", "Organization", "Forum"),
        ("Contact name:", "Work e-mail", "Local authority", "Area"),
        ("Display Name", "E-mail 1 - Value", "Company", "Labels"),
        ("Name", "How to reach them", "Employer / Organisation", "Group"),
    ],
)
def test_headings_are_known_by_many_names(headings: tuple[str, ...]) -> None:
    (entry,) = read_members(saved(a_workbook(headings, ("Ann", "ann@example.org", "Anytown", "North")))).entries

    member = entry.member
    assert (member.name, member.email, member.organisation, member.groups) == (
        "Ann",
        "ann@example.org",
        "Anytown",
        ("North",),
    )


def test_first_name_and_surname_make_a_name_and_organisation_and_team_one_line() -> None:
    (entry,) = read_text("Surname,First name,E-mail,Employer,Team", "Archer,Ann,ann@example.org,Anytown,Adults").entries

    assert (entry.member.name, entry.member.organisation) == ("Ann Archer", "Anytown, Adults")


def test_titles_above_the_headings_and_columns_beside_them_are_passed_over() -> None:
    found = read_text(
        "Members of the forum,,,", "as of May 2026", "", "Phone,Name,Email,", "01,Ann,ann@example.org,,x,,,"
    )

    assert [(entry.row, entry.member.name) for entry in found.entries] == [(5, "Ann")]
    assert found.unread == ("Phone",)


def test_headings_in_the_midst_of_a_list_are_no_member() -> None:
    found = read_text("Name,Email", "Ann,ann@example.org", "Name,Email", "Bob,bob@example.org")

    assert [entry.row for entry in found.entries] == [2, 4]
    assert found.remarks == ()


@pytest.mark.parametrize(
    "lines", [("ann@example.org", "bob@example.org"), ("Ann,ann@example.org", "Bob,bob@example.org")]
)
def test_a_list_without_headings_is_read_if_it_holds_addresses_and_names_alone(lines: tuple[str, ...]) -> None:
    assert [entry.member.email for entry in read_text(*lines).entries] == ["ann@example.org", "bob@example.org"]


def test_a_file_without_members_says_which_headings_to_write() -> None:
    with pytest.raises(MemberError, match="Write above the columns"):
        read_text("Item,Price,Shop", "Tea,2.50,Corner")


def test_cells_that_are_days_numbers_or_ticks_are_understood() -> None:
    book = a_workbook(
        ("Name", "Email", "Consent", "Consent date", "Paper copy", "Groups"),
        ("Ann", "ann@example.org", True, dt.datetime(2026, 3, 1), None, 7),  # noqa: DTZ001 - a cell has no zone
        (42, "bob@example.org", "Yes", 46082, "x", 7.0),
    )

    ann, bob = (entry.member for entry in read_members(saved(book)).entries)

    assert ann.consent == bob.consent == Consent(basis="consent", date="2026-03-01")
    assert (ann.channel, bob.channel) == (Channel.EMAIL, Channel.PRINT)
    assert (bob.name, ann.groups, bob.groups) == ("42", ("7",), ("7",))


@pytest.mark.parametrize(
    ("heading", "cell", "channel"),
    [
        ("Channel", "post", Channel.PRINT),
        ("Channel", "By post", Channel.PRINT),
        ("Delivery", "E-mail", Channel.EMAIL),
        ("Post", "Y", Channel.PRINT),
        ("Paper", "no", Channel.EMAIL),
        ("Paper copy", "", Channel.EMAIL),
    ],
)
def test_who_wants_paper_gets_paper(heading: str, cell: str, channel: Channel) -> None:
    assert member_of(heading, cell).channel is channel


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        ("2026-03-01", "2026-03-01"),
        ("01/03/2026", "2026-03-01"),
        ("1st March 2026", "2026-03-01"),
        ("spring", "spring"),
    ],
)
def test_a_day_of_consent_is_read_day_first_and_kept_as_written_where_it_is_none(cell: str, stored: str) -> None:
    assert member_of("Date of consent", cell).consent.date == stored


@pytest.mark.parametrize(
    ("row", "words"),
    [
        pytest.param("Ann,ann at example.org,,", "no @", id="no address"),
        pytest.param("Ann,ann@example.org; bob@example.org,,", "more than one", id="two addresses"),
        pytest.param("Ann,noreply@example.org,,", "a machine", id="a machine"),
        pytest.param("Ann,jäne@example.org,,", "most mail servers refuse", id="letters that servers refuse"),
        pytest.param(",,Anytown,", "neither an address nor a name", id="an organisation alone"),
        pytest.param("Total: 47,,,", "a sum or a remark", id="a sum"),
        pytest.param("Ann,ann@example.org,,Withdrawn", "no consent", id="consent withdrawn"),
    ],
)
def test_a_row_that_is_not_taken_is_named_by_its_number_and_never_quoted(row: str, words: str) -> None:
    found = read_text("Name,Email,Organisation,Consent", "Cat,cat@example.org,,", row)

    (remark,) = found.remarks
    assert (remark.row, remark.weight) == (3, Weight.NOT_TAKEN)
    assert words in remark.words
    assert "@example.org" not in remark.words
    assert len(found.entries) == 1


@pytest.mark.parametrize(("heading", "cell"), [("Status", "Left May 2025"), ("Active", "N"), ("Left", "3/5/2025")])
def test_who_has_left_by_the_list_itself_is_not_taken(heading: str, cell: str) -> None:
    found = read_text(f"Name,Email,{heading}", f"Ann,ann@example.org,{cell}", "Bob,bob@example.org,")

    assert [entry.member.name for entry in found.entries] == ["Bob"]
    assert "has left" in found.remarks[0].words


def test_a_mended_address_and_a_mailbox_of_a_team_are_taken_and_said() -> None:
    found = read_text("Name,Email", "Ann,Ann Archer <ann@example.org>;", ",info@example.org")

    assert [remark.weight for remark in found.remarks] == [Weight.MENDED, Weight.TO_CHECK]
    assert [entry.member.email for entry in found.entries] == ["ann@example.org", "info@example.org"]


def test_the_second_column_of_addresses_serves_where_the_first_is_empty() -> None:
    found = read_text("Name,Work email,Home email", "Ann,,ann@example.org", "Bob,bob@example.org,b@example.org")

    assert [entry.member.email for entry in found.entries] == ["ann@example.org", "bob@example.org"]


def test_a_quotation_mark_that_is_not_closed_loses_nobody_in_silence() -> None:
    with pytest.raises(MemberError, match="Row 3 seems to hold several rows"):
        read_text(
            "Name,Email", "Ann,ann@example.org", '"Bob,bob@example.org', "Cat,cat@example.org", 'Dan,"dan@example.org"'
        )


def test_a_nickname_in_quotation_marks_is_no_harm() -> None:
    found = read_text("Name,Email", '"Annie" Archer,ann@example.org', "Bob,bob@example.org")

    assert [entry.member.name for entry in found.entries] == ["Annie Archer", "Bob"]


def test_the_sheet_with_addresses_is_taken_and_others_are_named() -> None:
    book = a_workbook(("Name", "Amount"), ("Ann", 3), title="Fees")
    add_sheet(book, "North", ("Name", "Email"), ("Ann", "ann@example.org"), ("Bob", "bob@example.org"))
    add_sheet(book, "South", ("Name", "Email"), ("Cat", "cat@example.org"))
    add_sheet(book, "Old", ("Name", "Email"), *((f"M{n}", f"m{n}@example.org") for n in range(9)), state="hidden")

    found = read_members(saved(book))

    assert found.sheet == "North"
    assert len(found.entries) == 2
    assert [note.split(" has ")[0] for note in found.notes] == ["The sheet 'South'", "The hidden sheet 'Old'"]
    assert [entry.member.name for entry in read_members(saved(book), sheet="south").entries] == ["Cat"]
    with pytest.raises(MemberError, match="these sheets: Fees, North, South, Old"):
        read_members(saved(book), sheet="East")


def test_rows_beyond_the_size_that_a_workbook_states_are_read() -> None:
    content = saved(a_workbook(("Name", "Email"), ("Ann", "ann@example.org"), ("Bob", "bob@example.org")))
    lying = _edited(content, b'<dimension ref="A1:B3"', b'<dimension ref="A1"')
    assert lying != content

    assert len(read_members(lying).entries) == 2


def test_a_formula_is_read_by_its_value_and_named_where_the_file_has_none() -> None:
    content = saved(a_workbook(("Name", "Email"), ("Ann", '=LOWER("ANN@EXAMPLE.ORG")'), ("Bob", "bob@example.org")))
    calculated = _edited(content, b"<v></v>", b"<v>ann@example.org</v>")
    calculated = _edited(_edited(calculated, b"<v />", b"<v>ann@example.org</v>"), b'<c r="B2">', b'<c r="B2" t="str">')

    assert "formula" in read_members(content).remarks[0].words
    assert [entry.member.name for entry in read_members(content).entries] == ["Bob"]
    assert [entry.member.email for entry in read_members(calculated).entries] == ["ann@example.org", "bob@example.org"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"%PDF-1.7 x", "a PDF file", id="a PDF"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Book", "Excel workbook", id="an old workbook"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password", id="a password"
        ),
        pytest.param(b"PK\x03\x04 and no more", "not an Excel workbook", id="a broken package"),
        pytest.param(b"\x00\x01\x02" * 400, "not text", id="no text"),
        pytest.param(b"", "No list of members", id="nothing"),
    ],
)
def test_a_file_that_is_no_list_is_named_for_what_it_is(content: bytes, words: str) -> None:
    with pytest.raises(MemberError, match=words):
        read_members(content)


def test_a_workbook_that_is_built_to_harm_is_refused_before_it_is_opened() -> None:
    content = saved(a_workbook(("Name", "Email"), ("Ann", "ann@example.org")))
    bomb = _edited(content, b"</sheetData>", b"<row/>" * 900_000 + b"</sheetData>")

    with pytest.raises(MemberError, match="built to harm"):
        read_members(bomb)


def test_a_row_far_down_does_not_hold_the_program_up() -> None:
    content = saved(a_workbook(("Name", "Email"), ("Ann", "ann@example.org")))
    far = _edited(content, b'<row r="2"', b'<row r="999999999999"')

    with pytest.raises(MemberError, match="rows"):
        read_members(far)


def test_texts_that_cells_share_are_read_as_excel_writes_them() -> None:
    content = _with_shared_texts(("Name", "Email", "Ann", "ann@example.org"), ((0, 1), (2, 3)))

    assert [entry.member.email for entry in read_members(content).entries] == ["ann@example.org"]


def test_one_endless_text_in_many_cells_does_not_hold_the_program_up() -> None:
    endless = "".join(map(str, range(300_000)))
    content = _with_shared_texts(("Name", "Email", endless), ((0, 1), *((2, 2) for _ in range(300))))

    found = read_members(content)

    assert {remark.weight for remark in found.remarks} == {Weight.NOT_TAKEN}
    assert len(found.remarks) == 300


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.text(max_size=12) | st.sampled_from(("=1+1", "a@example.org", "yes")), max_size=6), max_size=5)
)
def test_rows_of_any_text_are_read_or_refused(cells: list[list[str]]) -> None:
    lines = ["Name,Email,Groups,Consent,Consent date,Status", *(",".join(row) for row in cells)]
    try:
        found = read_members("\n".join(lines).encode("utf-8", "replace"))
    except MemberError:
        return

    assert all(entry.member.email or entry.member.name for entry in found.entries)


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_read_or_refused(content: bytes) -> None:
    with contextlib.suppress(MemberError):
        read_members(content)


def _edited(content: bytes, was: bytes, now: bytes, where: str = "worksheets") -> bytes:
    """A workbook whose sheets, or another part of it, have other markup."""
    edited = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(edited, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(was, now) if where in name else part)
    return edited.getvalue()


def _with_shared_texts(texts: tuple[str, ...], rows: tuple[tuple[int, ...], ...]) -> bytes:
    """A workbook that keeps texts once, whose cells give their numbers."""
    cells = "".join(
        "<row>" + "".join(f'<c t="s"><v>{number}</v></c>' for number in row) + "</row>" for row in rows
    )  # fmt: skip
    shared = "".join(f"<si><t>{text}</t></si>" for text in texts)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    named = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    content = _edited(saved(a_workbook(("Our list",))), b"</sheetData>", f"{cells}</sheetData>".encode())
    content = _edited(content, b"</Types>", named.encode(), "[Content_Types]")
    book = io.BytesIO(content)
    with zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings.xml", f"<sst {space}>{shared}</sst>")
    return book.getvalue()
