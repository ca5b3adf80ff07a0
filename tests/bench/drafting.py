"""For 5, 50, 500 and 5,000 documents: what the work costs alone and through Prefect."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.documents import write_documents

FEW = 100
SIZES = (5, 50, 500, 5_000)
SETTINGS = '[issue]\neditions = ["text", "record"]\n[categories]\nmethod = "{method}"\n'
ROOT = Path(__file__).parents[2]


def show(screen: Console) -> None:
    """Measure and print."""
    table = Table(
        "documents", "plain, CPU s", "CPU ms a document", "flow, CPU s", "its server, CPU s", "flow / plain",
        "with server / plain", "one more document: batches redone", "peak MB",
        title="The whole draft but for the PDF, subjects by keywords; the server's start is not counted",
    )  # fmt: skip
    for size in SIZES:
        table.add_row(*measure(size))
        screen.print(f"{size} documents measured")
    screen.print(table)
    screen.print(_methods())


def _methods() -> Table:
    """What the embedding model costs beside keywords alone."""
    table = Table("subjects by", "CPU ms a document", "peak MB", title=f"{FEW} documents, without Prefect and the PDF")
    for method in ("keywords", "hybrid"):
        with tempfile.TemporaryDirectory() as scratch:
            found = one("plain", _forum(Path(scratch), FEW, method))
        table.add_row(method, f"{1000 * found['cpu_a_document']:.1f}", f"{found['peak_megabytes']:.0f}")
    return table


def _forum(scratch: Path, size: int, method: str = "keywords") -> Path:
    folder = scratch / "forum"
    write_documents(folder / "seeds", size)
    (folder / "newsletter.toml").write_text(SETTINGS.format(method=method))
    return folder


def measure(size: int) -> list[str]:
    """One row of the table."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = _forum(Path(scratch), size)
        plain, flow = one("plain", folder), one("flow", folder)
        shelf = folder / ".standfirst" / "shelf"
        before = {path.name for path in shelf.iterdir()}
        (folder / "seeds" / "one-more.txt").write_text("One more document came in. It tells of a meeting of carers.")
        one("flow", folder)
        redone = len({path.name for path in shelf.glob("clean-*")} - before)
        batches = len([name for name in before if name.startswith("clean-")])
    return [
        f"{size:,}",
        f"{plain['cpu']:.2f}",
        f"{1000 * plain['cpu_a_document']:.1f}",
        f"{flow['cpu']:.2f}",
        f"{flow['server_cpu']:.2f}",
        f"{flow['cpu'] / plain['cpu']:.2f}",
        f"{(flow['cpu'] + flow['server_cpu']) / plain['cpu']:.2f}",
        f"{redone} of {batches}",
        f"{flow['peak_megabytes']:.0f}",
    ]


def one(way: str, folder: Path) -> dict[str, float]:
    """One measurement in a process of its own."""
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.bench.one", way, folder],
        cwd=ROOT, text=True, stdout=subprocess.PIPE, check=True,
    )  # fmt: skip
    return dict(json.loads(done.stdout.splitlines()[-1]))
