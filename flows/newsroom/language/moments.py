"""Words that say when: days and times in full, and words that only the writer's own day explains."""

import re

from flows.newsroom.language.calendar import MONTH, WEEKDAY
from flows.newsroom.language.words import word_set

_PART = r"(?:early|mid|late|the (?:start|end|beginning|middle) of)[ -]?"
_PERIOD = r"(?:week(?:end)?|fortnight|month|term|year|spring|summer|autumn|winter)"
_NIGHT = r"(?:night|morning|afternoon|evening|lunchtime)"

_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_NUMBERS = rf"{_NUMBER}(?:\s*(?:[-–,&]|to|and)\s*{_NUMBER}){{0,4}}"
_CLOCK = r"(?:\d{1,2}(?:[.:][0-5]\d)?\s?[ap]\.?m\b|[0-2]?\d[.:][0-5]\d|noon|midday|midnight)"
_NO_AMOUNT = r"(?!\s*(?:%|per\b|percent|million|billion|point|times|hours))"

DATE = (
    rf"(?:(?:{WEEKDAY},?\s+)?(?:the\s+)?(?:{_NUMBERS}\s+(?:of\s+)?{MONTH}|{MONTH}\s+{_NUMBER}(?!\d))"
    rf"(?:,?\s+\d{{4}})?|{MONTH}\s+\d{{4}})(?:\s+{_NIGHT})?"
)
"""A pattern for a date with its day or year: "Tuesday, 19 March", "3 to 5 May 2026", "June 2019"."""

_RELATIVE = (
    rf"(?:(?:over|in|during|for|within|since|by|until|earlier|later|early|late)\s+){{0,2}}(?:the\s+)?"
    rf"(?:this|last|next|past|coming)\s+(?:(?:few|two|three|six|twelve|\d+)\s+)?"
    rf"(?:{_PERIOD}s?\b|{_NIGHT}\b|{MONTH}|{WEEKDAY}(?:\s+{_NIGHT})?)"
    r"|(?:earlier |later )?(?:yesterday|today|tomorrow|tonight)(?:\s+(?:morning|afternoon|evening|night))?\b"
    r"|(?:in|over|during)\s+(?:recent|coming)\s+(?:days|weeks|months|years)\b"
    r"|(?:a|an|one|two|three|four|five|six|ten|\d+|several|some|a few|a couple of)\s+"
    r"(?:day|week|month|year)s?\s+ago\b"
    rf"|(?:at|by|before|from|towards) the (?:end|start|beginning) of (?:the|this|next) {_PERIOD}\b"
    r"|(?<!as )(?:very |quite )?\bsoon\b(?! as)|\bshortly\b(?! (?:before|after))|\brecently\b"
    r"|\bat (?:present|the moment)\b"
)
_RELATIVE_WORDS = re.compile(
    rf"\b(?:{_RELATIVE})|\bcurrently\b|\b(?:is|are|am) about to\b|\bthis time (?:last|next)\b", re.IGNORECASE
)
_HINTS = word_set(
    "this last next past coming today yesterday tomorrow tonight recent ago soon shortly present moment current"
)
_HINTS |= {"about to", "end of", "start of", "beginning of"}

_BEFORE_DATE = (
    r"(?:(?:on|for|by|from|between|until|till|before|after|since|in|during|of|w/c|beginning|commencing|dated)\s+)?"
)
_ENDS = r"(?=[\s,.;:!?)]|$)"
_PHRASES = tuple(
    re.compile(pattern)
    for pattern in (
        rf",\s+(?:on\s+)?{DATE},(?=\s)",
        rf",?\s+{_BEFORE_DATE}{DATE}(?:\s*(?:to|and|until|[-–])\s*{DATE})?{_ENDS}",
        rf",?\s+at\s+{_CLOCK}{_NO_AMOUNT}{_ENDS}",
        rf",?\s+(?:at|from|between)\s+(?:\d{{1,2}}|{_CLOCK})\s*(?:to|and|until|[-–])\s*{_CLOCK}{_NO_AMOUNT}{_ENDS}",
        rf",?\s+(?:on|by|until|before|since)\s+{WEEKDAY}(?:\s+{_NIGHT})?{_ENDS}",
        rf",?\s+(?:in|by|until|before|since|from|during)\s+(?:{_PART})?{MONTH}{_ENDS}",
    )
)
_RELATIVE_PHRASE = re.compile(rf",?\s+(?:{_RELATIVE}){_ENDS}", re.IGNORECASE)


def needs_its_day(text: str) -> bool:
    """Whether `text` points at a time that only the writer's own day explains, such as "last month" or "very soon"."""
    return _may_need_its_day(text) and _RELATIVE_WORDS.search(text) is not None


def without_moments(text: str) -> str:
    """The sentence without its days and times; what opens it stays, because it may be the subject."""
    for phrase in _PHRASES:
        text = phrase.sub("", text)
    return _RELATIVE_PHRASE.sub("", text) if _may_need_its_day(text) else text


def _may_need_its_day(text: str) -> bool:
    """Letters are looked for far faster than the pattern, and most sentences have none of these."""
    lowered = text.lower()
    return any(hint in lowered for hint in _HINTS)
