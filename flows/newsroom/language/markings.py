"""Marks of confidence: lines, labels and file names by which a text says that it is not to be passed on.

A label ("OFFICIAL-SENSITIVE", "Not for circulation") marks a text where it is the whole of a line, or stands before
or behind what the line names. What only speaks of confidence ("free and confidential") is no mark.
"""

import re
from functools import lru_cache
from pathlib import PurePosixPath

from flows.newsroom.language.quotation_marks import without_quoted
from flows.newsroom.language.terms import AMONG, KEPT_FROM, PAPERS, SPREADING, is_to_be_kept

MARKED = "A line of its header, its footer or its file says that it is not to be passed on."
"""What a reader notes of a document whose mark stands outside of its text."""

_DEGREE = (
    r"(?:(?:strictly|highly|very|most|private(?:ly)?|personal(?:ly)?|staff|medical|health|patient|client|legal(?:ly)?"
    r"|commercial(?:ly)?|management|board|nhs|council|company|trust|police|privileged|marked|classed|draft|council)"
    r"(?:\s*[-,/&–:]\s*|\s+and\s+|\s+))*"
)
_PAPER_NAMES = (
    rf"(?:{PAPERS}|items?|matters?|business|session|part|section|appendix|annex|agenda|enclosure|record|data)"
)
_STRONG = (
    rf"{_DEGREE}(?:confidential(?:ity clause)?(?:\s+(?:{_PAPER_NAMES}|personal data|staff))*"
    rf"|confidential\s*[:–-]\s*personal"
    rf" data[^.]*|(?:in|under)[\s-](?:the |complete |total )?(?:strict(?:est)? )?confidence)"
    r"|official\W{0,4}sensitive(?:\W{1,4}(?:personal|commercial|locsen|policing|legal|staff|ppd))*\W*"
    r"|(?:protect|restricted)\s*[-–:]\s*(?:personal|staff|private|commercial|management|medical|policy|investigations?)"
    r"|tlp\s*[:-]?\s*(?:red|amber(?:\s*\+\s*strict)?|green)"
    r"|(?:strict(?:ly)?\s+)?(?:under\s+(?:strict\s+)?)?embargo(?:ed)?(?:\s+(?:until|till|to|for|copy)\b.*"
    r"|\s*[:–-]\s*.*|\s+\d.*)?"
    r"|(?:hold|not)\s+(?:for\s+)?(?:release|publication|broadcast|use)\s+(?:before|until|till|ahead of)\b[^.]*"
    r"|(?:for\s+)?(?:strictly\s+)?internal\s+(?:use|circulation|distribution|document|memo|briefing)(?:\s+only)?"
    r"|internal\s+only|(?:restricted|limited|controlled|closed)\s+(?:circulation|distribution|readership)"
    rf"|(?:strictly\s+)?(?:for|to)\s+(?:the\s+)?(?:be\s+opened\s+by\s+|(?:attention|eyes|use|information)\s+of\s+)?"
    rf"(?:the\s+)?(?:{AMONG})[’']?s?(?:[’']?\s+(?:use|eyes|information|attention|circulation|reading|members))*\s+only"
    rf"|(?:(?:{AMONG})[’']?s?[’']?\s+)?(?:eyes|ears)\s+only|(?:addressee|named recipients?|recipients?)[’']?s?\s+only"
    rf"|(?:please\s+)?(?:draft\W+|work in progress\W+)?(?:{KEPT_FROM})[^.]{{0,60}}"
    rf"|(?:please\s+)?(?:draft\W+)?(?:do not|don[’']?t|never)\s+(?:{SPREADING})(?:,? (?:or|and|,) "
    rf"(?:{SPREADING}))*(?:\s+"
    r"(?:further|this|it|on|online|or post online|any further|outside[^.]*|beyond[^.]*|without[^.]*))*"
    r"|(?:legally|professionally)\s+privileged|(?:subject to\s+)?legal(?:\s+professional)?\s+privilege|without "
    r"prejudice"
    r"|off the record|exempt\s+from\s+(?:publication|disclosure)[^.]*|(?:not|never)\s+(?:for\s+)?minut(?:ed|ing)"
    r"|(?:closed|exempt)\s+(?:session|items?|minutes?|papers?|business)|(?:in\s+)?private\s+session"
)
# Words that mark a text where they are all of a line, or stand in brackets, in capitals or behind "Status:".
_WEAK = (
    r"restricted|(?:top\s+)?secret|sensitive|confidence|protect(?:ed)?(?:\s+marking)?|(?:strictly\s+)?private"
    r"|privileged|(?:strictly\s+)?members[’']?(?:\s+only)?|staff\s+only|members[’']?\s+only"
)
_KEY = (
    r"(?:security\s+|document\s+|data\s+|information\s+)?(?:classification|sensitivity|protective marking|marking"
    r"|status"
    r"|handling|circulation|distribution|access|confidentiality|gpms|audience|release|publication)(?:\s+(?:level|status"
    r"|instructions?|list))?"
)
_AMONG_ONLY = (
    rf"(?:strictly\s+)?(?:for\s+)?(?:the\s+)?(?:{AMONG})(?:\s+(?:members|staff))?\s+only|restricted(?:\s+to\b[^.]*)?"
)
_NUMBER = r"(?:(?:item|part|section|appendix|annex|agenda item)\s+)?(?:\d{1,2}|[a-z])[.):]?\s+|part\s+(?:2|two|ii|b)\W+"

_IS_STRONG = re.compile(rf"(?:{_NUMBER})?(?:{_STRONG})", re.IGNORECASE)
_IS_WEAK = re.compile(rf"(?:{_NUMBER})?(?:{_WEAK})", re.IGNORECASE)
_VALUE = re.compile(rf"(?:{_KEY})\s*[:=|–-]\s*(?P<value>.+)", re.IGNORECASE)
_IS_VALUE = re.compile(rf"(?:{_STRONG}|{_WEAK}|{_AMONG_ONLY})", re.IGNORECASE)
# Of each label one word: most lines have none of them.
_MAY_MARK = re.compile(
    r"confiden|official|restrict|protect\b|protected\b|tlp|embargo|only\b|not (?:for|to be)\b|(?:do not|don[’']?t"
    r"|never) "
    r"|circulation|distribution|privileg|prejudice|secret|sensitiv|private|internal|off the record|exempt|closed|minut"
    r"|hold for|classification|marking|handling|until",
    re.IGNORECASE,
)
# The words with which services praise themselves: "Free | Confidential | Independent".
_PRAISE = re.compile(
    r"free|independent|impartial|friendly|safe|professional|anonymous|non-?judg\w+|supportive|local|trusted"
    r"|accessible|caring|welcoming|open|24.?hours?|£.*",
    re.IGNORECASE,
)
_SIGN = re.compile(r"\s*[|•·]\s*|\s+[-–—]+\s+|[–—]|:\s+|;\s+|\s*[\[\](){}]+\s*")
_FRAME = " \t*_#=~<>\"“”‘’'!.,:;|–—-[](){}"
_LONGEST = 16  # words of a line that may hold a label
_CARE_EMBARGO = re.compile(
    r"\bembargo(?:es|ed)?\b.*\b(?:admissions?|placements?|arms|trade|sanctions?)\b", re.IGNORECASE
)
_BRACKETED = re.compile(r"[\[({]\s*(?P<label>[^\[\](){}]{3,60}?)\s*[\])}]")
# In the name of a file no sign parts a label from what it stands before.
_SIGNS_OF_NAMES = re.compile(r"[\s_+.-]+")
_NAMES = re.compile(
    rf"(?:confidential(?: (?:{PAPERS}|final|draft|copy|v\d+|\d+))*|(?:strictly |private (?:and |& )?|personal and "
    rf")confidential"
    r"|(?:staff |commercial |strict )?in (?:strict )?confidence|official sensitive|embargo(?:ed)?|(?:for )?internal "
    r"use only"
    rf"|(?:{KEPT_FROM})(?: (?:outside|beyond) .*)?|(?:please )?(?:do not|dont) (?:{SPREADING})|restricted"
    rf"|eyes only|off the record|not minuted|for (?:{AMONG})(?: members| eyes| use)? only)",
    re.IGNORECASE,
)
_HEAD_OF_NAME = re.compile(
    rf"(?:[\d ]+ )?(?:official sensitive|(?:{KEPT_FROM})|do not (?:{SPREADING})|in (?:strict )?confidence"
    rf"|(?:strictly |private (?:and |& ))confidential|for internal use only|embargoed"
    rf"|confidential (?:{PAPERS})|restricted (?:{PAPERS}))\b",
    re.IGNORECASE,
)
_MARKED_IN_NAME = re.compile(
    r"(?<![A-Za-z])(?:CONFIDENTIAL|RESTRICTED|EMBARGO(?:ED)?|PRIVATE)(?![A-Za-z])"
    r"|\A(?i:restricted|confidential|private|embargoed?)(?=\s*[\[(_]|\s+-\s)"
)


@lru_cache(maxsize=512)
def is_marked(text: str) -> bool:
    """Whether a line or a paragraph says of the text in which it stands that it is not to be passed on."""
    bare = text.strip(_FRAME)
    told = without_quoted(text)
    if not told.strip(_FRAME + " "):
        told = text  # quoted from its first letter to its last
    return is_label(told) or (bool(bare) and is_to_be_kept(told))


def may_mark(text: str) -> bool:
    """Whether a text has a word of some label: a quick look before a closer one."""
    return _MAY_MARK.search(text) is not None


def names_marking(path: str) -> bool:
    """Whether the name of a file says that what it holds is not to be passed on; that of a web page says nothing."""
    if "://" in path:
        return False
    stem = PurePosixPath(path).stem
    if _MARKED_IN_NAME.search(stem):
        return True
    words = _SIGNS_OF_NAMES.sub(" ", re.sub(r"[()\[\]]", " ", stem)).strip()
    parts = words.split()
    ends = (" ".join(parts[start:]) for start in range(len(parts)))
    return _HEAD_OF_NAME.match(words) is not None or any(_NAMES.fullmatch(end) for end in ends)


def is_label(line: str) -> bool:
    """Whether a line is such a label, or has one beside the name of what it marks."""
    if len(line.split()) > _LONGEST:
        return False
    bare = " ".join(line.strip(_FRAME).split())
    if not may_mark(bare) or _CARE_EMBARGO.search(bare):
        return False
    if _is_strong(bare) or _IS_WEAK.fullmatch(bare) or bare == "INTERNAL":
        return True
    if any(_marks_in_brackets(found["label"].strip(_FRAME)) for found in _BRACKETED.finditer(line)):
        return True
    signs = list(_SIGN.finditer(bare))
    parts = (bare[: sign.start()] for sign in signs), (bare[sign.end() :] for sign in signs)
    beside = [(before.strip(_FRAME), after.strip(_FRAME)) for before, after in zip(*parts, strict=True)]
    if any(_PRAISE.fullmatch(part) for part in _SIGN.split(bare)):
        return False
    return any(_is_strong(one) or _is_shouted(one, other) for pair in beside for one, other in (pair, pair[::-1]))


def _is_strong(part: str) -> bool:
    if value := _VALUE.fullmatch(part):
        return _IS_VALUE.fullmatch(value["value"].strip(_FRAME)) is not None
    return _IS_STRONG.fullmatch(part) is not None


def _marks_in_brackets(label: str) -> bool:
    return _is_strong(label) or (label.isupper() and _IS_WEAK.fullmatch(label) is not None)


def _is_shouted(part: str, other: str) -> bool:
    """Whether a weak word stands in capitals and what it stands beside does not."""
    return part.isupper() and _IS_WEAK.fullmatch(part) is not None and not other.isupper()
