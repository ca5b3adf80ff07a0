"""The PDF: what a screen reader, a printer and an archive find in it. One PDF serves all of these tests."""

import io
import re
from collections import Counter
from collections.abc import Iterator

import lxml.html
import page
import pikepdf
import pypdfium2
import pytest

from flows.newsroom.press.environment import fill
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.typesetter import set_issue
from tests.newsroom.renderers.sample_issues import rendered, rich_issue

WORD = re.compile(r"[\w’']+")


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


def tags(node: pikepdf.Object) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from tags(kid)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield str(node.S)
        if "/K" in node:
            yield from tags(node.K)


def test_it_keeps_every_rule_of_pdf_ua_1(pdf: bytes) -> None:
    report = page.validate_pdf_bytes(pdf, profile="ua1")

    assert [failure.rule_id for failure in report.failures] == []
    assert report.rules.passed == report.rules.total > 100


def test_letters_that_our_fonts_lack_are_named_and_break_no_rule() -> None:
    hostile = rendered("pdf", "hostile").content

    with pypdfium2.PdfDocument(io.BytesIO(hostile)) as document:
        text = " ".join(leaf.get_textpage().get_text_bounded() for leaf in document)
    assert "[Arabic letters]" in text
    assert page.validate_pdf_bytes(hostile, profile="ua1").is_compliant


def test_it_says_what_it_is_in_which_language_and_of_which_day(inside: pikepdf.Pdf) -> None:
    assert inside.docinfo["/Title"] == "Practice Matters, 21 November 2026"
    assert inside.docinfo["/Author"] == "Eastmarsh Social Work Forum"
    assert str(inside.docinfo["/CreationDate"]).startswith("D:20261121")
    assert str(inside.docinfo["/ModDate"]).startswith("D:20261121")
    assert inside.Root.Lang == "en-GB"
    assert inside.Root.MarkInfo.Marked


def test_its_tags_are_the_headings_and_lists_of_the_issue(inside: pikepdf.Pdf) -> None:
    counts = Counter(tags(inside.Root.StructTreeRoot.K))

    assert counts["/H1"] == 1
    assert counts["/H2"] == 7
    assert counts["/H3"] == 6
    assert counts["/Figure"] == 0


def test_it_is_set_in_our_fonts_alone(inside: pikepdf.Pdf) -> None:
    names = {
        str(thing.BaseFont).partition("+")[2]
        for thing in inside.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font" and "/BaseFont" in thing
    }

    assert names
    assert all(name.replace("-", "").startswith(("ForumText", "ForumDisplay")) for name in names)


def test_nothing_is_attached_and_nothing_runs(inside: pikepdf.Pdf) -> None:
    assert "/EmbeddedFiles" not in inside.Root.get("/Names", {})
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
