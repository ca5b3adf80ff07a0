"""What the coordinator sees while an issue is made, and when it is done."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

# No markup: what stands in square brackets is the name of a table, a folder or a headline, and is printed.
screen = Console(highlight=False, markup=False, emoji=False)
errors = Console(stderr=True, highlight=False, markup=False, emoji=False)


class _Lines(logging.Handler):
    """Shows each line of a run as it is logged."""

    def emit(self, record: logging.LogRecord) -> None:
        screen.print(Text(f"  {record.getMessage()}"))


@contextmanager
def progress() -> Iterator[None]:
    """Show what the flow logs while the block runs."""
    log = logging.getLogger("standfirst")
    lines = _Lines()
    log.addHandler(lines)
    log.setLevel(logging.INFO)
    log.propagate = False  # Prefect would print every line once more
    try:
        yield
    finally:
        log.removeHandler(lines)


def show_issue(folder: Path) -> None:
    """Say what the issue in `folder` holds, what was left out and where to look."""
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", title_justify="left")
    for title in ("Story", "Printed under", "Published", "To look at"):
        table.add_column(title)
    for story in report["stories"]:
        cells = (story["headline"], story["section"], story["date"], str(len(story["questions"]) or ""))
        table.add_row(*(Text(cell) for cell in cells))
    screen.print()
    screen.print(table)
    for one in report["left_out"]:
        screen.print(Text(f"Left out: {one['path']}: {one['reason']}"))
    for one in report["missing_editions"]:
        screen.print(Text(f"Not made: {one['edition']}: {one['reason']}"))
    screen.print()
    for path in sorted(folder.iterdir()):
        if path.suffix != ".part":
            screen.print(Text(f"  {shown(path)}"))
    screen.print(Text("Read report.md first: it lists what you should look at before anybody else sees the issue."))


def say(words: str, *, is_heading: bool = False) -> None:
    """Say one line; on a screen it is broken between words, for another program it stays whole."""
    screen.print(Text(words, style="bold" if is_heading else ""), soft_wrap=not screen.is_terminal)


def complain(message: str) -> None:
    """Say what went wrong."""
    errors.print(Text(message))


def shown(path: Path) -> Path:
    """The path as short as it is still clear from here."""
    try:
        return path.resolve().relative_to(Path.cwd())
    except ValueError:
        return path
