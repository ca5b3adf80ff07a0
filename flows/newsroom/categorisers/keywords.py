"""Keywords: the categories whose words and phrases an article holds.

Each word of a category counts with a weight, less for each time it comes again, and more in the title and among
the first words. What decides is not the score but how far it lies above the scores of the other categories.

Source:
    S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in
    Information Retrieval 3(4), 2009 (counts that saturate).
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import fmean, pstdev
from typing import Annotated, TypeAlias

from pydantic import Field

from flows.newsroom.forms import form_of
from flows.newsroom.language.words import WORD, is_telling, stem, stems
from flows.newsroom.model import Article, Category, Classification, HeadlineOrigin, Taxonomy, Topic

_Phrase: TypeAlias = tuple[str, ...]  # stems

_PHRASE, _WORD, _OF_LINE = 1.5, 1.0, 0.5  # weights
_LEAD_WORDS = 60
_SATURATION, _LENGTH_SHARE, _USUAL_LENGTH = 1.2, 0.75, 400  # k1 and b of BM25; words of a usual article
_SHARPNESS = 2.0  # of the softmax over standard scores
_BESIDE_THE_FIRST = 0.3  # of the first topic's share: a second one is a topic too
_MOST_TOPICS = 3
_MOST_EVIDENCE = 4
_FEWEST_WORDS = 2  # one word proves little, however often it comes and however far its score lies above none


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    text: str
    spans: Sequence[tuple[int, int]]  # of each word, in letters
    stems: Sequence[str]
    places: Mapping[str, Sequence[int]]  # of each stem
    lead: int  # how many words count extra


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    words: str  # as they stand in the document
    weight: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    category: Category
    matches: Sequence[_Match]  # the weightiest first
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Keywords:
    """Categoriser that needs nothing but the taxonomy.

    Attributes:
        sure: The share of the first category from which no person is asked to choose.
    """

    sure: Annotated[float, Field(ge=0, le=1)] = 0.55

    def __call__(self, article: Article, taxonomy: Taxonomy) -> Classification:
        """Classify `article`; a category that a person gave to its folder wins, and leaves no doubt."""
        form, form_evidence = form_of(_own_title(article), article.blocks)
        given = article.source.defaults.category
        if given is not None and any(category.key == given for category in taxonomy.categories):
            topics: tuple[Topic, ...] = (Topic(category=given, confidence=1.0, evidence=()),)
            doubt = None
        else:
            candidates = _candidates(_read(article), taxonomy)
            topics, doubt = _topics(candidates), self._doubt(candidates)
        return Classification(topics=topics, doubt=doubt, form=form, form_evidence=form_evidence)

    def _doubt(self, candidates: Sequence[_Candidate]) -> str | None:
        """Why a person should choose, in words."""
        if not candidates:
            return "Nothing in it speaks for any category."
        first = candidates[0]
        if sum(match.weight > _OF_LINE for match in first.matches) < _FEWEST_WORDS:
            return f"Hardly anything in it speaks for {first.category.name}."
        if first.share >= self.sure:
            return None
        if len(candidates) > 1 and candidates[1].share >= _BESIDE_THE_FIRST * first.share:
            return f"{first.category.name} and {candidates[1].category.name} are close."
        return f"{first.category.name} is likely, but far from certain."


def _topics(candidates: Sequence[_Candidate]) -> tuple[Topic, ...]:
    return tuple(
        Topic(category=each.category.key, confidence=each.share, evidence=_evidence(each.matches))
        for each in candidates[:_MOST_TOPICS]
        if each.share >= _BESIDE_THE_FIRST * candidates[0].share
    )


def _evidence(matches: Sequence[_Match]) -> tuple[str, ...]:
    return tuple(match.words for match in matches if match.weight > _OF_LINE)[:_MOST_EVIDENCE]


def _candidates(text: _Text, taxonomy: Taxonomy) -> list[_Candidate]:
    """The categories that some word speaks for, the likeliest first; a tie goes to the earlier in the taxonomy."""
    matches = [_matches(text, weights) for weights in _weights(taxonomy)]
    shares = _shares([sum(match.score for match in found) for found in matches])
    candidates = [
        _Candidate(category=category, matches=found, share=share)
        for category, found, share in zip(taxonomy.categories, matches, shares, strict=True)
        if any(match.weight > _OF_LINE for match in found)
    ]
    return sorted(candidates, key=lambda candidate: -candidate.share)


def _shares(scores: Sequence[float]) -> list[float]:
    """How likely each score makes its category beside the others: a softmax over standard scores, to four places."""
    spread = pstdev(scores or [0.0]) or 1.0
    weights = [math.exp(_SHARPNESS * (score - fmean(scores)) / spread) for score in scores]
    return [round(weight / math.fsum(weights), 4) for weight in weights]


def _matches(text: _Text, weights: Mapping[_Phrase, float]) -> list[_Match]:
    """What a category's words and phrases find; a word counts for the longest phrase that it stands in."""
    damping = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * len(text.stems) / _USUAL_LENGTH)
    found: list[_Match] = []
    taken: set[int] = set()
    for phrase, weight in weights.items():
        places = [place for place in _places(text, phrase) if place not in taken]
        if places:
            taken.update(place + offset for place in places for offset in range(len(phrase)))
            hits = len(places)
            score = weight * ((_SATURATION + 1) * hits / (hits + damping) + (places[0] < text.lead))
            words = _words_at(text, places[0], len(phrase))
            found.append(_Match(words=words, weight=weight, score=round(score, 6)))
    return sorted(found, key=lambda match: -match.score)


def _places(text: _Text, phrase: _Phrase) -> list[int]:
    starts = text.places.get(phrase[0], ())
    return [start for start in starts if tuple(text.stems[start : start + len(phrase)]) == phrase]


def _words_at(text: _Text, place: int, length: int) -> str:
    return text.text[text.spans[place][0] : text.spans[place + length - 1][1]].replace("\n", " ")


def _read(article: Article) -> _Text:
    title = _own_title(article)
    text = f"{title}\n{article.text}" if title else article.text
    words = list(WORD.finditer(text))
    read = [stem(word.group()) for word in words]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(read):
        places[each].append(place)
    return _Text(
        text=text,
        spans=[word.span() for word in words],
        stems=read,
        places=places,
        lead=_LEAD_WORDS + len(WORD.findall(title or "")),
    )


def _own_title(article: Article) -> str | None:
    """Only the document's own: a headline made of its first words would count them twice."""
    return article.headline.text if article.headline.origin is HeadlineOrigin.TITLE else None


@lru_cache(maxsize=8)
def _weights(taxonomy: Taxonomy) -> tuple[Mapping[_Phrase, float], ...]:
    """For each category the phrases that speak for it, the longest first, and how strongly."""
    house = {tuple(stems(phrase)) for phrase in taxonomy.house}
    alone = {part for phrase in house for part in phrase}
    return tuple(
        {
            phrase: weight
            for phrase, weight in sorted(_weights_of(category).items(), key=lambda item: -len(item[0]))
            if phrase not in house and not (len(phrase) == 1 and phrase[0] in alone)
        }
        for category in taxonomy.categories
    )


def _weights_of(category: Category) -> dict[_Phrase, float]:
    weights = dict.fromkeys(_telling(category.line), _OF_LINE)
    for phrase in (*_telling(category.name), *(tuple(stems(words)) for words in category.words)):
        if phrase:
            weights[phrase] = _WORD if len(phrase) == 1 else _PHRASE
    return weights


def _telling(text: str) -> Iterator[_Phrase]:
    """The words that say something; what a hyphen joins stays together."""
    for chunk in text.split():
        words = WORD.findall(chunk)
        if len(words) > 1 or (words and is_telling(words[0])):
            yield tuple(map(stem, words))


plugin = Keywords
