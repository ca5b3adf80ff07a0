"""What a person writes is printed as written; nothing is written for one who writes nothing."""

from pathlib import Path

import pytest

from flows.newsroom.editorial import notes_on, read_editorial
from flows.newsroom.errors import SettingsError
from flows.newsroom.model import Editorial
from flows.newsroom.sources import discover
from tests.factories import ISSUE_DAY


def test_hello_is_read_in_paragraphs_and_the_question_as_one(tmp_path: Path) -> None:
    (tmp_path / "hello.md").write_text("Dear\nall,\n\n  thank you.\n", encoding="utf-8-sig")
    (tmp_path / "question.md").write_text("What would\nyou stop doing?\n")

    assert read_editorial(tmp_path, ISSUE_DAY) == Editorial(
        hello=("Dear all,", "thank you."), question="What would you stop doing?"
    )


def test_without_the_files_there_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "hello.md").write_text("\n \n")

    assert read_editorial(tmp_path, ISSUE_DAY) == Editorial()


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("hello.md", "word " * 81, r"hello.md .* 81 words; the most is 80"),
        ("question.md", "One?\n\nTwo?", "2 paragraphs. Keep one"),
        ("question.md", "\xff", "UTF-8"),
    ],
)
def test_what_does_not_fit_is_told_by_name(tmp_path: Path, name: str, text: str, words: str) -> None:
    (tmp_path / name).write_text(text, encoding="latin-1")

    with pytest.raises(SettingsError, match=words):
        read_editorial(tmp_path, ISSUE_DAY)


def test_they_are_no_documents_but_files_of_that_name_elsewhere_are(tmp_path: Path) -> None:
    (tmp_path / "minutes").mkdir()
    for name in ("hello.md", "question.md", "voices.toml", "minutes/hello.md"):
        (tmp_path / name).write_text("Dear all")

    found = discover(tmp_path, {".md": "text/markdown"}, 1_000)

    assert [source.path for source in found.sources] == ["minutes/hello.md"]
    assert found.rejections == ()


def test_the_coordinator_is_asked_whether_the_words_are_of_this_issue() -> None:
    (note,) = notes_on(Editorial(hello=("Dear all",)))

    assert note == "hello.md is printed. Is it meant for this issue?"
    assert notes_on(Editorial()) == ()
