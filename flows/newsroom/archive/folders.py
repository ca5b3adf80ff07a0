"""The output folder: a folder a date, in which every file is whole and of the same draft."""

import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path

from flows.newsroom.errors import IssueError
from flows.newsroom.model import Edition


def issue_folder(output: Path, date: dt.date) -> Path:
    """Where the issue of `date` lies."""
    return output / date.isoformat()


EDITIONS = frozenset({"newsletter.html", "newsletter.pdf", "newsletter.txt", "issue.json"})


def publish(folder: Path, editions: Iterable[Edition]) -> tuple[Path, ...]:
    """Put `editions` into `folder`; each file is replaced whole, so that nobody ever opens half of one.

    An edition of an earlier draft that was not made this time is taken away: it would not fit the report.

    Raises:
        IssueError: The folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        made = tuple(_replace(folder / edition.filename, edition.content) for edition in editions)
        for name in EDITIONS - {path.name for path in made}:
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise IssueError(
            f"The issue cannot be written to {folder}: {error.strerror}. "
            "Is the disk full, or the folder open somewhere else?"
        ) from error
    return made


def publish_pages(output: Path, pages: Iterable[Edition]) -> tuple[Path, ...]:
    """Put the archive's own pages into `output`; a page that has not changed is left as it is.

    Returns:
        The pages that were written.

    Raises:
        IssueError: The folder cannot be written.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        return tuple(
            _replace(output / page.filename, page.content)
            for page in pages
            if not _holds(output / page.filename, page.content)
        )
    except OSError as error:
        raise IssueError(
            f"The archive cannot be written to {output}: {error.strerror}. "
            "Is the disk full, or the folder open somewhere else? The issue itself is made."
        ) from error


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _replace(path: Path, content: bytes) -> Path:
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return path
