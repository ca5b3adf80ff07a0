"""Numbers in prose: in figures and in words, with what limits them, and the numbers that count nothing."""

import re

from flows.newsroom.language.moments import DATE
from flows.newsroom.language.words import word_set

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORD = rf"(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_TEENS}|{_ONES})\b"
_LARGE = r"(?:hundred|thousand|million|billion)"
_IN_WORDS = (
    rf"(?:(?:dozens|hundreds|thousands)(?= of\b)|(?:a few|a|half a|several|{_WORD}) (?:dozen|{_LARGE})\b"
    rf"(?: (?:and )?{_WORD})?(?: {_LARGE})?|{_WORD}(?: and a (?:half|quarter)\b)?)"
)
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\+?"
_IN_FIGURES = rf"(?<![\w.,/£$€-])±?{_DIGITS}"
_SCALE = r"(?:\s?(?:million|billion|thousand|bn|m|k)\b)?"
_PLAIN = rf"(?:{_IN_FIGURES}){_SCALE}"
_UPPER = rf"{_DIGITS}{_SCALE}"  # the end of a range, right behind a dash
_SUM = rf"(?:£\s?\d[\d,]*(?:\.\d+)?{_SCALE}|(?<![\w.,])\d{{1,3}}p\b)"
_PARTS = r"(?:thirds?|quarters?|half|halves|fifths?|sixths?|eighths?|tenths?)"
_NO_PART = r"(?! (?:party|sector|reading|time|year|floor)\b)"

MONEY = rf"±?{_SUM}(?:(?:\s?(?:to|-|–|or|and)\s?£|\s?[-–]\s?)\d[\d,]*(?:\.\d+)?{_SCALE})?"
"""A sum, or a range of sums: "£3.2 million", "£47,181 to £50,269"."""

SHARE = (
    rf"(?:{_PLAIN}(?:\s?(?:to|-|–)\s?{_UPPER})?\s?(?:%|per ?cent\b)|\b(?:{_WORD} per ?cent\b"
    rf"|(?:a|one|two|three|four|nine)[ -]{_PARTS}\b{_NO_PART}"
    r"|half(?= (?:of|the|our|their|an? \w+|were|are|was|is|had|have|said|did|do|came|each)\b|[.,;:)”’\"]|\Z)"
    rf"|one (?:[a-z]+ ){{1,3}}in (?:{_WORD}|\d+)\b"
    rf"|(?:{_WORD}|\d+)(?: [a-z]+s)? (?:in|out of)(?: every)? (?:{_WORD}|\d+)))"
)
"""A part of a whole: "14 %", "a third", "seven in ten"."""

COUNT = rf"(?:{_PLAIN}|\b{_IN_WORDS})(?:\s?(?:to|-|–|or|and)\s?(?:{_UPPER}|{_IN_WORDS}))?"
"""How many: "220", "3 or 4", "sixteen", "a few thousand"."""

TIMES = (
    rf"\b(?:twice|(?:{_WORD}|\d+|one and a half) times)(?: as [a-z]+| more [a-z]+)?"
    r"(?= (?:as|the|more|to|of)\b|[.,;]|\Z)|\b(?:doubled|trebled|tripled|halved|quadrupled)\b(?! (?:as|up|over|back)\b)"
)
"""How many times as much: "twice as likely", "three times"."""

LENGTH = r"(?:half an?|an?|the) (?:hour|day|week|fortnight|month|year|mile)\b"
"""One of a measure; it counts only where something limits it: "about an hour", "less than a year"."""

HEDGE = (
    r"(?:(?:just |well |a little |slightly |somewhere )?(?:over|under|above|below)"
    r"|(?:somewhere )?(?:around|about|between)|(?:(?:no|not) )?(?:more|fewer|less) than"
    r"|(?:longer|shorter|older|younger|larger|smaller|higher|lower|better) than"
    r"|on average|precisely|exactly|(?:something |well |just )?(?:over|under)|more than the|less than the|a further"
    r"|an (?:extra|additional)|the best part of|the equivalent of|nearly|almost|nearer|close to|at least|at most"
    r"|up to|as many as|as few as|some|approximately|approx\.?"
    r"|roughly|circa|something like|an estimated|estimated|perhaps|maybe|within"
    r"|I (?:think|believe|guess|reckon|understand|am told),?(?: at present,?| now,?)?(?: it (?:is|was))?)"
)
"""What limits a number, as writers of the field put it: "around", "just over", "I think, at present"."""

TRAILING_HEDGE = (
    r"(?: (?:more|fewer|less)(?= than\b)| or (?:so|more|fewer|less|thereabouts)\b| at (?:most|least)\b"
    r"| on average\b| in all\b)"
)
"""The same, behind the number: "900 or so"."""

BEFORE = (
    r"(?:an? (?:[a-z]+ )?(?:team|group|total|list|panel|board|cohort|caseload|sample|audience|membership|committee"
    r"|choir|crowd|staff|average|median|maximum|minimum|record|rise|fall|drop|increase|turnout) of|all|only|just|aged"
    r"|every|at least every|the first|the last|the next|from(?=[^,;]{1,30} to )|n =)"
)
"""Words that belong to a number though they do not limit it."""

_LABELLED = "|".join(
    f"{word}s?"
    for word in sorted(
        word_set(
            """
            section article chapter part page para paragraph item room level band grade phase step stage table figure
            no number volume issue unit flat bus route schedule version tier ward case day point appendix slot theme
            objective recommendation covid
            """
        )
    )
)
_CLOCK = r"[0-2]?\d[.:][0-5]\d\b"
_HOUR = r"\b\d{1,2}(?:[.:][0-5]\d)?\s?[ap]\.?m\b\.?"
_NUMBERS = r"\d+(?:\.\d+)*(?:(?:,| and| or| to|-|–) ?\d+(?:\.\d+)*)*"
_TO = r"\s?(?:to|-|–|until|and)\s?"
# Years, school years, days, hours, telephone and reference numbers, sections, addresses: they count nothing.
_NO_COUNT = re.compile(
    "|".join(
        (
            r"\b(?:19|20)\d\d\s?[/–-]\s?\d\d(?:\d\d)?\b",
            r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b",
            DATE,
            rf"\b\d{{1,2}}(?:[.:][0-5]\d)?(?:\s?[ap]\.?m)?{_TO}{_HOUR}|{_HOUR}",
            rf"\b(?:at|from|until|between|by|before|after)\s+{_CLOCK}(?:{_TO}{_CLOCK})?|\b{_CLOCK}{_TO}{_CLOCK}",
            r"(?<![£\d.,])[0-2]?\d[.:](?:00|15|30|45)\b(?!\s?(?:%|per ?cent|million|m\b|days|points))",
            r"\b(?:half|quarter) (?:past|to) \w+",
            r"\b(?:19|20)\d\d\b(?!\s?(?:%|per ?cent))",
            r"(?:\+44|\(?\b0\d)[\d ()-]{7,}\d|\b\d{3}[ -]\d{3}[ -]\d{4}\b|\b\d{4,}(?: \d{3,})+",
            r"\b(?=\w*[A-Za-z])(?=\w*\d)\w+(?:[-/]\w+)+\b|\b\d+(?:[-/]\d+){2,}\b",
            r"\b[A-Z]+\d+\w*\b|\b\d+[A-Z]+\w*\b",
            rf"(?i:\b(?:{_LABELLED})\.?|\bkey stage)(?: number)?(?: |-){_NUMBERS}(?!,?\d|\s?%)",
            r"\bYear \d{1,2}\b",
            r"\d+\s+(?:[A-Z][a-z]+ )+(?:Road|Street|Avenue|Lane|Close|Drive|Way|Gardens|Terrace|Square|Row|Hill)\b",
            r"\d+(?:st|nd|rd|th)\b",
            r"\b(?:https?://|www\.)\S+|\S+@\S+",
            r"\A\s*\(?\d{1,2}[.)]\s",
            r"\b\d{1,2}/\d{1,2}\b",
        )
    )
)


def without_other_numbers(text: str) -> str:
    """A text in which every number that counts nothing is blanked out, each other letter in its place."""
    return _NO_COUNT.sub(lambda match: "\0" * len(match.group()), text)


NUMBER_WORDS = word_set(
    f"""
    {f"{_ONES}|{_TEENS}|{_TENS}".replace("|", " ")} dozen dozens hundred hundreds thousand thousands million half third
    thirds quarter quarters tenth fifth twice times doubled trebled tripled halved quadrupled hour day week fortnight
    month year mile
    """
)
"""Words that a number may hold: a sentence without one of them and without a figure has none."""
