"""A sentence loses its openings, asides and ends, and never its meaning."""

import pytest

from flows.newsroom.language.trimming import core, shorten

LONG = 14


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("On Monday 3 March, the cabinet agreed the budget.", "The cabinet agreed the budget"),
        ("However, last week the team moved to Elm House.", "The team moved to Elm House"),
        ("There will be a lunch for carers in Ashby.", "A lunch for carers in Ashby"),
        ("We are delighted to announce that Elm House has reopened.", "Elm House has reopened"),
        ("Tuesday 29 July saw the first joint national conference.", "First joint national conference"),
        ("The council (which paid for it) agreed to the plan.", "The council agreed to the plan"),
        ("Following a long campaign, the crossing will be built.", "The crossing will be built"),
    ],
)
def test_what_only_sets_the_scene_goes(sentence: str, kept: str) -> None:
    assert core(sentence).rstrip(".") == kept


def test_a_place_that_limits_a_claim_stays() -> None:
    assert core("In Scotland, social workers register every year.").startswith("In Scotland")


def test_a_deadline_keeps_its_day() -> None:
    assert core("The consultation on parking closes on Friday 28 June.").endswith("closes on Friday 28 June.")


@pytest.mark.parametrize(
    "end",
    [
        "unless the county pays half of the rent for the next three years",
        "but only for families who have lived in the borough for five years",
        "without the seven members of staff who used to run it every day",
        "which is subject to the vote of the whole council in the first week of March",
        "if the members of the forum agree to it at their annual general meeting",
    ],
)
def test_a_condition_is_never_cut_away(end: str) -> None:
    assert shorten(f"The day centre in Ashby will open on Saturdays again, {end}", LONG) is None


def test_an_aside_about_the_subject_goes() -> None:
    text = (
        "The strategy for carers, drawn up over eighteen months by carers, nurses and councillors, was adopted in Ashby"
    )

    assert shorten(text, LONG) == "The strategy for carers was adopted in Ashby"


def test_a_clause_at_the_end_goes() -> None:
    text = "Sixteen young people from Ashby spent a whole day at Parliament, where they spoke with the minister"

    assert shorten(text, LONG) == "Sixteen young people from Ashby spent a whole day at Parliament"


def test_a_list_is_not_cut_short() -> None:
    text = (
        "The hub in Ashby offers help, advice for carers, a room for music, a nursery, a shop and a yard for bicycles"
    )

    assert shorten(text, LONG) is None


def test_a_short_sentence_stays_as_it_is() -> None:
    assert shorten("The team is looking for volunteers", LONG) == "The team is looking for volunteers"
