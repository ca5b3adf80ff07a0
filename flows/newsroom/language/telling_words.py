"""The words that tell one story from others: names, numbers and whatever is not everyday English."""

import re
import zlib
from collections.abc import Iterator

import numpy as np

from flows.newsroom.language.calendar import MONTHS, WEEKDAYS
from flows.newsroom.language.shingles import Shingles
from flows.newsroom.language.vocabulary import is_everyday
from flows.newsroom.language.words import terms

# A capital letter within a sentence; at its beginning it says nothing.
_NAME = re.compile(r"(?<![.!?:] )(?<!^)(?<![“\"‘])\b[A-Z][\w’'-]{2,}\b", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_][^\W\d_’'-]{3,}")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d,.]*\d(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CALENDAR = frozenset({*MONTHS, *WEEKDAYS})
# The stems of what a title says of the paper it stands on, or of a change that it announces.
_NAMELESS = frozenset(
    terms(
        """
        update news newsletter bulletin notice note minutes meeting item change plan date venue time day place room move
        postpone cancel cancellation rearrange reschedule extend longer open revise correct correction reminder
        important urgent different read please tell think
        """
    )
)
_CHANGE = re.compile(
    r"\b(?:postpone[ds]?|postponement|cancel(?:led|s|lation)?|change of (?:date|day|time|venue|place|plan|room)"
    r"|changes?\b"
    r"|mov(?:es?|ed|ing) (?:to|from|on|forward|back)|moved|new (?:date|venue|time|day|place|room|deadline)|extended"
    r"|open (?:for )?longer|instead of|replaces|supersedes|rearranged|rescheduled|correct(?:ion|ed)|revised|updated?"
    r"|throw away|ignore (?:the|our|my) (?:last|earlier|previous)|(?:earlier|previous|last) (?:notice|e-?mail|version"
    r"|message|poster|flyer)|now (?:have )?until|brought forward|put (?:back|off)|different (?:date|day|room|venue"
    r"|place)"
    r"|delayed|will (?:not|no longer) (?:open|take place|now|be held|go ahead|meet)|not go(?:ing)? ahead)\b",
    re.IGNORECASE,
)


def telling_words(text: str) -> Shingles:
    """The CRC-32 of each telling word of a text, as sorted unique numbers: two texts that share most tell one story."""
    found = {zlib.crc32(word.encode()) for word in _telling(text)}
    return np.array(sorted(found), "<u4")


def _telling(text: str) -> Iterator[str]:
    yield from (name.lower() for name in _NAME.findall(text) if name not in _CALENDAR)
    yield from (word.lower() for word in set(_WORD.findall(text)) if not is_everyday(word))
    yield from (number.replace(",", "") for number in _NUMBER.findall(text) if not _YEAR.fullmatch(number))


def subject_words(title: str) -> frozenset[str]:
    """The stems of the words of a title that name its subject."""
    return frozenset(terms(title)) - _NAMELESS


def announces_a_change(text: str) -> bool:
    """Whether a title or an opening says that something is to be otherwise than was announced."""
    return _CHANGE.search(text) is not None
