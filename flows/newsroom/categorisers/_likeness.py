"""How like an article, its title and its opening are to the texts of each category, by the embedding model.

In this field every document resembles every other, and some categories resemble all of them. So a likeness is told as
its distance from the mean that the same category has over a collection of documents of the field, in that category's
standard deviations. The collection is shipped as vectors, not as text (reference.npy): it fits any taxonomy.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from flows.newsroom.embedding import encode
from flows.newsroom.model import Article, Category, Taxonomy

Vector: TypeAlias = NDArray[np.float32]

_PASSAGE_WORDS = 90  # about what the model reads at once
_MOST_PASSAGES = 4
_SHORTEST_PASSAGE = 20  # words; the last one is left out below
_NEAREST = 3  # texts of a category: a document is like some of them, never like all
_OPENING = 3  # sentences
_STRANGE = 0.02  # of the collection is less like any category than this quantile; what is below it is of another field


@dataclass(frozen=True, slots=True, kw_only=True)
class _Anchors:
    """The texts of a taxonomy as vectors, and what is usual for each of its categories."""

    texts: tuple[NDArray[np.float32], ...]
    means: NDArray[np.float32]  # a row for each of whole, title and opening, a column a category
    deviations: NDArray[np.float32]
    least: float  # the likeness to the nearest category below which a document is strange


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How like an article is to each category, as distances from what is usual, in standard deviations."""

    scores: tuple[float, ...]
    of_title: tuple[float, ...]
    of_opening: tuple[float, ...]
    is_strange: bool  # whether it is unlike anything in the field


def vector_of(article: Article) -> Vector:
    """The mean of the vectors of the first passages of about 90 words, the title before the first."""
    return _vector(tuple(_passages(article)))


def vectors_of(article: Article) -> Vector:
    """Three rows: the vector of the whole article, of its title, and of its first three sentences.

    For a title or an opening that is missing the whole stands.
    """
    whole = vector_of(article)
    opening = " ".join(sentence.text for sentence in article.sentences[:_OPENING])
    return np.stack([whole, *(_vector((text,)) if text else whole for text in (article.headline.text, opening))])


def likeness_of(vectors: Vector, taxonomy: Taxonomy) -> Likeness:
    """How like an article with these `vectors` (see `vectors_of`) is to each category of `taxonomy`."""
    anchors = _anchors(taxonomy)
    found = _nearest(vectors, anchors.texts)
    whole, title, opening = ((found - anchors.means) / anchors.deviations).round(4).tolist()
    return Likeness(
        scores=tuple(whole),
        of_title=tuple(title),
        of_opening=tuple(opening),
        is_strange=float(found[0].max()) < anchors.least,
    )


@lru_cache(maxsize=512)
def _vector(passages: tuple[str, ...]) -> Vector:
    mean: Vector = encode(passages).mean(axis=0)
    return mean / max(float(np.linalg.norm(mean)), 1e-9)


def _passages(article: Article) -> Iterator[str]:
    title, words = article.headline.text, article.text.split()
    lead = " ".join(words[:_PASSAGE_WORDS])
    yield f"{title}. {lead}" if title else lead
    for start in range(_PASSAGE_WORDS, _MOST_PASSAGES * _PASSAGE_WORDS, _PASSAGE_WORDS):
        if len(words) >= start + _SHORTEST_PASSAGE:
            yield " ".join(words[start : start + _PASSAGE_WORDS])


@lru_cache(maxsize=4)
def _anchors(taxonomy: Taxonomy) -> _Anchors:
    texts = tuple(encode(_texts_of(category)) for category in taxonomy.categories)
    usual = np.stack([_nearest(vectors, texts) for vectors in _reference()])
    deviations = usual.std(axis=1)
    return _Anchors(
        texts=texts,
        means=usual.mean(axis=1),
        deviations=np.where(deviations > 0, deviations, 1).astype(np.float32),
        least=float(np.quantile(usual[0].max(axis=1), _STRANGE)),
    )


def _texts_of(category: Category) -> list[str]:
    """A forum's own category may have no texts: then its name and its line speak for it."""
    return list(category.texts) or [category.name, category.line, f"{category.name}: {', '.join(category.words)}"]


def _nearest(vectors: NDArray[np.float32], texts: tuple[NDArray[np.float32], ...]) -> NDArray[np.float32]:
    """The mean cosine to the nearest texts of each category: a row a vector, a column a category."""
    columns = [np.sort(vectors @ own.T, axis=1)[:, -_NEAREST:].mean(axis=1) for own in texts]
    return np.stack(columns, axis=1)


@cache
def _reference() -> NDArray[np.float32]:
    """The vectors of the documents that `python -m tests.evaluation.reference` was given: whole, titles, openings."""
    content = files(__package__).joinpath("reference.npy").read_bytes()
    loaded: NDArray[np.float32] = np.load(io.BytesIO(content), allow_pickle=False).astype(np.float32)
    return loaded
