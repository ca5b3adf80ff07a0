"""Feeds are taken apart; each entry is a document of its own."""

import datetime as dt
import json
from dataclasses import replace
from time import process_time

import pytest

from flows.newsroom.enclosures import sources_within
from flows.newsroom.errors import DocumentError, EmptyDocumentError, UnreadableDocumentError
from flows.newsroom.model import Confidence, DateBasis, Defaults, RawDocument
from flows.newsroom.readers import read
from tests.factories import a_source

NAMES = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
ITEM = (
    "<item><title>Respite &amp; care</title><link>/respite</link><dc:creator>Ann Lee</dc:creator>"
    "<pubDate>Mon, 01 Jun 2026 00:30:00 BST</pubDate><description>Short.</description>"
    "<content:encoded><![CDATA[<h2>Open again</h2><p>The <b>house</b> is <a href='/x'>open</a>.</p>]]>"
    "</content:encoded></item>"
)


def rss(*items: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<rss version="2.0" {NAMES}><channel>{"".join(items)}</channel></rss>'.encode()


def feed(content: bytes, kind: str = "application/rss+xml") -> RawDocument:
    source = a_source("in/news.rss", media_type=kind, defaults=Defaults(address="https://a.example/feed"))
    return read(source, content)


def entries(content: bytes, kind: str = "application/rss+xml") -> list[RawDocument]:
    return [read(source, inner) for source, inner in sources_within(feed(content, kind))]


def texts(document: RawDocument) -> list[str]:
    return [block.text for block in document.blocks]


def test_an_entry_has_its_title_its_day_its_author_its_address_and_its_fullest_text() -> None:
    (entry,) = entries(rss(ITEM))

    assert (entry.title, entry.author) == ("Respite & care", "Ann Lee")
    assert (entry.published.date, entry.published.basis) == (dt.date(2026, 6, 1), DateBasis.STATED)
    assert [(block.kind.value, block.text) for block in entry.blocks] == [
        ("heading", "Open again"),
        ("paragraph", "The house is open."),
    ]
    assert entry.blocks[1].links[0].address == "https://a.example/x"
    assert entry.source.path == "in/news.rss/Respite & care"
    assert entry.source.defaults.address == "https://a.example/respite"


def test_entries_come_in_the_order_of_the_feed_and_are_told_apart() -> None:
    document = feed(rss(ITEM, ITEM, "<item><description>No title.</description></item>"))

    assert document.blocks == ()
    assert [one.name for one in document.enclosed] == ["Respite & care", "Respite & care (2)", "entry"]


def test_an_atom_entry_that_only_says_when_it_was_changed_is_to_be_ticked() -> None:
    (entry,) = entries(
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">A &lt;b&gt;new&lt;/b&gt; house</title>'
        b"<updated>2026-05-01T23:30:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
        b"<p>It is open.</p></div></content></entry></feed>",
        "application/atom+xml",
    )

    assert (entry.title, texts(entry)) == ("A new house", ["It is open."])
    assert (entry.published.date, entry.published.confidence) == (dt.date(2026, 5, 1), Confidence.MEDIUM)


def test_a_json_feed_is_read_as_well() -> None:
    items = [
        {
            "title": "A house",
            "url": "https://a.example/1",
            "content_text": "It is open.",
            "date_published": "2026-05-01",
        }
    ]
    content = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [*items, 7, {"id": "1"}]}).encode()

    document = feed(content, "application/feed+json")

    assert [one.name for one in document.enclosed] == ["A house", "entry"]
    (source, inner), _ = sources_within(document)
    assert texts(read(source, inner)) == ["It is open."]
    assert read(source, inner).published.date == dt.date(2026, 5, 1)


def test_a_broken_entry_costs_only_itself() -> None:
    deep = f"<item><title>Deep</title><description>{'&lt;div&gt;' * 2_000}x</description></item>"
    document = feed(rss("<item><title>Empty</title></item>", deep, ITEM))

    outcomes = []
    for source, inner in sources_within(document):
        try:
            outcomes.append(texts(read(source, inner))[0])
        except DocumentError as error:
            outcomes.append(type(error).__name__)

    assert outcomes == ["EmptyDocumentError", "RefusedDocumentError", "Open again"]


def test_an_entry_that_breaks_off_says_so() -> None:
    (entry,) = entries(
        rss("<item><title>A</title><description>&lt;p&gt;The house is […]&lt;/p&gt;</description></item>")
    )

    assert "no more than the beginning" in entry.notes[-1]


def test_entities_scripts_and_what_is_hidden_do_not_get_through() -> None:
    laughs = '<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>'
    item = (
        "<item><title>A</title><description>&lt;p&gt;It is open. [&x;]&lt;/p&gt;&lt;script&gt;UNSEEN&lt;/script&gt;"
        "&lt;p style='display:none'&gt;UNSEEN&lt;/p&gt;&lt;a href='javascript:alert(1)'&gt;More&lt;/a&gt;"
        "</description></item>"
    )

    (entry,) = entries(rss(item, before=laughs))

    assert texts(entry)[0].startswith("It is open.")
    assert "UNSEEN" not in " ".join(texts(entry))
    assert not any(block.links for block in entry.blocks)


def test_a_feed_of_thousands_is_cut_and_says_so() -> None:
    document = feed(rss(*["<item><title>A</title></item>"] * 150))

    assert len(document.enclosed) == 100
    assert "50 more were left" in document.notes[0]


def test_halves_of_letters_in_json_are_no_hindrance() -> None:
    (entry,) = entries(
        b'{"items": [{"title": "A \\ud83d", "content_text": "Open \\udc00 now"}]}', "application/feed+json"
    )

    assert (entry.title, texts(entry)) == ("A ?", ["Open ? now"])


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"<html><p>x</p></html>", "application/rss+xml"),
        (b"<?xml version='1.0'?><a><b>x</b></a>", "application/rss+xml"),
        (b"https://a.example/feed", "application/rss+xml"),
        (b"/etc/hostname", "application/rss+xml"),
        (b"[" * 100_000, "application/feed+json"),
        (b'{"name": "x"}', "application/feed+json"),
        (b"[1, 2]", "application/feed+json"),
    ],
)
def test_what_is_no_feed_is_turned_away(content: bytes, kind: str) -> None:
    with pytest.raises(UnreadableDocumentError):
        feed(content, kind)


def test_a_feed_without_entries_is_empty() -> None:
    with pytest.raises(EmptyDocumentError, match="no entries"):
        feed(rss())


def test_a_feed_that_multiplies_itself_costs_little() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    start = process_time()

    feed(rss("<item><title>&a9;</title></item>", before=f'<!DOCTYPE l [<!ENTITY a0 "lol">{bomb}]>'))

    assert process_time() - start < 1


def test_an_entry_is_the_same_document_as_long_as_it_says_the_same() -> None:
    first, again = feed(rss(ITEM)), feed(rss("<item><title>New</title></item>", ITEM))

    assert first.enclosed[0] == replace(again.enclosed[1])
