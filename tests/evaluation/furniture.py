"""Learns how much each sign of furniture counts: python -m tests.evaluation.furniture.

It writes weights.toml of the newsroom's cleaning, from the documents of `develop` and `practice`, and from nothing of
`judge`. A line is furniture or text as its label says; most lines have none, and are believed to be what the rules
make of them, though not firmly: they are targets such as 0.2.

The rules were written with most of these documents in view and leave next to nothing of their furniture, whereas of
documents that nobody has read they leave a fifth. So half of what they take, chosen by chance, is put back.

With `--measure` it writes nothing, and prints how the lines of each batch are judged by what was learned from the
others.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from flows.newsroom import cleaning
from flows.newsroom.cleaning import default_lexicon
from flows.newsroom.cleaning.signs import signs_of
from flows.newsroom.copydesk import make_article
from flows.newsroom.errors import DocumentError
from flows.newsroom.model import Action, Change
from tests.evaluation.chain import TODAY, raw_of
from tests.evaluation.corpus import Half, Label, Labelled, documents
from tests.evaluation.reference import batches
from tests.evaluation.regression import Floats, fit
from tests.evaluation.scoring import plain

WEIGHTS = Path(cleaning.__path__[0]) / "weights.toml"
LEAST = 0.1
"""What a line must score to leave: chosen so that of labelled text at least .995 stays in `--measure`."""

_PUT_BACK = 0.5  # of what rules have taken
_TIMES = 2  # that each document is shown, with other lines put back
_FEWEST = 5  # lines that have a sign
_PENALTY = 2.0
_TAKEN, _SHORT, _LONG = (
    0.85,
    0.2,
    0.03,
)  # targets of lines without a label: taken by a rule, left and short, left and long
_FEWEST_WORDS = 15  # of a long line
_LEAST_OF_TEXT, _LEAST_OF_FURNITURE = 9, 6  # letters of a line that a label holds within a longer one
_HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """A line of a document, as it stands among those that are left."""

    batch: str
    signs: tuple[str, ...]
    target: float  # how surely it is furniture
    is_labelled: bool
    text: str


@cache
def taught() -> tuple[Taught, ...]:
    """The lines of all documents of `develop` and `practice`."""
    batch_of = batches()
    return tuple(
        line
        for half in (Half.DEVELOP, Half.PRACTICE)
        for document in documents(half)
        if not document.label.turned_away
        for line in _lines(document, batch_of.get(document.name, half.value))
    )


def _lines(document: Labelled, batch: str) -> Iterator[Taught]:
    try:
        raw = raw_of(document)
        article = make_article(raw, lexicon=replace(default_lexicon(), weighs_signs=False), today=TODAY)
    except DocumentError:
        return
    gone = {change.block: change for change in article.changes if change.action is not Action.MENDED}
    chance = random.Random(document.name)  # noqa: S311 - the same each time
    for _ in range(_TIMES):
        shown = [
            place
            for place, block in enumerate(raw.blocks)
            if block.text.strip()
            and (place not in gone or (_is_furniture(gone[place]) and chance.random() < _PUT_BACK))
        ]
        signs = signs_of([raw.blocks[place] for place in shown])
        for place, found in zip(shown, signs, strict=True):
            text = raw.blocks[place].text
            label = _labelled(text, document.label)
            target = _believed(text, is_taken=place in gone) if label is None else float(label)
            if found:
                yield Taught(batch=batch, signs=found, target=target, is_labelled=label is not None, text=text)


def _is_furniture(change: Change) -> bool:
    return change.action is Action.REMOVED and change.rule != "title"


def _believed(text: str, *, is_taken: bool) -> float:
    if is_taken:
        return _TAKEN
    return _SHORT if len(text.split()) < _FEWEST_WORDS else _LONG


def _labelled(text: str, label: Label) -> bool | None:
    """Whether the label calls a line furniture, or text; None: it says nothing of it."""
    line = plain(text)
    told = [*label.body_lines, *label.key_sentences, *(promise.text_start for promise in label.promises)]
    told += [end for quotation in label.quotations for end in (quotation.text_start, quotation.text_end)]
    if any(plain(part) in line or (len(line) >= _LEAST_OF_TEXT and line in plain(part)) for part in told):
        return False
    furniture = [plain(part) for part in label.furniture]
    if 2 * sum(len(part) for part in furniture if part in line) > len(line):
        return True
    return True if any(line in part and len(line) >= _LEAST_OF_FURNITURE for part in furniture) else None


def learned(lines: Sequence[Taught]) -> dict[str, float]:
    """The weight of each sign that enough lines have."""
    times = Counter(sign for line in lines for sign in line.signs)
    names = sorted(sign for sign, often in times.items() if often >= _FEWEST)
    signs = np.zeros((len(lines), 2, len(names)))
    signs[:, 1] = _table(lines, names)
    targets = np.array([line.target for line in lines])
    weights = fit(signs, np.stack([1 - targets, targets], axis=1), np.full(len(names), _PENALTY))
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def _table(lines: Sequence[Taught], names: Sequence[str]) -> Floats:
    place_of = {name: place for place, name in enumerate(names)}
    table = np.zeros((len(lines), len(names)))
    for row, line in enumerate(lines):
        table[row, [place_of[sign] for sign in line.signs if sign in place_of]] = 1
    return table


def known_and_kept(batch: str | None = None) -> tuple[float, float]:
    """The shares of labelled furniture and of labelled text that are judged rightly, of one batch or of all.

    Each line is judged by what was learned from the other batches.
    """
    own = [line for line in taught() if line.is_labelled and batch in {line.batch, None}]
    known = [_score(line) > LEAST for line in own if line.target > _HALF]
    kept = [_score(line) <= LEAST for line in own if line.target < _HALF]
    return float(np.mean(known)), float(np.mean(kept))


def measured() -> Table:
    """The figures of each batch, and of all together."""
    made = Table("batch", "furniture known", "text kept", title="Judged by what was learned from the other batches")
    for batch in (*dict.fromkeys(line.batch for line in taught()), None):
        made.add_row(batch or "all", *(f"{share:.3f}" for share in known_and_kept(batch)))
    return made


def _score(line: Taught) -> float:
    weights = _learned_without(line.batch)
    return sum(weights.get(sign, 0.0) for sign in line.signs)


@cache
def _learned_without(batch: str) -> dict[str, float]:
    return learned([line for line in taught() if line.batch != batch])


def learned_toml() -> str:
    """The weights as they are written down."""
    note = "# How much each sign of furniture counts; written by `python -m tests.evaluation.furniture`."
    weights = [f'"{name}" = {weight:.3f}' for name, weight in learned(taught()).items()]
    return "\n".join((note, f"least = {LEAST}", "", "[weights]", *weights, ""))


def main() -> None:
    """Learn and write, or measure and print."""
    if "--measure" in sys.argv[1:]:
        Console(width=100).print(measured())
        return
    WEIGHTS.write_text(learned_toml(), encoding="utf-8")


if __name__ == "__main__":
    main()
