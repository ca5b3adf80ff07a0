"""The guard on sentences that somebody wrote: what it refuses, what it lets pass, and how it does on written cases."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.faithfulness import Fault, check

CASES = Path(__file__).parents[2] / "evaluation" / "faithfulness.toml"
EVIDENCE = (
    "Around 140 people came to Elm House on 6 March, and two choirs sang.",
    "Manager Elspeth Crane said that the centre would not charge for meals before 2027.",
    "Visits rose by a third to 418 a month, while complaints fell.",
)


def cases(kind: str) -> list[tuple[str, tuple[str, ...]]]:
    """Each sentence of a kind with those it cites and the one before each, as the guard is given them."""
    return [
        (case[0], _evidence(document["sentences"], [number for number in case[1:] if isinstance(number, int)]))
        for document in tomllib.loads(CASES.read_text(encoding="utf-8"))["document"]
        for case in document[kind]
    ]


def _evidence(sentences: list[Any], cited: list[int]) -> tuple[str, ...]:
    places = sorted({place for number in cited for place in (number - 2, number - 1) if place >= 0})
    return tuple(sentences[place] for place in places)


def test_there_are_thirty_cases_of_each_kind() -> None:
    assert (len(cases("true")), len(cases("false"))) == (30, 30)


def test_nearly_all_false_sentences_are_caught() -> None:
    caught = [sentence for sentence, evidence in cases("false") if check(sentence, evidence).faults]
    refused = [sentence for sentence, evidence in cases("false") if check(sentence, evidence).is_false]

    assert len(caught) >= 29
    assert len(refused) >= 27


def test_hardly_any_true_sentence_is_accused() -> None:
    accused = [sentence for sentence, evidence in cases("true") if check(sentence, evidence).faults]

    assert len(accused) <= 1


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("Around 150 people came to Elm House.", Fault.NUMBER),
        ("Around 140 people came to Oak House.", Fault.NAME),
        ("Around £140 came to Elm House.", Fault.UNIT),
        ("Visits rose by a third to 418 a week.", Fault.UNIT),
        ("The centre would charge for meals before 2027.", Fault.NEGATION),
        ("Around 140 people did not come to Elm House.", Fault.NEGATION),
        ("Visits fell by a third to 418 a month.", Fault.EXCHANGED),
        ("Nurses painted bicycles and sold lemonade.", Fault.INVENTED),
    ],
)
def test_what_is_wrong_is_named(sentence: str, fault: Fault) -> None:
    assert fault in check(sentence, EVIDENCE).faults


@pytest.mark.parametrize(
    "sentence",
    [
        "Two choirs sang at Elm House, where about 140 people came on 6 March.",
        "The centre would not charge for meals before 2027, said Elspeth Crane.",
        "Visits rose to 418 a month and complaints fell.",
    ],
)
def test_what_is_true_passes(sentence: str) -> None:
    assert not check(sentence, EVIDENCE).faults


def test_a_denial_of_which_nothing_is_known_is_for_a_person_to_look_at() -> None:
    verdict = check("Two choirs sang and were not paid.", ["Two choirs sang at Elm House and in the market."])

    assert Fault.DENIAL in verdict.faults
    assert not verdict.is_false


def test_a_number_that_belongs_to_somebody_else_is_found_even_alone() -> None:
    evidence = ["The kitchen cost £86,000, of which the Quernstone Trust gave £50,000."]

    assert Fault.EXCHANGED in check("The Quernstone Trust gave £86,000.", evidence).faults
    assert not check("The Quernstone Trust gave £50,000.", evidence).faults
    assert not check("The kitchen cost £86,000.", evidence).faults


def test_numbers_are_compared_by_value() -> None:
    evidence = ["Sixty-two people gave £3.2bn, and 14 per cent of them gave a dozen pounds."]

    assert not check("62 people gave £3,200,000,000, and 14% of them gave 12 pounds.", evidence).is_false


def test_new_words_are_for_a_person_to_look_at() -> None:
    verdict = check("Around 140 people came to Elm House and danced there barefoot until midnight.", EVIDENCE)

    assert verdict.faults == (Fault.NEW_WORDS,)
    assert not verdict.is_false


@given(st.sampled_from(EVIDENCE))
def test_a_sentence_of_the_document_itself_is_never_false(sentence: str) -> None:
    assert not check(sentence, EVIDENCE).faults


@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=3))
def test_any_text_can_be_compared(sentence: str, evidence: list[str]) -> None:
    assert check(sentence, evidence) == check(sentence, evidence)
