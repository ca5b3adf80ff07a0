"""Web pages."""

import datetime as dt
from time import process_time

import pytest

from flows.newsroom.errors import EmptyDocumentError, RefusedDocumentError
from flows.newsroom.model import BlockKind, Confidence, Defaults, RawDocument
from flows.newsroom.readers import read
from tests.factories import a_source
from tests.newsroom.readers.hostile_pages import HIDDEN, READ, REAL, REFUSED

ADDRESS = "https://www.northgate.example/news/peer-supervision"
PROSE = "The social work forum met on Tuesday to hear how three boroughs plan to keep practitioners. "

LAUNCH = (
    "The forum of Northgate Trust has launched peer supervision groups for its 40 members, after a survey of staff "
    "last winter. Use the #peer tag."
)
NEWS = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Forum launches peer supervision | Northgate Trust</title><meta property="og:site_name" content="Northgate Trust">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Forum launches peer supervision",
"datePublished": "2024-05-03T09:00:00+01:00", "author": {{"@type": "Person", "name": "Ann Lee"}}}}</script></head><body>
<div class="cookie-banner" role="dialog"><p>We use cookies on this site. <button>Accept all</button></p></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li></ul></nav></header>
<main><article><h1>Forum launches peer supervision</h1>
<p class="meta">Posted on <time datetime="2024-05-03">3 May 2024</time> by <a rel="author" href="/ann">Ann Lee</a></p>
<div class="share"><a href="https://social.example/share">Share this page</a></div>
<p>The forum of Northgate Trust has launched <strong>peer supervision</strong> groups for its 40 members, after a
<a href="/reports/survey.pdf">survey of staff</a> last winter. Use the <code>#peer</code> tag.</p>
<p>The groups meet every month. They have three aims:</p>
<ul><li>to give practitioners <em>time</em> to think;</li>
<li>to share what works; and<ul><li>in hospitals</li></ul></li>
<li>to look after <a href="javascript:alert(1)">one another</a>.</li></ul>
<blockquote><p>“I have not felt so well supported in ten years,” said Ben Fox, a social worker.</p></blockquote>
<h2>Dates</h2><p>{PROSE}</p>
<table><tr><th>Date</th><th>Place</th></tr><tr><td>Tuesday 14 May</td><td>Town hall<br>First floor</td></tr></table>
<dl><dt>When</dt><dd>Tuesdays at 2 pm</dd></dl><p>The fee is <s>£20</s> £10, <q>for now</q>.</p>
<p>Write to <a href="mailto:forum@northgate.example">forum@northgate.example</a>.</p></article>
<aside class="related"><h2>Related news</h2><ul><li><a href="/1">Budget agreed for the coming year</a></li></ul></aside>
</main><section id="comments"><h3>Leave a comment</h3><form><input name="x"></form></section>
<footer><p>© 2024 Northgate Trust</p></footer></body></html>"""


def page(markup: str | bytes, *, address: str | None = ADDRESS) -> RawDocument:
    content = markup if isinstance(markup, bytes) else markup.encode()
    return read(a_source("page.html", media_type="text/html", defaults=Defaults(address=address)), content)


def texts(markup: str | bytes) -> list[str]:
    return [block.text for block in page(markup).blocks]


def test_a_news_page_gives_its_article_and_nothing_that_stands_around_it() -> None:
    found = [(block.kind.value, block.text) for block in page(NEWS).blocks]

    assert found == [
        ("heading", "Forum launches peer supervision"),
        ("paragraph", LAUNCH),
        ("paragraph", "The groups meet every month. They have three aims:"),
        ("item", "to give practitioners time to think;"),
        ("item", "to share what works; and"),
        ("item", "in hospitals"),
        ("item", "to look after one another."),
        ("quotation", "“I have not felt so well supported in ten years,” said Ben Fox, a social worker."),
        ("heading", "Dates"),
        ("paragraph", PROSE.strip()),
        ("row", "Date | Place"),
        ("row", "Tuesday 14 May | Town hall First floor"),
        ("row", "When | Tuesdays at 2 pm"),
        ("paragraph", "The fee is £10, “for now”."),
        ("paragraph", "Write to forum@northgate.example."),
    ]


def test_a_news_page_states_its_facts() -> None:
    document = page(NEWS)

    assert (document.title, document.author) == ("Forum launches peer supervision", "Ann Lee")
    assert (document.published.date, document.published.confidence) == (dt.date(2024, 5, 3), Confidence.HIGH)
    assert document.notes == ()


def test_items_hang_on_their_stem_and_links_are_whole() -> None:
    blocks = page(NEWS).blocks

    stems = {block.stem for block in blocks if block.kind is BlockKind.ITEM}
    addresses = [link.address for block in blocks for link in block.links]

    assert stems == {"The groups meet every month. They have three aims:", "to share what works; and"}
    assert addresses == ["https://www.northgate.example/reports/survey.pdf", "mailto:forum@northgate.example"]


def test_a_short_page_keeps_its_structure() -> None:
    document = page("<h1>Short note</h1><p>See <a href='/report'>the report</a>.</p>")

    assert [block.kind for block in document.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]
    assert document.blocks[1].text == "See the report."
    assert document.blocks[1].links[0].address == "https://www.northgate.example/report"


def test_a_page_that_a_word_processor_saved_is_read_in_its_charset() -> None:
    markup = (
        '<html xmlns:o="urn:x"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252">'
        "<style><!-- p.MsoNormal {margin:0} --></style><!--[if gte mso 9]><xml>UNSEEN</xml><![endif]--></head><body>"
        "<p class=MsoNormal><b>Minutes of the forum’s meeting<o:p></o:p></b></p><p><o:p>&nbsp;</o:p></p>"
        "<p class=MsoListParagraph style='text-indent:-18.0pt'><span style='font-family:Symbol'>·<span>&nbsp;&nbsp;"
        "</span></span>Agreed to write to Zoë</p></body></html>"
    )

    document = page(markup.encode("cp1252"))

    assert [(block.kind.value, block.text) for block in document.blocks] == [
        ("paragraph", "Minutes of the forum’s meeting"),
        ("item", "Agreed to write to Zoë"),
    ]
    assert document.notes == ()


def test_the_longer_answer_is_taken_and_noted_where_two_ways_disagree() -> None:
    teasers = "".join(f'<div class="promo-teaser widget"><p>Answer {n}: {PROSE}</p></div>' for n in range(10))

    document = page(
        f"<html><body><main><h1>Questions about carers</h1><p>{PROSE * 3}</p>{teasers}</main></body></html>"
    )

    assert sum("Answer" in block.text for block in document.blocks) == 10
    assert "disagree" in document.notes[0]


@pytest.mark.parametrize(
    ("head", "whole"),
    [
        ("", None),
        ('<link rel="canonical" href="https://n.example/news/today">', "https://n.example/news/x"),
        ('<base href="https://n.example/other/">', "https://n.example/other/x"),
    ],
)
def test_a_page_without_a_known_address_makes_links_whole_by_its_own(head: str, whole: str | None) -> None:
    document = page(f"<html><head>{head}</head><body><p>Read <a href='x'>this</a> now.</p></body></html>", address=None)

    assert [link.address for link in document.blocks[0].links] == ([whole] if whole else [])


@pytest.mark.parametrize("markup", REFUSED.values(), ids=REFUSED)
def test_a_page_built_to_harm_is_refused(markup: str) -> None:
    with pytest.raises(RefusedDocumentError):
        page(markup)


@pytest.mark.parametrize("markup", READ.values(), ids=READ)
def test_a_page_built_to_deceive_is_read_for_what_it_shows(markup: str) -> None:
    start = process_time()

    found = " ".join(texts(markup))

    assert "Real text about the forum stays here." in found
    assert found.isprintable()
    assert process_time() - start < 3


def test_what_is_hidden_in_a_page_never_comes_out() -> None:
    found = " ".join(texts(HIDDEN))

    assert "Real text" in found
    assert "UNSEEN" not in found


def test_a_page_that_is_mostly_hidden_is_kept_and_noted() -> None:
    document = page(f"<html><body style='visibility:hidden'>{REAL}</body></html>")

    assert "marked as hidden" in document.notes[0]


@pytest.mark.parametrize(
    "markup",
    ["", "<html><body><script>go()</script><div id=app></div></body></html>", "<frameset><frame src=x></frameset>"],
    ids=["nothing", "script", "frames"],
)
def test_a_page_without_text_is_empty(markup: str) -> None:
    with pytest.raises(EmptyDocumentError):
        page(markup)
