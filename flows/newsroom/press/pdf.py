"""Printing a page, in a process of its own, with our fonts and no others."""

import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import flows
from flows.newsroom.errors import IssueError, MachineError, NewsletterError
from flows.newsroom.press.child import REFUSED, TOO_LARGE
from flows.newsroom.press.order import Order, Outcome, leave_order, paper, take_outcome
from flows.newsroom.press.remedies import INSTALL_LIBRARIES

SECONDS = 120
MEGABYTES = 2048  # of address space, several times what a hundred pages take
CRASHED = frozenset({-signal.SIGSEGV, 128 + signal.SIGSEGV, 0xC0000005})  # direct, through a shell, on Windows
NO_THREAD = "Error creating thread"  # of GLib, which ends the process: there is no memory for one
PLAIN_TAGS = (
    "Its tags for screen readers are only as good as WeasyPrint makes them: they could not be repaired. "
    "`standfirst doctor` says whether another release of WeasyPrint is the cause. Readers with a screen reader are "
    "better served by the web page."
)
FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A page on paper, how it came out, and what the press muttered while it ran."""

    pdf: bytes
    outcome: Outcome
    muttering: str

    @property
    def notes(self) -> tuple[str, ...]:
        """What the coordinator should know about it."""
        return () if self.outcome.has_good_tags else (PLAIN_TAGS,)


def print_order(order: Order, assets: Path, *, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> Printed:
    """Print an order: a PDF with tags, and the same bytes for the same order.

    Args:
        order: Whole pages. The title, language and dates of the one that is printed become the PDF's.
        assets: The folder that their fonts and pictures are in, and the only one they may read.
        seconds: How long it may take, by the clock.
        megabytes: How much memory it may have.

    Raises:
        MachineError: This computer lacks a library or a font.
        IssueError: The page cannot be printed: it takes too long, is too large, or asks for what it may not have.
    """
    with tempfile.TemporaryDirectory(prefix="press-") as scratch:
        folder = Path(scratch)
        leave_order(folder, order)
        try:
            child = subprocess.run(  # noqa: S603 - our own interpreter and our own module
                [sys.executable, "-m", "flows.newsroom.press.child", folder, assets.resolve(), str(megabytes)],
                capture_output=True,
                check=False,
                cwd=folder,
                env=press_environment(assets / "fonts", folder),
                timeout=seconds,
            )
        except subprocess.TimeoutExpired as error:
            raise IssueError(
                f"The PDF was not ready after {seconds:g} seconds and was given up. "
                "Shorten the longest story or leave it out, and make the issue again."
            ) from error
        said = child.stderr.decode("utf-8", "replace") + child.stdout.decode("utf-8", "replace")
        if child.returncode:
            raise failure(child.returncode, said)
        return Printed(pdf=paper(folder).read_bytes(), outcome=take_outcome(folder), muttering=said)


def press_environment(fonts: Path, scratch: Path) -> dict[str, str]:
    """The environment of the process that prints: our fonts, no others, and a cache it may write."""
    conf = scratch / "fonts.conf"
    cache = scratch / "fontconfig"
    conf.write_text(FONTS_CONF.format(fonts=escape(str(fonts.resolve())), cache=escape(str(cache))), encoding="utf-8")
    roots = [str(Path(flows.__file__).parent.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "FONTCONFIG_FILE": str(conf), "PYTHONPATH": os.pathsep.join(roots)}


def failure(status: int, said: str) -> NewsletterError:
    """Why the press stopped, in words, from its exit status and what it said; none of that is repeated."""
    if status in CRASHED:
        return MachineError(
            "The libraries that draw text crashed: one of them, or a font, is missing, or memory ran out. "
            f"`standfirst doctor` looks at the fonts. For the libraries, type: {INSTALL_LIBRARIES}"
        )
    if "cannot load library" in said:
        return MachineError(f"A library that draws text is missing. Type: {INSTALL_LIBRARIES}")
    if "No module named 'weasyprint'" in said:
        return MachineError("WeasyPrint, which makes the PDF, is not installed. Install the program again.")
    if status == REFUSED:
        return IssueError(
            "The PDF was not made: its page asked for a file or an address outside the templates folder, "
            "which no page may have. Undo the last change to the templates, or leave out the newest story."
        )
    if status == TOO_LARGE or NO_THREAD in said:
        return IssueError("The PDF was not made: it needs more memory than it may have. Leave out the longest story.")
    return IssueError(
        "The PDF was not made: the press stopped with an error that it has no words for. "
        "Make the issue again without the newest story; if that helps, that story is the cause."
    )
