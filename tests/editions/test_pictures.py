"""Pictures of data on the web page and on paper: said in words, in letters as large as the rest, and left out."""

import io
from collections.abc import Iterator

import lxml.html
import pikepdf
import pytest

from flows.newsroom.contrast import LEAST_FOR_TEXT, WHITE, contrast
from flows.newsroom.model import Issue
from flows.newsroom.renderers.large_print import LargePrint
from flows.newsroom.renderers.pdf import Paper
from flows.newsroom.renderers.web import WebPage
from tests.editions.tagged import broken_rules, flaws, smallest_type
from tests.newsroom.renderers.sample_issues import rendered
from tests.web.sites import a_generated_issue, seeds_issue


@pytest.fixture(scope="module")
def issue() -> Issue:
    """An issue of many stories, unevenly spread, and of six coming dates."""
    return a_generated_issue(30)


def alternatives(pdf: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(pdf)) as inside:
        for one in inside.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure":
                yield str(one.Alt)


@pytest.mark.parametrize(("edition", "points"), [(Paper(), 12), (LargePrint(), 18)], ids=["pdf", "large print"])
def test_on_paper_a_picture_is_a_figure_that_is_told_in_words(
    issue: Issue, edition: Paper | LargePrint, points: int
) -> None:
    made = edition(issue).content

    assert broken_rules(made) == []
    assert flaws(made, edition.page(issue)) == []
    assert sorted(words.partition(" of ")[0] for words in alternatives(made)) == ["Bar chart", "Timeline"]
    assert smallest_type(made) >= points


def test_on_the_web_each_picture_is_there_for_a_wide_and_a_narrow_screen_and_says_the_same(issue: Issue) -> None:
    page = lxml.html.document_fromstring(WebPage()(issue).content)

    drawings = page.xpath("//svg")
    assert [one.get("class") for one in drawings] == ["drawing wide", "drawing narrow"] * 2
    assert all(one.get("role") == "img" and one[0].tag == "title" for one in drawings)
    assert len({one[0].text for one in drawings}) == len(drawings) // 2
    assert "Friday" in page.xpath("//*[@id='diary']//svg/title")[0].text


def test_what_is_drawn_on_paper_stands_out_from_it_as_words_must(issue: Issue) -> None:
    page = lxml.html.document_fromstring(Paper().page(issue))

    colours = set(page.xpath("//svg//@fill | //svg//@stroke")) - {"none"}

    assert colours
    assert all(contrast(colour, WHITE) >= LEAST_FOR_TEXT for colour in colours)


def test_the_five_examples_and_a_small_issue_have_no_picture() -> None:
    pages = (WebPage()(seeds_issue()).content, rendered("web").content)

    assert [page.count(b"<svg") for page in pages] == [0, 0]
