"""What surrounds the text of a page by its markup: menus, share rows, related links, comment boxes, cookie words.

An element goes where its tag, its role or a word of its class says what it is, unless it holds the page's heading or
much of its text: then the word means something else there. What speaks to machines stays, so that it is noticed.
"""

import re

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from flows.newsroom.formats.visible import visible_length
from flows.newsroom.language.instructions import speaks_to_machines

_MOST = 0.3
"""Of a page's text that one such element may hold, and all of them together."""

_ROLES = frozenset({"navigation", "search", "alertdialog", "dialog", "menu", "menubar", "toolbar", "contentinfo"})
_TAGS = frozenset({"nav", "button"})
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|ccc|breadcrumbs?|crumbs?|shar(?:e|ing|es)|sharedaddy|social(?:-?(?:links|media|bar"
    r"|share))?|addthis|addtoany|related|recirc\w*|recommend(?:ed|ations?)|most-?read|most-?popular|trending|more-?(?:news"
    r"|stories|from)|also-?like|next-?prev|pager|pagination|post-?nav(?:igation)?|comment(?:s|-?list|-?form)?|respond|disqus"
    r"|skip-?links?|skiplink|back-?to-?top|site-?(?:header|footer|nav|search)|page-?footer|global-?(?:header|footer|nav)"
    r"|main-?nav|navbar|nav|menu|mega-?menu|side-?bar|widget|tag-?cloud|feedback|helpful|useful|page-?rating|rating|promo"
    r"|advert\w*|ads?|ad-?slot|sponsor(?:ed)?|banner-?ad|newsletter-?(?:signup|form|box)|sign-?up|subscribe|mailing-?list"
    r"|alert-?banner|phase-?banner|survey-?banner|print-?(?:page|link)|tool-?bar|page-?tools|language-?switch\w*|jobs-?board"
    r"|apply-?box|save-?job)(?:$|[\s_-])",
    re.IGNORECASE,
)
_KEPT = frozenset({"html", "body", "main", "article", "table", "tbody", "tr", "td", "th", "a", "time"})


def drop_surroundings(tree: HtmlElement) -> None:
    """Take out of a page what its markup calls something else than its text."""
    whole = visible_length(tree)
    found: list[HtmlElement] = []
    walk = iterwalk(tree, events=("start",))
    for _, element in walk:
        if isinstance(element.tag, str) and element is not tree and _is_surrounding(element):
            found.append(element)
            walk.skip_subtree()
    lengths = [visible_length(element) for element in found]
    if sum(lengths) > 2 * _MOST * whole:
        return
    for element, length in zip(found, lengths, strict=True):
        if length <= _MOST * whole and not _holds_text(element) and not speaks_to_machines(element.text_content()):
            element.drop_tree()


def _is_surrounding(element: HtmlElement) -> bool:
    if element.tag in _KEPT:
        return False
    if element.tag in _TAGS or (element.get("role") or "") in _ROLES or _is_foot_of_page(element):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return names != " " and _NAMES.search(names) is not None


def _is_foot_of_page(element: HtmlElement) -> bool:
    """Whether it is the footer of the page itself; that of an article or a quotation names its writer."""
    return element.tag == "footer" and not any(
        outer.tag in {"article", "blockquote"} for outer in element.iterancestors()
    )


def _holds_text(element: HtmlElement) -> bool:
    return element.tag == "h1" or element.find(".//h1") is not None or element.find(".//article") is not None
