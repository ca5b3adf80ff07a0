"""How a document is made, apart from its words: of what blocks, how much of it quoted, under what kind of title."""

import re
from collections import Counter

from flows.newsroom.forms._text import Text
from flows.newsroom.model import BlockKind

_SHORT_LINE = 8  # words
_PROMISE = re.compile(r"(?:how|why|what|when|who|inside|meet|behind)\b", re.IGNORECASE)
_PERSONAL = re.compile(r"\b(?:I|my|me|we|our)\b")


def manner_of(text: Text) -> dict[str, float]:
    """Each sign by its name: a share of the whole, or 1 for what is there."""
    kinds = Counter(block.kind for block in text.blocks)
    short = sum(len(block.text.split()) <= _SHORT_LINE for block in text.blocks)
    blocks, letters = max(len(text.blocks), 1), max(len(text.whole), 1)
    return {
        **{f"share of {kind}s": kinds[kind] / blocks for kind in BlockKind},
        "share of short lines": short / blocks,
        "share of quoted letters": (text.own.count(" ") - text.whole.count(" ")) / letters,
        "no title": float(not text.title),
        "title asks": float("?" in text.title),
        "title promises an answer": float(bool(_PROMISE.match(text.title))),
        "title is personal": float(bool(_PERSONAL.search(text.title))),
    }
