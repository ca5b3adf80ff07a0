"""What is left of a web page: ours, and beside it what a library alone would leave."""

import gzip
import html
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.public import public_data, why_skipped
from tests.evaluation.corpus import Half, Labelled, documents
from tests.evaluation.scoring import plain

Extractor = Callable[[bytes], str]

_AEB = ("article-extraction-benchmark",)
_WCXB = ("web-content-extraction-benchmark", "test")
_N4K = ("article-extraction-dataset",)
_SHINGLE = 4  # words: how the article extraction benchmark compares texts
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A page and the text that a person says is its content."""

    page: bytes
    text: str


def show(screen: Console) -> None:
    """Print the tables."""
    screen.print(_own_pages())
    for table in public_tables():
        screen.print(table)


def public_tables() -> Iterator[Table | str]:
    """A table for each public set, or why there is none."""
    for name, parts, read, shingle in (
        ("181 article pages (AEB), F1 of four words in a row", _AEB, _read_aeb, _SHINGLE),
        ("pages of seven kinds (WCXB, held out), F1 of words", _WCXB, _read_wcxb, 1),
        ("articles alone of these (WCXB, held out), F1 of words", _WCXB, _read_articles_of_wcxb, 1),
        ("200 article pages (newspaper4k's author), F1 of words", _N4K, _read_n4k, 1),
    ):
        folder = public_data(*parts)
        yield _public(name, list(read(folder)), shingle) if folder else why_skipped(name, *parts)


def extractors() -> dict[str, Extractor]:
    """Ours, and the peers, by name."""
    return {
        "ours, whole": ours,
        "trafilatura alone": _trafilatura,
        "resiliparse alone": _resiliparse,
        "BeautifulSoup alone (get_text)": _beautifulsoup,
    }


def ours(page: bytes) -> str:
    """The text of the article that the newsroom makes of a page."""
    import datetime as dt

    from flows.newsroom.cleaning import default_lexicon
    from flows.newsroom.copydesk import make_article
    from flows.newsroom.errors import DocumentError
    from flows.newsroom.model import DocumentId, Source
    from flows.newsroom.readers import read

    source = Source(id=DocumentId("bench"), path="page.html", media_type="text/html")
    try:
        return make_article(read(source, page), lexicon=default_lexicon(), today=dt.date(2026, 11, 21)).text
    except DocumentError:
        return ""


def _trafilatura(page: bytes) -> str:
    from trafilatura import extract

    return extract(page.decode("utf-8", "replace"), include_comments=False) or ""


def _resiliparse(page: bytes) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(page.decode("utf-8", "replace"), main_content=True))


def _beautifulsoup(page: bytes) -> str:
    from bs4 import BeautifulSoup

    return BeautifulSoup(page.decode("utf-8", "replace"), "lxml").get_text("\n", strip=True)


def _own_pages() -> Table:
    table = Table(
        "of the labelled pages of our own", "furniture lines gone", "body lines kept", "CPU ms a page",
        title="Our pages were written by us; the judging half was never looked at while rules were written",
    )  # fmt: skip
    for half in Half:
        pages = [one for one in documents(half) if one.path.suffix == ".html" and not one.label.turned_away]
        for name, extract in extractors().items():
            table.add_row(f"{half}: {name}", *_own_row(extract, pages))
    return table


def _own_row(extract: Extractor, pages: Sequence[Labelled]) -> tuple[str, str, str]:
    extract(pages[0].path.read_bytes())  # loads what is loaded once
    started = time.process_time()
    texts = [plain(extract(page.path.read_bytes())) for page in pages]
    spent = 1000 * (time.process_time() - started) / len(pages)
    gone = [plain(line) not in text for page, text in zip(pages, texts, strict=True) for line in page.label.furniture]
    kept = [plain(line) in text for page, text in zip(pages, texts, strict=True) for line in page.label.body_lines]
    return f"{sum(gone)} of {len(gone)}", f"{sum(kept)} of {len(kept)}", f"{spent:.0f}"


def _read_aeb(folder: Path) -> Iterator[Gold]:
    for key, truth in json.loads((folder / "ground-truth.json").read_text(encoding="utf-8")).items():
        yield Gold(page=gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()), text=truth["articleBody"])


def _read_wcxb(folder: Path, kind: str | None = None) -> Iterator[Gold]:
    for path in sorted((folder / "ground-truth").glob("*.json")):
        said = json.loads(path.read_text(encoding="utf-8"))
        if kind not in {None, said.get("_internal", {}).get("page_type", {}).get("primary")}:
            continue
        for page in sorted((folder / "html").glob(f"{path.stem}.htm*")):
            content = page.read_bytes()
            page_of_html = gzip.decompress(content) if page.suffix == ".gz" else content
            yield Gold(page=page_of_html, text=said["ground_truth"]["main_content"])


def _read_articles_of_wcxb(folder: Path) -> Iterator[Gold]:
    return _read_wcxb(folder, "article")


def _read_n4k(folder: Path) -> Iterator[Gold]:
    for key, truth in json.loads((folder / "articles.json").read_text(encoding="utf-8")).items():
        page = folder / "html" / f"{key}.html"
        if page.is_file():
            yield Gold(page=page.read_bytes(), text=truth["articleBody"])


def _public(name: str, gold: Sequence[Gold], shingle: int) -> Table:
    table = Table("extractor", "F1", "CPU ms a page", title=f"{name}; {len(gold)} pages")
    for label, extract in extractors().items():
        started = time.process_time()
        scores = [f1(extract(one.page), one.text, shingle) for one in gold]
        spent = 1000 * (time.process_time() - started) / len(gold)
        table.add_row(label, f"{sum(scores) / len(scores):.3f}", f"{spent:.0f}")
    return table


def f1(found: str, wanted: str, shingle: int) -> float:
    """How far two texts share their runs of `shingle` words, from 0 to 1, counting each run as often as it stands."""
    one, other = _runs(found, shingle), _runs(html.unescape(wanted), shingle)
    common = sum((one & other).values())
    return 2 * common / total if (total := sum(one.values()) + sum(other.values())) else 1.0


def _runs(text: str, shingle: int) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    length = min(shingle, len(words)) or 1
    return Counter(tuple(words[at : at + length]) for at in range(len(words) - length + 1))
