"""Learns which line at the head of a document is its title: python -m tests.evaluation.titles.

It writes how much each sign counts (flows/newsroom/cleaning/titles.toml), learned from the documents of `develop` and
`practice` and from the same documents under letterheads of its own (titles.toml beside this file), and from nothing of
`judge`. With `--measure` it writes nothing, and prints how the titles of each batch are found with what was learned
from the others; with `--misses` also those that are not found.
"""

import random
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from flows.newsroom import cleaning
from flows.newsroom.cleaning import default_lexicon
from flows.newsroom.cleaning.proof import Line, Proof
from flows.newsroom.cleaning.title import WEIGHTS, best_of
from flows.newsroom.cleaning.title_signs import Head, candidates_of, head_of, signs_of, signs_of_none
from flows.newsroom.copydesk import proof_of
from flows.newsroom.errors import DocumentError
from flows.newsroom.model import Block, BlockKind
from tests.evaluation.chain import TODAY, raw_of
from tests.evaluation.corpus import Half, Labelled, documents
from tests.evaluation.reference import batches
from tests.evaluation.regression import Floats, fit
from tests.evaluation.scoring import plain

KNOWN = Path(__file__).with_name("titles.toml")

# Chosen by the figures that `--measure` prints; half or twice as much does about as well.
_PENALTY = 4.0
_UNDER_LETTERHEAD, _UNTITLED = 0.3, 0.06  # how often a document counts that was made of another one
_LETTERHEADS = 2  # of each document
_SEED = 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lesson:
    """A head, what may be its title, and which it is."""

    name: str
    batch: str
    wanted: str | None
    texts: tuple[str | None, ...]  # None: it has no title
    signs: tuple[dict[str, float], ...]
    counts: float = 1.0

    @property
    def right(self) -> list[bool]:
        """Which of the texts is the title."""
        return [plain(text or "").casefold() == plain(self.wanted or "").casefold() for text in self.texts]


@cache
def lessons() -> tuple[Lesson, ...]:
    """All documents of `develop` and `practice`, and what was made of them."""
    chance = random.Random(_SEED)  # noqa: S311 - it picks letterheads
    return tuple(lesson for batch, document in _labelled() for lesson in _lessons_of(document, batch, chance))


def _labelled() -> Iterator[tuple[str, Labelled]]:
    batch_of = batches()
    for half in (Half.DEVELOP, Half.PRACTICE):
        for document in documents(half):
            if not document.label.turned_away:
                yield batch_of.get(document.name, half.value), document


def _lessons_of(document: Labelled, batch: str, chance: random.Random) -> Iterator[Lesson]:
    try:
        raw = raw_of(document)
    except DocumentError:
        return
    proof = proof_of(raw, default_lexicon(), today=TODAY).proof
    stated = [raw.title] if raw.title else []
    is_mail = raw.source.media_type == "message/rfc822"
    label = document.label.title
    head = head_of(proof, stated, is_mail=is_mail)
    yield _lesson(document.name, batch, head, label)
    if is_mail:
        return
    length = head.length
    if 0 < length < len(proof.lines) and proof.lines[length].block.kind is not BlockKind.HEADING:
        without = replace(proof, lines=proof.lines[length:])
        untitled = _lesson(document.name, batch, head_of(without, [], is_mail=False), None)
        yield replace(untitled, counts=_UNTITLED)
    if label and length and plain(label).casefold().startswith(plain(proof.lines[0].text).casefold()):
        for _ in range(_LETTERHEADS):
            under = _under_letterhead(proof, chance)
            first = under.lines[0].text
            told = chance.choice(([first], [], stated, stated)) if stated else []
            titled = _lesson(document.name, batch, head_of(under, told, is_mail=False), label)
            yield replace(titled, counts=_UNDER_LETTERHEAD)


def _lesson(name: str, batch: str, head: Head, wanted: str | None) -> Lesson:
    candidates = candidates_of(head)
    return Lesson(
        name=name,
        batch=batch,
        wanted=wanted,
        texts=(*(candidate.text for candidate in candidates), None),
        signs=(*(signs_of(head, candidate) for candidate in candidates), signs_of_none(head)),
    )


def _under_letterhead(proof: Proof, chance: random.Random) -> Proof:
    above = _letterhead(chance)
    is_heading = proof.lines[0].block.kind is BlockKind.HEADING and chance.random() < 1 / 3
    kinds = [BlockKind.HEADING if is_heading and not n else BlockKind.PARAGRAPH for n in range(len(above))]
    blocks = [Block(kind=kind, text=text) for kind, text in zip(kinds, above, strict=True)]
    moved = len(above) + (chance.random() < 1 / 3)  # a date line may have left between them
    lines = [Line(block=block, index=n) for n, block in enumerate(blocks)]
    return replace(proof, lines=(*lines, *(replace(line, index=line.index + moved) for line in proof.lines)))


def _letterhead(chance: random.Random) -> list[str]:
    """One to five lines: a body, its department, its motto, a series, its issue."""
    known = _known()["letterheads"]
    body = chance.choice(known["bodies"]).format(PLACE=chance.choice(known["places"]))
    parts = [body.upper() if chance.random() < 0.5 else body]
    for kind in ("departments", "mottoes", "series", "issues"):
        if chance.random() < 0.4:
            part = chance.choice(known[kind])
            parts.append(part.upper() if chance.random() < 0.1 else part)
    if chance.random() < 0.15:
        parts = [chance.choice(known["series"])]
    if len(parts) > 1 and chance.random() < 0.2:
        parts[:2] = [chance.choice((" | ", " - ", ", ", " · ", ": ")).join(parts[:2])]
    if chance.random() < 0.15:
        parts[0] = chance.choice(("*** {} ***", "~ {} ~", "== {} ==")).format(parts[0])
    return parts


@cache
def _known() -> dict[str, dict[str, list[str]]]:
    known: dict[str, dict[str, list[str]]] = tomllib.loads(KNOWN.read_text(encoding="utf-8"))
    return known


def learned(learned_from: Sequence[Lesson]) -> dict[str, float]:
    """How much each sign counts."""
    told = [lesson for lesson in learned_from if any(lesson.right)]
    names = sorted({name for lesson in lessons() for signs in lesson.signs for name in signs})
    most = max(len(lesson.texts) for lesson in told)
    signs: Floats = np.full((len(told), most, len(names)), np.nan)
    wanted: Floats = np.zeros((len(told), most))
    for row, lesson in enumerate(told):
        signs[row, : len(lesson.texts)] = [[each.get(name, 0.0) for name in names] for each in lesson.signs]
        wanted[row, : len(lesson.texts)] = np.array(lesson.right) / sum(lesson.right)
    expected: dict[str, float] = _known()["expected"]  # type: ignore[assignment]  # the other table of the file
    weights = fit(
        signs,
        wanted,
        np.full(len(names), _PENALTY),
        expected=np.array([expected[name] for name in names]),
        counts=np.array([lesson.counts for lesson in told]),
    )
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was found of one document by what was learned from the other batches."""

    name: str
    batch: str
    found: str | None
    wanted: str | None
    is_right: bool
    is_made: bool  # of another document


@cache
def results() -> tuple[Result, ...]:
    """One result a lesson."""
    return tuple(_result(lesson, _without(lesson.batch)) for lesson in lessons())


@cache
def _without(batch: str) -> dict[str, float]:
    return learned([lesson for lesson in lessons() if lesson.batch != batch])


def _result(lesson: Lesson, weights: dict[str, float]) -> Result:
    best = best_of(lesson.signs, weights)
    return Result(
        name=lesson.name,
        batch=lesson.batch,
        found=lesson.texts[best],
        wanted=lesson.wanted,
        is_right=lesson.right[best],
        is_made=lesson.counts < 1,
    )


def table(found: Sequence[Result]) -> Table:
    """The figures of each batch, and of all together."""
    made = Table("batch", "title right", "under a letterhead", title="Found by what was learned from the other batches")
    for batch in (*dict.fromkeys(result.batch for result in found), "all"):
        own = [result for result in found if batch in {result.batch, "all"}]
        under = [result.is_right for result in own if result.is_made and result.wanted]
        made.add_row(batch, _share([result.is_right for result in own if not result.is_made]), _share(under))
    return made


def _share(met: Sequence[bool]) -> str:
    return f"{sum(met)} of {len(met)}" if met else "-"


def main() -> None:
    """Learn and write, or measure and print."""
    if {"--measure", "--misses"} & set(sys.argv[1:]):
        screen = Console(width=160, highlight=False)
        screen.print(table(results()))
        if "--misses" in sys.argv[1:]:
            for one in results():
                if not one.is_right and not one.is_made:
                    screen.print(f"{one.name}: {one.found!r} instead of {one.wanted!r}", markup=False)
        return
    note = "# How much each sign counts for a title; written by `python -m tests.evaluation.titles`."
    lines = [f"{name} = {weight}" for name, weight in learned(lessons()).items()]
    path = Path(cleaning.__path__[0]) / WEIGHTS
    path.write_text("\n".join((note, *lines, "")), encoding="utf-8")


if __name__ == "__main__":
    main()
