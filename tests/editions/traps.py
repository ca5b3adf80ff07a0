"""Small pages that WeasyPrint 70.0 tags badly, or not at all; `python -m tests.editions.traps FOLDER` prints them.

It runs as the press does, in a process of its own, for the press replaces functions of WeasyPrint while it writes.
"""

import logging
import sys
from pathlib import Path
from unittest.mock import patch

from weasyprint import HTML, LOGGER

from flows.newsroom.press import tagging, writer
from flows.newsroom.press.fetcher import AssetFetcher
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.order import Order

DOT = (  # a picture of one pixel
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
    "AAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
TO = 'href="https://forum.example.org/report"'
SENTENCE = "Carers met the minister on Monday and asked for respite. "
HEAD = "<thead><tr><th scope=col>Year<th scope=col>Visits</tr></thead>"
ROWS = "<tr><th scope=row>One<td>2</tr>" * 90
STORY = f"<section><article><h2>A</h2>{f'<p>{SENTENCE * 9}</p>' * 12}</article><article><h2>B</h2></article></section>"
CONTENTS = '<nav class="contents"><ul><li><i data-to="#b"></i> <a href="#b">Bee</a></li></ul></nav>'
PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Trap</title><style>
@font-face {{ font-family: ForumText; src: url(fonts/text-400-normal.ttf) }}
@font-face {{ font-family: ForumText; font-weight: 700; src: url(fonts/text-700-normal.ttf) }}
@font-face {{ font-family: ForumText; font-style: italic; src: url(fonts/text-400-italic.ttf) }}
html {{ font-family: ForumText }} {style}
</style></head><body><h1>Trap</h1>{body}</body></html>"""


def drawing(attributes: str = "", inside: str = "") -> str:
    """A small square."""
    size = 'width="20" height="20"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {attributes}>{inside}<rect {size}/></svg>'


STYLES = {
    "link over two lines": "p { width: 120px }",
    "link with emphasis over lines": "p { width: 90px }",
    "contents with page numbers": "ul { list-style: none } i::before { content: target-counter(attr(data-to), page) }",
    "page number after a link": "a::after { content: target-counter(attr(href), page) }",
    "list without bullets": "ul { list-style: none }",
    "list without bullets over pages": "ul { list-style: none }",
    "list with bullets inside": "ul { list-style-position: inside }",
    "list with empty bullets": "li::marker { content: '' }",
    "running header and footer": "@page { @top-left { content: 'Top' } @bottom-right { content: 'P' counter(page) } }",
    "running element with a link": "@page { @top-left { content: element(head) } } header { position: running(head) }",
    "columns over pages": ".row { display: flex } .row > * { flex: 1 }",
    "picture as a background": f"p {{ background: url({DOT}) }}",
}

BODIES = {
    # pages and lines
    "paragraph over pages": f"<p>{SENTENCE * 120}</p>",
    "story over pages": STORY,
    "columns over pages": f'<div class="row"><div><p>{SENTENCE * 90}</p></div><ul><li>Side</li></ul></div>',
    "list over pages": f"<ul>{'<li>item</li>' * 120}</ul>",
    "list without bullets over pages": f"<ul>{'<li>item</li>' * 60}<li>{SENTENCE * 90}</li></ul>",
    "table over pages": f"<table>{HEAD}<tbody>{ROWS}</tbody></table>",
    "running header and footer": f"<p>{SENTENCE}</p>",
    "running element with a link": f"<header><p>Run <a {TO}>away</a></p></header><p>{SENTENCE}</p>",
    # pictures
    "picture": f'<p>x <img src="{DOT}" alt="a dot"></p>',
    "picture for decoration": f'<p>x <img src="{DOT}" alt=""></p>',
    "picture as a background": "<p>x</p>",
    "picture with a caption": f'<figure><img src="{DOT}" alt="a dot"><figcaption>A caption</figcaption></figure>',
    "drawing with a title": "<p>x</p>" + drawing(inside="<title>a square</title>"),
    "drawing with a label": "<p>x</p>" + drawing("aria-label='a square'"),
    "drawing for decoration": "<p>x</p>" + drawing("aria-hidden='true'"),
    # links
    "link": f"<p>See <a {TO}>the report</a>.</p>",
    "link over two lines": f"<p>See <a {TO}>the very long report with a name that wraps over lines</a>.</p>",
    "link with bold words": f"<p><a {TO}>plain <b>bold</b> text</a></p>",
    "link of a span": f"<p><a {TO}><span>the report</span></a></p>",
    "link with emphasis over lines": f"<p><a {TO}>plain <em>emphasised words that wrap</em> text</a></p>",
    "link of a picture": f'<p><a {TO}><img src="{DOT}" alt="home"></a></p>',
    "link of a drawing": f"<p><a {TO} aria-label='home'>{drawing(inside='<title>home</title>')} text</a></p>",
    "link round a paragraph": f'<a {TO} style="display: block"><p>Words with <b>bold</b></p></a>',
    "link in a heading": f"<h2><a {TO}>Headline</a></h2>",
    "link with a name of its own": f'<p><a {TO} aria-label="The report of 2026">here</a></p>',
    # contents
    "contents with page numbers": CONTENTS + '<h2 id="b">Bee</h2>',
    "page number after a link": '<p><a href="#b">Bee </a></p><h2 id="b">Bee</h2>',
    # tables and lists
    "table": f"<table><caption>c</caption>{HEAD}<tr><th scope=row>One<td>2</tr></table>",
    "table without scopes": "<table><tr><th>a<th>b</tr><tr><td>1<td>2</tr></table>",
    "table with wide cells": "<table><tr><th>a<th>b</tr><tr><td colspan=2>1</td></tr></table>",
    "list with bullets": "<ul><li>a</li><li>b</li></ul>",
    "list without bullets": "<ul><li>a</li><li>b</li></ul>",
    "list with bullets inside": "<ul><li>a</li><li>b</li></ul>",
    "list with empty bullets": "<ul><li>a</li><li>b</li></ul>",
    "list of paragraphs": "<ul><li><p>a</p><p>b</p></li></ul>",
    "list of definitions": "<dl><dt>a</dt><dd>b</dd></dl>",
    # words
    "words of another language": '<p>Say <span lang="cy">Gofal Cymdeithasol</span> <b lang="en-GB">us</b>.</p>',
    "paragraph of another language": '<p lang="cy">Gofal <em>Cymdeithasol</em></p>',
    "abbreviation": '<p><abbr title="Approved Mental Health Professional">AMHP</abbr></p>',
    "quotation": "<blockquote><p>q</p><footer>by</footer></blockquote>",
    "words between blocks": "<div>before<p>x</p>after</div>",
    "emphasis": "<p>a <strong>b</strong> <em>c</em> <time datetime='2026-11-21'>d</time></p>",
    "rule": "<p>x</p><hr><p>y</p>",
}  # fmt: skip

FAIL_UNREPAIRED = (
    "picture for decoration", "drawing with a label", "drawing for decoration", "link of a picture",
    "link of a drawing",
    "link round a paragraph", "link with bold words", "link of a span", "link with emphasis over lines",
    "list with bullets inside", "list with empty bullets", "list of paragraphs",
)  # fmt: skip

# These keep every rule without repair, and harm a reader; what is wrong, as the checks tell it.
HARM_UNREPAIRED = {
    "story over pages": "3 tags /Art for 2 elements",
    "running header and footer": "hang outside the tree",
    "link": "a link is described as",
    "page number after a link": "a Link in a Link",
    "table over pages": "does not say what it heads",
    "words of another language": "no tag says that its words are in",
    "contents with page numbers": "a link is described as",
}


def trap(name: str) -> str:
    """The page of a trap."""
    return PAGE.format(style=STYLES.get(name, ""), body=BODIES[name])


def main(folder: Path) -> None:
    """Print every trap as the press does, some without repair, and one with a repair that must give up."""
    LOGGER.setLevel(logging.CRITICAL)
    fetcher = AssetFetcher(house_templates())
    for name in BODIES:
        pdf, outcome = writer.print_order(Order(pages=(trap(name),)), fetcher)
        assert outcome.has_good_tags
        (folder / f"{name}.pdf").write_bytes(pdf)
    for name in (*FAIL_UNREPAIRED, *HARM_UNREPAIRED):
        html = HTML(string=trap(name), base_url=fetcher.folder.as_uri() + "/", url_fetcher=fetcher)
        (folder / f"plain {name}.pdf").write_bytes(html.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True))
    with patch.object(tagging, "TESTED_WITH", "69.0"):
        _print_unrepaired(folder / "another release.pdf", fetcher)
    with patch.object(tagging, "join_fragments", side_effect=KeyError("K")):
        _print_unrepaired(folder / "another shape.pdf", fetcher)


def _print_unrepaired(paper: Path, fetcher: AssetFetcher) -> None:
    pdf, outcome = writer.print_order(Order(pages=(trap("link"),)), fetcher)
    assert not outcome.has_good_tags
    paper.write_bytes(pdf)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
