"""Learns what is learned from labelled documents: python -m tests.evaluation.reference.

It writes how much each sign counts for each form (forms/weights.csv), the reference collection of the hybrid
categoriser (reference.npy), how much each kind of evidence counts (weights.toml, beside it) and what words say beside
that (words.csv). It learns from the documents of `develop` and `practice`, from invented examples, and from nothing of
`judge`.

With `--measure` it writes nothing, and prints how well the documents of each batch are read with what was learned from
the others.
"""

import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from flows.newsroom import categorisers, forms
from flows.newsroom.categorisers._evidence import KINDS, Weights, evidence_of, weighed
from flows.newsroom.categorisers._likeness import Vector, likeness_of, vectors_of
from flows.newsroom.categorisers._matching import matches_of
from flows.newsroom.categorisers._ranking import SHARPNESS, candidates_of
from flows.newsroom.categorisers._vocabulary import signs_of
from flows.newsroom.categorisers.hybrid import Hybrid
from flows.newsroom.errors import DocumentError
from flows.newsroom.forms._weighing import likeliest
from flows.newsroom.language.weighing import Signs, Weighing
from flows.newsroom.model import Article, Form
from flows.newsroom.taxonomies import default_taxonomy
from tests.evaluation.chain import article_of
from tests.evaluation.corpus import Half, Label, Labelled, documents
from tests.evaluation.forms import OF_WORDS, Case, examples, learned, places_of_words, signs_of_article
from tests.evaluation.regression import Floats, fit, fit_each, targets

COLLECTION = Path(categorisers.__path__[0]) / "reference.npy"
WEIGHTS = Path(categorisers.__path__[0]) / "weights.toml"
WORDS = Path(categorisers.__path__[0]) / "words.csv"
FORM_WEIGHTS = Path(forms.__path__[0]) / "weights.csv"
BATCHES = Path(__file__).with_name("batches.toml")

# Chosen by the figures that `--measure` prints; half or twice as much does about as well.
_NOT_WRONG = 0.2  # of a target: what is shared out among the labels that would not be wrong
_EVIDENCE_PENALTY = 3.0
_OF_EXAMPLES = 0.2  # how much an invented example counts for words: one editor's taste


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lesson:
    """A labelled document."""

    name: str
    batch: str
    article: Article
    label: Label
    signs: Signs  # of its form
    words: Signs


@cache
def lessons() -> tuple[Lesson, ...]:
    """All documents of `develop` and `practice` of which a story is made."""
    return tuple(_lessons())


def _lessons() -> Iterator[Lesson]:
    batch_of = batches()
    for half in (Half.DEVELOP, Half.PRACTICE):
        for document in documents(half):
            if document.label.category and (article := _article_of(document)):
                yield Lesson(
                    name=document.name,
                    batch=batch_of.get(document.name, half.value),
                    article=article,
                    label=document.label,
                    signs=signs_of_article(article),
                    words=signs_of(article),
                )


def _article_of(document: Labelled) -> Article | None:
    try:
        return article_of(document)
    except DocumentError:
        return None


def batches() -> dict[str, str]:
    """The batch of each practice document: a number, the oldest first."""
    listed = tomllib.loads(BATCHES.read_text(encoding="utf-8"))["batch"]
    return {name: str(number) for number, batch in enumerate(listed, 1) for name in batch["documents"]}


def learned_forms(learned_from: Sequence[Lesson]) -> Weighing:
    """How much each sign counts for each form."""
    cases = [
        Case(signs=lesson.signs, form=lesson.label.form, also=lesson.label.also_form)
        for lesson in learned_from
        if lesson.label.form
    ]
    return learned([*cases, *(case for case in examples() if case.form)])


@cache
def _forms_without(batch: str) -> Weighing:
    return learned_forms([lesson for lesson in lessons() if lesson.batch != batch])


@cache
def told(lesson: Lesson) -> Form:
    """The form of a document, told by what was learned from the other batches."""
    return likeliest(lesson.signs, _forms_without(lesson.batch))


@cache
def evidence(lesson: Lesson) -> Floats:
    """What speaks for each category of the newsroom's own taxonomy."""
    article, taxonomy = lesson.article, default_taxonomy()
    likeness = likeness_of(_vectors(lesson), taxonomy)
    return evidence_of(article, taxonomy, told(lesson), likeness, matches_of(article, taxonomy))


@cache
def _vectors(lesson: Lesson) -> Vector:
    return vectors_of(lesson.article)


def learned_categories(learned_from: Sequence[Lesson]) -> Weights:
    """How much each kind of evidence counts."""
    rows = np.stack([evidence(each) for each in learned_from])
    weights = fit(rows, _wanted(learned_from), np.full(len(KINDS), _EVIDENCE_PENALTY))
    return Weights(**{kind: round(float(weight) / SHARPNESS, 4) for kind, weight in zip(KINDS, weights, strict=True)})


def learned_words(learned_from: Sequence[Lesson], weights: Weights) -> Weighing:
    """What words say beside the evidence, as it is weighed already."""
    invented = [case for case in examples() if case.category]
    signs = [*(lesson.words for lesson in learned_from), *(case.signs for case in invented)]
    unweighed = Weighing(
        choices=tuple(_keys()),
        places={},
        words=places_of_words(signs, behind=0),
        weights=np.zeros((0, len(_keys()))),
    )
    of_examples = targets(_keys(), [case.category or "" for case in invented], [()] * len(invented), others=_NOT_WRONG)
    before = [SHARPNESS * np.array(weighed(evidence(lesson), weights)) for lesson in learned_from]
    found = OF_WORDS * fit_each(
        OF_WORDS * np.stack([unweighed.row(each) for each in signs]),
        np.concatenate([_wanted(learned_from), of_examples]),
        np.array([1.0] * len(learned_from) + [_OF_EXAMPLES * case.count for case in invented]),
        np.concatenate([np.stack(before), np.zeros(of_examples.shape)]),
    )
    return replace(unweighed, weights=(100 * found).round())


def _wanted(learned_from: Sequence[Lesson]) -> Floats:
    return targets(
        _keys(),
        [lesson.label.category or "" for lesson in learned_from],
        [lesson.label.also for lesson in learned_from],
        others=_NOT_WRONG,
    )


def _keys() -> list[str]:
    return [category.key for category in default_taxonomy().categories]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How one document is read by what was learned from the other batches."""

    batch: str
    is_form_right: bool
    is_form_not_wrong: bool
    is_right: bool
    is_not_wrong: bool
    share: float  # of the first category

    @property
    def is_sure(self) -> bool:
        """Whether nobody would be asked."""
        return self.share >= Hybrid().sure


@cache
def results() -> tuple[Result, ...]:
    """One result a document."""
    return tuple(_result(lesson, *_categories_without(lesson.batch)) for lesson in lessons())


@cache
def _categories_without(batch: str) -> tuple[Weights, Weighing]:
    learned_from = [lesson for lesson in lessons() if lesson.batch != batch]
    weights = learned_categories(learned_from)
    return weights, learned_words(learned_from, weights)


def _result(lesson: Lesson, weights: Weights, words: Weighing) -> Result:
    taxonomy, label, form = default_taxonomy(), lesson.label, told(lesson)
    matches = matches_of(lesson.article, taxonomy)
    scores = np.array(weighed(evidence(lesson), weights)) + words.scores(lesson.words) / SHARPNESS
    first = candidates_of(scores.tolist(), matches, taxonomy)[0]
    return Result(
        batch=lesson.batch,
        is_form_right=form is label.form,
        is_form_not_wrong=form in {label.form, *label.also_form},
        is_right=first.category.key == label.category,
        is_not_wrong=first.category.key in {label.category, *label.also},
        share=first.share,
    )


def table(found: Sequence[Result]) -> Table:
    """The figures of each batch, and of all together."""
    headings = ("batch", "documents", "category", "not wrong", "sure", "right, of those", "form", "not wrong")
    made = Table(*headings, title="Read by what was learned from the other batches")
    for batch in (*dict.fromkeys(result.batch for result in found), "all"):
        own = [result for result in found if batch in {result.batch, "all"}]
        sure = [result for result in own if result.is_sure]
        made.add_row(
            batch,
            str(len(own)),
            _share([result.is_right for result in own]),
            _share([result.is_not_wrong for result in own]),
            _share([result.is_sure for result in own]),
            _share([result.is_right for result in sure]),
            _share([result.is_form_right for result in own]),
            _share([result.is_form_not_wrong for result in own]),
        )
    return made


def _share(met: Sequence[bool]) -> str:
    return f"{sum(met) / len(met):.2f}" if met else "-"


def main() -> None:
    """Learn and write, or measure and print."""
    if "--measure" in sys.argv[1:]:
        Console(width=120).print(table(results()))
        return
    FORM_WEIGHTS.write_text(learned_forms(lessons()).written(), encoding="utf-8")
    vectors = np.stack([_vectors(lesson) for lesson in lessons()], axis=1)
    np.save(COLLECTION, vectors.astype(np.float16), allow_pickle=False)
    weights = learned_categories(lessons())
    lines = [f"{kind} = {getattr(weights, kind):.4f}" for kind in KINDS]
    WORDS.write_text(learned_words(lessons(), weights).written(), encoding="utf-8")
    note = "# How much each kind of evidence for a category counts; written by `python -m tests.evaluation.reference`."
    WEIGHTS.write_text("\n".join((note, *lines, "")), encoding="utf-8")


if __name__ == "__main__":
    main()
