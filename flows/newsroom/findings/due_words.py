"""The words of a sentence that say by when."""

import re

from flows.newsroom.language.calendar import MONTH, WEEKDAY
from flows.newsroom.language.moments import DATE

SEASON = r"(?:spring|summer|autumn|winter)"
_PERIOD = r"(?:week|fortnight|month|term|quarter|year)"
_YEAR = r"(?:,?\s+(?:of\s+)?(?:20)\d\d)?"
SMALL_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)  # noqa: SIM905
}
_NUMBER = "|".join(SMALL_NUMBERS)
_PREPOSITION = r"(?i:by|before|until|from|in|on|at|within|during|after|no later than|towards|for|over)"
_CLOCK = r"(?:close of play|close of business|noon|midday|lunchtime|\d{1,2}(?:[.:]\d\d)?\s?[ap]m)"
_UNIT = r"(?:day|week|fortnight|month|term|quarter|year)"
_PART = r"(?:(?:early|mid|late|the (?:start|end|beginning|middle) of|(?:start|end|beginning|middle) of)[ -])?(?:the )?"
_FEAST = r"(?:Christmas|Xmas|Easter|(?:the )?[Nn]ew [Yy]ear|Ramadan|Whitsun)"
_DUE = re.compile(
    rf"\b(?:the |our |its )?{MONTH} (?:meeting|board|forum)\b"
    rf"|\b(?:{_PREPOSITION}\s+)?(?:the week (?:beginning|commencing|of)\s+|w/c\s+)?(?:early |mid-|late )?{DATE}"
    rf"|\b(?:{_PREPOSITION}\s+)?(?:early |mid[- ]|late )?{_PART}(?<!the ){MONTH}{_YEAR}"
    rf"|\b(?:{_PREPOSITION}\s+)?{_PART}(?:this |next |the |early |late |coming ){{1,2}}{SEASON}"
    rf"(?: (?:recess|holidays?|term))?{_YEAR}"
    rf"|\b{_PREPOSITION}\s+{_PART}(?:{SEASON}|{_FEAST}){_YEAR}"
    rf"|\b(?:by|before|at|towards)\s+(?:the )?(?:end|start|beginning) of (?:the|this|next|term)"
    rf"(?: (?:financial |school )?{_PERIOD})?"
    rf"|\b(?i:by|on|before) the \d{{1,2}}(?:st|nd|rd|th)\b"
    rf"|\b(?i:within|in|in the next|over the next) (?:the next |about )?(?:\d+|an?|{_NUMBER}) (?:working )?"
    rf"{_UNIT}s?\b(?:[’']? time\b)?(?! ago)"
    rf"|\b(?:later |earlier )?(?:this|next) (?:{_PERIOD}|{WEEKDAY})\b|\blater in (?:the year|20\d\d)\b"
    rf"|\b(?i:by|before|on|from|until) (?:{_CLOCK} (?:on )?)?(?:the (?:first|second|third|fourth|last) )?"
    rf"{WEEKDAY}\b(?!,? \d)(?: (?:of|in) {MONTH})?|\b(?i:by|before) {_CLOCK}\b(?: today| tomorrow)?"
    rf"|\b(?i:after|for|in|within) (?:the )?(?:first |all of |next )?(?:about )?(?:\d+|{_NUMBER}) (?:to (?:\d+"
    rf"|{_NUMBER}) )?(?:working )?{_UNIT}s?\b(?! (?:ago|of|with|in|on|that|who|he|she|we|they|I)\b)"
    rf"|\b(?i:from|by|at|in|with) the {MONTH} \w+|\bthe same (?:day|night|evening|week|month|afternoon)\b"
    rf"|\b(?i:within|by|before) (?:the|that) (?:week|month|year|day)\b|\b(?:the )?end of {MONTH}"
    r"|\b(?i:by|before|after|when|until|once) (?:the )?(?:schools?|term|holidays?|season|clocks|recess"
    r"|year) (?:go(?:es)? back"
    r"|starts?|begins?|ends?|opens?|closes?|is out|breaks? up|comes?)\b"
    rf"|\b(?i:in|this|next|by) {SEASON}\b|\b(?:for )?all of next (?:\w+)\b|\b(?:to see \w+ |by "
    rf"|first thing )?(?:today|tonight)\b"
    r"|\b(?i:by|until) then\b"
    r"|\bafterwards\b|\bonce a (?:week|fortnight|month|term|quarter|year)\b|\buntil the end of the (?:week"
    r"|month|year)"
    r"|\b(?:when|once|as soon as) (?:it|they|this|that) (?:is|are|comes?|has|have)(?: \w+)?\b"
    r"|\b(?i:by|before|at|after|over) half[- ]term\b|\b(?i:by|before|at) (?:the )?year[- ]end\b"
    rf"|\b(?i:by|before|at|to|in time for) (?:the|our|its|their) next (?:meeting|board|forum|mtg)\b"
    rf"|\b(?:to |at |for )?(?:the )?{MONTH} mtg\b"
    rf"|\bevery (?:\w+ )?{_UNIT}s?\b|\b(?:quarterly|annually)\b"
    r"|\b(?:very |quite )?soon\b|\bshortly\b|\bin due course\b|\bimminently\b|\btomorrow\b|\bas soon as possible\b"
    r"|\bwhen parliamentary time allows\b|\bin (?:the )?coming (?:days|weeks|months|years)\b"
    r"|\b(?:planned )?for (?:20)\d\d(?:/\d\d)?\b|\b(?:in|by) (?:20)\d\d\b",
)
_VAGUE = re.compile(
    r"\bsoon\b|\bshortly\b|\b(?:when|once)\b|\bthen\b|in due course|\b(?:every|until)\b|\bquarterly\b"
    r"|\bannually\b|\bafterwards\b"
)
_LASTING = re.compile(r"(?i:for)\b|\bthe same\b")  # how long or how fast, and not when
_LATEST = re.compile(r"(?i:by|no later than)\b")


def due_words(sentence: str, stem: str | None = None) -> str | None:
    """The words that say by when; those after "will" rather than those before it, and "by June" rather than "soon".

    Args:
        sentence: What is promised.
        stem: The line that leads a list in, such as "From 1 April:"; it counts where the sentence names no day.
    """
    found = list(_DUE.finditer(sentence))
    promised = re.search(r"\b(?:will|shall|to|due|planned|ll)\b", sentence)
    after = [match for match in found if promised and match.start() > promised.start()]
    firm = [match for match in after if not _is_vague(match)] or [match for match in found if not _is_vague(match)]
    if stem and not firm and (led := due_words(stem)):
        return led
    firm = (
        [match for match in firm if not _LASTING.match(match.group())]
        or [match for match in found if not _is_vague(match) and not _LASTING.match(match.group())]
        or firm
    )
    latest = [match for match in firm if _LATEST.match(match.group())]
    chosen = (latest or firm or after or found)[:1]
    return chosen[0].group().strip() if chosen else None


def _is_vague(match: re.Match[str]) -> bool:
    return _VAGUE.search(match.group()) is not None
