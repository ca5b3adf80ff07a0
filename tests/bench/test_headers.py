"""The public sets of titles, authors and days are read as they are passed around."""

import datetime as dt
import json
from pathlib import Path

import pytest
from rich.table import Table

from tests.bench.headers import Header, public_tables, read_htmldate, read_n4k, read_wcxb
from tests.bench.public import VARIABLE

DAY = dt.date(2026, 5, 14)
TEXT = " ".join(f"On day {day} carers met the minister in hall {day} and spoke of breaks." for day in range(1, 21))
PAGE = (
    "<html><head><title>Respite care reopens</title><meta name=author content='Ann Archer'>"
    "<meta property='article:published_time' content='2026-05-14'></head><body><article><h1>Respite care reopens</h1>"
    f"<p>By Ann Archer, 14 May 2026</p><p>{TEXT}</p></article></body></html>"
)
WHOLE = Header(title="Respite care reopens", author="Ann Archer", day=DAY)


@pytest.fixture
def benchmarks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    wcxb = tmp_path / "web-content-extraction-benchmark" / "test"
    n4k, htmldate = tmp_path / "article-extraction-dataset", tmp_path / "htmldate" / "tests"
    for page in (wcxb / "html" / "0001.html", n4k / "html" / "ab.html", htmldate / "eval" / "page.html"):
        page.parent.mkdir(parents=True)
        page.write_text(PAGE)
    (wcxb / "ground-truth").mkdir()
    truth = {"title": "Respite care reopens", "author": "Ann Archer", "publish_date": "2026-05-14"}
    (wcxb / "ground-truth" / "0001.json").write_text(json.dumps({"ground_truth": truth}))
    articles = {
        "ab": {"title": "Respite care reopens", "authors": "Ann Archer, Bo Lee", "date": "2026-05-14"},
        "gone": {"title": "No page"},
    }
    (n4k / "articles.json").write_text(json.dumps(articles))
    days = {"https://example.org/a": {"file": "page.html", "date": "2026-05-14"}}
    (htmldate / "eval_default.json").write_text(json.dumps(days))
    return tmp_path


def test_each_set_names_what_it_knows_of_a_page(benchmarks: Path) -> None:
    wcxb = read_wcxb(benchmarks / "web-content-extraction-benchmark" / "test")
    n4k = read_n4k(benchmarks / "article-extraction-dataset")
    htmldate = read_htmldate(benchmarks / "htmldate" / "tests")

    assert [one.header for one in (*wcxb, *n4k, *htmldate)] == [WHOLE, WHOLE, Header(day=DAY)]


@pytest.mark.usefixtures("benchmarks")
def test_each_set_has_a_table() -> None:
    tables = [table for table in public_tables() if isinstance(table, Table)]

    assert [next(iter(table.columns[3].cells)) for table in tables] == ["1 of 1 (1.000)"] * 3


def test_what_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)

    assert all("skipped: no data" in str(line) for line in public_tables())
