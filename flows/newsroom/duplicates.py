"""Which documents of an issue say the same, so that each thing is printed once.

Every document points at no more than one that is richer, the one that holds most of its wording, and what it
points at is printed instead. So a teaser that stands in two reports goes, and both reports stay.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from flows.newsroom.language.shingles import Shingles, containment, promising_pairs, shingles_of
from flows.newsroom.language.words import WORD
from flows.newsroom.model import Article, ArticleId

_NEAR = 0.5  # of a document's runs of four words: in another, they make it a duplicate


class DuplicateKind(StrEnum):
    """How alike two documents are."""

    SAME = "same"  # word for word
    NEAR = "near"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What finding duplicates needs to know of a document: about 4 bytes a word."""

    path: str
    article: ArticleId
    words: int
    is_dated: bool
    is_printable: bool  # whether its sentences may be printed
    shingles: bytes  # CRC-32 of each run of four words, as sorted unique little-endian uint32


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """A document that is left out, and the one that is printed instead."""

    dropped: str  # path
    kept: str  # path
    containment: float  # share of the dropped document's runs of four words that stand in the kept one
    kind: DuplicateKind


def fingerprint(article: Article, *, is_printable: bool = True) -> Fingerprint:
    """Describe the wording of `article` in a few kilobytes.

    Args:
        article: The article.
        is_printable: Whether its sentences may be printed; one that may goes before one that may not.
    """
    words = WORD.findall(article.text.lower())
    return Fingerprint(
        path=article.source.path,
        article=article.id,
        words=len(words),
        is_dated=article.published.date is not None,
        is_printable=is_printable,
        shingles=shingles_of(words).tobytes(),
    )


def find_duplicates(fingerprints: Sequence[Fingerprint]) -> tuple[Duplicate, ...]:
    """Say which documents to leave out, in the order of their paths.

    A document is a duplicate if its words are those of another, or if half of its runs of four words stand in a
    richer one. Richer is: more words, then a date of its own, then the smaller path. What one document holds of
    another, not what both have in common (Jaccard), also finds teasers and copies that were cut.

    Args:
        fingerprints: Those of a whole issue, in any order; paths differ.
    """
    ranked = sorted(fingerprints, key=lambda each: (not each.is_printable, -each.words, not each.is_dated, each.path))
    richer = _same(ranked)
    distinct = [number for number in range(len(ranked)) if number not in richer]
    richer |= _nearest(distinct, [_as_array(ranked[number]) for number in distinct])
    found = [_duplicate(ranked[number], ranked[_kept(number, richer)]) for number in richer]
    return tuple(sorted(found, key=lambda duplicate: duplicate.dropped))


def _as_array(each: Fingerprint) -> Shingles:
    return np.frombuffer(each.shingles, dtype="<u4")


def _same(ranked: Sequence[Fingerprint]) -> dict[int, int]:
    """Every document whose words another has too, and the richest of those."""
    first: dict[ArticleId, int] = {}
    for number, each in enumerate(ranked):
        first.setdefault(each.article, number)
    return {number: first[each.article] for number, each in enumerate(ranked) if first[each.article] != number}


def _nearest(numbers: Sequence[int], shingles: Sequence[Shingles]) -> dict[int, int]:
    """Every document that half stands in a richer one, and the richer one that holds most of it."""
    best: dict[int, tuple[float, int]] = {}
    for richer, poorer in promising_pairs(shingles, _NEAR):
        share = containment(shingles[poorer], shingles[richer])
        if share >= _NEAR and (share, -richer) > best.get(poorer, (0.0, 0)):
            best[poorer] = (share, -richer)
    return {numbers[poorer]: numbers[-richer] for poorer, (_, richer) in best.items()}


def _kept(number: int, richer: dict[int, int]) -> int:
    while number in richer:
        number = richer[number]
    return number


def _duplicate(dropped: Fingerprint, kept: Fingerprint) -> Duplicate:
    if dropped.article == kept.article:
        return Duplicate(dropped=dropped.path, kept=kept.path, containment=1.0, kind=DuplicateKind.SAME)
    share = round(containment(_as_array(dropped), _as_array(kept)), 4)
    return Duplicate(dropped=dropped.path, kept=kept.path, containment=share, kind=DuplicateKind.NEAR)
