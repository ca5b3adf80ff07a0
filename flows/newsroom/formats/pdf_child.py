"""The process that opens a PDF: `python -m flows.newsroom.formats.pdf_child MEGABYTES SECONDS < PDF > LINES`.

It runs apart from everything else because a file of a few kilobytes can hold PDFium for hours (drawings that
draw one another), and a damaged one can end it. `flows.newsroom.formats.pdf_pages` starts it.
"""

import json
import sys
from dataclasses import astuple

from flows.newsroom.errors import DocumentError, RefusedDocumentError
from flows.newsroom.formats.pdf_lines import read_lines

REFUSED = 3  # exit status: more than a document has; the reason is on standard error
UNREADABLE = 4  # exit status: no PDF that can be opened; likewise


def main(arguments: list[str]) -> int:
    """Write the lines of every page as JSON; returns the exit status."""
    megabytes, seconds = map(int, arguments)
    limit_work(megabytes, seconds)
    try:
        pages = read_lines(sys.stdin.buffer.read())
    except DocumentError as error:
        sys.stderr.buffer.write(str(error).encode())
        return REFUSED if isinstance(error, RefusedDocumentError) else UNREADABLE
    sys.stdout.buffer.write(json.dumps([[astuple(line) for line in page] for page in pages]).encode())
    return 0


def limit_work(megabytes: int, seconds: int) -> None:
    """Let this process have no more memory and processor time, where the system can see to that."""
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    for kind, wanted in ((resource.RLIMIT_AS, megabytes * 1024**2), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
