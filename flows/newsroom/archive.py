"""The output folder: a folder a date, in which an issue is complete or not there at all."""

import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path

from flows.newsroom.errors import IssueError
from flows.newsroom.model import Edition


def issue_folder(output: Path, date: dt.date) -> Path:
    """Where the issue of `date` lies."""
    return output / date.isoformat()


def publish(folder: Path, editions: Iterable[Edition]) -> tuple[Path, ...]:
    """Put `editions` into `folder`; each file is replaced whole, so that nobody ever opens half of one.

    Raises:
        IssueError: The folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(_replace(folder / edition.filename, edition.content) for edition in editions)
    except OSError as error:
        raise IssueError(
            f"The issue cannot be written to {folder}: {error.strerror}. "
            "Is the disk full, or the folder open somewhere else?"
        ) from error


def _replace(path: Path, content: bytes) -> Path:
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return path
