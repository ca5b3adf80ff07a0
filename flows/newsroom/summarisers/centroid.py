"""Centroid: the sentences nearest to what the whole article is about, the early ones first, none saying the same twice.

A sentence's score is made of its likeness to the article's centroid (TF-IDF, within the article), its place and the
facts that it holds; sentences that lean on what stands around them lose. They are chosen by maximal marginal
relevance, the best figure and the best next step before the rest. The weights were chosen on the labelled documents
of `tests/evaluation` that may be read.

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
from flows.newsroom.language.limiting import limits
from flows.newsroom.language.moments import needs_its_day
from flows.newsroom.language.words import terms
from flows.newsroom.model import Article, BlockKind, Extract, Form, Role, Summary
from flows.newsroom.summarisers._candidates import candidates
from flows.newsroom.summarisers._leaning import leans
from flows.newsroom.summarisers._places import worth_of_places
from flows.newsroom.summarisers._roles import is_attendance, next_steps, role_of
from flows.newsroom.summarisers._substance import has_figure, substance

_Matrix: TypeAlias = npt.NDArray[np.float64]
_Shares: TypeAlias = tuple[tuple[Role, float], ...]

_REPORTS = frozenset({Form.EVENT_REPORT, Form.MEETING_NOTE})
_PROSE = frozenset({Form.OPINION, Form.OBITUARY})  # figures and plans are not what they are read for
_SHARES: _Shares = ((Role.FIGURES, 0.25), (Role.NEXT_STEPS, 0.65))  # of the words; the rest is what happened
_ROOM_FOR_STEPS = 1.15  # without it, what people asked for does not fit beside what happened and who came

_LIKE, _PLACE, _SUBSTANCE = 0.4, 0.3, 0.3  # the parts of a score: likeness to the centroid, place, hard facts
_DECAY = 0.3  # of the worth of a place: 1 / (1 + 0.3 n)
_ITEM = 0.7  # what an item of a list is worth: it is a sentence of its own, and yet one of many
_OPENING = 1.1  # what the first sentence of a paragraph is worth: it says what the paragraph is about
_TITLED, _TITLE_WORDS = 0.3, 6  # what the words of the title add to a sentence, and how many of them are all
_RELEVANCE = 0.8  # against repetition
_SAME = 0.8  # likeness of two sentences of which a reader needs one only
_SHORT, _LONG = 18, 40  # words between which a sentence loses nothing for its length
_FIGURE_TELLS = 4  # words that a figure is worth: "58 % waited longer than ten minutes" is short and says a lot
_LEAST_OF_LONG = 0.4  # what the longest keeps
_NEARLY = 5  # words that a summary may be longer or shorter than asked for
_OVER = 10  # words that it may be longer rather than much too short
_STEPS_COME_LATE, _ATTENDANCE, _STEP = 0.03, 0.3, 0.03  # what speaks for a sentence within its role
_OF_ITS_DAY = 0.5  # what "yesterday" or "shortly" is worth when the issue comes out, even under a printed date
_DIGITS = 6  # scores are compared to so many places: the same choice on every computer

_PENALTIES: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(r"\?[\"'”’)]*$"), 0.5),
    (re.compile(r"^(?:I|My|We|Our)\b"), 0.85),
    (re.compile(r"^(?:Other|Lastly|Finally|Next|Increasingly|In the (?:morning|afternoon|evening))\b"), 0.8),
    (re.compile(r"\b(?:these|those|the same|the former|the latter)\b"), 0.7),
    (re.compile(r"\b(?:I|[Mm]y|me)\b"), 0.7),
    (re.compile(r"[“\"]"), 0.85),
    (
        re.compile(
            r"\b(?:amazing|awesome|brilliant|buzz(?:ing)?|bustling|delighted|excit\w+|fabulous|fantastic|inspir\w+|lovely|proud"
            r"|thrilled|wonderful|great (?:day|opportunity|example|success|to))\b",
            re.IGNORECASE,
        ),
        0.8,
    ),
    (re.compile(r"^(?:The|Our) (?:venue|hall|room|weather|atmosphere|mood)\b|\b(?:atmosphere|weather)\b"), 0.8),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Centroid:
    """Extractive summariser.

    Attributes:
        words: How long a summary is meant to be; ten more at most, and less where the article has no more. A report of
            an event or a meeting gets a seventh more for what was asked for or agreed.
        roles: Whether the best figure and the best next step come before the rest.
    """

    words: Annotated[int, Field(ge=20, le=400)] = 85
    roles: bool = True

    def __call__(self, article: Article, form: Form = Form.NEWS) -> Summary:
        """Choose the sentences that carry `article`, a document of the kind `form`.

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
        chosen = _choose(draft, self.words, _shares(form) if self.roles else ())
        extracts = (draft.extract(number, rank) for rank, number in enumerate(chosen))
        return Summary(extracts=tuple(sorted(extracts, key=lambda extract: extract.sentence)), method="centroid")


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

    def extract(self, number: int, rank: int) -> Extract:
        return Extract(
            text=self.texts[number],
            sentence=self.places[number],
            salience=self.scores[number],
            role=self.roles[number],
            rank=rank,
            leans=self.leans[number],
            limits=limits(self.texts[number]),
        )


def _draft(article: Article, possible: Sequence[int]) -> _Draft:
    texts = tuple(article.sentences[place].text for place in possible)
    is_titled = article.own_title is not None
    vectors = _vectors(texts)
    return _Draft(
        places=tuple(possible),
        texts=texts,
        lengths=tuple(len(text.split()) for text in texts),
        roles=tuple(map(role_of, texts)),
        leans=tuple(
            leans(text) and not (is_titled and place == 0) for place, text in zip(possible, texts, strict=True)
        ),
        scores=tuple(_scores(texts, vectors, _worths(article, possible))),
        likeness=vectors @ vectors.T,
    )


def _shares(form: Form) -> _Shares:
    """Which roles get room of their own in a summary of a document of this kind, and how much."""
    if form in _REPORTS:
        return _SHARES
    return () if form in _PROSE else ((Role.FIGURES, 0.0), (Role.NEXT_STEPS, 0.0))


def _choose(draft: _Draft, words: int, shares: _Shares) -> list[int]:
    """The best sentence, then the best of each role that has room of its own, then the best that still fit."""
    chosen = _best(draft, [], words + _NEARLY)
    for role, share in shares:
        most = round(words * _ROOM_FOR_STEPS) if role is Role.NEXT_STEPS and share else words
        chosen += _of_role(draft, chosen, role, most, round(share * words))
    while sum(draft.lengths[number] for number in chosen) < words - _NEARLY:
        more = _best(draft, chosen, words + _NEARLY) or _best(draft, chosen, words + _OVER)
        if not more:
            break
        chosen += more
    return chosen or [max(range(len(draft.scores)), key=draft.scores.__getitem__)]


def _of_role(draft: _Draft, chosen: Sequence[int], role: Role, words: int, room: int) -> list[int]:
    """The best sentence of a role where the summary has none yet, and further ones that fit into its `room` words."""
    before = sum(draft.lengths[number] for number in chosen if draft.roles[number] is not role)
    has_one = any(draft.roles[number] is role for number in chosen)
    found: list[int] = []
    while more := _best(draft, (*chosen, *found), min(words, before + room if has_one else words) + _NEARLY, role):
        found += more
        has_one = True
    return found


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
    """What a sentence adds to those that are chosen; where its role is asked for, repeating costs nothing."""
    text, score = draft.texts[number], _RELEVANCE * draft.scores[number]
    if role is Role.FIGURES:
        return round(score + _ATTENDANCE * is_attendance(text), _DIGITS)
    if role is Role.NEXT_STEPS:
        return round(score + _STEPS_COME_LATE * number / len(draft.places) + _STEP * next_steps(text), _DIGITS)
    repeated = max((float(draft.likeness[number, other]) for other in chosen), default=0.0)
    return round(score - (1 - _RELEVANCE) * repeated, _DIGITS)


def _worths(article: Article, possible: Sequence[int]) -> _Matrix:
    """What each sentence gains or loses by where it stands, and gains by saying what the title says."""
    under = worth_of_places(article.blocks)
    title = frozenset(terms(article.own_title or ""))
    worths = [_worth_of(article, place, under) for place in possible]
    shares = [_share_of(title, article.sentences[place].text) for place in possible]
    return np.array(worths) * (1 + _TITLED * np.array(shares))


def _share_of(title: frozenset[str], text: str) -> float:
    """How much of the document's own title stands in a sentence, in its words that say something."""
    return len(title.intersection(terms(text))) / max(1, min(len(title), _TITLE_WORDS))


def _worth_of(article: Article, place: int, under: Sequence[float]) -> float:
    block = article.sentences[place].block
    opens = place == 0 or article.sentences[place - 1].block != block
    is_item = article.blocks[block].kind is BlockKind.ITEM
    return under[block] * (_ITEM if is_item else 1) * (_OPENING if opens else 1)


def _scores(texts: Sequence[str], vectors: _Matrix, worths: _Matrix) -> list[float]:
    centroid = vectors.sum(axis=0)
    central = vectors @ (centroid / max(float(np.linalg.norm(centroid)), 1e-9))
    places = 1 / (1 + _DECAY * np.arange(len(texts)))
    facts = np.array([substance(text) for text in texts])
    weighed = _LIKE * _to_one(central) + _PLACE * places + _SUBSTANCE * facts
    penalised = weighed * worths * np.array([_penalty(text) for text in texts])
    return [round(float(score), _DIGITS) for score in _to_one(penalised)]


def _penalty(text: str) -> float:
    length = len(text.split()) + _FIGURE_TELLS * has_figure(text)
    penalty = min(1.0, math.sqrt(length / _SHORT), max(_LEAST_OF_LONG, _LONG / length))
    penalty *= _OF_ITS_DAY if needs_its_day(text) else 1
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
