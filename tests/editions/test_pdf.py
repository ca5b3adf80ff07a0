"""The PDF: what a screen reader, a printer and an archive find in it. One PDF serves all of these tests."""

import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import lxml.html
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from flows.newsroom.logo import read_logo
from flows.newsroom.model import Look, Masthead
from flows.newsroom.press.environment import fill
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.order import Order
from flows.newsroom.press.pdf import print_order
from flows.newsroom.press.typesetter import set_issue
from flows.newsroom.renderers.pdf import Paper
from tests.editions.tagged import broken_rules, flaws, smallest_type
from tests.newsroom.renderers.sample_issues import MASTHEAD, SAMPLES, rendered, rich_issue
from tests.web.sites import a_generated_issue, seeds_issue

WORD = re.compile(r"[\w’']+")
A4_POINTS, FOOT_POINTS = 842, 68


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page of a PDF without its foot."""

    lines: tuple[str, ...]
    white: float  # points between its last line and its foot

    @classmethod
    def of(cls, leaf: pypdfium2.PdfPage) -> "Sheet":
        """What stands on it."""
        text = leaf.get_textpage()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        lowest = min(bottom for _, bottom, _, _ in boxes if bottom > FOOT_POINTS)
        above = text.get_text_bounded(bottom=FOOT_POINTS)
        lines = tuple(line.strip() for line in above.splitlines() if line.strip())
        return cls(lines=lines, white=lowest - FOOT_POINTS)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return rendered("pdf").content


@pytest.fixture(scope="module")
def inside(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return [leaf.get_textpage().get_text_bounded() for leaf in document]


@pytest.mark.parametrize("issue", SAMPLES)
def test_it_keeps_every_rule_of_pdf_ua_1_and_of_pdf_a_3a(issue: str) -> None:
    assert broken_rules(rendered("pdf", issue).content) == []


@pytest.mark.parametrize("issue", SAMPLES)
def test_what_no_validator_looks_for_is_well(issue: str) -> None:
    html = Paper().page(SAMPLES[issue]())

    assert flaws(rendered("pdf", issue).content, html) == []


def test_a_logo_is_a_figure_that_is_told_in_words(tmp_path: Path) -> None:
    Image.new("RGB", (90, 30), "#6a1b4d").save(tmp_path / "logo.png")
    look = Look(logo=read_logo(tmp_path / "logo.png", "Anytown Council"))
    issue = replace(rich_issue(), masthead=replace(MASTHEAD, look=look))

    content = Paper()(issue).content

    assert broken_rules(content) == []
    assert flaws(content, Paper().page(issue)) == []
    with pikepdf.open(io.BytesIO(content)) as inside:
        told = [str(one.Alt) for one in inside.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert told == ["Anytown Council"]


def test_qpdf_finds_nothing_to_complain_of(inside: pikepdf.Pdf) -> None:
    assert inside.check_pdf_syntax() == []


def test_its_tags_were_repaired() -> None:
    assert rendered("pdf").notes == ()


def test_letters_that_our_fonts_lack_are_named() -> None:
    hostile = rendered("pdf", "hostile").content

    with pypdfium2.PdfDocument(io.BytesIO(hostile)) as document:
        text = " ".join(leaf.get_textpage().get_text_bounded() for leaf in document)
    assert "[Arabic letters]" in text


def test_it_says_what_it_is_in_which_language_and_of_which_day(inside: pikepdf.Pdf) -> None:
    assert inside.docinfo["/Title"] == "Practice Matters, 21 November 2026"
    assert inside.docinfo["/Author"] == "Eastmarsh Social Work Forum"
    assert str(inside.docinfo["/CreationDate"]).startswith("D:20261121")
    assert str(inside.docinfo["/ModDate"]).startswith("D:20261121")
    assert inside.Root.Lang == "en-GB"
    assert inside.Root.MarkInfo.Marked


def test_it_carries_the_issue_as_data(inside: pikepdf.Pdf) -> None:
    carried = inside.attachments["issue.json"]
    record = json.loads(carried.get_file().read_bytes())

    assert record["date"] == "2026-11-21"
    assert str(carried.obj.AFRelationship) == "/Supplement"
    assert str(carried.obj.EF.F.Params.ModDate) == "D:20261121090000Z"
    assert len(inside.Root.AF) == 2


def test_it_carries_its_dates_for_a_calendar(inside: pikepdf.Pdf) -> None:
    carried = inside.attachments["diary.ics"].get_file()

    assert carried.mime_type == "text/calendar"
    assert b"SUMMARY:Voluntary sector exchange" in carried.read_bytes()


def test_what_is_for_the_coordinator_alone_is_not_inside(inside: pikepdf.Pdf) -> None:
    text = inside.attachments["issue.json"].get_file().read_bytes().decode()

    assert '"lights": []' in text
    assert '"left_out": []' in text
    assert "A person may be named" not in text
    assert "Mill Lane" not in text


def test_nothing_else_is_attached_and_nothing_runs(inside: pikepdf.Pdf) -> None:
    assert sorted(inside.attachments) == ["diary.ics", "issue.json"]
    assert "/OpenAction" not in inside.Root
    assert "/JavaScript" not in inside.Root.get("/Names", {})


def test_its_outline_leads_to_the_stories(inside: pikepdf.Pdf) -> None:
    with inside.open_outline() as outline:
        titles = [item.title for item in outline.root[0].children]

    assert titles[:2] == ["In this issue", "Lead story"]


def test_every_page_tells_its_number_and_the_day(pages: list[str]) -> None:
    assert 2 <= len(pages) <= 4
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
        assert "Practice Matters, Saturday 21 November 2026" in text


def test_an_issue_that_ends_on_a_few_lines_is_set_closer_and_saves_the_page() -> None:
    issue = replace(seeds_issue(), masthead=Masthead(name="Social Work Forum Newsletter"))
    loose = print_order(Order(pages=(Paper().page(issue),)), house_templates())

    close = Paper()(issue).content

    with pikepdf.open(io.BytesIO(close)) as pdf:
        assert len(pdf.pages) == loose.outcome.sheets - 1
    assert smallest_type(close) == smallest_type(loose.pdf)


@pytest.fixture(scope="module")
def long_pages() -> list[Sheet]:
    """The pages of an issue of forty stories, of one paragraph to six."""
    return printed(Paper().page(a_generated_issue(40)))


def printed(page: str) -> list[Sheet]:
    with pypdfium2.PdfDocument(print_order(Order(pages=(page,)), house_templates()).pdf) as document:
        return [Sheet.of(leaf) for leaf in document]


def set_quotations(page: str) -> str:
    """A page whose every third story ends on somebody's words."""
    first, *others = page.split('</div>\n<ul class="facts">')
    said = '<blockquote class="voice"><p>“We waited nine years.” Ann Lee</p></blockquote>\n'
    return first + "".join(
        f'{said if number % 3 == 0 else ""}</div>\n<ul class="facts">{other}' for number, other in enumerate(others)
    )


def test_a_story_goes_on_over_the_page_so_that_no_page_is_half_empty(long_pages: list[Sheet]) -> None:
    for sheet in long_pages[:-1]:
        assert sheet.white < 0.25 * A4_POINTS


def test_no_page_begins_with_a_quotation_or_with_the_facts_of_a_story_and_none_ends_on_a_headline(
    long_pages: list[Sheet],
) -> None:
    quoting = printed(set_quotations(Paper().page(a_generated_issue(12))))

    for sheet in (*long_pages[1:], *quoting[1:]):
        assert not sheet.lines[0].startswith(("From ", "“We waited"))
    for sheet in (*long_pages, *quoting):
        assert not re.search(r"plan \d+$", sheet.lines[-1])


def test_the_lead_begins_on_the_first_page(long_pages: list[Sheet]) -> None:
    first = long_pages[0].lines

    assert "Stories under each heading" in first
    assert first.index("Lead story") < len(first) - 2


def test_the_contents_tell_the_page_of_each_story(pages: list[str]) -> None:
    contents = pages[0]
    later = next(number for number, text in enumerate(pages, start=1) if "dŵr a thŷ" in text and number > 1)

    assert re.search(r"\b1\s+Hospital and council", contents)
    assert re.search(rf"\b{later}\s+Cynhadledd", contents)


def test_it_says_every_word_of_the_page_it_was_printed_from(pages: list[str]) -> None:
    html = fill(house_templates(), "issue.html.jinja", issue=set_issue(rich_issue()), mode="print", style="")
    body = lxml.html.document_fromstring(html).find("body")
    wanted = Counter(WORD.findall(" ".join(body.itertext())))

    printed = Counter(WORD.findall("\n".join(pages).replace("\ufffe", "").replace("\xad", "")))

    assert wanted - printed == Counter()


def test_no_heading_stands_at_the_foot_of_a_page(pages: list[str]) -> None:
    headings = {"Events and networking", "Practice and learning", "Our profession", "Sources", "Lead story"}
    for text in pages:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        told = [line for line in lines if "Page " not in line and not line.startswith("Practice Matters,")]

        assert told[-1] not in headings
