"""What a web page says of itself: title, author and day, ours and trafilatura's, against what people wrote down."""

import datetime as dt
import gzip
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from flows.newsroom.cleaning import default_lexicon
from flows.newsroom.copydesk import make_article
from flows.newsroom.errors import DocumentError
from flows.newsroom.model import Confidence, DocumentId, Source
from flows.newsroom.readers import read
from tests.bench.public import public_data, why_skipped

TODAY = dt.date(2026, 11, 21)
_WCXB = ("web-content-extraction-benchmark", "test")
_N4K = ("article-extraction-dataset",)
_HTMLDATE = ("htmldate", "tests")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a page says of itself; None: nothing, or nobody wrote it down."""

    title: str | None = None
    author: str | None = None
    day: dt.date | None = None
    is_sure: bool = True  # of the day


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A page and what a person says of it."""

    page: bytes
    header: Header


def show(screen: Console) -> None:
    """Print the tables, or why a set is left out."""
    for table in public_tables():
        screen.print(table)


def public_tables() -> Iterator[Table | str]:
    """A table for each public set, or why there is none."""
    for name, parts, read_set in (
        ("Pages of seven kinds (WCXB, held out)", _WCXB, read_wcxb),
        ("200 article pages (newspaper4k's author)", _N4K, read_n4k),
        ("Days of pages (htmldate)", _HTMLDATE, read_htmldate),
    ):
        folder = public_data(*parts)
        yield _table(name, list(read_set(folder))) if folder else why_skipped(name, *parts)


def read_wcxb(folder: Path) -> Iterator[Gold]:
    """A file of JSON a page, which names title, author and day where the page has them."""
    for path in sorted((folder / "ground-truth").glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))["ground_truth"]
        for page in sorted((folder / "html").glob(f"{path.stem}.htm*")):
            content = page.read_bytes()
            header = Header(title=truth.get("title"), author=truth.get("author"), day=_day(truth.get("publish_date")))
            yield Gold(page=gzip.decompress(content) if page.suffix == ".gz" else content, header=header)


def read_n4k(folder: Path) -> Iterator[Gold]:
    """One file of JSON for all pages, by their names."""
    for key, truth in json.loads((folder / "articles.json").read_text(encoding="utf-8")).items():
        page = folder / "html" / f"{key}.html"
        header = Header(title=truth.get("title"), author=_first(truth.get("authors")), day=_day(truth.get("date")))
        if page.is_file():
            yield Gold(page=page.read_bytes(), header=header)


def read_htmldate(folder: Path) -> Iterator[Gold]:
    """Files of JSON that give the day of each address, and the file in which its page lies."""
    for index in sorted(folder.glob("eval_*.json")):
        for truth in json.loads(index.read_text(encoding="utf-8")).values():
            pages = [folder / place / truth["file"] for place in ("eval", "cache", "test_set")]
            if page := next((one for one in pages if one.is_file()), None):
                yield Gold(page=page.read_bytes(), header=Header(day=_day(truth.get("date"))))


def ours(page: bytes) -> Header:
    """What the newsroom makes of a page."""
    source = Source(id=DocumentId("bench"), path="page.html", media_type="text/html")
    try:
        article = make_article(read(source, page), lexicon=default_lexicon(), today=TODAY)
    except DocumentError:
        return Header()
    published = article.published
    is_sure = published.confidence is Confidence.HIGH
    return Header(title=article.own_title, author=article.byline, day=published.date, is_sure=is_sure)


def _trafilatura(page: bytes) -> Header:
    from trafilatura import extract_metadata

    found = extract_metadata(page.decode("utf-8", "replace"))
    return Header(title=found.title, author=_first(found.author), day=_day(found.date))


def _first(authors: str | Sequence[str] | None) -> str | None:
    """The first of several authors."""
    first = authors if isinstance(authors, str) else next(iter(authors or ()), "")
    return re.split(r"[;,]|\band\b", first)[0].strip() or None


def _day(stated: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((stated or "")[:10])
    except ValueError:
        return None


def _table(name: str, gold: Sequence[Gold]) -> Table:
    columns = ("reader", "title", "author", "day", "days given for sure that are right", "days to come")
    table = Table(*columns, title=f"{name}; {len(gold)} pages")
    readers: dict[str, Callable[[bytes], Header]] = {"ours": ours, "trafilatura alone": _trafilatura}
    for label, reader in readers.items():
        table.add_row(label, *_row([(one.header, reader(one.page)) for one in gold]))
    return table


def _row(pairs: Sequence[tuple[Header, Header]]) -> Iterator[str]:
    yield _share([_same(wanted.title, made.title) for wanted, made in pairs if wanted.title])
    yield _share([_same(wanted.author, made.author) for wanted, made in pairs if wanted.author])
    yield _share([wanted.day == made.day for wanted, made in pairs if wanted.day])
    yield _share([wanted.day == made.day for wanted, made in pairs if wanted.day and made.day and made.is_sure])
    yield str(sum(made.day > TODAY for _, made in pairs if made.day))


def _same(wanted: str | None, made: str | None) -> bool:
    """Whether two titles, or two names, have the same words."""
    return _WORD.findall((wanted or "").lower()) == _WORD.findall((made or "").lower())


def _share(right: Sequence[bool]) -> str:
    return f"{sum(right)} of {len(right)} ({sum(right) / len(right):.3f})" if right else "-"
