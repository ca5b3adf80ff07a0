"""One tag for one element: what lines and pages have split is joined, what pages repeat is dropped."""

from collections.abc import Hashable

import pydyf

from flows.newsroom.press.tagging.tree import STRUCTURE, TagTree

REPEATED = frozenset({"/THead", "/TFoot"})
PLAIN_SPAN = frozenset({"Type", "S", "K", "Pg", "P"})  # the entries of a Span that says nothing


def join_fragments(tree: TagTree, tag: pydyf.Dictionary) -> None:
    """Join the fragments of every element below `tag`, and drop decoration and repeated table headers."""
    kept, seen = pydyf.Array(), dict[Hashable, pydyf.Dictionary]()
    for kid in tag["K"]:
        inner = tree.tag(kid)
        if inner is None:
            kept.append(kid)
            continue
        identity = _identity(tree, inner)
        if _is_decoration(tree, inner) or (inner["S"] in REPEATED and identity in seen):
            continue
        first = seen.get(identity) if identity is not None else None
        if first is not None and (kept[-1] == first.reference or not _is_anonymous(tree, inner, tag)):
            first["K"].extend(tree.moved(one, inner, first) for one in inner["K"])
            continue
        seen[identity] = inner
        kept.append(kid)
    tag["K"] = kept
    for inner in tree.tags(tag):
        join_fragments(tree, inner)
    _dissolve_lines(tree, tag)


def _identity(tree: TagTree, tag: pydyf.Dictionary) -> Hashable | None:
    """The same for the fragments of one element; None: the tag came from no element."""
    element = tree.origins.element(tag)
    if element is not None:
        return id(element), tree.origins.name(tag), tag["S"]
    inner = tree.tags(tag)
    if tag["S"] == "/LI" and len(inner) == 1:  # WeasyPrint wraps an item without a bullet in a tag of its own
        return "/LI", _identity(tree, inner[0])
    return None


def _is_anonymous(tree: TagTree, tag: pydyf.Dictionary, parent: pydyf.Dictionary) -> bool:
    """Whether a tag stands for a run of its parent's own words, of which there may be others with a tag between."""
    element = tree.origins.element(tag)
    return element is not None and element is tree.origins.element(parent)


def _is_decoration(tree: TagTree, tag: pydyf.Dictionary) -> bool:
    element = tree.origins.element(tag)
    if tag["S"] != "/Figure" or element is None:
        return False
    is_hidden = element.get("aria-hidden") == "true" or element.get("role") in {"presentation", "none"}
    return is_hidden or (element.tag == "img" and element.get("alt") == "")


def _dissolve_lines(tree: TagTree, tag: pydyf.Dictionary) -> None:
    """WeasyPrint wraps each line of text in a Span; its content belongs to the paragraph itself."""
    if tag["S"] in STRUCTURE:
        return
    kids = pydyf.Array()
    for kid in tag["K"]:
        inner = tree.tag(kid)
        is_line = inner is not None and inner["S"] == "/Span" and set(inner) <= PLAIN_SPAN
        if is_line and tree.origins.element(inner) is None:
            kids.extend(tree.moved(one, inner, tag) for one in inner["K"])
        else:
            kids.append(kid)
    tag["K"] = kids
