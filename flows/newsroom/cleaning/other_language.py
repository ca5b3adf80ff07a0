"""Of a document that says itself in English and in another language the English is taken."""

import re
from collections import Counter

from flows.newsroom.cleaning.proof import Proof
from flows.newsroom.language.tongues import foreign_language_of, is_rather
from flows.newsroom.model import OTHER_LANGUAGE

_ENOUGH = 0.25  # of the words: less is a quotation, or a line in English below a text of another language
_FEWEST_WORDS = 30  # of English
_ENDED = re.compile(r"[.!?…][\"”’]*\Z")


def take_english(proof: Proof) -> tuple[Proof, str | None]:
    """The proof without the lines in the other language, and that language; None: there is one language only.

    The title stays in whatever language it is, often in both.
    """
    words = [len(text.split()) for text in proof.texts]
    spoken = Counter[str]()
    for text, length in zip(proof.texts, words, strict=True):
        if language := foreign_language_of(text):
            spoken[language] += length
    if not spoken:
        return proof, None
    other = max(spoken, key=lambda language: (spoken[language], language))
    lines = [
        position
        for position, text in enumerate(proof.texts)
        if not _is_title(position, text) and is_rather(text, other)
    ]
    foreign = sum(words[position] for position in lines)
    english = sum(words) - foreign
    if min(foreign, english) < _ENOUGH * sum(words) or english < _FEWEST_WORDS:
        return proof, None
    return proof.moved(lines, OTHER_LANGUAGE), other


def _is_title(position: int, text: str) -> bool:
    return position == 0 and _ENDED.search(text) is None
