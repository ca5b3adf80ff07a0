"""Whether the guard tells a summary that says something else from one that does not, on public sets of both kinds."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rich.console import Console
from rich.table import Table

from flows.newsroom.faithfulness import check
from flows.newsroom.language.sentences import split
from tests.bench.public import public_data, why_skipped

_SUMMEDITS = ("factualNLG", "data", "summedits")
_QAGS = ("qags", "data")
_TUNED_ON = ("samsum", "podcast", "sales_call", "sales_email")  # by the makers of the prototype: no measure of ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text, what somebody wrote about it, and whether it says what the text says."""

    text: str
    written: str
    is_true: bool


def show(screen: Console) -> None:
    """Print the table, or why a set is left out."""
    columns = ("set", "cases", "false ones caught", "true ones accused", "balanced accuracy")
    table = Table(*columns, title="The guard of rewordings, by its hard faults")
    for name, cases in public_sets():
        if isinstance(cases, str):
            screen.print(cases)
        else:
            table.add_row(name, *_row(cases))
    if table.row_count:
        screen.print(table)


def public_sets() -> Iterator[tuple[str, Sequence[Case] | str]]:
    """Each public set by its name, or why there is none."""
    folder = public_data(*_SUMMEDITS)
    if folder is None:
        yield "SummEdits", why_skipped("SummEdits", *_SUMMEDITS)
    for file in sorted(folder.glob("summedits_*.json")) if folder else ():
        domain = file.stem.removeprefix("summedits_")
        yield f"SummEdits {domain}{' (tuned on)' if domain in _TUNED_ON else ''}", list(read_summedits(file))
    for name in ("cnndm", "xsum"):
        file_of_qags = public_data(*_QAGS, f"mturk_{name}.jsonl")
        missing = why_skipped(f"QAGS {name}", *_QAGS, f"mturk_{name}.jsonl")
        yield f"QAGS {name}", list(read_qags(file_of_qags)) if file_of_qags else missing


def read_summedits(file: Path) -> Iterator[Case]:
    """A list of documents with an edited summary each; label 1: it still says what the document says."""
    for one in json.loads(file.read_text(encoding="utf-8")):
        yield Case(text=one["doc"], written=one["summary"], is_true=one["label"] == 1)


def read_qags(file: Path) -> Iterator[Case]:
    """A line an article, with sentences that people judged; a sentence is true if most of them said yes."""
    for line in file.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        for one in article["summary_sentences"]:
            said = [answer["response"] == "yes" for answer in one["responses"]]
            yield Case(text=article["article"], written=one["sentence"], is_true=2 * sum(said) > len(said))


def is_accused(case: Case) -> bool:
    """Whether the guard would keep any sentence of what was written out of print."""
    return any(check(sentence, _sentences(case.text)).is_false for sentence in _sentences(case.written))


@cache
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(line[span.start : span.end] for line in text.splitlines() for span in split(line))


def _row(cases: Sequence[Case]) -> Iterator[str]:
    accused = {one: is_accused(one) for one in cases}
    true, false = ([one for one in cases if one.is_true is wanted] for wanted in (True, False))
    caught, wronged = sum(accused[one] for one in false), sum(accused[one] for one in true)
    yield str(len(cases))
    yield f"{caught} of {len(false)}"
    yield f"{wronged} of {len(true)}"
    yield f"{(caught / max(1, len(false)) + 1 - wronged / max(1, len(true))) / 2:.3f}"
