"""Putting documents into batches that stay the same when one document is added.

A document's batch follows from its own bytes, so a new document changes one batch and leaves the
work done on the others good. Slices of a sorted list would all shift.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from flows.newsroom.model import Source

DOCUMENTS_A_BATCH = 50
MOST_BATCHES = 128  # a batch is a task: beyond this the bookkeeping costs more than the work


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Documents that are worked on together, by reference."""

    number: int
    sources: tuple[Source, ...]

    @property
    def digest(self) -> str:
        """The same for the same documents with the same defaults."""
        return hashlib.sha256(repr(self.sources).encode()).hexdigest()


def make_batches(sources: Sequence[Source]) -> tuple[Batch, ...]:
    """Spread `sources` over batches of about 50, at most 128 batches, by the hash of their bytes.

    The number of batches is a power of two, so that it rarely changes as documents are added.
    """
    buckets = _buckets(len(sources))
    spread: dict[int, list[Source]] = {}
    for source in sources:
        spread.setdefault(int(source.id[:8], 16) % buckets, []).append(source)
    return tuple(Batch(number=number, sources=tuple(spread[number])) for number in sorted(spread))


def _buckets(documents: int) -> int:
    wanted = 1
    while wanted * DOCUMENTS_A_BATCH < documents and wanted < MOST_BATCHES:
        wanted *= 2
    return wanted
