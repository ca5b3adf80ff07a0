"""The web page: whole in itself, readable by machines and by people, and honest about its sources."""

import re
from itertools import pairwise

import lxml.html
import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.newsroom.renderers.sample_issues import rendered

FONT = re.compile(r"base64,[\w+/=]+")


def tree(name: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(rendered("web", name).content.decode())


class PageExtension(SingleFileSnapshotExtension):
    """A snapshot that a browser can open."""

    _write_mode = WriteMode.TEXT
    file_extension = "html"


def test_the_page_is_as_it_was_signed_off(snapshot: SnapshotAssertion) -> None:
    page = FONT.sub("base64,…", rendered("web").content.decode())

    assert page == snapshot(extension_class=PageExtension)


@pytest.mark.parametrize("name", ["rich", "hostile"])
def test_the_page_asks_for_nothing(name: str) -> None:
    page = tree(name)
    style = FONT.sub("", page.findtext(".//style") or "")

    assert set(page.xpath("//link/@rel")) <= {"alternate", "canonical", "prev"}  # a browser follows none of them
    assert not page.xpath("//script|//img|//iframe|//object|//embed|//form|//base")
    assert not page.xpath("//svg[not(contains(@class, 'drawing'))]|//svg//*[@href]")
    assert not page.xpath("//@src|//@style|//@srcdoc|//@action")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    assert set(re.findall(r"url\((?!data:font/woff2;)", style)) == set()
    assert "@import" not in style


@pytest.mark.parametrize("name", ["rich", "hostile"])
def test_a_link_leads_into_the_page_to_the_web_or_to_a_letter(name: str) -> None:
    page = tree(name)
    addresses = set(page.xpath("//a/@href"))
    inside = {address[1:] for address in addresses if address.startswith("#")}

    assert addresses - {"../index.html"} == {
        address for address in addresses if re.match(r"#|\.\./\d{4}-\d\d-\d\d/|https?://|mailto:[\w.+-]+@", address)
    }
    assert inside <= set(page.xpath("//@id"))


@pytest.mark.parametrize("name", ["rich", "hostile"])
def test_headings_descend_one_step_at_a_time_from_one_h1(name: str) -> None:
    levels = [int(heading.tag[1]) for heading in tree(name).xpath("//h1|//h2|//h3|//h4")]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", ["rich", "hostile"])
def test_every_name_for_a_place_in_the_page_is_unique(name: str) -> None:
    ids = tree(name).xpath("//@id")
    disclosures = [" ".join(summary.text_content().split()) for summary in tree(name).xpath("//summary")]

    assert len(ids) == len(set(ids))
    assert len(disclosures) == len(set(disclosures)) or name == "hostile"


def test_a_policy_forbids_what_the_page_does_not_need() -> None:
    policy = tree("rich").xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]

    assert "default-src 'none'" in policy
    assert "script-src" not in policy


def test_a_sentence_unfolds_between_its_neighbours() -> None:
    story = tree("rich").get_element_by_id("story-1")
    second = story.xpath(".//details")[1]

    assert " ".join(second.find("summary").text_content().split()) == (
        "Source of sentence 2 in: Hospital and council social workers hold their first joint day"
    )
    assert second.findtext(".//mark") == "One week of calls, laid side by side, showed 41 repeats."
    assert "The day began with the duty desks" in second.text_content()
    assert "A trial of one shared list" in second.text_content()
    assert "Sentence 3 of 4 in the document joint-day.txt" in second.text_content()


def test_a_private_neighbour_is_left_out_of_the_context() -> None:
    context = tree("rich").xpath("//details[contains(., 'conference.html')]//p[@class='context']")[0]

    assert context.text_content().startswith("[…] Over 150 delegates")


def test_words_in_another_language_say_which() -> None:
    headline = tree("rich").xpath("//h3[contains(., 'Cynhadledd')]")[0]

    assert headline.get("lang") == "cy"


def test_a_file_is_named_only_where_a_sentence_is_traced() -> None:
    page = tree("rich")
    for details in page.xpath("//details"):
        details.drop_tree()

    assert ".txt" not in page.text_content()
