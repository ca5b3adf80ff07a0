"""The process that prints: `python -m flows.newsroom.press.child ASSETS PAGE.html PAPER.pdf MEGABYTES`.

It runs apart from everything else because a missing font ends it with signal 11, which
nothing in Python can catch. `flows.newsroom.press.pdf` starts it and reads its exit status.
"""

import sys
from pathlib import Path

REFUSED = 3  # exit status: the page asked for something that is not among the assets
TOO_LARGE = 4  # exit status: the page needs more memory than it may have


def main(arguments: list[str]) -> int:
    """Print a page; returns the exit status."""
    assets, page, paper, megabytes = arguments
    limit_memory(int(megabytes))
    try:
        pdf, refusals = typeset(Path(page).read_text(encoding="utf-8"), Path(assets))
    except MemoryError:
        return TOO_LARGE
    if refusals:
        return REFUSED
    Path(paper).write_bytes(pdf)
    return 0


def limit_memory(megabytes: int) -> None:
    """Let this process have no more than so much memory, where the system can see to that."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * 1024**2
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def typeset(html: str, assets: Path) -> tuple[bytes, int]:
    """The PDF of a page, tagged for readers of PDF/UA-1, and how many addresses were refused to it."""
    from weasyprint import HTML

    from flows.newsroom.press.fetcher import AssetFetcher

    fetcher = AssetFetcher(assets)
    page = HTML(string=html, base_url=fetcher.folder.as_uri() + "/", url_fetcher=fetcher)
    return page.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True), fetcher.refusals


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
