"""The names of days and months, and a date in words."""

import datetime as dt

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WELSH_MONTHS = (
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
)
POLISH_MONTHS = (
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
)
"""As they stand behind the number of a day."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH = rf"(?:{'|'.join(MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
"""A pattern for a month by its name, in full or short."""
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})\b"
"""A pattern for a day of the week in full."""
POLISH_WEEKDAYS = (
    ("poniedziałek", "poniedziałku"),
    ("wtorek", "wtorku"),
    ("środa", "środę", "środy"),
    ("czwartek", "czwartku"),
    ("piątek", "piątku"),
    ("sobota", "sobotę", "soboty"),
    ("niedziela", "niedzielę", "niedzieli"),
)
"""As they stand by themselves, after "on" and after "by"."""
WELSH_WEEKDAYS = ("Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul")

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = ("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth")
ORDINALS = (
    *(*_UNITS, "tenth", *_TEENS, "nineteenth", "twentieth"),
    *(*(f"twenty-{unit}" for unit in _UNITS), "thirtieth", "thirty-first"),
)
"""The days of a month in words."""


def in_words(day: dt.date) -> str:
    """A date as the newsletter prints it: "27 June 2019"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def with_weekday(day: dt.date) -> str:
    """A date with its day of the week: "Thursday 27 June 2019"."""
    return f"{WEEKDAYS[day.weekday()]} {in_words(day)}"
