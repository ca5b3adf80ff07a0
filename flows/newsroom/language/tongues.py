"""In which language a text is, and what that language is called.

Ordinary English is known by its small words, which costs next to nothing; only what has none of them is shown to
py3langid. Of a line too short for it, the only question is which of two languages of a document it is in.
"""

from functools import cache, lru_cache

from flows.newsroom.language.calendar import MONTHS, WEEKDAYS
from flows.newsroom.language.words import WORD, word_set

ENGLISH = "en"

_SHORTEST_TEXT = 200  # characters; of less the language of a document cannot be told
_LONGEST = 700  # characters; more says nothing new and takes half a millisecond a thousand
_SHORTEST_PASSAGE = 50  # characters of a sentence or a line in the middle of others
_PLAINLY = 0.1  # of the words
_FEWEST_SMALL = 0.6  # of the words begin small: names are in no language
_MARGIN = 15.0  # by how much the logarithm of the likelihood must exceed that of English
# Small words that no other language of the United Kingdom's communities writes the same.
_SMALL_WORDS = word_set(
    "the of and to for that with was were are have has had this these will would be been by from which who they their"
    " our your not you we it is on at as or but if when than there"
)
_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))  # of English: in a line of names and figures nothing else tells
_CALLED = {"bn": "Bengali"}


def language_of(text: str) -> str | None:
    """The language of a document, as BCP 47; None: it is too short to tell."""
    if len(text) < _SHORTEST_TEXT:
        return None
    opening = text[:_LONGEST]
    if _is_plainly_english(WORD.findall(opening)):
        return ENGLISH
    from py3langid import classify  # its model takes half a second to load, once

    return str(classify(opening)[0])


@lru_cache(maxsize=1_024)  # a paragraph of one sentence is asked about twice
def foreign_language_of(passage: str) -> str | None:
    """The language of a sentence or a line that is certainly not in English, as BCP 47; None: it may be."""
    words = WORD.findall(passage)
    if len(passage) < _SHORTEST_PASSAGE or _is_plainly_english(words) or _is_of_names(words):
        return None
    likelihoods = _likelihoods(passage)
    first = max(likelihoods, key=lambda language: (likelihoods[language], language))
    is_certain = likelihoods[first] - likelihoods[ENGLISH] > _MARGIN
    return first if first != ENGLISH and is_certain else None


def is_rather(passage: str, language: str) -> bool:
    """Whether a line of a document in English and in `language` is in that one."""
    words = WORD.findall(passage)
    if not any(word.isalpha() for word in words) or not _CALENDAR.isdisjoint(words):
        return False
    likelihoods = _likelihoods(passage)
    return likelihoods.get(language, likelihoods[ENGLISH]) > likelihoods[ENGLISH]


def is_foreign(language: str | None) -> bool:
    """Whether a language is known and is not English."""
    return language is not None and language.partition("-")[0] != ENGLISH


@cache
def name_of(language: str) -> str:
    """What a language is called in English: "Welsh" for "cy"; the tag itself where it has no name."""
    from babel import Locale

    tag = language.partition("-")[0]
    return _CALLED.get(tag) or str(Locale(ENGLISH).languages.get(tag, language))


def _is_plainly_english(words: list[str]) -> bool:
    small = sum(word.lower() in _SMALL_WORDS for word in words)
    return small >= _PLAINLY * len(words)


def _is_of_names(words: list[str]) -> bool:
    begin_small = sum(word[0].islower() or not word.isascii() for word in words)
    return begin_small < _FEWEST_SMALL * len(words)


def _likelihoods(passage: str) -> dict[str, float]:
    from py3langid import rank

    return {str(language): float(likelihood) for language, likelihood in rank(passage[:_LONGEST])}
