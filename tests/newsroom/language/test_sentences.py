"""Sentences are found with their places, and British abbreviations do not end them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.language.sentences import split

SEEDS = Path(__file__).parents[3] / "seeds"
PIECES = [
    "Dr",
    "e.g",
    "No",
    "5",
    " ",
    "  ",
    ".",
    "?",
    "!",
    "…",
    "(",
    ")",
    "“",
    "”",
    '"',
    "Then",
    "she",
    "U.K",
    "\t",
    "£3",
]


def sentences(line: str) -> list[str]:
    return [line[start:end] for start, end in split(line)]


@pytest.mark.parametrize(
    "line",
    [
        "Trust CEO Dr. Navina Evans opened the day with Cllr. Bob Lee.",
        "See para. 4.2 and s. 42 of the Act, and No. 5 in the list.",
        "The meeting is on Tues. 3 Nov. 2026 in room 4.",
        "It ends at 5 p.m. Tuesday in St. Mary's.",
        "Services (e.g. Shared Lives, etc. Not day care) are open.",
        "J. A. Smith and the U.K. Government agreed.",
        "What Matters To You? all were there with stalls.",
        "The fee is £3.50 a head and 4.2 million people paid it.",
        "Smith v. Jones was decided in the spring",
        "It was fun (so said Ann. She left early) for all.",
    ],
)
def test_an_abbreviation_or_a_bracket_does_not_end_a_sentence(line: str) -> None:
    assert sentences(line) == [line]


@pytest.mark.parametrize(
    ("line", "second"),
    [
        ("Carers met on Monday. They talked.", "They talked."),
        ("Was it good? Yes, it was.", "Yes, it was."),
        ("“We will,” he said. “Then we go.”", "“Then we go.”"),
        ("It ended at 5 p.m. The room was full.", "The room was full."),
        ("They bring food, games etc. They all help.", "They all help."),
        ("The last bus came on 3 Dec. The hall closed.", "The hall closed."),
        ("They sat. 12 people stood.", "12 people stood."),
        ("The event was full. 125 colleagues came.", "125 colleagues came."),
        ("It grew… Then it stopped.", "Then it stopped."),
        ("The plan costs money. £3 million is there.", "£3 million is there."),
        ("They used it. eBay sold it.", "eBay sold it."),
        ("She and I. We went.", "We went."),
    ],
)
def test_a_sentence_ends_where_the_next_one_begins(line: str, second: str) -> None:
    assert sentences(line)[1:] == [second]


def test_a_list_number_does_not_end_a_sentence() -> None:
    assert sentences("Key dates: 1. Referral in May") == ["Key dates: 1. Referral in May"]


def test_a_line_without_a_stop_is_one_sentence_without_its_outer_space() -> None:
    assert sentences("  Building allies  ") == ["Building allies"]


def test_a_line_of_white_space_has_no_sentence() -> None:
    assert split("  \t ") == ()


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=80))
def test_sentences_are_in_order_trimmed_and_leave_only_white_space(line: str) -> None:
    spans = split(line)

    edges = [0, *(edge for span in spans for edge in span), len(line)]
    assert edges == sorted(edges)
    assert all(line[start:end] == line[start:end].strip() != "" for start, end in spans)
    assert all(not line[end:start].strip() for end, start in zip(edges[::2], edges[1::2], strict=True))


def test_every_sentence_of_the_seeds_begins_with_a_capital_a_figure_or_a_mark() -> None:
    lines = [line for seed in sorted(SEEDS.glob("*.txt")) for line in seed.read_text(encoding="utf-8").splitlines()]

    found = [sentence for line in lines for sentence in sentences(line.removeprefix("- "))]

    assert len(found) == 137
    assert [sentence for sentence in found if sentence[0].islower()] == []
