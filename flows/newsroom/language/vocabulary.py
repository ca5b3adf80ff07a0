"""Words that are everyday in English, names of well-known places included: what is not among them may be a name."""

from functools import cache
from importlib import resources

_FILE = "embedding/vocabulary.txt"  # the 30,000 pieces of the embedding model; NOTICE beside it says whose they are


def is_everyday(word: str) -> bool:
    """Whether a word, or what it is the plural of, is among the commonest of English."""
    low = word.lower()
    return low in _words() or low.removesuffix("s") in _words()


@cache
def _words() -> frozenset[str]:
    text = resources.files("flows.newsroom").joinpath(_FILE).read_text(encoding="utf-8")
    return frozenset(piece for piece in text.split("\n") if piece.isalpha())
