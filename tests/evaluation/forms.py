"""Learns what tells the forms of documents: from labelled ones, from examples (forms.toml), and from the five seeds.

The examples are there because some forms are rare among the labelled documents, and because words that nobody has
seen cannot be learned.
"""

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from flows.newsroom.cleaning import default_lexicon
from flows.newsroom.copydesk import make_article
from flows.newsroom.forms._cues import hits_of
from flows.newsroom.forms._text import text_of
from flows.newsroom.forms._weighing import ALWAYS, FORMS, is_cue, signs_of
from flows.newsroom.language.weighing import Signs, Weighing
from flows.newsroom.model import Article, Block, BlockKind, DocumentId, Form, Source
from flows.newsroom.readers import media_types, read
from tests.evaluation.chain import TODAY
from tests.evaluation.regression import Floats, fit_each, targets

EXAMPLES = Path(__file__).with_name("forms.toml")
SEEDS = Path(__file__).parents[2] / "seeds"

# How much signs may count. Points of cues count for less than would be best on the documents that the cues were
# written with: of 33 that nobody had read 28 were then told right, and 25 where points could count for more.
_OF_POINTS, _OF_MANNER = 0.45, 0.17
OF_WORDS = 4.5
"""How much the words may count."""

_LEAST_SPREAD = 0.1  # of a sign that hardly varies
_SELDOM = 3  # documents: a word that is in fewer is not learned
_SHORT, _OF_SHORT = 40, 0.1  # words; an example with fewer counts for less: more of them made the others worse
_NOT_WRONG = 0.2  # of a target: what is shared out among the forms that would not be wrong

_OPENINGS = {"- ": BlockKind.ITEM, "# ": BlockKind.HEADING, "| ": BlockKind.ROW, "> ": BlockKind.QUOTATION}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Case:
    """The signs of a document, and its form."""

    signs: Signs
    form: Form | None  # none: only its category is learned from
    also: tuple[Form, ...] = ()  # others that would not be wrong
    count: float = 1.0  # how much it counts
    category: str | None = None


def learned(cases: Sequence[Case]) -> Weighing:
    """How much each sign counts for each form: a multinomial logistic regression."""
    points = sorted({sign for case in cases for sign in case.signs.points})
    unweighed = Weighing(
        choices=FORMS,
        places={sign: place for place, sign in enumerate(points)},
        words=places_of_words([case.signs for case in cases], behind=len(points)),
        weights=np.zeros((0, len(FORMS))),
    )
    rows = np.stack([unweighed.row(case.signs) for case in cases])
    scales = [_scale(sign, column) for sign, column in zip(points, rows.T, strict=False)]
    scale = np.array([*scales, *[OF_WORDS] * len(unweighed.words)])
    wanted = targets(FORMS, [case.form or "" for case in cases], [case.also for case in cases], others=_NOT_WRONG)
    counts = np.array([case.count for case in cases])
    weights = scale[:, np.newaxis] * fit_each(rows * scale, wanted, counts, np.zeros(wanted.shape))
    return replace(unweighed, weights=(100 * weights).round())


def places_of_words(learned_from: Sequence[Signs], *, behind: int) -> dict[str, int]:
    """A place for each word that is in enough documents, behind as many other signs."""
    seen = Counter(word for signs in learned_from for word in signs.words)
    words = sorted(word for word, documents in seen.items() if documents >= _SELDOM)
    return {word: place for place, word in enumerate(words, behind)}


def _scale(sign: str, column: Floats) -> float:
    """What makes a sign as large as it may count."""
    if sign == ALWAYS:
        return 1.0
    return (_OF_POINTS if is_cue(sign) else _OF_MANNER) / max(float(column.std()), _LEAST_SPREAD)


def signs_of_article(article: Article) -> Signs:
    """The signs of what was read."""
    return _signs(article.own_title, article.blocks, article.imprint)


@cache
def examples() -> tuple[Case, ...]:
    """What is learned from beside the labelled documents."""
    return (*_examples(), *_seeds())


def _examples() -> Iterator[Case]:
    for example in tomllib.loads(EXAMPLES.read_text(encoding="utf-8"))["example"]:
        blocks = tuple(map(_block, example["text"].strip().splitlines()))
        signs = _signs(example.get("title"), blocks)
        form = Form(example["form"]) if "form" in example else None
        count = _OF_SHORT if signs.words.total() < _SHORT else 1.0
        yield Case(signs=signs, form=form, count=count, category=example["category"])


def _seeds() -> Iterator[Case]:
    for number, form in tomllib.loads(EXAMPLES.read_text(encoding="utf-8"))["seeds"].items():
        (path,) = SEEDS.glob(f"{number}_*.txt")
        content = path.read_bytes()
        source = Source(
            id=DocumentId(hashlib.sha256(content).hexdigest()), path=path.name, media_type=media_types()[path.suffix]
        )
        article = make_article(read(source, content), lexicon=default_lexicon(), today=TODAY)
        yield Case(signs=signs_of_article(article), form=Form(form))


def _block(line: str) -> Block:
    kind = _OPENINGS.get(line[:2], BlockKind.PARAGRAPH)
    text = line if kind is BlockKind.PARAGRAPH else line[2:].removesuffix(" |")
    return Block(kind=kind, text=text)


def _signs(title: str | None, blocks: tuple[Block, ...], imprint: Sequence[str] = ()) -> Signs:
    text = text_of(title, blocks, imprint)
    return signs_of(text, hits_of(text))
