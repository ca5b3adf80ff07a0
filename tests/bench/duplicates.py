"""How long it takes to find the duplicates among 10,000 documents, and how many of the planted ones are found."""

import hashlib
import random
import time

from rich.console import Console

from flows.newsroom.duplicates import Fingerprint, find_duplicates
from flows.newsroom.language.shingles import shingles_of
from flows.newsroom.model import ArticleId

DOCUMENTS, WORDS, PLANTED = 10_000, 600, 400
VOCABULARY = tuple(f"word{number}" for number in range(20_000))


def show(screen: Console) -> None:
    """Print the processor seconds of the fingerprints and of the search, and the copies that were found."""
    documents = _documents()
    started = time.process_time()
    fingerprints = [_fingerprint(number, words) for number, words in enumerate(documents)]
    described = time.process_time()
    found = find_duplicates(fingerprints)
    ended = time.process_time()
    screen.print(
        f"{DOCUMENTS:,} documents of {WORDS} words: {described - started:.1f} s CPU to describe, "
        f"{ended - described:.1f} s to compare; {len(found)} duplicates found, {PLANTED} planted"
    )


def _documents() -> list[list[str]]:
    """All different, but for copies at the end: edited in a tenth of their words, cut, with a set phrase, unchanged."""
    chance = random.Random(7)  # noqa: S311 - no secret
    documents = [chance.choices(VOCABULARY, k=WORDS) for _ in range(DOCUMENTS - PLANTED)]
    phrase = chance.choices(VOCABULARY, k=80)
    for number in range(PLANTED):
        words = documents[number]
        edited = [chance.choice(VOCABULARY) if chance.random() < 0.1 else word for word in words]
        documents.append((edited, words[: WORDS * 3 // 5], words + phrase, words)[number % 4])
    return documents


def _fingerprint(number: int, words: list[str]) -> Fingerprint:
    return Fingerprint(
        path=f"{number:05}.txt",
        article=ArticleId(hashlib.sha256(" ".join(words).encode()).hexdigest()),
        words=len(words),
        published=None,
        is_printable=True,
        shingles=shingles_of(words).tobytes(),
    )
