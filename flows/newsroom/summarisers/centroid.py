"""Centroid: the sentences nearest to what the whole article is about, the early ones first, none saying the same twice.

A sentence's score is half its likeness to the article's centroid (TF-IDF, within the article) and half its place;
sentences that lean on what stands around them lose. They are chosen by maximal marginal relevance.

Source:
    D. Radev and others, "Centroid-based summarization of multiple documents", Information Processing & Management
    40(6), 2004; J. Carbonell and J. Goldstein, "The Use of MMR, Diversity-Based Reranking", SIGIR 1998.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, TypeAlias

import numpy as np
import numpy.typing as npt
from pydantic import Field

from flows.newsroom.errors import EmptyDocumentError
from flows.newsroom.language.words import terms
from flows.newsroom.model import Article, Extract, HeadlineOrigin, Role, Summary
from flows.newsroom.summarisers._candidates import candidates
from flows.newsroom.summarisers._roles import is_attendance, next_steps, role_of

_Matrix: TypeAlias = npt.NDArray[np.float64]

_BY_PLACE = 0.5  # the rest of a score is likeness to the centroid
_DECAY = 0.3  # of the worth of a place: 1 / (1 + 0.3 n)
_RELEVANCE = 0.8  # against repetition
_SAME = 0.8  # likeness of two sentences of which a reader needs one only
_SHORT, _LONG = 8, 40  # words between which a sentence loses nothing for its length
_LEAST_OF_LONG = 0.4  # what the longest keeps
_NEARLY = 5  # words that a summary may be longer or shorter than asked for
_OVER = 10  # words that it may be longer rather than much too short
_STEPS_COME_LATE, _ATTENDANCE, _STEP = 0.1, 0.3, 0.03  # what speaks for a sentence within its role
_DIGITS = 6  # scores are compared to so many places: the same choice on every computer

_LEANS = re.compile(
    r"(?:he|she|it|they|this|that|these|those|his|her|hers|their|its|both|neither|and|but|so|or|however|also|then|such"
    r"|others|another|instead|similarly|as a result|to do this|for example|in addition)\b(?!-)",
    re.IGNORECASE,
)
"""How a sentence begins that a reader understands only after the one before it."""

_PENALTIES: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(r"\?[\"'”’)]*$"), 0.5),
    (re.compile(r"^(?:I|My|We|Our)\b"), 0.85),
    (re.compile(r"^(?:Other|Lastly|Finally|Next|Increasingly|In the (?:morning|afternoon|evening))\b"), 0.8),
    (re.compile(r"\b(?:these|those|the same|the former|the latter)\b"), 0.7),
    (re.compile(r"\b(?:I|[Mm]y|me)\b"), 0.7),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Centroid:
    """Extractive summariser.

    Attributes:
        words: How long a summary is meant to be; ten more at most, and less where the article has no more.
        roles: Whether the best figure and the best next step come before the rest.
    """

    words: Annotated[int, Field(ge=20, le=400)] = 85
    roles: bool = True

    def __call__(self, article: Article) -> Summary:
        """Choose the sentences that carry `article`.

        Raises:
            EmptyDocumentError: No sentence of it may stand in a summary.
        """
        possible = candidates(article, self.words // 2)
        if not possible:
            raise EmptyDocumentError(
                "Nothing in it can stand in a summary: it holds only headings, lists, quotations, links or passages "
                "marked as private. If it matters, write a few lines about it yourself and put them among the seeds."
            )
        draft = _draft(article, possible)
        chosen = _choose(draft, self.words, with_roles=self.roles)
        return Summary(extracts=tuple(draft.extract(number) for number in sorted(chosen)), method="centroid")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """The sentences that may be chosen; every field has an entry for each, in the article's order."""

    places: tuple[int, ...]  # in Article.sentences
    texts: tuple[str, ...]
    lengths: tuple[int, ...]  # words
    roles: tuple[Role, ...]
    leans: tuple[bool, ...]  # on the sentence before
    scores: tuple[float, ...]  # the best has 1
    likeness: _Matrix  # cosine, of each to each

    def extract(self, number: int) -> Extract:
        return Extract(
            text=self.texts[number],
            sentence=self.places[number],
            salience=self.scores[number],
            role=self.roles[number],
        )


def _draft(article: Article, possible: Sequence[int]) -> _Draft:
    texts = tuple(article.sentences[place].text for place in possible)
    is_titled = article.headline.origin is HeadlineOrigin.TITLE
    vectors = _vectors(texts)
    return _Draft(
        places=tuple(possible),
        texts=texts,
        lengths=tuple(len(text.split()) for text in texts),
        roles=tuple(map(role_of, texts)),
        leans=tuple(
            _LEANS.match(text) is not None and not (is_titled and place == 0)
            for place, text in zip(possible, texts, strict=True)
        ),
        scores=tuple(_scores(texts, vectors)),
        likeness=vectors @ vectors.T,
    )


def _choose(draft: _Draft, words: int, *, with_roles: bool) -> list[int]:
    """The best sentence, the best figure, the best next step, and then the best that still fit."""
    chosen = _best(draft, [], words + _NEARLY)
    for role in (Role.FIGURES, Role.NEXT_STEPS) if with_roles else ():
        if all(draft.roles[number] is not role for number in chosen):
            chosen += _best(draft, chosen, words + _NEARLY, role)
    while sum(draft.lengths[number] for number in chosen) < words - _NEARLY:
        more = _best(draft, chosen, words + _NEARLY) or _best(draft, chosen, words + _OVER)
        if not more:
            break
        chosen += more
    return chosen or [max(range(len(draft.scores)), key=draft.scores.__getitem__)]


def _best(draft: _Draft, chosen: Sequence[int], words: int, role: Role | None = None) -> list[int]:
    """The best sentence with which the summary has at most `words` words; none if there is no such sentence."""
    left = words - sum(draft.lengths[number] for number in chosen)
    fitting = [
        number
        for number in range(len(draft.places))
        if number not in chosen
        and draft.lengths[number] <= left
        and role in {None, draft.roles[number]}
        and all(draft.likeness[number, other] < _SAME for other in chosen)
        and (not draft.leans[number] or draft.places[number] - 1 in {draft.places[other] for other in chosen})
    ]
    return [max(fitting, key=lambda number: _worth(draft, number, chosen, role))] if fitting else []


def _worth(draft: _Draft, number: int, chosen: Sequence[int], role: Role | None) -> float:
    """What a sentence adds to those that are chosen."""
    text = draft.texts[number]
    repeated = max((float(draft.likeness[number, other]) for other in chosen), default=0.0)
    bonus = 0.0
    if role is Role.FIGURES:
        bonus = _ATTENDANCE * is_attendance(text)
    if role is Role.NEXT_STEPS:
        bonus = _STEPS_COME_LATE * number / len(draft.places) + _STEP * next_steps(text)
    return round(_RELEVANCE * draft.scores[number] - (1 - _RELEVANCE) * repeated + bonus, _DIGITS)


def _scores(texts: Sequence[str], vectors: _Matrix) -> list[float]:
    centroid = vectors.sum(axis=0)
    central = vectors @ (centroid / max(float(np.linalg.norm(centroid)), 1e-9))
    places = 1 / (1 + _DECAY * np.arange(len(texts)))
    weighed = (1 - _BY_PLACE) * _to_one(central) + _BY_PLACE * places
    penalised = weighed * np.array([_penalty(text) for text in texts])
    return [round(float(score), _DIGITS) for score in _to_one(penalised)]


def _penalty(text: str) -> float:
    length = len(text.split())
    penalty = min(1.0, length / _SHORT, max(_LEAST_OF_LONG, _LONG / length))
    return penalty * math.prod(weight for pattern, weight in _PENALTIES if pattern.search(text))


def _vectors(texts: Sequence[str]) -> _Matrix:
    """A row of length 1 for each sentence: TF 1 + ln(count), IDF ln((1 + sentences) / (1 + those with it)) + 1."""
    counts = [Counter(terms(text)) for text in texts]
    frequency = Counter(term for count in counts for term in count)
    columns = {term: column for column, term in enumerate(frequency)}
    rows = np.zeros((len(texts), max(1, len(columns))))
    for row, count in enumerate(counts):
        for term, times in count.items():
            idf = math.log((1 + len(texts)) / (1 + frequency[term])) + 1
            rows[row, columns[term]] = (1 + math.log(times)) * idf
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))


def _to_one(values: _Matrix) -> _Matrix:
    return values / max(float(values.max()), 1e-9)


plugin = Centroid
