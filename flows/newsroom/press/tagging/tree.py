"""The tree of tags while a PDF is being written: objects of pydyf that name each other by reference."""

from collections.abc import Iterator, Sequence

import pydyf

from flows.newsroom.press.tagging.origins import Origins

NOBODY = b"null"
STRUCTURE = frozenset({"/Document", "/L", "/LI", "/TOC", "/TOCI", "/Table", "/THead", "/TBody", "/TR"})


class TagTree:
    """The tags of one PDF.

    A tag is a dictionary whose `K` lists its kids: references to tags and to annotations (OBJR), and content.
    Content is a number (MCID) on the tag's own page `Pg`, or a dictionary that names another page (MCR).
    ISO 32000-1, 14.7 and 14.8.
    """

    def __init__(self, pdf: pydyf.PDF, streams: Sequence[pydyf.Stream], origins: Origins) -> None:
        self.pdf = pdf
        self.origins = origins
        self._streams = streams
        self._page_of = {reference: number for number, reference in enumerate(pdf.page_references)}
        root = self.at(pdf.catalog["StructTreeRoot"])
        self._parents = self.at(root["ParentTree"])
        self.document = self.at(root["K"][0])

    def at(self, reference: bytes) -> pydyf.Object:
        """The object that a reference names."""
        return self.pdf.objects[int(reference.split()[0])]

    def page(self, number: int) -> pydyf.Object:
        """A page of the PDF, from 0."""
        return self.at(self.pdf.page_references[number])

    def tag(self, kid: object) -> pydyf.Object:
        """The tag that a kid names; None: it is content or an annotation."""
        return self._object(kid, "/StructElem")

    def annotation(self, kid: object) -> pydyf.Object:
        """The reference to an annotation that a kid names; None: it is none."""
        return self._object(kid, "/OBJR")

    def tags(self, parent: pydyf.Dictionary) -> list[pydyf.Dictionary]:
        """The tags right below a tag."""
        return [tag for tag in map(self.tag, parent["K"]) if tag is not None]

    def moved(self, kid: pydyf.Dictionary, old: pydyf.Dictionary, new: pydyf.Dictionary) -> pydyf.Object:
        """A kid of the tag `old` as it stands in the tag `new`, which may begin on another page."""
        if (tag := self.tag(kid)) is not None:
            tag["P"] = new.reference
        if isinstance(kid, int) and old["Pg"] != new.get("Pg"):
            return pydyf.Dictionary({"Type": "/MCR", "Pg": old["Pg"], "MCID": kid})
        return kid

    def add(self, kind: str, kids: Sequence[pydyf.Object], parent: pydyf.Dictionary) -> pydyf.Object:
        """A new tag in `parent`, which still has to list it, on the page of `parent` and with kids of it."""
        entries = {"Type": "/StructElem", "S": kind, "Pg": parent["Pg"], "P": parent.reference}
        tag = pydyf.Dictionary({**entries, "K": pydyf.Array(kids)})
        self.pdf.add_object(tag)
        for kid in self.tags(tag):
            kid["P"] = tag.reference
        return tag

    def settle(self) -> None:
        """Say of all content and of every annotation whose it is, and make an artifact of what belongs to no tag."""
        owners: list[list[bytes]] = [
            [NOBODY] * len(entry) for entry in self._parents["Nums"][1 : 2 * len(self._streams) : 2]
        ]
        annotated = list[tuple[pydyf.Dictionary, bytes]]()
        self._claim(self.document, owners, annotated)
        nums = pydyf.Array()
        for number, entry in enumerate(owners):
            nums.extend((number, pydyf.Array(entry)))
        for number, (annotation, owner) in enumerate(annotated, start=len(owners)):
            annotation["StructParent"] = number
            nums.extend((number, owner))
        self._parents["Nums"] = nums
        self._drop_annotations({id(annotation) for annotation, _ in annotated})
        for number, entry in enumerate(owners):
            self._mark_artifacts(number, {content for content, owner in enumerate(entry) if owner == NOBODY})

    def _claim(
        self, tag: pydyf.Dictionary, owners: list[list[bytes]], annotated: list[tuple[pydyf.Dictionary, bytes]]
    ) -> None:
        for kid in tag["K"]:
            if (inner := self.tag(kid)) is not None:
                self._claim(inner, owners, annotated)
            elif (reference := self.annotation(kid)) is not None:
                annotated.append((self.at(reference["Obj"]), tag.reference))
            else:
                page, content = (tag["Pg"], kid) if isinstance(kid, int) else (kid["Pg"], kid["MCID"])
                owners[self._page_of[page]][content] = tag.reference

    def _drop_annotations(self, kept: set[int]) -> None:
        """An annotation outside the tree cannot be reached by a reader of tags, and breaks PDF/UA-1 (7.18.1)."""
        for number in range(len(self._streams)):
            page = self.page(number)
            if "Annots" in page:
                page["Annots"] = pydyf.Array(one for one in page["Annots"] if id(self.at(one)) in kept)

    def _mark_artifacts(self, page: int, contents: set[int]) -> None:
        """Rewrite the marks around content: WeasyPrint writes them as `/Span`, `{MCID: 7}`, `BDC`."""
        lines = self._streams[page].stream
        for place in range(1, len(lines) - 1):
            mark = lines[place]
            if isinstance(mark, pydyf.Dictionary) and mark.get("MCID") in contents and lines[place + 1] == b"BDC":
                edge = self.origins.margins.get((page, mark["MCID"]))
                pagination = {"Type": "/Pagination", "Subtype": f"/{edge}"} if edge else {"Type": "/Layout"}
                lines[place - 1 : place + 1] = ["/Artifact", pydyf.Dictionary(pagination)]

    def _object(self, kid: object, kind: str) -> pydyf.Object:
        if not isinstance(kid, bytes):
            return None
        found = self.at(kid)
        return found if isinstance(found, dict) and found.get("Type") == kind else None


def descendants(tree: TagTree, tag: pydyf.Dictionary) -> Iterator[pydyf.Dictionary]:
    """Every tag below a tag, in reading order."""
    for inner in tree.tags(tag):
        yield inner
        yield from descendants(tree, inner)
