"""The measurements read public data in the form in which it is published."""

import gzip
import json
from pathlib import Path

import pytest
from rich.table import Table

from tests.bench.public import VARIABLE
from tests.bench.reading import extractors, f1, public_tables

TEXT = " ".join(f"On day {day} carers met the minister in hall {day} and spoke of breaks." for day in range(1, 21))
PAGE = f"<html><body><nav>Home</nav><article><p>{TEXT}</p></article></body></html>".encode()


def test_the_same_text_scores_one_and_another_nothing() -> None:
    assert f1("Carers met the minister today", "carers met, the minister today.", 4) == 1.0
    assert f1("Carers met the minister today", "quite another matter altogether here", 4) == 0.0


def test_half_the_words_are_counted_as_often_as_they_stand() -> None:
    assert f1("one two", "one two one two", 1) == pytest.approx(2 / 3)


def test_the_public_sets_are_read_from_the_folder_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles, pages = tmp_path / "article-extraction-benchmark", tmp_path / "web-content-extraction-benchmark" / "test"
    others = tmp_path / "article-extraction-dataset"
    for folder in (articles / "html", others / "html", pages / "html", pages / "ground-truth"):
        folder.mkdir(parents=True)
    (articles / "ground-truth.json").write_text(json.dumps({"ab": {"articleBody": TEXT}}))
    (articles / "html" / "ab.html.gz").write_bytes(gzip.compress(PAGE))
    (pages / "ground-truth" / "0001.json").write_text(
        json.dumps({"_internal": {"page_type": {"primary": "article"}}, "ground_truth": {"main_content": TEXT}})
    )
    (others / "articles.json").write_text(json.dumps({"ab": {"articleBody": TEXT}}))
    (others / "html" / "ab.html").write_bytes(PAGE)
    (pages / "html" / "0001.html").write_bytes(PAGE)
    monkeypatch.setenv(VARIABLE, str(tmp_path))

    tables = list(public_tables())

    assert [table.row_count for table in tables if isinstance(table, Table)] == [len(extractors())] * 4
    scores = [float(str(cell)) for table in tables if isinstance(table, Table) for cell in table.columns[1].cells]
    assert min(scores) > 0.9
