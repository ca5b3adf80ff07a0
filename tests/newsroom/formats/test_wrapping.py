"""Paragraphs that a program broke into lines."""

import textwrap
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.formats.wrapping import unwrap

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
PARAGRAPHS = """\
The forum met on Tuesday to talk about supervision and caseloads. Forty people came, more than ever before, and most \
of them stayed for the whole of the day.
They heard from Ann Lee, who leads the team at the hospital, and from Ben Fox of the council. Both said that the \
number of visits had risen, and that it would rise again in the winter, when the families need the most help.
Nobody knew when the figures will be published. The chair promised to ask, and to tell the members by e-mail.
""".splitlines()
MAIL = """\
Dear all,

Thank you to everyone who came to the spring meeting of the forum on
Tuesday. It was good to see so many of you, and in particular the
colleagues from the hospital. We talked about the work of the multi-
disciplinary team, and agreed what the three boroughs offer for pre-
and post-qualifying training. The group will:

- write to the director about caseloads, and about the time that is
  needed for supervision
- meet again in June

Best wishes,
Ann Lee
Chair of the forum"""


def test_long_lines_that_somebody_broke_by_eye_come_back_whole() -> None:
    text = " ".join(PARAGRAPHS * 2).split()
    lines, widths = [""], [72, 118, 84, 101, 76, 110]
    for word in text:
        if len(lines[-1]) + len(word) > widths[len(lines) % len(widths)]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()

    whole = unwrap(lines)

    assert len(whole) <= len(lines) / 3
    assert " ".join(whole).split() == text


@settings(max_examples=50)
@given(st.integers(min_value=55, max_value=90), st.permutations(PARAGRAPHS))
def test_wrapped_paragraphs_come_back_whole(width: int, paragraphs: list[str]) -> None:
    lines = "\n\n".join(textwrap.fill(text, width) for text in paragraphs).split("\n")

    joined = [line for line in unwrap(lines) if line]

    assert joined == paragraphs


def test_an_email_is_joined_where_a_careful_reader_would_join_it() -> None:
    joined = [line for line in unwrap(MAIL.split("\n")) if line]

    assert [line.split()[0] for line in joined] == ["Dear", "Thank", "-", "-", "Best", "Ann", "Chair"]
    assert "the multi-disciplinary team" in joined[1]
    assert "for pre- and post-qualifying training" in joined[1]
    assert joined[2].endswith("about the time that is needed for supervision")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_no_line_of_a_seed_is_joined(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")

    assert unwrap(lines) == lines


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Social workers need:",
            "knowledge of the legal framework and local procedures",
            "skills in communicating with children and families",
            "an understanding of what the evidence says about it",
        ],
        ["Ann Lee", "Head of adult social care", "Northgate Council", "12 High Street"],
        [
            "The forum met on Tuesday to talk about supervision and caseloads.",
            "Forty people came, which is more than ever before.",
            "They heard from Ann Lee, who leads the team at the hospital.",
        ],
        [
            "We would like to hear from you about the hours that you spend on the",
            "telephone and the",
            "post, and about what your managers do with the",
            "figures",
        ],
        [],
        [""],
        ["one"],
    ],
    ids=["list without bullets", "address", "a line a paragraph", "verse", "nothing", "empty line", "one line"],
)
def test_lines_that_nobody_wrapped_stay(lines: list[str]) -> None:
    assert unwrap(lines) == lines


@settings(max_examples=50)
@given(st.lists(st.text(alphabet="abc .\n-", max_size=90), max_size=12))
def test_only_spaces_change(lines: list[str]) -> None:
    joined = unwrap(lines)

    assert "".join("".join(joined).split()) == "".join("".join(lines).split())


def test_one_long_line_that_dangles_tells_that_a_program_broke_it() -> None:
    lines = ["The new handbook for practice educators is finished and can be had from the", "office from Monday."]

    assert unwrap(lines) == [" ".join(lines)]


@pytest.mark.parametrize(
    "line",
    [
        "From: Ann Lee of Community Connections <ann.lee@example.org>",
        "Forum notes 24 September                         number 31",
        "______________________________________________________________________",
        "Notes of the spring meeting of the forum of the three boroughs, page 2",
    ],
)
def test_what_is_no_part_of_a_paragraph_is_joined_to_none(line: str) -> None:
    wrapped = [*textwrap.wrap(PARAGRAPHS[0], 70), line, *textwrap.wrap(PARAGRAPHS[1], 70)]

    assert unwrap(wrapped) == [PARAGRAPHS[0], line, PARAGRAPHS[1]]


def test_one_endless_line_costs_nothing() -> None:
    wrapped = textwrap.wrap(" ".join(PARAGRAPHS), 70)
    endless = " " * 50_000 + "x"
    start = process_time()

    assert unwrap([*wrapped, endless, *wrapped])
    assert process_time() - start < 1
