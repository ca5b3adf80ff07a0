"""One Link for one link: all its places on the pages in it, described by its own words."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pydyf

from flows.newsroom.press.tagging.tree import TagTree

PRINTS = 4  # the flag of an annotation that may stay in print
NEARLY = 1.5  # points


def gather_links(tree: TagTree, tag: pydyf.Dictionary, *, is_inside: bool = False) -> None:
    """Repair every link below `tag`, which stands inside a link or not."""
    if tag["S"] == "/Link" and is_inside:
        tag["S"] = "/Span"
    elif tag["S"] == "/Link":
        is_inside = True
        _gather(tree, tag)
    for inner in tree.tags(tag):
        gather_links(tree, inner, is_inside=is_inside)


def _gather(tree: TagTree, link: pydyf.Dictionary) -> None:
    """Take every annotation below a link into it; one that lies on another of the same link is left out."""
    words, kept = _words(tree.origins.element(link)), list[pydyf.Dictionary]()
    for owner, kid in list(_places(tree, link)):
        reference = tree.annotation(kid)
        annotation = tree.at(reference["Obj"])
        annotation["F"] = PRINTS
        if words:
            annotation["Contents"] = pydyf.String(words)
        if owner is link:
            kept.append(reference)
            continue
        owner["K"].remove(kid)
        if not any(_covers(tree, other, reference) for other in kept):
            link["K"].append(kid)
            kept.append(reference)


def _places(tree: TagTree, tag: pydyf.Dictionary) -> Iterator[tuple[pydyf.Dictionary, bytes]]:
    """The tags that hold annotations, `tag` and those below it, with the annotations."""
    for kid in tag["K"]:
        if tree.annotation(kid) is not None:
            yield tag, kid
        elif (inner := tree.tag(kid)) is not None:
            yield from _places(tree, inner)


def _words(element: Element | None) -> str | None:
    if element is None:
        return None
    named = element.get("aria-label") or element.get("title")
    written = " ".join("".join(element.itertext()).split())
    return named or written or " ".join(filter(None, (inner.get("alt") for inner in element.iter()))) or None


def _covers(tree: TagTree, outer: pydyf.Dictionary, inner: pydyf.Dictionary) -> bool:
    """Whether the place of one annotation lies within that of another."""
    if outer["Pg"] != inner["Pg"]:
        return False
    left, low, right, high = _corners(tree.at(outer["Obj"])["Rect"])
    x, y, far, top = _corners(tree.at(inner["Obj"])["Rect"])
    return left <= x + NEARLY and low <= y + NEARLY and right >= far - NEARLY and high >= top - NEARLY


def _corners(rectangle: pydyf.Array) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = rectangle
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
