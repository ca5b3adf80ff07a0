"""What an HTML element says of itself, said by its tag."""

from xml.etree.ElementTree import Element

import pydyf

from flows.newsroom.press.tagging.tree import TagTree, descendants

SPANS = frozenset({"abbr", "b", "cite", "em", "i", "mark", "q", "small", "strong", "sub", "sup", "time"})
SECTIONS = frozenset({"address", "aside", "details", "footer", "header", "nav"})
CONTENTS = {"/L": "/TOC", "/LI": "/TOCI", "/LBody": "/Reference"}
ROWS = frozenset({"row", "rowgroup"})
POINTS = 0.75  # of a CSS pixel


def describe(tree: TagTree, tag: pydyf.Dictionary, language: str) -> None:
    """Let `tag` and every tag below it say what their elements say, in a document of `language`."""
    for inner in tree.tags(tag):
        describe(tree, inner, language)
    _give_body(tree, tag)
    element = tree.origins.element(tag)
    if element is None:
        return
    _name(tag, element, tree.origins.name(tag))
    _tell_language(tag, element, language)
    if tag["S"] in {"/TH", "/TD"}:
        _relate_cell(tag, element)
    elif tag["S"] == "/Figure":
        _place_figure(tree, tag, element)
    elif element.tag == "figure":
        _move_caption(tree, tag)
    elif element.tag == "nav" and "contents" in element.get("class", "").split():
        _make_contents(tree, tag)


def _name(tag: pydyf.Dictionary, element: Element, name: str | None) -> None:
    if tag["S"] != "/NonStruct":
        return
    if name in SPANS:
        tag["S"] = "/Span"
    elif name in SECTIONS:
        tag["S"] = "/Sect"
    elif name == "figure":
        tag["S"] = "/Div"
    if name == "abbr" and element.get("title"):
        tag["E"] = pydyf.String(element.get("title"))


def _tell_language(tag: pydyf.Dictionary, element: Element, language: str) -> None:
    own = element.get("lang")
    if own and own != language:
        tag["Lang"] = pydyf.String(own)


def _relate_cell(tag: pydyf.Dictionary, element: Element) -> None:
    """A header says what it heads; the lists of headers that WeasyPrint keeps in each cell say it less well."""
    attributes = tag.setdefault("A", pydyf.Dictionary({"O": "/Table"}))
    attributes.pop("Headers", None)
    tag.pop("ID", None)
    if tag["S"] == "/TH":
        attributes["Scope"] = "/Row" if element.get("scope") in ROWS else "/Column"
    elif set(attributes) == {"O"}:
        tag.pop("A")


def _place_figure(tree: TagTree, tag: pydyf.Dictionary, element: Element) -> None:
    """The box comes in CSS pixels from the top of the page; a PDF counts in points from its foot."""
    height = tree.page(tree.origins.page(tag))["MediaBox"][3]
    left, top, right, bottom = (POINTS * place for place in tag["A"]["BBox"])
    corners = (left, height - bottom, right, height - top)
    tag["A"]["BBox"] = pydyf.Array(round(corner, 2) for corner in corners)
    if "Alt" not in tag and element.get("aria-label"):
        tag["Alt"] = pydyf.String(element.get("aria-label"))


def _move_caption(tree: TagTree, tag: pydyf.Dictionary) -> None:
    """The caption of a single figure belongs inside it (ISO 32000-1, 14.8.4.3.5)."""
    captions = [inner for inner in tree.tags(tag) if inner["S"] == "/Caption"]
    figures = [inner for inner in descendants(tree, tag) if inner["S"] == "/Figure"]
    if len(captions) == len(figures) == 1:
        (caption,), (figure,) = captions, figures
        tag["K"] = pydyf.Array(kid for kid in tag["K"] if kid != caption.reference)
        figure["K"].insert(0, tree.moved(caption.reference, tag, figure))


def _give_body(tree: TagTree, tag: pydyf.Dictionary) -> None:
    """An item of a list holds a label and a body, and nothing else (ISO 32000-1, 14.8.4.3.3)."""
    if tag["S"] != "/LI" or any(inner["S"] == "/LBody" for inner in tree.tags(tag)):
        return
    labels = [inner.reference for inner in tree.tags(tag) if inner["S"] == "/Lbl"]
    loose = [kid for kid in tag["K"] if kid not in labels]
    if loose:
        tag["K"] = pydyf.Array([*labels, tree.add("/LBody", loose, tag).reference])


def _make_contents(tree: TagTree, tag: pydyf.Dictionary) -> None:
    for inner in descendants(tree, tag):
        inner["S"] = CONTENTS.get(inner["S"], inner["S"])
