"""Numbers by their value: "sixteen" is 16, "£3.2bn" is £3,200,000,000, "14 per cent" is 14 %."""

import re
from dataclasses import dataclass

_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: float(number) for number, word in enumerate(_SMALL.split())}
_VALUES |= {word: 10.0 * number for number, word in enumerate(_TENS.split(), 2)}
_FRACTIONS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "thirds": 1 / 3, "quarters": 0.25}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9,
}  # fmt: skip
_DOZEN = 12.0
_DIGITS = 6

_FIGURE = re.compile(
    r"(?P<unit>[£€$])?(?<![\w.])(?P<number>\d(?:[\d,]*\d)?(?:\.\d+)?)"
    r"(?:\s?(?P<scale>hundred|thousand|million|billion|bn|mn|m|k)\b)?(?P<share>\s?(?:%|per\s?cent\b|percent\b))?"
    rf"|\b(?P<word>{'|'.join(sorted(_VALUES, key=len, reverse=True))})(?:[- ](?P<ones>one|two|three|four|five|six|seven"
    r"|eight|nine)\b)?\b(?:\s(?P<times>hundred|thousand|million|billion)\b)?(?P<fraction>[- ](?:thirds|quarters))?"
    r"|\b(?P<dozen>dozen)\b|\b(?:an?|one)[- ](?P<part>third|quarter)\b|\b(?P<half>half)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:an?|per|every|each|once|twice)(?: an?)? (?P<period>hour|day|night|week|fortnight|month|term|quarter|year)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number, what it counts in, and its place."""

    value: float
    unit: str  # "£", "%" or ""
    start: int
    end: int


def figures(text: str) -> tuple[Figure, ...]:
    """The numbers of `text`; a lone "one" is no number but an article."""
    found = ((match, _value(match)) for match in _FIGURE.finditer(text))
    return tuple(
        Figure(value=round(value, _DIGITS), unit=_unit(match), start=match.start(), end=match.end())
        for match, value in found
        if value is not None
    )


def periods(text: str) -> frozenset[str]:
    """The periods that something is counted by: "a week", "every month"."""
    return frozenset(match["period"].lower() for match in _PERIOD.finditer(text))


def _value(match: re.Match[str]) -> float | None:
    if match["number"]:
        return float(match["number"].replace(",", "")) * _SCALES.get((match["scale"] or "").lower(), 1.0)
    if match["word"]:
        return _of_words(match)
    if match["dozen"]:
        return _DOZEN
    return _FRACTIONS[(match["part"] or match["half"]).lower()]


def _of_words(match: re.Match[str]) -> float | None:
    word = match["word"].lower()
    value = _VALUES[word]
    if match["ones"]:
        value += _VALUES[match["ones"].lower()]
    if match["fraction"]:
        return value * _FRACTIONS[match["fraction"][1:].lower()]
    if match["times"]:
        return value * _SCALES[match["times"].lower()]
    return None if word in {"zero", "one"} and not match["ones"] else value


def _unit(match: re.Match[str]) -> str:
    return match["unit"] or ("%" if match["share"] else "")
