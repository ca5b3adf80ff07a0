"""The sheets that are always one page, and the large print: what may stand on them, and how large."""

import io
from dataclasses import replace
from functools import cache

import numpy as np
import pypdfium2
import pytest
import segno

from flows.newsroom import renderers
from flows.newsroom.model import Edition, Issue
from flows.newsroom.plugins import load_plugin
from flows.newsroom.renderers.large_print import LargePrint
from flows.newsroom.renderers.noticeboard import Noticeboard
from tests.editions.tagged import broken_rules, flaws, open_tagged, smallest_type
from tests.factories import a_section, a_story, an_issue
from tests.newsroom.renderers.sample_issues import rendered, rich_issue

ADDRESS = "https://www.forum.example.org/newsletter/2026-11-21/newsletter.html"
TOLD = "The council told carers on Monday that respite beds would reopen in the spring, after a review by the director."


def crowd(count: int, headline: str = "Carers, councils and the hospital agree on one list") -> Issue:
    """An issue of `count` stories with six dates, which the forum puts on the web."""
    stories = [a_story(TOLD, f"{n} families asked for more.", headline=f"{headline}: {n}") for n in range(count)]
    issue = an_issue(a_section(*stories[1:]), lead=stories[0])
    masthead = replace(issue.masthead, address="https://www.forum.example.org/newsletter/")
    return replace(issue, masthead=masthead, diary=rich_issue().diary * 6)


@cache
def sheet(name: str, count: int) -> Edition:
    edition = load_plugin(renderers.__name__, name)(crowd(count))
    assert isinstance(edition, Edition)
    return edition


def pages(edition: Edition) -> list[str]:
    with pypdfium2.PdfDocument(io.BytesIO(edition.content)) as document:
        return [leaf.get_textpage().get_text_bounded() for leaf in document]


@pytest.mark.parametrize("count", [1, 5, 40])
@pytest.mark.parametrize("name", ["noticeboard", "briefing"])
def test_a_sheet_is_one_page_and_keeps_every_rule(name: str, count: int) -> None:
    made = sheet(name, count)

    assert len(pages(made)) == 1
    assert broken_rules(made.content) == []
    assert smallest_type(made.content) >= 12


def test_a_sheet_bears_headlines_of_thirty_words() -> None:
    made = Noticeboard()(crowd(5, "word " * 30))

    assert len(pages(made)) == 1


def test_nothing_on_a_sheet_is_read_out_of_order() -> None:
    press, issue = Noticeboard(), crowd(1)

    assert flaws(press(issue).content, press.page(issue, press.steps(issue)[0])) == []


def test_a_sheet_with_little_on_it_is_set_in_larger_type() -> None:
    little, much = Noticeboard()(replace(crowd(1), diary=())), sheet("noticeboard", 5)

    assert _height_of_headings(little) > 1.3 * _height_of_headings(much)


def _height_of_headings(made: Edition) -> float:
    with pypdfium2.PdfDocument(io.BytesIO(made.content)) as document:
        text = document[0].get_textpage()
        place = text.search("Carers").get_next()
        assert place is not None
        _, low, _, high = text.get_charbox(place[0])
    return float(high - low)


def test_what_found_no_room_is_told() -> None:
    assert sheet("noticeboard", 40).notes[0] == "It holds 5 of the 40 stories."


def test_the_sheet_says_when_to_take_it_down() -> None:
    assert "Please take this sheet down after 19 December 2026." in pages(sheet("noticeboard", 5))[0]


def test_the_qr_code_can_be_read_off_the_paper() -> None:
    wanted = np.array([list(row) for row in segno.make(ADDRESS, error="m", micro=False).matrix], dtype=bool)
    tagged = open_tagged(sheet("noticeboard", 5).content)
    figure = tagged.root.one("/Figure")
    left, low, right, high = (float(place) * 150 / 72 for place in figure.entries.A.BBox)
    with pypdfium2.PdfDocument(io.BytesIO(sheet("noticeboard", 5).content)) as document:
        picture = document[0].render(scale=150 / 72, grayscale=True).to_numpy()
    height = picture.shape[0]

    module = (right - left) / (len(wanted) + 8)  # four modules of quiet on each side
    middles = (np.arange(len(wanted)) + 4.5) * module
    rows = (height - high + middles).round().astype(int)
    columns = (left + middles).round().astype(int)
    read = picture.reshape(picture.shape[:2])[np.ix_(rows, columns)] < 128

    assert high - low == pytest.approx(right - left, abs=2)
    assert (read == wanted).all()
    assert str(figure.entries.Alt) == f"QR code that leads to {ADDRESS}"


def test_without_a_place_on_the_web_there_is_no_code() -> None:
    made = rendered("noticeboard")

    assert open_tagged(made.content).root.all("/Figure") == []
    assert "Read the whole issue" not in pages(made)[0]


def test_the_briefing_holds_three_messages_with_a_question_each_and_a_cpd_record() -> None:
    (text,) = pages(sheet("briefing", 40))

    assert text.count("To talk about:") == 3
    assert "For your CPD record" in text


def test_the_large_print_holds_every_word_and_no_small_letter() -> None:
    made = rendered("large_print")

    assert smallest_type(made.content) >= 18
    assert broken_rules(made.content) == []
    assert flaws(made.content, LargePrint().page(rich_issue())) == []


def test_the_pdf_has_no_letter_under_twelve_points() -> None:
    assert smallest_type(rendered("pdf").content) >= 12
