"""The measurements read public data in the form in which it is published."""

import gzip
import json
from pathlib import Path

import pytest
from rich.console import Console

from tests.bench.public import VARIABLE
from tests.bench.reading import f1, show

PAGE = (
    b"<html><body><nav>Home</nav><article><p>"
    + b"Carers met the minister on Monday. " * 20
    + b"</p></article></body></html>"
)
TEXT = "Carers met the minister on Monday. " * 20


def test_the_same_text_scores_one_and_another_nothing() -> None:
    assert f1("Carers met the minister today", "carers met, the minister today.", 4) == 1.0
    assert f1("Carers met the minister today", "quite another matter altogether here", 4) == 0.0


def test_half_the_words_are_counted_as_often_as_they_stand() -> None:
    assert f1("one two", "one two one two", 1) == pytest.approx(2 / 3)


def test_both_public_sets_are_read_from_the_folder_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles, pages = tmp_path / "article-extraction-benchmark", tmp_path / "web-content-extraction-benchmark" / "test"
    for folder in (articles / "html", pages / "html", pages / "ground-truth"):
        folder.mkdir(parents=True)
    (articles / "ground-truth.json").write_text(json.dumps({"ab": {"articleBody": TEXT}}))
    (articles / "html" / "ab.html.gz").write_bytes(gzip.compress(PAGE))
    (pages / "ground-truth" / "0001.json").write_text(json.dumps({"ground_truth": {"main_content": TEXT}}))
    (pages / "html" / "0001.html").write_bytes(PAGE)
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    screen = Console(width=140, record=True)

    show(screen)

    said = screen.export_text()
    assert "no data" not in said
    assert said.count("1 pages") == 2
    assert said.count("1.000") >= 2
