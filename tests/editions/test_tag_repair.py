"""The tags of a PDF after repair: a test a trap. All traps are printed once, in one process."""

import subprocess
import sys

import page
import pytest

from flows.newsroom.press.house import house_templates
from flows.newsroom.press.pdf import press_environment
from tests.editions.tagged import Tag, TaggedPdf, broken_rules, flaws, open_tagged, read_all
from tests.editions.traps import BODIES, FAIL_UNREPAIRED, HARM_UNREPAIRED, trap

ITEMS = " ".join(["LI(Lbl LBody)"] * 120)
BARE_ITEMS = " ".join(["LI(LBody)"] * 61)
ROWS = " ".join(["TR(TH TD)"] * 90)
SHAPES = {
    "paragraph over pages": "P",
    "story over pages": "Sect(Art(H2 P P P P P P P P P P P P) Art(H2))",
    "columns over pages": "Div(Div(P) L(LI(Lbl LBody)))",
    "list over pages": f"L({ITEMS})",
    "list without bullets over pages": f"L({BARE_ITEMS})",
    "table over pages": f"Table(THead(TR(TH TH)) TBody({ROWS}))",
    "running header and footer": "P",
    "running element with a link": "P",
    "picture": "P(Figure)",
    "picture for decoration": "P",
    "picture as a background": "P",
    "picture with a caption": "Div(Div(Figure(Caption)))",
    "drawing with a title": "P NonStruct(Figure)",
    "drawing with a label": "P NonStruct(Figure)",
    "drawing for decoration": "P NonStruct",
    "link": "P(Link)",
    "link over two lines": "P(Link)",
    "link with bold words": "P(Link(Span))",
    "link of a span": "P(Link(Span))",
    "link with emphasis over lines": "P(Link(Span))",
    "link of a picture": "P(Link(Figure))",
    "link of a drawing": "P(Link(Figure))",
    "link round a paragraph": "Link(P(Span))",
    "link in a heading": "H2(Link)",
    "link with a name of its own": "P(Link)",
    "contents with page numbers": "Sect(TOC(TOCI(Reference(Span(NonStruct) Link)))) H2",
    "page number after a link": "P(Link(Span)) H2",
    "table": "Table(Caption THead(TR(TH TH)) TBody(TR(TH TD)))",
    "table without scopes": "Table(TBody(TR(TH TH) TR(TD TD)))",
    "table with wide cells": "Table(TBody(TR(TH TH) TR(TD)))",
    "list with bullets": "L(LI(Lbl LBody) LI(Lbl LBody))",
    "list without bullets": "L(LI(LBody) LI(LBody))",
    "list with bullets inside": "L(LI(Lbl LBody(Span)) LI(Lbl LBody(Span)))",
    "list with empty bullets": "L(LI(LBody(Span)) LI(LBody(Span)))",
    "list of paragraphs": "L(LI(Lbl LBody(P P)))",
    "list of definitions": "L(LI(LBody) LI(LBody))",
    "words of another language": "P(Span Span)",
    "paragraph of another language": "P(Span)",
    "abbreviation": "P(Span)",
    "quotation": "BlockQuote(P Sect)",
    "words between blocks": "Div(Div P Div)",
    "emphasis": "P(Span Span Span)",
    "rule": "P NonStruct P",
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("traps")
    environment = press_environment(house_templates() / "fonts", folder)
    subprocess.run([sys.executable, "-m", "tests.editions.traps", folder], env=environment, check=True)  # noqa: S603 - our own module
    return read_all(folder)


@pytest.fixture
def opened(printed: dict[str, bytes], request: pytest.FixtureRequest) -> TaggedPdf:
    return open_tagged(printed[request.param])


def of(name: str) -> pytest.MarkDecorator:
    """Let the test have the tags of one trap."""
    return pytest.mark.parametrize("opened", [name], indirect=True, ids=[name])


def body(tagged: TaggedPdf) -> list[Tag]:
    """The tags after the heading."""
    return [kid for kid in tagged.root.kids[1:] if isinstance(kid, Tag)]


@pytest.mark.parametrize("name", SHAPES)
def test_every_element_is_one_tag_of_its_kind(printed: dict[str, bytes], name: str) -> None:
    assert " ".join(map(str, body(open_tagged(printed[name])))) == SHAPES[name]


@pytest.mark.parametrize("name", sorted(BODIES.keys() - {"list of definitions"}))  # which HTML knows as no list
def test_the_tags_agree_with_the_page(printed: dict[str, bytes], name: str) -> None:
    found = [flaw for flaw in flaws(printed[name], trap(name)) if not flaw.startswith("the page says")]

    assert found == []


@pytest.mark.parametrize("name", BODIES)
def test_the_repaired_tags_keep_every_rule(printed: dict[str, bytes], name: str) -> None:
    assert broken_rules(printed[name]) == []


@pytest.mark.parametrize("name", FAIL_UNREPAIRED)
def test_without_repair_the_trap_breaks_a_rule(printed: dict[str, bytes], name: str) -> None:
    assert not page.validate_pdf_bytes(printed[f"plain {name}"], profile="ua1").is_compliant


@pytest.mark.parametrize("name", HARM_UNREPAIRED)
def test_without_repair_the_trap_keeps_the_rules_and_is_found_out_all_the_same(
    printed: dict[str, bytes], name: str
) -> None:
    plain = printed[f"plain {name}"]

    assert page.validate_pdf_bytes(plain, profile="ua1").is_compliant
    assert HARM_UNREPAIRED[name] in " ".join(flaws(plain, trap(name)))


def test_every_trap_has_a_shape() -> None:
    assert SHAPES.keys() == BODIES.keys()


@pytest.mark.parametrize("name", ["paragraph over pages", "columns over pages", "list without bullets over pages"])
def test_no_word_is_lost_or_moved_where_a_page_ends(printed: dict[str, bytes], name: str) -> None:
    assert flaws(printed[name], trap(name)) == []


@of("running header and footer")
def test_running_headers_and_footers_are_not_read_out(opened: TaggedPdf) -> None:
    assert sorted(opened.artifacts) == ["P1", "Top"]


@of("running element with a link")
def test_a_link_in_a_running_header_is_no_link(opened: TaggedPdf) -> None:
    assert [leaf.get("/Annots", []) for leaf in opened.file.pages] == [[]]


@of("table over pages")
def test_a_repeated_table_header_is_read_once(opened: TaggedPdf) -> None:
    assert opened.root.words.count("Visits") == 1
    assert len(opened.file.pages) > 1


@of("table")
def test_a_header_says_whether_it_heads_a_column_or_a_row(opened: TaggedPdf) -> None:
    assert [str(header.entries.A.Scope) for header in opened.root.all("/TH")] == ["/Column", "/Column", "/Row"]


@of("link over two lines")
def test_a_link_over_lines_has_a_place_on_each_and_its_words_for_a_description(opened: TaggedPdf) -> None:
    notes = opened.root.one("/Link").annotations

    assert len(notes) > 1
    assert {str(note.Contents) for note in notes} == {"the very long report with a name that wraps over lines"}


@of("link with bold words")
def test_a_place_within_another_of_the_same_link_is_left_out(opened: TaggedPdf) -> None:
    assert len(opened.root.one("/Link").annotations) == 1


@of("link with a name of its own")
def test_a_link_is_described_by_the_name_that_it_gives_itself(opened: TaggedPdf) -> None:
    assert str(opened.root.one("/Link").annotations[0].Contents) == "The report of 2026"


@of("link of a picture")
def test_a_link_of_a_picture_is_described_by_the_picture(opened: TaggedPdf) -> None:
    assert str(opened.root.one("/Link").annotations[0].Contents) == "home"


@of("words of another language")
def test_words_of_another_language_say_which(opened: TaggedPdf) -> None:
    assert [str(tag.entries.Lang) for tag in opened.root.tags if "/Lang" in tag.entries] == ["cy"]
    assert opened.root.all("/Span")[0].words == "Gofal Cymdeithasol"


@of("abbreviation")
def test_an_abbreviation_is_spelt_out(opened: TaggedPdf) -> None:
    assert str(opened.root.one("/Span").entries.E) == "Approved Mental Health Professional"


@of("drawing with a label")
def test_a_drawing_takes_its_description_from_its_label(opened: TaggedPdf) -> None:
    assert str(opened.root.one("/Figure").entries.Alt) == "a square"


@of("picture")
def test_the_box_of_a_figure_is_told_in_points_from_the_foot_of_the_page(opened: TaggedPdf) -> None:
    left, low, right, high = map(float, opened.root.one("/Figure").entries.A.BBox)

    assert (round(right - left, 2), round(high - low, 2)) == (0.75, 0.75)
    assert 0 < low < 842


@pytest.mark.parametrize("cause", ["another release", "another shape"])
def test_what_cannot_be_repaired_is_printed_plain(printed: dict[str, bytes], cause: str) -> None:
    assert broken_rules(printed[cause]) == []
    assert open_tagged(printed[cause]).orphans == 0
