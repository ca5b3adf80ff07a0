"""Figures: a number with the words that limit it and what it counts, as written.

"Around 220", "3 or 4", "I think, at present 14 %" stay whole: a figure without its hedge says more than
its document. What counts nothing (a day, a year, a section, a telephone) is no figure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from flows.newsroom.findings.numbers import (
    BEFORE,
    COUNT,
    HEDGE,
    LENGTH,
    MONEY,
    NUMBER_WORDS,
    SHARE,
    TIMES,
    TRAILING_HEDGE,
    without_other_numbers,
)
from flows.newsroom.language.words import WORD, word_set
from flows.newsroom.model import Figure, Sentence

_FIGURE = re.compile(r"\d")
_NUMBER = re.compile(
    rf"(?:\b(?P<before>{BEFORE})\s+)?(?:\b(?P<hedge>{HEDGE})\s+)?(?:(?P<money>{MONEY})|(?P<share>{SHARE})|(?P<times>{TIMES})|(?P<count>{COUNT})"
    rf"|(?P<length>{LENGTH}))"
    rf"(?P<trailing>{TRAILING_HEDGE})?",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\s(?:an?|per|each|every)\s(?:hour|day|night|week|month|quarter|year|head|person|place|visit|case|family|team|box|mile)\b"
    r"|\s(?:each|apiece)\b|\sa head a year\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\s(?:of|in)\s(?:the\s|our\s|their\s|its\s|all\s|his\s|her\s|us\b|them\b|those\b|these\b)?", re.IGNORECASE
)
_NEXT = re.compile(r"[\s-]([A-Za-z][\w’'-]*)")
_MORE = re.compile(r"\s(?:more|other|further|extra|new|different|other|fewer)(?=\s(?!than\b|of\b)[a-z])")
_AGO = re.compile(r"\s(?:ago|later|earlier)\b", re.IGNORECASE)
_ONE_OF_A_PAIR = re.compile(r"\b(?:the|these|those|both|other|next|another|no)\s+\Z", re.IGNORECASE)
_PAIR = re.compile(r"two(?: or|\Z)", re.IGNORECASE)
_RANGE = re.compile(r"\b(?:to|and|or)\b|\d-|–")
_NUMBER_WORD = re.compile(r"\s?(?:\d[\d,]*|[a-z]+)")
_PROPER = re.compile(
    r"\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day [a-z]"
    r"|Social|Adult|Child|Carer|People|Local|New|NHS|Black|Asian|Newly|Care)[A-Z][a-z]"
)
_TELLS_A_NUMBER = re.compile(
    r"\s*(?:,|\)|;|\.(?:\s|\Z)|\Z|of\b|were\b|have\b|had\b|said\b|replied\b|came\b|would\b|are\b|did\b|took\b|went\b|for\b"
    r"|attended\b|against\b|to\b|in\b|and\b|but\b|more\b|fewer\b|less\b|last\b|this\b|from\b)"
)
# "31 no longer exist and nine never did": who did something, though no noun says who.
_CLAUSE_OPENS = re.compile(r"(?:\A|[,;:(] |(?:\band|\bbut|\bof whom|\bwhile) )\Z")
# "251 were by video, 20 in person and 12 a mixture"; "among them 14 who had complained".
_OF_A_ROW = re.compile(
    r"\d[^.;]{2,60}(?:, | and |, and )\Z|\b(?:among (?:them|whom|these)|of (?:whom|which|these|them)) \Z"
)
_ROW_GOES_ON = re.compile(r"\s(?:a|an|by|in|on|at|with|who|which|were|did|said|had|have|as)\b|[.,;)]|\Z")
_LEAST_OF_A_ROW = 5
_DOES = re.compile(
    r"\s(?:no longer|never|now|still|also|did|didn|do|don|knew|told|went|came|left|got|gave|took|found|felt|thought"
    r"|said|have|had|were|are|would|will|could|can|chose|wrote|rang|brought|sent|lost|needed|[a-z]{2,}ed)\b"
)
_COUNTED_BEFORE = re.compile(
    r"\b(?:[Tt]here (?:are|were|will be)(?: now| only)?|became?|become|(?:rose|fell|grew|went|dropped|dipped"
    r"|rising|falling) to)\s\Z"
)
# "One day" may be any day; one that is measured, or comes at a rate, is counted.
_ONE = re.compile(
    r"\s(?:(?:working|full|whole) (?:day|week|month|year)|place|post|vacancy|session)\b"
    r"|\s[a-z]+\s(?:an?|per|each|every)\s(?:day|week|fortnight|month|quarter|term|year)\b"
)
_UP_TO = re.compile(rf"(?:\s[a-z]+){{0,3}}\sto\s(?:{MONEY}|{SHARE}|{COUNT})")
_ATTENDANCE = re.compile(
    r"\battend|\bdelegates\b|\btook part\b|\bparticipants\b|\bcame (?:together|along|to)\b|\bgathered\b"
    r"|\bturned (?:up|out)\b"
    r"|\bfilled the\b|\bjoined (?:us|in|the)\b|\bpeople (?:came|joined)\b|\bin the room\b|\baudience\b|\bturnout\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"[£$€%]|per cent|percent|times")
_NEVER_COME = word_set(
    """
    second seconds minute minutes hour hours day days night nights week weeks fortnight month months term terms year
    years decade decades page pages side sides mile miles metre metres table tables stall stalls session sessions
    workshop workshops event events meeting meetings area areas borough boroughs place places point points question
    questions chats report reports survey surveys award awards speech speeches talk talks
    """
)
_PLURALS = word_set("people staff us them feet police quid pence p.a. stone hundredweight")
_IRREGULAR = ("children", "men", "people", "folk")
_BREAKS = word_set(
    """
    who that which and or but so if when while where as than then to from with at for on in by into over under about
    between after before during since until is are was were be been being has have had will would can could may might
    said say says a an the this these those their its our his her my your it they we he she i not only also more less
    came went took met told asked replied agreed left live work worked attended joined because per each every
    """
)
_NO_PLURALS = re.compile(r"(?:ss|us|is|’s|'s)\Z")
_CLOCK_WORDS = ("two", "three", "four", "five")  # "nine to five"
_MOST_WORDS = 5  # of a noun with what stands before it
_LARGEST_HOUR = 12
_LARGE_ALONE = 100
_LEAST_ALONE = 10  # a smaller number without a noun is a list's or a room's


def find_figures(sentences: Sequence[Sentence]) -> tuple[Figure, ...]:
    """The figures of an article, in order; those of the first sentence about attendance say how many came."""
    found = [figure for index, sentence in enumerate(sentences) for figure in _in_sentence(sentence.text, index)]
    came = next(
        (one.sentence for one in found if _may_come(one) and _ATTENDANCE.search(sentences[one.sentence].text)), None
    )
    return tuple(replace(one, is_attendance=True) if one.sentence == came and _may_come(one) else one for one in found)


def _may_come(figure: Figure) -> bool:
    """Whether those who are counted may have come: no years, no sums, no tables."""
    last = (figure.noun or "").rpartition(" ")[2].lower()
    return last not in _NEVER_COME and _SUM.search(figure.number) is None


def _in_sentence(text: str, index: int) -> Iterator[Figure]:
    if not _FIGURE.search(text) and NUMBER_WORDS.isdisjoint(WORD.findall(text.lower())):
        return
    counting = without_other_numbers(text)
    end = 0
    for match in _NUMBER.finditer(counting):
        if match.start() < end:
            continue
        figure = _figure(text, counting, match, index)
        if figure is not None:
            end = match.start() + len(figure.text)
            yield figure


def _figure(text: str, counting: str, match: re.Match[str], index: int) -> Figure | None:
    noun_end = _noun_end(counting, match)
    end = noun_end if noun_end is not None else match.end()
    if not _counts(counting, match, has_noun=noun_end is not None) or _AGO.match(text, end):
        return None
    if (match["before"] or "").lower() == "from" and (reached := _UP_TO.match(counting, end)):
        end = reached.end()
    start = match.start()
    number = next(match.group(kind) for kind in ("money", "share", "times", "count", "length") if match.group(kind))
    hedges = (match["hedge"], (match["trailing"] or "").strip() or None)
    return Figure(
        text=text[start:end],
        number=number,
        hedge=" ".join(hedge for hedge in hedges if hedge) or None,
        noun=text[match.end() : noun_end].strip(" -") if noun_end else None,
        sentence=index,
    )


def _counts(text: str, match: re.Match[str], *, has_noun: bool) -> bool:
    """Whether a number counts something: sums and shares do, others with a noun, large ones alone too."""
    if match["money"] or match["share"] or match["times"]:
        return True
    if match["length"]:
        return match["hedge"] is not None
    number = match["count"]
    if number.lower() == "one" and _ONE.match(text, match.end()):
        return True
    is_pair = _PAIR.match(number) and _ONE_OF_A_PAIR.search(text[: match.start()])
    is_one = number.lower() == "one" or re.match(r"one (?:or|to|and)\b", number, re.IGNORECASE)
    if is_pair or is_one or _PROPER.match(text, match.end()):
        return False
    return has_noun or _counts_alone(text, match)


def _counts_alone(text: str, match: re.Match[str]) -> bool:
    number, before = match["count"], text[: match.start()]
    sizes = [float(digits.replace(",", "")) for digits in re.findall(r"\d[\d,]*(?:\.\d+)?", number)] or [0.0]
    size = sizes[0]
    if _RANGE.search(number):
        return not _may_be_hours(number, sizes)
    if _COUNTED_BEFORE.search(before) or (
        (size >= _LEAST_ALONE or number[:1].isalpha())
        and _CLAUSE_OPENS.search(before)
        and _DOES.match(text, match.end())
    ):
        return True
    if size >= _LEAST_OF_A_ROW and _OF_A_ROW.search(before) and _ROW_GOES_ON.match(text, match.end()):
        return True
    is_told = bool(match["hedge"] or match["trailing"] or match["before"]) or number.lower().endswith("dozen")
    is_large = size >= _LARGE_ALONE or (size >= _LEAST_ALONE and _TELLS_A_NUMBER.match(text, match.end()) is not None)
    return is_told or is_large


def _may_be_hours(number: str, sizes: Sequence[float]) -> bool:
    """Numbers such as "10 to 3" are hours as often as not; "two or three", "0.4 to 3.8" and "24 to 48" are none."""
    is_small = all(size.is_integer() and size <= _LARGEST_HOUR for size in sizes)
    return is_small and (number[:1].isdigit() or (number.endswith(_CLOCK_WORDS) and " or " not in number))


def _noun_end(text: str, match: re.Match[str]) -> int | None:
    """Where the words end that say what is counted: at a rate, or at the first plural; None: nothing says it."""
    if rate := _RATE.match(text, match.end()):
        return rate.end()
    if (match["count"] or "").lower() == "one" and (one := _ONE.match(text, match.end())):
        return one.end()
    return None if match["length"] else _noun_behind(text, match)


def _noun_behind(text: str, match: re.Match[str]) -> int | None:
    """The same for a noun: the whole of which a number is a part, or the first plural."""
    start = match.end()
    whole = _WHOLE.match(text, start)
    if whole:
        start = whole.end()
        if text[whole.start() : start].rstrip().endswith((" us", " them", " those", " these")):
            return start
        number = _NUMBER_WORD.match(text, start)
        if number and (number.group().strip().lower() in NUMBER_WORDS or number.group().strip()[:1].isdigit()):
            return _plural_end(text, number.end()) or number.end()
        start -= text[whole.start() : start].endswith(" ")
    elif match["money"] or match["times"] or (match["share"] and not match["share"][-1:].isalpha()):
        return None
    noun = _plural_end(text, start)
    if noun is None:
        return None
    rate = _RATE.match(text, noun)
    return rate.end() if rate else noun


def _plural_end(text: str, start: int) -> int | None:
    """The end of the first plural within a few words; of "six-bed" and "70-day placement" that of the next word."""
    if text[start : start + 1] == "-":
        joined = re.match(r"-[a-z]+", text[start:])
        return start + joined.end() if joined else None
    if more := _MORE.match(text, start):
        start = more.end()
    for _ in range(_MOST_WORDS):
        word = _NEXT.match(text, start)
        if word is None or word[1].lower() in _BREAKS:
            return None
        start = word.end()
        if (
            word[1].lower() in _PLURALS
            or word[1].lower().endswith(_IRREGULAR)
            or (word[1].endswith(("s", "s’", "s'", "S")) and not _NO_PLURALS.search(word[1]))
        ):
            return _with_owner(text, start, word[1])
    return None


def _with_owner(text: str, end: int, word: str) -> int:
    """Where the noun ends: "twenty-nine days’ leave" is counted in leave."""
    following = _NEXT.match(text, end) if word.endswith(("’", "'")) else None
    return following.end() if following else end
