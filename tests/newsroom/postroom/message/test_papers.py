"""What is mailed is read from the folder of an issue, whole or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from flows.newsroom.errors import IssueError
from flows.newsroom.postroom.message import Papers, read_papers
from tests.postroom.sample_letters import sample_papers


def folder_of(papers: Papers, parent: Path) -> Path:
    folder = parent / "2026-11-21"
    folder.mkdir()
    for name, content in papers.files().items():
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("papers", [sample_papers(), replace(sample_papers(), pdf=None)], ids=["pdf", "no-pdf"])
def test_papers_that_were_written_are_read_again(papers: Papers, tmp_path: Path) -> None:
    assert read_papers(folder_of(papers, tmp_path)) == papers


@pytest.mark.parametrize("name", ["issue.json", "email.html", "email.txt"])
def test_what_is_missing_is_named_with_what_to_do(name: str, tmp_path: Path) -> None:
    folder = folder_of(sample_papers(), tmp_path)
    (folder / name).unlink()

    with pytest.raises(IssueError, match=rf"issue of 2026-11-21 .*: {name} is missing .*draft it again"):
        read_papers(folder)


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff"])
def test_a_damaged_record_is_no_issue(content: bytes, tmp_path: Path) -> None:
    folder = folder_of(sample_papers(), tmp_path)
    (folder / "issue.json").write_bytes(content)

    with pytest.raises(IssueError, match="damaged, or was made by another version"):
        read_papers(folder)


def test_a_damaged_edition_is_no_issue(tmp_path: Path) -> None:
    folder = folder_of(sample_papers(), tmp_path)
    (folder / "email.txt").write_bytes(b"Caf\xe9")

    with pytest.raises(IssueError, match="damaged"):
        read_papers(folder)
