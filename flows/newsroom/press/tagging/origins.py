"""Which HTML element each tag came from, and which content belongs to the margins of a page."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

EDGES = {"top": "Header", "bottom": "Footer"}


class Origins:
    """Stands in for WeasyPrint's own builder of tags, calls it, and remembers what it was called with."""

    def __init__(self, plain_tree: Callable[..., Iterator[pydyf.Dictionary]]) -> None:
        self._plain_tree = plain_tree
        self._boxes = dict[int, tuple[boxes.Box, int]]()  # number of a tag -> its box, its page
        self.margins = dict[tuple[int, int], str | None]()  # page, marked content -> Header, Footer or neither

    def build(
        self,
        box: boxes.Box,
        parent: pydyf.Dictionary,
        pdf: pydyf.PDF,
        page: int,
        nums: dict[int, bytes],
        *rest: object,
    ) -> Iterator[pydyf.Dictionary]:
        """Yield the tags of a box, as WeasyPrint's function does."""
        real = box._box if isinstance(box, AbsolutePlaceholder) else box  # noqa: SLF001 - its only way to the box
        if isinstance(real, boxes.MarginBox):
            before = set(nums)
            list(self._plain_tree(box, parent, pdf, page, nums, *rest))
            edge = EDGES.get(real.at_keyword[1:].split("-")[0])
            self.margins |= {(page, content): edge for content in set(nums) - before}
            return
        for tag in self._plain_tree(box, parent, pdf, page, nums, *rest):
            self._boxes.setdefault(tag.number, (real, page))
            yield tag

    def element(self, tag: pydyf.Dictionary) -> Element | None:
        """The HTML element that a tag came from; None: WeasyPrint added the tag."""
        box, _ = self._boxes.get(tag.number, (None, 0))
        element: Element | None = None if box is None else box.element
        return element

    def name(self, tag: pydyf.Dictionary) -> str | None:
        """What WeasyPrint calls that element: "p", "li::marker"."""
        box, _ = self._boxes.get(tag.number, (None, 0))
        name: str | None = None if box is None else box.element_tag
        return name

    def page(self, tag: pydyf.Dictionary) -> int:
        """The page on which a tag stands first, from 0."""
        return self._boxes[tag.number][1]
