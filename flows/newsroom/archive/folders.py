"""The output folder: a folder a date, in which every file is whole and of the same draft."""

import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path

from flows.newsroom.archive.back_issues import RECORD
from flows.newsroom.errors import IssueError
from flows.newsroom.model import Edition
from flows.newsroom.record import for_readers


def issue_folder(output: Path, date: dt.date) -> Path:
    """Where the issue of `date` lies."""
    return output / date.isoformat()


FOR_THE_COORDINATOR = frozenset({"report.md", "report.json", "proof.html"})
"""Files of an issue that name people, files and what was held back."""

EDITIONS = frozenset(
    {
        "newsletter.html",
        "newsletter.pdf",
        "newsletter-large-print.pdf",
        "noticeboard.pdf",
        "team-briefing.pdf",
        "newsletter.txt",
        "email.html",
        "email.txt",
        "diary.ics",
        "stories.csv",
        "issue.json",
        "proof.html",
    }
)

PASSING = frozenset({"diary.ics"})
"""What the archive itself has at some times only."""


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

    The calendar of an earlier time is taken away when no event is to come any more.

    Returns:
        The pages that were written.

    Raises:
        IssueError: The folder cannot be written.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        wanted = tuple(pages)
        for name in PASSING - {page.filename for page in wanted}:
            (output / name).unlink(missing_ok=True)
        return _replace_changed(output, wanted)
    except OSError as error:
        raise IssueError(
            f"The archive cannot be written to {output}: {error.strerror}. "
            "Is the disk full, or the folder open somewhere else? The issue itself is made."
        ) from error


def replace_editions(folder: Path, editions: Iterable[Edition]) -> tuple[Path, ...]:
    """Put `editions` into the folder of an issue that lies there, in place of those of the same names.

    Returns:
        The files that were written: those that have changed.

    Raises:
        IssueError: The folder cannot be written.
    """
    try:
        return _replace_changed(folder, editions)
    except OSError as error:
        raise IssueError(
            f"{folder} cannot be written: {error.strerror}. Is the disk full, or the folder open somewhere else?"
        ) from error


def copy_for_readers(output: Path, site: Path) -> int:
    """Copy into `site` what readers may see of `output`: not the reports, which name people and what was held back.

    Of issue.json they get what the PDFs carry of it, without what is for the coordinator alone.
    A file that is there already and has not changed is left as it is; nothing is taken away.

    Returns:
        How many files were written.

    Raises:
        IssueError: The folder cannot be written, or is the output folder itself.
    """
    if site.resolve().is_relative_to(output.resolve()):
        raise IssueError("The folder for readers cannot lie in the output folder. Name another, outside of it.")
    try:
        public = [path for path in sorted(output.rglob("*")) if path.is_file() and _is_public(path)]
        shown = {site / path.relative_to(output): _shown(path) for path in public}
        changed = [(target, content) for target, content in shown.items() if not _holds(target, content)]
        for target, content in changed:
            target.parent.mkdir(parents=True, exist_ok=True)
            _replace(target, content)
    except OSError as error:
        raise IssueError(f"{site} cannot be written: {error.strerror}. Is the disk full?") from error
    return len(changed)


def _is_public(path: Path) -> bool:
    return path.name not in FOR_THE_COORDINATOR and not path.name.startswith(".")


def _shown(path: Path) -> bytes:
    content = path.read_bytes()
    return for_readers(content) if path.name == RECORD else content


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _replace_changed(folder: Path, editions: Iterable[Edition]) -> tuple[Path, ...]:
    return tuple(
        _replace(folder / edition.filename, edition.content)
        for edition in editions
        if not _holds(folder / edition.filename, edition.content)
    )


def _replace(path: Path, content: bytes) -> Path:
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return path
