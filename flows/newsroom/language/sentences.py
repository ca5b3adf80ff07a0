"""Where the sentences of a line begin and end, with the abbreviations that public bodies in the United Kingdom use.

Rule-based, in one linear pass. A sentence is a stretch of the line as it stands, so that whatever
is printed can be traced to its source.
"""

import re
from typing import NamedTuple

from flows.newsroom.language.words import word_set

# A full stop after these never ends a sentence.
_TITLES = word_set(
    """
    mr mrs ms miss dr prof sir rev hon cllr st mt ft supt insp sgt capt col gen lt maj gov e.g i.e eg ie cf viz vs v
    approx tel
    """
)
# After these it does not before a figure: "No. 5", "para. 4.2", "s. 42".
_BEFORE_FIGURE = word_set(
    """
    no nos fig figs vol vols para paras sec s ss p pp ch pt ed eds ext incl min max art app
    """
)
# The same, but only with a capital: "Jan. 2019" and "Sat. 3 May", never "they sat. 12 people".
_DAYS_AND_MONTHS = word_set(
    """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun
    """
)
# After these it does only if what follows opens a sentence: "at 5 p.m. No one left", but "5 p.m. Tuesday".
_MAYBE = word_set(
    """
    etc al a.m p.m u.k u.s n.h.s rd ave co inc ltd plc corp jr sr dept ph.d b.sc m.sc b.a m.a
    """
)
_OPENERS = word_set(
    """
    a all also an and another as at both but by each every for from he her here his how i if in it its many more
    most my no not now of on one other our please she so some such that the their then there these they this those
    to we what when where which while who with you your
    """
)
# It starts with a plain set of characters, which is searched for fast; of a run of stops only the first one tries.
_END = re.compile(
    r"""(?P<stop>[.!?…](?<![.!?…]{2})[.!?…]*+)(?P<close>["'”’)\]]*+)\s++"""
    r"""(?=["'“‘(\[]{0,3}(?:[^\W_a-zà-ÿ]|[£$€]|[a-z][A-Z]))"""
)
_LAST_WORD = re.compile(r"(?<![A-Za-z.&’'])[A-Za-z][A-Za-z.&’']*\Z")
_LIST_NUMBER = re.compile(r"(?:\A|[:;]\s*)\(?\d{1,2}\Z")
_NEXT_WORD = re.compile(r"[\"'“‘(\[]*([A-Za-z’']+)")
_FIGURE = re.compile(r"[£$€]?\d")
_ABBREVIATED_NAME = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_REACH = 40  # characters before a stop that are looked at
_LONGEST_BRACKET = 200  # characters; one that is still open after that was never meant to close


class Span(NamedTuple):
    """A sentence's place in its line: from the character `start` up to, not including, `end`."""

    start: int
    end: int


def split(line: str) -> tuple[Span, ...]:
    """The sentences of one line, in order.

    They do not overlap, have no outer white space, and nothing but white space stands between
    them. A line without a full stop is one sentence.
    """
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(line):
        if not _is_end(line, start, match):
            continue
        spans.append(_trimmed(line, start, match.end("close")))
        start = match.end()
    spans.append(_trimmed(line, start, len(line)))
    return tuple(span for span in spans if span.start < span.end)


def _is_end(line: str, start: int, match: re.Match[str]) -> bool:
    abbreviates = match["stop"] == "." and not match["close"] and _goes_on(line, start, match)
    return not abbreviates and not _is_in_brackets(line, start, match.end("close"))


def _goes_on(line: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop only shortens a word or follows a list number."""
    before = line[max(start, match.start() - _REACH) : match.start()]
    if _LIST_NUMBER.search(before):
        return True
    last = _LAST_WORD.search(before)
    return last is not None and _shortens(last.group(), line, match.end())


def _shortens(word: str, line: str, after: int) -> bool:
    low = word.lower()
    if low in _TITLES:
        return True
    if low in _BEFORE_FIGURE or word in _DAYS_AND_MONTHS:
        return _FIGURE.match(line, after) is not None
    if low in _MAYBE or _ABBREVIATED_NAME.fullmatch(word):
        return not _opens(line, after)
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    return is_initial and not _opens(line, after)


def _opens(line: str, after: int) -> bool:
    """Whether the next word is one that often opens a sentence; a lone letter is an initial."""
    following = _NEXT_WORD.match(line, after, after + _REACH)
    return following is not None and len(following[1]) > 1 and following[1].lower() in _OPENERS


def _is_in_brackets(line: str, start: int, end: int) -> bool:
    if end - start >= _LONGEST_BRACKET:
        start = end - _LONGEST_BRACKET
    return line.count("(", start, end) > line.count(")", start, end)


def _trimmed(line: str, start: int, end: int) -> Span:
    while start < end and line[start].isspace():
        start += 1
    while start < end and line[end - 1].isspace():
        end -= 1
    return Span(start, end)
