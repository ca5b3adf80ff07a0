"""Words, their stems and their neighbours: what summariser, headline and categoriser share."""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
"""A word in any script; a hyphen parts words, an apostrophe inside does not."""


def word_set(text: str) -> frozenset[str]:
    """The words that a blank parts: how lists of words are written down here."""
    return frozenset(text.split())


STOP_WORDS = word_set(
    """a about above after again against all also am an and any are as at be because been before being below between
    both but by can cannot could did do does doing down during each few for from further had has have having he her
    here hers herself him himself his how i if in into is it its itself last let me mine more most mr mrs ms my myself
    new no nor not of off on once one only or other ought our ours ourselves out over own said same say says shall she
    should so some such than that the their theirs them themselves then there these they this those through to too two
    under until up us very was we were what when where which while who whom whose why will with would year you your
    yours yourself yourselves
    aren't can't couldn't didn't doesn't don't hadn't hasn't haven't he'd he'll i'd i'll i'm i've isn't mustn't shan't
    she'd she'll shouldn't they'd they'll they're they've wasn't we'd we'll we're we've weren't won't wouldn't you'd
    you'll you're you've"""
)
"""Words that say nothing about a text's subject: function words, and what every report says."""

_FORMS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=256)  # several questions are asked of one sentence
def forms(text: str) -> frozenset[str]:
    """The words of a text in small letters, parted at apostrophes too: what a look into a set is quick for."""
    return frozenset(_FORMS.findall(text.lower()))


_STEMS_KEPT = 50_000  # a forum's whole vocabulary, in about 10 MB


def plain(word: str) -> str:
    """A word as it is compared: lower case, straight apostrophe, without a possessive's ending."""
    return word.lower().replace("’", "'").removesuffix("'s")


@lru_cache(maxsize=_STEMS_KEPT)
def stem(word: str) -> str:
    """The Snowball stem of a word, whatever its case: the same for "carers", "Carer" and "carer’s".

    Source:
        M. F. Porter, "Snowball: a language for stemming algorithms", 2001 (the English stemmer, "Porter 2").
    """
    from snowballstemmer.english_stemmer import EnglishStemmer  # the pure one: the same with or without PyStemmer

    return str(EnglishStemmer().stemWord(plain(word)))  # a stemmer holds state: threads that shared one would mix words


@lru_cache(maxsize=_STEMS_KEPT)
def is_telling(word: str) -> bool:
    """Whether a word says something about a text's subject."""
    return len(plain(word)) > 1 and plain(word) not in STOP_WORDS


def stems(text: str) -> list[str]:
    """The stem of every word of `text`, stop words included, in order."""
    return [stem(word) for word in WORD.findall(text)]


def terms(text: str) -> list[str]:
    """The stems of the words of `text` that say something about its subject, in order."""
    return [stem(word) for word in WORD.findall(text) if is_telling(word)]
