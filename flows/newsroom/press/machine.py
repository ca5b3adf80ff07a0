"""Whether this computer can print: the libraries, the fonts, and one line of Welsh on paper."""

import hashlib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from flows.newsroom.errors import NewsletterError
from flows.newsroom.press.order import Order
from flows.newsroom.press.pdf import print_order
from flows.newsroom.press.remedies import INSTALL_AGAIN, INSTALL_LIBRARIES

TESTED_WITH = "70.0"
CHECKSUMS = "SHA256SUMS"
PROBE_SECONDS = 60
PROBE = """<!DOCTYPE html><html lang="en-GB"><head><title>Proof</title><style>
@font-face { font-family: Proof; src: url(fonts/text-400-normal.ttf) } body { font-family: Proof }
</style></head><body><h1>Dŵr a thŷ</h1></body></html>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found out about this computer, in words for whoever looks after it."""

    is_ready: bool
    words: str
    remedy: str | None = None  # what to do; None: nothing
    notes: tuple[str, ...] = ()  # worth knowing, and no hindrance


def check_machine(fonts: Path) -> Finding:
    """Whether PDFs can be made here with the fonts in the folder `fonts`.

    It prints one line in a process of its own, which takes about a second. Without this the
    web page and the plain text can still be made.
    """
    return _check_release() or _check_fonts(fonts) or _check_press(fonts)


def _check_release() -> Finding | None:
    try:
        found = version("weasyprint")
    except PackageNotFoundError:
        return Finding(is_ready=False, words="WeasyPrint, which makes the PDF, is missing.", remedy=INSTALL_AGAIN)
    if found == TESTED_WITH:
        return None
    return Finding(
        is_ready=False,
        words=f"WeasyPrint is release {found}; the PDF is tested with {TESTED_WITH} and relies on it.",
        remedy=f"Type: pip install weasyprint=={TESTED_WITH}",
    )


def _check_fonts(fonts: Path) -> Finding | None:
    """Every font in the list of checksums is there, as it was made, and is the only one of its name."""
    try:
        listed = [line.split(maxsplit=1) for line in (fonts / CHECKSUMS).read_text(encoding="ascii").splitlines()]
    except (OSError, ValueError):
        return _font_fault(f"The list of fonts, {CHECKSUMS}, is missing or spoilt.")
    for digest, name in listed:
        path = fonts / name.strip(" *")
        if not path.is_file():
            return _font_fault(f"The font {path.name} is missing.")
        if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            return _font_fault(f"The font {path.name} is not as it was made.")
    return None


def _font_fault(words: str) -> Finding:
    return Finding(is_ready=False, words=words, remedy="Put templates/fonts back as it was, or install again.")


def _check_press(fonts: Path) -> Finding:
    try:
        printed = print_order(Order(pages=(PROBE,)), fonts.parent, seconds=PROBE_SECONDS)
    except NewsletterError as error:
        return Finding(is_ready=False, words=str(error), remedy=INSTALL_LIBRARIES)
    slow = "harfbuzz-subset is missing: PDFs take twice as long. To add it, type: " + INSTALL_LIBRARIES
    notes = (slow,) if "HarfBuzz-Subset" in printed.muttering else ()
    return Finding(is_ready=True, words="This computer can make PDFs.", notes=notes)
