"""Lines that no rule names leave when many signs speak for it; what a reader may act on stays."""

from dataclasses import replace

import pytest

from flows.newsroom.cleaning import Lexicon, default_lexicon, extend_lexicon, finish, remove_furniture, take_up
from flows.newsroom.cleaning.likely import RULE
from tests.factories import a_raw_document

TITLE = "Carers meet the council"
PROSE = "Carers met the council in Luton and told it what they need, and it listened to every one of them."
MORE = "The council said that it would come back with a plan, and that carers would read it first."
APP = "Upgrade your inbox view"


def left(*lines: str, lexicon: Lexicon | None = None) -> list[str]:
    lexicon = lexicon or default_lexicon()
    raw = a_raw_document(*lines)
    proof = remove_furniture(take_up(raw.blocks, lexicon.is_kept), lexicon)
    return [block.text for block in finish(proof, raw, lexicon).blocks]


@pytest.mark.parametrize("line", [APP, "Give, or hear our podcast →"])
def test_what_looks_like_furniture_leaves(line: str) -> None:
    raw = a_raw_document(TITLE, PROSE, MORE, PROSE, MORE, line)

    cleaned = finish(take_up(raw.blocks), raw, default_lexicon())

    assert [block.text for block in cleaned.blocks] == [PROSE, MORE, PROSE, MORE]
    assert [change.rule for change in cleaned.changes] == ["title", RULE]


@pytest.mark.parametrize(
    "line",
    [
        "Book a place: carers@anytown.example",
        "Sign up for the next one on Tuesday",
        "Sign up by 3 May",
        "see you all on the 22nd",
        "Tickets £4 from the shop",
        "Nobody left early.",
    ],
)
def test_what_a_reader_may_act_on_stays(line: str) -> None:
    assert left(TITLE, PROSE, MORE, PROSE, MORE, line)[-1] == line


def test_a_name_stays() -> None:
    assert left(TITLE, PROSE, MORE, "Cllr Philippa Anand", PROSE, MORE) == [
        PROSE,
        MORE,
        "Cllr Philippa Anand",
        PROSE,
        MORE,
    ]


def test_a_text_in_another_language_is_left_alone() -> None:
    lines = ["Spotkanie w Luton", "Opiekunowie spotkali się z radą.", "Było nas dużo.", "Rada słuchała.", "Sto osób"]

    assert left(*lines)[-1] == "Sto osób"


def test_a_note_of_few_lines_is_left_alone() -> None:
    assert left(TITLE, PROSE, APP) == [PROSE, APP]


def test_a_coordinator_can_keep_a_line_or_leave_it_all_to_the_rules() -> None:
    lines = (TITLE, PROSE, MORE, PROSE, MORE, APP)
    keeping = replace(default_lexicon(), keep=frozenset({"upgrade your inbox view"}))
    by_rules = extend_lexicon(default_lexicon(), "weigh_signs = false", "furniture.toml")

    assert left(*lines, lexicon=keeping)[-1] == APP
    assert left(*lines, lexicon=by_rules)[-1] == APP


def test_what_stands_under_the_end_of_a_press_release_leaves() -> None:
    assert left(TITLE, PROSE, MORE, PROSE, "-ends-", "Notes to editors", MORE) == [PROSE, MORE, PROSE]


def test_a_word_of_that_kind_near_the_top_takes_nothing_away() -> None:
    assert left(TITLE, "Ends", PROSE, MORE, PROSE) == [PROSE, MORE, PROSE]
