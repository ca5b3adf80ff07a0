"""What a screen reader finds in a PDF: its tags in reading order, with their words; and what no validator looks for."""

import ctypes
import difflib
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html
import page as page_validation
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

OUR_FONTS = ("ForumText", "ForumDisplay")
WORD = re.compile(r"[\w’']+")
FILE_NAME = re.compile(r"\.(png|jpe?g|svg|gif|webp)$", re.IGNORECASE)
COUNTED = {"/H1": "//h1", "/H2": "//h2", "/H3": "//h3", "/Art": "//article", "/Table": "//table", "/TR": "//tr",
           "/TH": "//th", "/TD": "//td", "/BlockQuote": "//blockquote"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag, its entries as pikepdf has them, and what it holds: tags and words in reading order."""

    kind: str  # "/P"
    entries: pikepdf.Object
    kids: tuple["Tag | str", ...] = ()
    annotations: tuple[pikepdf.Object, ...] = ()

    @property
    def tags(self) -> Iterator["Tag"]:
        """This tag and every one below it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.tags

    @property
    def words(self) -> str:
        """What is read out of it."""
        return " ".join(" ".join(kid if isinstance(kid, str) else kid.words for kid in self.kids).split())

    def all(self, kind: str) -> list["Tag"]:
        """Every tag of a kind, in reading order."""
        return [tag for tag in self.tags if tag.kind == kind]

    def one(self, kind: str) -> "Tag":
        """The only tag of a kind."""
        (tag,) = self.all(kind)
        return tag

    def __str__(self) -> str:
        """Its shape: "Document(H1 P(Link))"."""
        inner = " ".join(str(kid) for kid in self.kids if isinstance(kid, Tag))
        return self.kind[1:] + (f"({inner})" if inner else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedPdf:
    """A PDF as a reader of tags gets it."""

    root: Tag
    file: pikepdf.Pdf
    orphans: int  # pieces of content that are marked as somebody's, and are nobody's
    artifacts: tuple[str, ...]  # what is not read out
    reached: frozenset[tuple[int, int]] = field(repr=False)


def open_tagged(pdf: bytes) -> TaggedPdf:
    """Read the tags of a PDF."""
    file = pikepdf.open(io.BytesIO(pdf))
    words = _marked_words(pdf)
    leaves = {leaf.obj.objgen: number for number, leaf in enumerate(file.pages)}
    claimed, reached = set[tuple[int, int]](), set[tuple[int, int]]()

    def read(node: pikepdf.Object) -> Tag:
        kids, annotations = list[Tag | str](), list[pikepdf.Object]()
        reached.add(node.objgen)
        listed = node.get("/K", pikepdf.Array())
        for kid in listed if isinstance(listed, pikepdf.Array) else [listed]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                kids.append(read(kid))
            elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
                annotations.append(kid.Obj)
            else:
                is_dictionary = isinstance(kid, pikepdf.Dictionary)
                page, content = (kid.Pg, kid.MCID) if is_dictionary else (node.Pg, kid)
                key = leaves[page.objgen], int(content)
                assert key not in claimed, "two tags hold the same content"
                claimed.add(key)
                kids.append(words.get(key, ""))
        return Tag(kind=str(node.S), entries=node, kids=tuple(kids), annotations=tuple(annotations))

    root = read(file.Root.StructTreeRoot.K[0])
    loose = {key for key in words if key[1] >= 0} - claimed
    unread = tuple(text for key, text in words.items() if key[1] < 0)
    strays = sum(owner.objgen not in reached for owner in _owners(file))
    return TaggedPdf(root=root, file=file, orphans=len(loose) + strays, artifacts=unread, reached=frozenset(reached))


def broken_rules(pdf: bytes) -> list[str]:
    """The rules of PDF/UA-1 and of PDF/A-3a that a PDF breaks; empty: it keeps every one."""
    limits = page_validation.SafetyLimits(max_reference_depth=4_096)  # an outline of 300 titles is a long chain
    reports = [page_validation.validate_pdf_bytes(pdf, profile=profile, limits=limits) for profile in ("ua1", "3a")]
    assert min(report.rules.total for report in reports) > 100
    return [failure.rule_id for report in reports for failure in report.failures]


def flaws(pdf: bytes, html: str) -> list[str]:
    """What is wrong with the tags of a PDF, by the page of HTML that it was printed from; empty: nothing."""
    tagged, page = open_tagged(pdf), lxml.html.document_fromstring(html)
    return [
        *_loose_content(tagged),
        *_unlike_the_page(tagged, page),
        *_poor_links(tagged, page),
        *_poor_figures(tagged),
        *_mute_headers(tagged),
        *_foreign_fonts(tagged),
        *_another_order(tagged, page),
    ]


def _loose_content(tagged: TaggedPdf) -> Iterator[str]:
    if tagged.orphans:
        yield f"{tagged.orphans} pieces of content hang outside the tree"


def _unlike_the_page(tagged: TaggedPdf, page: lxml.html.HtmlElement) -> Iterator[str]:
    counts = Counter(tag.kind for tag in tagged.root.tags)
    for kind, path in COUNTED.items():
        if counts[kind] != len(page.xpath(path)):
            yield f"{counts[kind]} tags {kind} for {len(page.xpath(path))} elements {path}"
    for kinds, path in (({"/L", "/TOC"}, "//body//ul|//body//ol"), ({"/LI", "/TOCI"}, "//body//li")):
        if sum(counts[kind] for kind in kinds) != len(page.xpath(path)):
            yield f"{sum(counts[kind] for kind in kinds)} tags {sorted(kinds)} for {len(page.xpath(path))} {path}"
    languages = {str(tag.entries.Lang) for tag in tagged.root.tags if "/Lang" in tag.entries}
    if missing := set(page.xpath("//body//@lang")) - languages - set(page.xpath("/html/@lang")):
        yield f"no tag says that its words are in {missing}"
    with tagged.file.open_outline() as outline:
        titles = sum(1 for _ in _titles(outline.root))
    if titles != len(page.xpath("//h1|//h2|//h3")):
        yield f"the outline has {titles} titles"


def _poor_links(tagged: TaggedPdf, page: lxml.html.HtmlElement) -> Iterator[str]:
    links = tagged.root.all("/Link")
    texts = (link.text_content() for link in page.xpath("//a"))
    names = {" ".join(text.split()) for text in (*texts, *page.xpath("//a//@aria-label|//a//@alt|//a/@aria-label"))}
    if any(inner.kind == "/Link" for link in links for kid in link.kids if isinstance(kid, Tag) for inner in kid.tags):
        yield "a Link in a Link"
    placed = [note.objgen for tag in tagged.root.tags for note in tag.annotations]
    on_pages = [note.objgen for leaf in tagged.file.pages for note in leaf.get("/Annots", [])]
    if sorted(placed) != sorted(on_pages):
        yield "a link on a page is in no tag, or in two"
    for link in links:
        said = {str(note.get("/Contents", "")) for note in link.annotations}
        if len(said) != 1 or not said <= names:
            yield f"a link is described as {said}"


def _poor_figures(tagged: TaggedPdf) -> Iterator[str]:
    for figure in tagged.root.all("/Figure"):
        left, low, right, high = (float(place) for place in figure.entries.A.BBox)
        x, y, far, top = (float(place) for place in figure.entries.Pg.MediaBox)
        if not (x - 1 <= left < right <= far + 1 and y - 1 <= low < high <= top + 1):
            yield "a figure lies outside its page"
        alternative = str(figure.entries.get("/Alt", ""))
        if not WORD.search(alternative) or FILE_NAME.search(alternative):
            yield f"a figure is described as {alternative!r}"


def _mute_headers(tagged: TaggedPdf) -> Iterator[str]:
    if any("/Scope" not in header.entries.get("/A", {}) for header in tagged.root.all("/TH")):
        yield "a header of a table does not say what it heads"


def _foreign_fonts(tagged: TaggedPdf) -> Iterator[str]:
    fonts = [one for one in tagged.file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
    names = {str(font.BaseFont).partition("+")[2] for font in fonts}
    if not names or any(not name.replace("-", "").startswith(OUR_FONTS) for name in names):
        yield f"the fonts are {sorted(names)}"
    described = [font for font in fonts if "/FontDescriptor" in font]
    if not all({"/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys()) for font in described):
        yield "a font is not inside the file"


def _another_order(tagged: TaggedPdf, page: lxml.html.HtmlElement) -> Iterator[str]:
    """The words are those of the page in its order; only the numbers of the contents list come on top."""
    for element in page.xpath("//svg|//style|//head"):
        element.drop_tree()
    wanted = WORD.findall(" ".join(page.xpath("//body//text()")))
    spoken = WORD.findall(" ".join(_spoken(tagged.root)))
    if "".join(wanted) == "".join(spoken):  # a word that no line can hold is said in pieces
        return
    for step, start, end, said, to in difflib.SequenceMatcher(None, wanted, spoken, autojunk=False).get_opcodes():
        if step != "equal":
            yield f"the page says {wanted[start:end]}, the tags say {spoken[said:to]}"


def _spoken(tag: Tag) -> Iterator[str]:
    for kid in tag.kids:
        if isinstance(kid, str):
            yield kid
        elif kid.kind == "/TOCI":
            yield from (link.words for link in kid.all("/Link"))
        elif not (kid.kind == "/Figure" and "/Alt" in kid.entries):  # which is said in place of what is drawn
            yield from _spoken(kid)


def _titles(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


def _owners(file: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    for entry in list(file.Root.StructTreeRoot.ParentTree.Nums)[1::2]:
        for owner in entry if isinstance(entry, pikepdf.Array) else [entry]:
            if isinstance(owner, pikepdf.Dictionary):
                yield owner


def _marked_words(pdf: bytes) -> dict[tuple[int, int], str]:
    """The words of each piece of content, by page and number; those of artifacts by negative numbers."""
    words = dict[tuple[int, int], str]()
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        for number, leaf in enumerate(document):
            text = leaf.get_textpage()
            for place, thing in enumerate(leaf.get_objects()):
                content = pdfium.FPDFPageObj_GetMarkedContentID(thing.raw)
                if thing.type != pdfium.FPDF_PAGEOBJ_TEXT and content < 0:
                    continue
                key = number, content if content >= 0 else -1 - place
                words[key] = " ".join(filter(None, (words.get(key), _words_of(thing, text))))
    return words


def _words_of(thing: pypdfium2.PdfObject, text: pypdfium2.PdfTextPage) -> str:
    if thing.type != pdfium.FPDF_PAGEOBJ_TEXT:
        return ""
    length = pdfium.FPDFTextObj_GetText(thing.raw, text.raw, None, 0)
    buffer = ctypes.create_string_buffer(length)
    as_letters = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFTextObj_GetText(thing.raw, text.raw, as_letters, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def smallest_type(pdf: bytes) -> float:
    """The size of the smallest letters, in points."""
    sizes = list[float]()
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        for leaf in document:
            for thing in leaf.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                size = ctypes.c_float()
                pdfium.FPDFTextObj_GetFontSize(thing.raw, ctypes.byref(size))
                sizes.append(size.value * abs(_scale(thing)))
    return round(min(sizes), 2)


def _scale(thing: pypdfium2.PdfObject) -> float:
    """By how much a thing is enlarged, within all that holds it."""
    own: float = thing.get_matrix().d
    return own * _scale(thing.container) if thing.container else own


def read_all(folder: Path) -> dict[str, bytes]:
    """The PDFs of a folder by their names."""
    return {path.stem: path.read_bytes() for path in sorted(folder.glob("*.pdf"))}
