"""When a document was published: what its format carries, or a date alone on a line; never a guess."""

import datetime as dt

import pytest

from flows.newsroom.dating import Publication, find_publication
from flows.newsroom.model import Block, BlockKind, Confidence, DateBasis, Dated

TODAY = dt.date(2026, 11, 21)
MAY_3 = dt.date(2026, 5, 3)
PROSE = "Carers met the council in Luton and told it what they need, and it listened to every one of them."


def publication(*lines: str, given: Dated | None = None, is_page: bool = False) -> Publication:
    blocks = [Block(kind=BlockKind.PARAGRAPH, text=line) for line in lines]
    return find_publication(blocks, given or Dated(), today=TODAY, is_page=is_page)


def page_data(date: dt.date, confidence: Confidence) -> Dated:
    return Dated(date=date, basis=DateBasis.PAGE, confidence=confidence, evidence=("The page says so.",))


@pytest.mark.parametrize(
    "line",
    [
        "3 May 2026",
        "Sunday 3 May 2026",
        "Sunday, 3rd May 2026.",
        "3/5/26",
        "2026-05-03",
        "Published: 3 May 2026",
        "Posted on 3 May 2026 by Ann Archer",
        "By Ann Archer, 3 May 2026",
        "Published 3 May 2026. Last updated 12 May 2026",
        "Published 3 May 2026 09:30",
        "Date: 3 May 2026",
        "Written by Ann Archer on 3 May 2026",
    ],
)
def test_a_date_alone_on_the_first_line_is_the_day_of_publication(line: str) -> None:
    found = publication(line, PROSE)

    assert (found.dated.date, found.dated.confidence) == (MAY_3, Confidence.HIGH)
    assert found.dated.basis is DateBasis.STATED
    assert found.dated.evidence == ("It stands alone on the first line.",)
    assert found.lines == (0,)


def test_a_date_alone_on_the_last_line_counts_too() -> None:
    found = publication(*[PROSE] * 7, "3 May 2026")

    assert found.dated.date == MAY_3
    assert found.dated.evidence == ("It stands alone on the last line.",)


@pytest.mark.parametrize(
    "lines",
    [
        ("Updated 3 May 2026", PROSE),
        ("Last reviewed: 3 May 2026", PROSE),
        ("3 May 2027", PROSE),
        ("3 May", PROSE),
        ("May 2026", PROSE),
        ("3-5 May 2026", PROSE),
        ("On 3 May 2026 we met", PROSE),
        ("3 May 2026 at 10.30", PROSE),
        ("Winter fair", "3 May 2026", "2pm to 4pm", PROSE),
        ("Winter fair", "3 May 2026", "Venue: Town Hall", PROSE),
        ("Minutes of the forum", "3 May 2026", "Present: Ann Archer", PROSE),
        (PROSE, "Date of next meeting", "3 May 2026"),
        (PROSE, "Closing date:", "3 May 2026"),
        ("Meetings", "3 March 2026", "7 April 2026", "5 May 2026", PROSE),
        (*[PROSE] * 6, "3 May 2026", *[PROSE] * 6),
    ],
)
def test_other_lines_with_a_date_say_nothing_about_publication(lines: tuple[str, ...]) -> None:
    assert publication(*lines).dated == Dated()


def test_a_line_that_only_tells_of_an_update_is_no_prose_either() -> None:
    assert publication("Updated 3 May 2026", PROSE).lines == (0,)


def test_a_date_that_is_still_to_come_stays_in_the_text() -> None:
    assert publication("3 May 2027", PROSE).lines == ()


def test_a_date_under_the_name_of_an_event_needs_a_tick() -> None:
    found = publication("Forum meeting in Luton", "3 May 2026", PROSE).dated

    assert (found.date, found.confidence) == (MAY_3, Confidence.MEDIUM)


def test_a_weekday_that_does_not_fit_is_a_conflict() -> None:
    found = publication("Tuesday 27 June 2019", PROSE).dated

    assert (found.date, found.basis) == (None, DateBasis.CONFLICT)
    assert found.candidates == (dt.date(2019, 6, 27),)
    assert found.evidence == ("27 June 2019 is a Thursday, not a Tuesday.",)


def test_two_lines_that_disagree_are_a_conflict_with_both_dates() -> None:
    found = publication("3 May 2026", PROSE, PROSE, "5 May 2026").dated

    assert (found.date, found.basis) == (None, DateBasis.CONFLICT)
    assert found.candidates == (MAY_3, dt.date(2026, 5, 5))


def test_a_line_that_calls_itself_published_wins_over_one_that_does_not() -> None:
    assert publication("5 May 2026", PROSE, PROSE, "Published 3 May 2026").dated.date == MAY_3


def test_a_day_that_does_not_exist_is_a_conflict() -> None:
    assert publication("31 June 2026", PROSE).dated.basis is DateBasis.CONFLICT


def test_a_page_whose_data_and_whose_published_line_disagree_is_in_conflict() -> None:
    given = page_data(dt.date(2026, 5, 1), Confidence.HIGH)

    found = publication("Published: 3 May 2026", PROSE, given=given, is_page=True).dated

    assert (found.basis, found.candidates) == (DateBasis.CONFLICT, (dt.date(2026, 5, 1), MAY_3))


def test_the_day_at_the_top_of_minutes_is_that_of_the_meeting() -> None:
    assert publication("Minutes of the forum", "Date: 3 May 2026", "Present: Ann Archer", PROSE).dated == Dated()


def test_page_data_of_high_confidence_win_over_a_line() -> None:
    given = page_data(dt.date(2026, 5, 1), Confidence.HIGH)

    found = publication("3 May 2026", PROSE, given=given)

    assert found == Publication(dated=given)


def test_a_line_with_the_date_of_the_page_data_is_no_prose() -> None:
    assert publication("3 May 2026", PROSE, given=page_data(MAY_3, Confidence.HIGH)).lines == (0,)


def test_a_line_of_a_page_needs_a_tick_unless_page_data_agree() -> None:
    alone = publication("3 May 2026", PROSE, is_page=True).dated
    together = publication("3 May 2026", PROSE, given=page_data(MAY_3, Confidence.MEDIUM), is_page=True).dated

    assert (alone.confidence, together.confidence) == (Confidence.MEDIUM, Confidence.HIGH)


def test_a_line_and_page_data_that_disagree_are_a_conflict() -> None:
    given = page_data(dt.date(2026, 5, 1), Confidence.MEDIUM)

    found = publication("3 May 2026", PROSE, given=given).dated

    assert (found.basis, found.candidates) == (DateBasis.CONFLICT, (dt.date(2026, 5, 1), MAY_3))


def test_a_line_wins_over_page_data_that_nobody_would_print() -> None:
    given = page_data(dt.date(2026, 5, 1), Confidence.LOW)

    assert publication("3 May 2026", PROSE, given=given).dated.date == MAY_3


@pytest.mark.parametrize("line", ["3 May 2026", "5 May 2026"])
def test_a_page_that_contradicts_itself_stays_a_conflict_whatever_day_a_line_tells(line: str) -> None:
    given = Dated(basis=DateBasis.CONFLICT, candidates=(dt.date(2026, 5, 1), MAY_3))

    assert publication(line, PROSE, given=given, is_page=True).dated == given


def test_page_data_stand_where_no_line_tells() -> None:
    given = page_data(MAY_3, Confidence.MEDIUM)

    assert publication(PROSE, given=given).dated == given


def test_page_data_from_the_future_are_not_believed() -> None:
    assert publication(PROSE, given=page_data(dt.date(2027, 5, 3), Confidence.HIGH)).dated == Dated()


def test_items_of_a_list_are_no_date_lines() -> None:
    blocks = [Block(kind=BlockKind.ITEM, text="3 May 2026", stem="Key dates:")]

    assert find_publication(blocks, Dated(), today=TODAY) == Publication(dated=Dated())


@pytest.mark.parametrize(
    "line",
    [
        "Words: Ann Archer, Press Office | 3 May 2026 | 3 min read",
        "Notice of Sunday 3 May 2026. Please throw away the earlier one.",
        "Issued 3 May 2026 For: all teams",
        "3 May 2026 · Hattie Moss",
        "By Nadia Sorrel, Social Affairs Editor Published 3 May 2026, 9.14am",
    ],
)
def test_a_line_of_credits_tells_the_day(line: str) -> None:
    assert publication("A title", line, PROSE, PROSE).dated.date == MAY_3


def test_a_letterhead_may_push_the_day_down_to_the_prose() -> None:
    letterhead = ("ANYTOWN COUNCIL", "Adults and Health", "A fair start", "Staff news", "Week 19", "A new chair")

    assert publication(*letterhead, "3 May 2026", *[PROSE] * 6).dated.date == MAY_3
    assert publication(*letterhead, "3 May 2026", "7pm, Town Hall", *[PROSE] * 6).dated.date is None


def test_a_stamp_with_a_clock_over_the_day_of_a_change_is_the_day_of_publication() -> None:
    assert publication("A title", "3rd May 2026, 06:00", "Updated 4th May 2026, 11:42", PROSE).dated.date == MAY_3
    assert publication("A title", "3rd May 2026, 18:00", PROSE).dated.date is None


def test_whoever_signs_minutes_with_initials_and_a_day_tells_when_they_were_written() -> None:
    assert publication(PROSE, PROSE, "BS, 3 May 2026. Comments to me by Monday please.").dated.date == MAY_3


def test_the_number_of_an_issue_is_no_day() -> None:
    assert publication("THE FENBY PATCH", "ISSUE 3 MAY 2026", PROSE, PROSE).dated.date is None


@pytest.mark.parametrize(
    "line", ["Supper | 3 May 2026, 6.30pm | Pelham Arms", "Supper | 3 May 2026, 6.30pm | Ann Archer"]
)
def test_a_line_of_a_diary_tells_no_day_of_publication(line: str) -> None:
    assert publication("A title", PROSE, PROSE, line, PROSE).dated.date is None
