"""A page as its reader sees it: what is hidden goes, so that no instruction hidden in a page reaches a summary."""

import re
from collections.abc import Callable

from lxml.etree import LxmlError, iterwalk
from lxml.html import Element, HtmlElement, HTMLParser, document_fromstring, tostring

from flows.newsroom.errors import EmptyDocumentError
from flows.newsroom.formats.elements import STRUCK_OUT
from flows.newsroom.language.instructions import HIDDEN_INSTRUCTION, orders_machines, whispers_to_machines

MOSTLY_HIDDEN = 0.3
"""Of a page's text; a page that hides more builds itself with a script (3 of 511 sample pages), and is kept whole."""

_UNPARSED = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![\d.])|(?:left|top|text-indent)\s*:\s*-\d{3}",
    re.IGNORECASE,
)
# What can hardly be seen: too small, without colour, without height, or white, which is seen on a dark ground only.
_DIM = (
    r"font-size\s*:\s*(?:[0-3](?:\.\d+)?(?:px|pt|%)|0?\.[0-2]\d*r?em)|opacity\s*:\s*0?(?:\.[0-2]\d*)?\s*(?:;|\Z|\})"
    r"|(?<![\w-])(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|\Z|\})|\bclip(?:-path)?\s*:|text-indent\s*:\s*-"
    r"|(?<![\w-])color\s*:\s*(?:transparent|white\b|#fff\b|#f[a-f\d]f[a-f\d]f[a-f\d]\b|rgba?\(\s*25\d\b|rgba\([^)]*,\s*0?\.?0\s*\))"
)
_DIMMED = re.compile(_DIM, re.IGNORECASE)
_HIDDEN_RULE = re.compile(rf"[.#]([\w-]+)\s*\{{[^{{}}]{{0,500}}?(?:{_UNSEEN.pattern}|{_DIM})", re.IGNORECASE)
_BESIDE_THE_TEXT = "//@alt | //@title | //@aria-label | //meta/@content | //input[@type='hidden']/@value"
_WHITE = re.compile(r"white|#?f[a-f\d]?f[a-f\d]?f[a-f\d]?", re.IGNORECASE)
_KEPT = "Much of this page is marked as hidden and was kept: please compare the text with the page in a browser."
_SIGNED = re.compile(r"\s+[–—-]{1,3}\s*[A-Za-z][^.!?–—]{2,80}\Z")
_LONGEST_CARD = 14  # words
_NEVER_SEEN = STRUCK_OUT | {"template", "noscript"}
_TEXT = ".//text()[not(parent::script or parent::style or parent::title)]"


def parse_page(markup: str) -> HtmlElement:
    """Parse a page that the guard has passed.

    Raises:
        EmptyDocumentError: There is no element and no word in it.
    """
    # As bytes of a known charset: a declaration within the page is not asked.
    content = _UNPARSED.sub("", markup).strip().encode() or b"<p>"
    try:
        return document_fromstring(content, parser=HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=True))
    except LxmlError as error:
        raise EmptyDocumentError("The page holds nothing at all. Save it once more from where it came.") from error


def visible_markup(markup: str, *, is_page: bool = False) -> tuple[str, tuple[str, ...]]:
    """Markup that the guard has passed, without what its readers cannot see, and what the coordinator should know.

    Args:
        markup: The markup.
        is_page: Whether what is set apart in it is quoted speech, and not the message that another one answers.

    Raises:
        EmptyDocumentError: There is no element and no word in it.
    """
    tree = parse_page(markup)
    notes = drop_unseen(tree)
    if is_page:
        part_quotations(tree)
    return str(tostring(tree, encoding="unicode")), notes


def drop_unseen(tree: HtmlElement) -> tuple[str, ...]:
    """Take out of a page what no reader sees.

    Returns:
        What the coordinator should know: if much of the page is hidden, it is left in; if it speaks to machines.
    """
    comments = tree.xpath("//comment()")
    beside = (*tree.xpath(_BESIDE_THE_TEXT), *(comment.text or "" for comment in comments))
    never_seen = _outermost(tree, _is_never_seen)
    fallbacks = tuple(element.text_content() for element in never_seen if element.tag not in STRUCK_OUT)
    for element in (*comments, *never_seen):
        if element.getparent() is not None:
            element.drop_tree()
    styled = frozenset(_HIDDEN_RULE.findall("\n".join(style.text or "" for style in tree.iter("style"))))
    hidden = _outermost(tree, lambda element: _is_hidden(element) or _is_a_whisper(element, styled))
    is_whispered = any(map(whispers_to_machines, (*beside, *fallbacks)))
    is_ordered = any(orders_machines(element.text_content()) for element in hidden)
    instruction = (HIDDEN_INSTRUCTION,) if is_whispered or is_ordered else ()
    if sum(map(visible_length, hidden)) > MOSTLY_HIDDEN * visible_length(tree):
        return (_KEPT, *instruction)
    for element in hidden:
        element.drop_tree()
    return instruction


def simplify(tree: HtmlElement) -> None:
    """Put into plainer markup what extractors tear apart: code and quotations within a line, terms and descriptions."""
    for code in list(tree.iter("code", "kbd", "samp", "tt")):
        code.tag = "span"
    for quotation in list(tree.iter("q")):
        _write_marks(quotation)
    for link in list(tree.iter("a", "button")):
        _part_from_next(link)
    part_quotations(tree)
    for terms in list(tree.iter("dl")):
        if terms.find(".//dl") is None:
            _make_table(terms)


def _outermost(tree: HtmlElement, matches: Callable[[HtmlElement], bool]) -> list[HtmlElement]:
    """The elements below the root that match, without those that lie in another one; in one pass."""
    found = []
    walk = iterwalk(tree, events=("start",))
    for _, element in walk:
        if element is not tree and matches(element):
            found.append(element)
            walk.skip_subtree()
    return found


def _is_never_seen(element: HtmlElement) -> bool:
    return element.tag in _NEVER_SEEN


def _is_hidden(element: HtmlElement) -> bool:
    is_closed_dialog = element.tag == "dialog" and element.get("open") is None
    return is_closed_dialog or element.get("hidden") is not None or bool(_UNSEEN.search(element.get("style") or ""))


def _is_a_whisper(element: HtmlElement, styled: frozenset[str]) -> bool:
    """Whether what a style sheet may hide from some readers, or all, speaks to machines; menus are hidden so too."""
    names = ((element.get("class") or "").split(), (element.get("id") or "",))
    may_be_hidden = (
        element.get("aria-hidden") == "true"
        or any(not styled.isdisjoint(each) for each in names)
        or _DIMMED.search(element.get("style") or "") is not None
        or (element.tag == "font" and _WHITE.fullmatch(element.get("color") or "") is not None)
    )
    return may_be_hidden and orders_machines(element.text_content())


def visible_length(element: HtmlElement) -> int:
    """How many characters of text stand in an element, spaces aside."""
    return sum(map(count_ink, element.xpath(_TEXT)))


def count_ink(text: str) -> int:
    """How many characters of a text are no spaces."""
    return len("".join(text.split()))


def _part_from_next(link: HtmlElement) -> None:
    """A stroke between two links in a row, as their boxes part them: without it a menu would read as a sentence."""
    following = link.getnext()
    if following is not None and following.tag in {"a", "button"} and not (link.tail or "").strip():
        link.tail = " | "


def part_quotations(tree: HtmlElement) -> None:
    """Marks around quotations that are set apart one right after another: each is somebody else's."""
    for quotation in list(tree.iter("blockquote")):
        beside = (quotation.getprevious(), quotation.getnext())
        is_in_a_row = any(other is not None and other.tag == "blockquote" for other in beside)
        lines = [line for line in quotation.iter("p") if (line.text or "").strip()] or [quotation]
        said = [line for line in lines if not _is_card(line)]
        if not is_in_a_row or not said or any(len(line) for line in said) or _is_marked(said[0].text or ""):
            continue
        for line in said:
            line.text = f"“{(line.text or '').lstrip()}"
        last = (said[-1].text or "").rstrip()
        signature = _SIGNED.search(last)
        end = signature.start() if signature else len(last)
        said[-1].text = f"{last[:end].rstrip()}”{last[end:]}"


def _is_card(line: HtmlElement) -> bool:
    """Whether a line of a quotation says whose words it holds."""
    text = " ".join(line.text_content().split())
    is_short = len(text.split()) <= _LONGEST_CARD and text[-1:] not in {*".!?…"}
    return _SIGNED.match(f" {text}") is not None or (line.get("class") is not None and is_short)


def _is_marked(text: str) -> bool:
    return text.lstrip()[:1] in {*"“\"‘'„"}


def _write_marks(quotation: HtmlElement) -> None:
    """The quotation marks that a browser draws around it."""
    quotation.tag = "span"
    quotation.text = f"“{quotation.text or ''}"
    if len(quotation):
        quotation[-1].tail = f"{quotation[-1].tail or ''}”"
    else:
        quotation.text += "”"


def _make_table(terms: HtmlElement) -> None:
    """A row for each term with its descriptions."""
    rows: list[HtmlElement] = []
    for cell in list(terms.iter("dt", "dd")):
        if cell.tag == "dt" or not rows:
            rows.append(Element("tr"))
        cell.tag = "td"
        rows[-1].append(cell)
    terms[:] = rows
    terms.tag = "table"
