"""A day on a line of its own is the day of what stands below it."""

import datetime as dt
from dataclasses import replace

import pytest

from flows.newsroom.findings import with_programme, without_private_names
from flows.newsroom.model import Article, Block, BlockKind, Colour, Event, Light, LightKind
from tests.newsroom.findings.articles import an_article_of

WEEK = (
    "12 May 2026",
    "Carers' Week runs from 8 to 14 June.",
    "Monday 8 June",
    "Breakfast for carers, Ottersley Methodist Hall, 9 to 11. Free.",
    "Wednesday 9 June",
    "Benefits check with Citizens' Corner, Brackenford library, 1 to 4. Last year they found a lot.",
    "Thursday 11 June",
    "2pm: Afternoon off at the Regal: sitters are provided.",
)


def told(*lines: str) -> list[tuple[str | None, dt.date | None]]:
    return [(event.name, event.when.date) for event in an_article_of(*lines).events]


def test_each_day_of_a_programme_is_named_by_the_line_below_it() -> None:
    assert told(*WEEK) == [
        ("Carers' Week", dt.date(2026, 6, 8)),
        ("Breakfast for carers", dt.date(2026, 6, 8)),
        ("Benefits check with Citizens' Corner", None),  # 9 June 2026 is a Tuesday
        ("Afternoon off at the Regal", dt.date(2026, 6, 11)),
    ]


def test_an_event_of_a_programme_has_the_time_and_the_cost_that_its_lines_give() -> None:
    events = {event.name: event for event in an_article_of(*WEEK).events}

    assert events["Breakfast for carers"].cost == "Free"
    assert events["Afternoon off at the Regal"].time == "2pm"
    assert events["Afternoon off at the Regal"].places == ("Regal",)


@pytest.mark.parametrize("line", ["I woke up late, as ever.", "Ann visited the ward.", "We met the minister."])
def test_a_day_of_a_diary_is_no_event_with_a_name(line: str) -> None:
    days = ("12 May 2026", "Monday 8 June", line, "Tuesday 9 June", line)

    assert {name for name, _ in told(*days)} == {None}


def test_one_day_alone_is_that_of_the_notice() -> None:
    assert told("14 November 2026", "The workshop comes to Ashby.", "Monday 7 December", "Bring a friend.") == [
        (None, dt.date(2026, 12, 7))
    ]


def in_a_list(article: Article, items: tuple[int, ...]) -> Article:
    blocks = [
        Block(kind=BlockKind.ITEM, text=block.text) if number in items else block
        for number, block in enumerate(article.blocks)
    ]
    return replace(article, blocks=tuple(blocks))


def test_each_item_below_a_day_is_an_event_of_that_day() -> None:
    lines = (
        "Monday 8 June",
        "Breakfast, 9 to 11.",
        "Walk in the park.",
        "Tuesday 9 June",
        "Cards, 2pm.",
        "Bring cake.",
    )
    article = in_a_list(an_article_of("12 May 2026", *lines), (1, 2))
    bare = tuple(replace(event, name=None) for event in article.events)

    found = with_programme(replace(article, events=bare))

    assert [(event.name, event.when.words) for event in found] == [
        ("Breakfast", "Monday 8 June"),
        ("Walk in the park", "Monday 8 June"),
        ("Cards", "Tuesday 9 June"),
    ]


def test_a_name_in_a_sentence_that_is_held_back_is_not_told() -> None:
    article = an_article_of(*WEEK)
    place = next(number for number, one in enumerate(article.sentences) if one.text.startswith("Breakfast"))
    light = Light(colour=Colour.AMBER, kind=LightKind.PRIVACY, reason="A name.", sentence=place)

    names = [event.name for event in without_private_names(replace(article, lights=(*article.lights, light)))]

    assert "Breakfast for carers" not in names
    assert "Carers' Week" in names


def test_an_article_without_a_programme_keeps_its_events() -> None:
    article = an_article_of("14 November 2026", "The next forum meeting is on Thursday 3 December 2026.")

    assert with_programme(article) == article.events
    assert all(isinstance(event, Event) for event in article.events)
