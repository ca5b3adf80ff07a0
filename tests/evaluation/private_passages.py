"""Learns how much each sign of a private passage counts: python -m tests.evaluation.private_passages.

It writes weights.toml of the newsroom's lights, from the documents of `develop` and `practice`, from the sentences of
passages.toml, and from nothing of `judge`. A sentence with which a labelled passage begins is private; one of a
paragraph without any is not; the others of such a paragraph teach nothing.

The rules of the lights are no signs: they were written with most of these documents in view and light all that is
labelled in them, whereas of documents that nobody has read they miss a fifth. What is learned is what such passages
look like without them.

With `--measure` it writes nothing, and prints how rules and weights together do on each batch, by what was learned from
the others.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from flows.newsroom import lights
from flows.newsroom.errors import DocumentError
from flows.newsroom.lights.likelihood import Weights
from flows.newsroom.lights.privacy import private_kinds, weighed
from flows.newsroom.lights.signs import ALWAYS, signs_of, signs_of_text
from flows.newsroom.model import Article, LightKind
from tests.evaluation.chain import article_of
from tests.evaluation.corpus import Half, Label, Labelled, documents
from tests.evaluation.reference import batches
from tests.evaluation.regression import fit
from tests.evaluation.scoring import places_of, plain

WEIGHTS = Path(lights.__path__[0]) / "weights.toml"
PASSAGES = Path(__file__).with_name("passages.toml")

# Chosen by what `--measure` prints; half or twice as much does about as well.
_PENALTY = 4.0
_TIMES_PRIVATE = 3  # a private sentence counts as so many others
_TIMES_WRITTEN = 2  # likewise a sentence of passages.toml
_FEWEST = 5  # sentences that have a sign


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lesson:
    """A labelled document."""

    batch: str
    article: Article
    passages: tuple[frozenset[int], ...]  # the sentences of which one must be lit
    first: frozenset[int]  # with which they begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """A sentence and whether it is private."""

    signs: frozenset[str]
    is_private: bool
    times: int = 1


@cache
def lessons() -> tuple[Lesson, ...]:
    """All documents of `develop` and `practice` of which a story is made."""
    batch_of = batches()
    return tuple(
        _lesson(article, document.label, batch_of.get(document.name, half.value))
        for half in (Half.DEVELOP, Half.PRACTICE)
        for document in documents(half)
        if not document.label.turned_away and (article := _article_of(document))
    )


def _article_of(document: Labelled) -> Article | None:
    try:
        return article_of(document)
    except DocumentError:
        return None


def _lesson(article: Article, label: Label, batch: str) -> Lesson:
    starts = [
        plain(concern.sentence_start)
        for concern in label.lights
        if concern.kind is LightKind.PRIVACY and concern.sentence_start
    ]
    told = [start for start in starts if start in plain(article.text)]
    texts = [plain(sentence.text) for sentence in article.sentences]
    first = {n for n, text in enumerate(texts) for start in told if start in text or (text and start.startswith(text))}
    return Lesson(
        batch=batch,
        article=article,
        passages=tuple(frozenset(places_of(article, start)) for start in told),
        first=frozenset(first),
    )


def _private_blocks(lesson: Lesson) -> set[int]:
    return {lesson.article.sentences[place].block for passage in lesson.passages for place in passage}


@cache
def _taught_by(lesson: Lesson) -> tuple[Taught, ...]:
    private = _private_blocks(lesson)
    return tuple(
        Taught(signs=signs, is_private=number in lesson.first)
        for number, (sentence, signs) in enumerate(zip(lesson.article.sentences, signs_of(lesson.article), strict=True))
        if number in lesson.first or sentence.block not in private
    )


@cache
def _written() -> tuple[Taught, ...]:
    passages = tomllib.loads(PASSAGES.read_text(encoding="utf-8"))
    return tuple(
        Taught(signs=signs_of_text(text), is_private=name == "private", times=_TIMES_WRITTEN)
        for name in ("private", "harmless")
        for text in passages[name]
    )


def learned(learned_from: Sequence[Lesson]) -> Weights:
    """The weight of each sign that enough sentences have."""
    taught = [*(one for lesson in learned_from for one in _taught_by(lesson)), *_written()]
    often = Counter(sign for one in taught for sign in one.signs)
    names = sorted(sign for sign, count in often.items() if count >= _FEWEST)
    place_of = {name: place for place, name in enumerate(names)}
    table = np.zeros((len(taught), 2, len(names)))
    for row, one in enumerate(taught):
        table[row, 1, [place_of[sign] for sign in one.signs if sign in place_of]] = 1
    times = [one.times * (_TIMES_PRIVATE if one.is_private else 1) for one in taught]
    wanted = np.array([(not one.is_private, one.is_private) for one in taught], dtype=float)
    penalty = np.array([_PENALTY if name != ALWAYS else _PENALTY / 400 for name in names])
    weights = fit(np.repeat(table, times, axis=0), np.repeat(wanted, times, axis=0), penalty)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How the sentences of one document are lit by what was learned from the other batches."""

    batch: str
    lit: int
    passages: int
    unlit: int
    harmless: int  # sentences of paragraphs without a private passage


@cache
def results() -> tuple[Result, ...]:
    """One result a document."""
    return tuple(_results())


def _results() -> Iterator[Result]:
    for batch in dict.fromkeys(lesson.batch for lesson in lessons()):
        weights = learned([lesson for lesson in lessons() if lesson.batch != batch])
        yield from (_result(lesson, weights) for lesson in lessons() if lesson.batch == batch)


def _result(lesson: Lesson, weights: Weights) -> Result:
    kinds = weighed(lesson.article, private_kinds(lesson.article), weights)
    lit = {number for number, passage in enumerate(kinds) if passage.kinds}
    private = _private_blocks(lesson)
    harmless = [number for number, one in enumerate(lesson.article.sentences) if one.block not in private]
    return Result(
        batch=lesson.batch,
        lit=sum(not lit.isdisjoint(passage) for passage in lesson.passages),
        passages=len(lesson.passages),
        unlit=sum(number not in lit for number in harmless),
        harmless=len(harmless),
    )


def table(found: Sequence[Result]) -> Table:
    """The figures of each batch, and of all together."""
    made = Table(
        "batch", "private passages lit", "others unlit", title="Lit by what was learned from the other batches"
    )
    for batch in (*dict.fromkeys(result.batch for result in found), "all"):
        own = [result for result in found if batch in {result.batch, "all"}]
        lit, passages = sum(one.lit for one in own), sum(one.passages for one in own)
        unlit, harmless = sum(one.unlit for one in own), sum(one.harmless for one in own)
        made.add_row(batch, f"{lit / passages:.3f}", f"{unlit / harmless:.3f}")
    return made


def main() -> None:
    """Learn and write, or measure and print."""
    if "--measure" in sys.argv[1:]:
        Console(width=100).print(table(results()))
        return
    note = (
        "# How much each sign of a private passage counts; written by `python -m tests.evaluation.private_passages`.\n"
    )
    lines = [f'"{sign}" = {weight:.3f}' for sign, weight in learned(lessons()).items()]
    WEIGHTS.write_text("\n".join((note, *lines, "")), encoding="utf-8")


if __name__ == "__main__":
    main()
