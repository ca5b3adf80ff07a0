"""A file that is still being written is left for the next run."""

import os
from pathlib import Path

import pytest

from flows.newsroom.settling import find_unsettled, why_unfinished

NOW = 1_800_000_000.0


def written(path: Path, *, seconds_ago: float) -> Path:
    path.write_text("The forum met")
    os.utime(path, (NOW - seconds_ago, NOW - seconds_ago))
    return path


def test_a_file_that_grows_between_two_looks_is_unsettled(tmp_path: Path) -> None:
    growing = written(tmp_path / "a.txt", seconds_ago=1)
    written(tmp_path / "b.txt", seconds_ago=1)

    def grow(_: float) -> None:
        growing.write_text("The forum met on Tuesday.")
        os.utime(growing, (NOW - 1, NOW - 1))

    assert find_unsettled(tmp_path, now=NOW, wait=grow) == {growing}


def test_a_file_whose_time_changes_or_that_vanishes_is_unsettled(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    touched, gone = (written(tmp_path / "inner" / name, seconds_ago=1) for name in ("a.txt", "b.txt"))

    def change(_: float) -> None:
        os.utime(touched, (NOW + 1, NOW + 1))
        gone.unlink()

    assert find_unsettled(tmp_path, now=NOW, wait=change) == {touched, gone}


def test_nobody_waits_for_files_that_have_long_been_there(tmp_path: Path) -> None:
    written(tmp_path / "a.txt", seconds_ago=60)

    def refuse(_: float) -> None:
        pytest.fail("it waited")

    assert find_unsettled(tmp_path, now=NOW, wait=refuse) == frozenset()


def test_a_time_in_the_future_is_looked_at_as_well(tmp_path: Path) -> None:
    written(tmp_path / "a.txt", seconds_ago=-600)
    waited: list[float] = []

    assert find_unsettled(tmp_path, now=NOW, wait=waited.append) == frozenset()
    assert len(waited) == 1


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("minutes.docx", "~$nutes.docx"),
        ("agenda.docx", "~$enda.docx"),
        ("plan.docx", "~$plan.docx"),
        ("minutes.odt", ".~lock.minutes.odt#"),
    ],
)
def test_a_document_that_is_open_in_a_word_processor_is_told_by_the_file_beside_it(name: str, beside: str) -> None:
    assert "open in a word processor" in (why_unfinished(name, [beside]) or "")
    assert why_unfinished("other.docx", [beside]) is None


def test_a_download_that_has_not_finished_is_told_by_its_name() -> None:
    assert "not finished" in (why_unfinished("minutes.pdf.crdownload", []) or "")
