"""Where sentences end: ours, and a stop before a capital alone, on public texts that people split."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from flows.newsroom.language.sentences import split
from tests.bench.public import public_data, why_skipped

Splitter = Callable[[str], set[int]]
Gold = tuple[str, ...]
"""The sentences of a paragraph, in their order."""

_BBC = ("text-summarizer", "corpus", "article")
_GUM = ("UD_English-GUM",)
_EWT = ("UD_English-EWT",)
_STOP_AND_CAPITAL = re.compile(r"[.!?]['\"”’)]*(?= +['\"“‘(]?[A-Z0-9])")
_MOST_OF_GUM, _MOST_OF_EWT = 600, 300  # paragraphs


def show(screen: Console) -> None:
    """Print the tables, or why a set is left out."""
    for table in public_tables():
        screen.print(table)


def public_tables() -> Iterator[Table | str]:
    """A table for each public set, or why there is none."""
    for name, parts, read, most in (
        ("BBC, 100 articles a sentence a line", _BBC, read_lines, 100),
        ("UD English GUM, 600 paragraphs", _GUM, read_conllu, _MOST_OF_GUM),
        ("UD English EWT, 300 paragraphs", _EWT, read_conllu, _MOST_OF_EWT),
    ):
        folder = public_data(*parts)
        yield _table(name, list(islice(read(folder), most))) if folder else why_skipped(name, *parts)


def splitters() -> dict[str, Splitter]:
    """Ours and the plainest, by name; each gives the places at which sentences end."""
    return {
        "ours": lambda line: {span.end for span in split(line)},
        "a stop before a capital": lambda line: {found.end() for found in _STOP_AND_CAPITAL.finditer(line)},
    }


def read_lines(folder: Path) -> Iterator[Gold]:
    """A folder a subject, a file an article, a line a sentence."""
    for file in sorted(folder.glob("*/*.txt")):
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        if sentences := tuple(line.strip() for line in lines if line.strip()):
            yield sentences


def read_conllu(folder: Path) -> Iterator[Gold]:
    """The paragraphs of a treebank's test and development files that hold two sentences or more."""
    for file in (*sorted(folder.glob("*-test.conllu")), *sorted(folder.glob("*-dev.conllu"))):
        paragraph: list[str] = []
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith(("# newpar", "# newdoc")):
                yield from (one for one in (tuple(paragraph),) if len(one) > 1)
                paragraph = []
            elif line.startswith("# text = "):
                paragraph.append(line.removeprefix("# text = ").strip())
        yield from (one for one in (tuple(paragraph),) if len(one) > 1)


def f1(splitter: Splitter, paragraphs: Sequence[Gold]) -> float:
    """How far the ends that are found are those that are there; the end of the paragraph itself does not count."""
    found = wanted = right = 0
    for sentences in paragraphs:
        text = " ".join(sentences)
        there = set(accumulate(len(one) + 1 for one in sentences[:-1]))
        made = {end + 1 for end in splitter(text) if end < len(text)}
        found, wanted, right = found + len(made), wanted + len(there), right + len(made & there)
    return 2 * right / (found + wanted) if found + wanted else 1.0


def _table(name: str, paragraphs: Sequence[Gold]) -> Table:
    table = Table("splitter", "F1 of the ends", "MB a second", title=f"{name} ({len(paragraphs)} read)")
    size = sum(len(" ".join(one)) for one in paragraphs) / 1_000_000
    for label, splitter in splitters().items():
        started = time.process_time()
        score = f1(splitter, paragraphs)
        table.add_row(label, f"{score:.4f}", f"{size / max(1e-6, time.process_time() - started):.1f}")
    return table
