"""A page of HTML as a PDF: PDF/A-3a and PDF/UA-1 in one file, the same bytes every time, files riding inside."""

import datetime as dt
from collections.abc import Sequence

import pydyf
from weasyprint import HTML, Attachment
from weasyprint.document import Document, DocumentMetadata

from flows.newsroom.press.fetcher import AssetFetcher
from flows.newsroom.press.order import Order, Outcome, Supplement
from flows.newsroom.press.streams import unambiguous_streams
from flows.newsroom.press.tagging import UnrepairedError, repaired_tags

VARIANT = "pdf/a-3a"
NEARLY_EMPTY = 0.5  # of a sheet, its upper margin included
UNDATED = dt.date(2000, 1, 1)  # not today: the same order gives the same bytes
MOST_TO_CLOSE_UP = 12  # sheets
NINE_O_CLOCK = dt.time(9, tzinfo=dt.UTC)  # an issue has a day and no hour; PDF wants one

# PDF/A lets a file say that it is PDF/UA only if the schema of that claim stands beside it (ISO 19005-3, 6.6.2.3).
CLAIM = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


class ArchivalMetadata(DocumentMetadata):  # type: ignore[misc]  # WeasyPrint ships no types
    """What a PDF says of itself, with the claim of PDF/UA among the rest and never compressed.

    A claim beside the rest, as WeasyPrint's option `xmp_metadata` would add it, is not read by anybody.
    """

    def generate_rdf_metadata(self, variant: str, version: int, conformance: str) -> bytes:
        """The description, as XML."""
        rdf: bytes = super().generate_rdf_metadata(variant, version, conformance)
        return rdf.replace(b"</rdf:RDF>", CLAIM + b"</rdf:RDF>")

    def include_in_pdf(self, pdf: pydyf.PDF, variant: str, version: int, conformance: str, compress: object) -> None:  # noqa: ARG002 - WeasyPrint's own parameters
        """Write the description into the PDF."""
        super().include_in_pdf(pdf, variant, version, conformance, compress=False)


def print_order(order: Order, fetcher: AssetFetcher) -> tuple[bytes, Outcome]:
    """The PDF of an order, and what came of it.

    If the tags cannot be repaired they stay as WeasyPrint makes them, and the outcome says so.
    """
    chosen, document = _choose(order, fetcher)
    attachments = [_attachment(supplement, order.day) for supplement in order.supplements]
    try:
        with repaired_tags():
            pdf, has_good_tags = _write(document, attachments), True
    except UnrepairedError:  # afresh: a document that was written once has its fonts cut already
        document = _lay_out(order.pages[chosen], fetcher)
        pdf, has_good_tags = _write(document, attachments), False
    return pdf, Outcome(chosen=chosen, sheets=len(document.pages), has_good_tags=has_good_tags)


def _choose(order: Order, fetcher: AssetFetcher) -> tuple[int, Document]:
    """Which page to print, and its layout."""
    first = _lay_out(order.pages[0], fetcher)
    if order.most_pages is None:
        return _close_up(order, first, fetcher) if _ends_on_a_nearly_empty_sheet(first) else (0, first)
    return _fit(order, order.most_pages, first, fetcher)


def _close_up(order: Order, loose: Document, fetcher: AssetFetcher) -> tuple[int, Document]:
    """The first page that saves a sheet, if one does: set more closely it may need no sheet for its last few lines."""
    for number, page in enumerate(order.pages[1:], start=1):
        close = _lay_out(page, fetcher)
        if len(close.pages) < len(loose.pages):
            return number, close
    return 0, loose


def _ends_on_a_nearly_empty_sheet(document: Document) -> bool:
    """Whether a closer setting is worth a second layout; in a long issue nobody minds one sheet."""
    *before, last = document.pages
    if len(before) >= MOST_TO_CLOSE_UP:
        return False
    boxes = last._page_box.children[0].descendants()  # noqa: SLF001 - WeasyPrint tells nobody where a page ends
    return bool(before) and max(box.position_y for box in boxes) < NEARLY_EMPTY * last.height


def _fit(order: Order, most: int, first: Document, fetcher: AssetFetcher) -> tuple[int, Document]:
    """The first page that is short enough, else the last; found by halving, for what says less is never longer."""
    laid_out = {0: first}
    low, high = 0, 0 if len(first.pages) <= most else len(order.pages) - 1
    while low < high:
        middle = (low + high) // 2
        laid_out[middle] = laid_out.get(middle) or _lay_out(order.pages[middle], fetcher)
        if len(laid_out[middle].pages) <= most:
            high = middle
        else:
            low = middle + 1
    return low, laid_out.get(low) or _lay_out(order.pages[low], fetcher)


def _lay_out(html: str, fetcher: AssetFetcher) -> Document:
    document = HTML(string=html, base_url=fetcher.folder.as_uri() + "/", url_fetcher=fetcher).render()
    document.metadata = ArchivalMetadata(**vars(document.metadata))
    return document


def _write(document: Document, attachments: Sequence[Attachment]) -> bytes:
    with unambiguous_streams():
        pdf: bytes = document.write_pdf(
            pdf_variant=VARIANT, pdf_tags=True, attachments=list(attachments), finisher=_finish
        )
    return pdf


def _attachment(supplement: Supplement, day: dt.date | None) -> Attachment:
    moment = dt.datetime.combine(day or UNDATED, NINE_O_CLOCK)
    return Attachment(
        string=supplement.content,
        name=supplement.name,
        description=supplement.description,
        relationship="Supplement",
        created=moment,
        modified=moment,
    )


def _finish(_: Document, pdf: pydyf.PDF) -> None:
    """Mend two things that WeasyPrint 70.0 writes otherwise than PDF/A-3 wants them."""
    if "AF" in pdf.catalog:  # every file inside is listed twice
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
    for thing in pdf.objects:  # pictures may be smoothed, which an archive must not leave to the reader (6.2.8)
        if isinstance(thing, pydyf.Stream) and "Interpolate" in thing.extra:
            thing.extra["Interpolate"] = "false"
