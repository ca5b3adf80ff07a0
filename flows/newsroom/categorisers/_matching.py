"""Which words and phrases of each category an article holds, and how much they weigh.

Each counts with a weight, less for each time it comes again, and more in the title and among the first words.

Source:
    S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in
    Information Retrieval 3(4), 2009 (counts that saturate).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from flows.newsroom.language.words import WORD, is_telling, stem, stems
from flows.newsroom.model import Article, Category, HeadlineOrigin, Taxonomy

_Phrase: TypeAlias = tuple[str, ...]  # stems

_PHRASE, _WORD, _OF_LINE = 1.5, 1.0, 0.5  # weights
_LEAD_WORDS = 60
_SATURATION, _LENGTH_SHARE, _USUAL_LENGTH = 1.2, 0.75, 400  # k1 and b of BM25; words of a usual article


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A word or phrase of a category that stands in the article."""

    words: str  # as they stand in the document
    weight: float
    score: float

    @property
    def is_telling(self) -> bool:
        """Whether it speaks for its category by itself; a word of the category's line does not."""
        return self.weight > _OF_LINE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    text: str
    spans: Sequence[tuple[int, int]]  # of each word, in letters
    stems: Sequence[str]
    places: Mapping[str, Sequence[int]]  # of each stem
    lead: int  # how many words count extra


def matches_of(article: Article, taxonomy: Taxonomy) -> list[list[Match]]:
    """What the words of each category find in `article`, the weightiest first."""
    text = _read(article)
    return [_matches(text, weights) for weights in _weights(taxonomy)]


def own_title(article: Article) -> str | None:
    """Only the document's own: a headline made of its first words would count them twice."""
    return article.headline.text if article.headline.origin is HeadlineOrigin.TITLE else None


def _matches(text: _Text, weights: Mapping[_Phrase, float]) -> list[Match]:
    """What a category's words and phrases find; a word counts for the longest phrase that it stands in."""
    damping = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * len(text.stems) / _USUAL_LENGTH)
    found: list[Match] = []
    taken: set[int] = set()
    for phrase, weight in weights.items():
        places = [place for place in _places(text, phrase) if place not in taken]
        if places:
            taken.update(place + offset for place in places for offset in range(len(phrase)))
            hits = len(places)
            score = weight * ((_SATURATION + 1) * hits / (hits + damping) + (places[0] < text.lead))
            words = _words_at(text, places[0], len(phrase))
            found.append(Match(words=words, weight=weight, score=round(score, 6)))
    return sorted(found, key=lambda match: -match.score)


def _places(text: _Text, phrase: _Phrase) -> list[int]:
    starts = text.places.get(phrase[0], ())
    return [start for start in starts if tuple(text.stems[start : start + len(phrase)]) == phrase]


def _words_at(text: _Text, place: int, length: int) -> str:
    return text.text[text.spans[place][0] : text.spans[place + length - 1][1]].replace("\n", " ")


def _read(article: Article) -> _Text:
    title = own_title(article)
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
