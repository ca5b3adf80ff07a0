"""Deadlines that a document states twice: where the two do not agree, neither is chosen."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from flows.newsroom.dating.telling import Telling
from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import Confidence, DateBasis, Dated, Event

_CLOSING = re.compile(
    r"\b(?:clos(?:es?|ing)|deadline|open (?:until|till|to)|(?:have|has|got) (?:until|till)|no later than|not later than"
    r"|must (?:reach|arrive|be)|last (?:day|date|chance)|before|by|until)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:extend\w*|moved?|changed?|postponed|brought forward|instead|originally|no longer|was|were|had"
    r"|new (?:date|deadline))\b",
    re.IGNORECASE,
)
_AIMS = (
    (
        "answers",
        re.compile(
            r"\b(?:consultation|survey|repl(?:y|ies)|respon(?:d|ses?)|views|comments|questionnaire)\b", re.IGNORECASE
        ),
    ),
    ("places", re.compile(r"\b(?:book(?:ings?)?|register|registration|rsvp)\b", re.IGNORECASE)),
    (
        "applications",
        re.compile(r"\b(?:appl(?:y|ications?)|closing date|vacancy|expressions? of interest)\b", re.IGNORECASE),
    ),
    ("nominations", re.compile(r"\bnominat(?:e|ions?)\b", re.IGNORECASE)),
)
_ANOTHER = re.compile(r";|\||\binterviews?\b", re.IGNORECASE)  # what follows is told of something else
_NEAR = 3  # days between two that cannot both be right; a series has longer steps
_REACH = 90  # characters before a day that may call it a deadline


def without_rival_deadlines(tellings: Sequence[Telling], events: Sequence[Event]) -> list[Event]:
    """The events, with every deadline in conflict of which the document gives two for the same thing."""
    by_sentence = {telling.sentence: telling.text for telling in tellings}
    rivals: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        if event.when.date is not None and (aim := _aim(by_sentence[event.sentence], event.when.words or "")):
            rivals[aim].append(number)
    for number, event in enumerate(events):
        for other, rival in enumerate(events[:number]):
            if _are_rivals(event, rival):
                rivals[f"{event.name}"] += [other, number]
    settled = list(events)
    for numbers in rivals.values():
        dates = sorted({date for number in numbers if (date := events[number].when.date)})
        if len(dates) > 1:
            named = " and ".join(map(in_words, dates))
            for number in numbers:
                when = Dated(
                    basis=DateBasis.CONFLICT,
                    confidence=Confidence.NONE,
                    words=events[number].when.words,
                    candidates=tuple(dates),
                    evidence=(f"The document gives {named} for the same thing.",),
                )
                settled[number] = replace(events[number], when=when, last_day=None)
    return settled


def _are_rivals(event: Event, rival: Event) -> bool:
    """Whether two days so near each other are told of one happening with one name, in different sentences."""
    one, other = event.when.date, rival.when.date
    if one is None or other is None or event.sentence == rival.sentence or not event.name or not rival.name:
        return False
    names = [set(name.casefold().split()) for name in (event.name, rival.name)]
    is_same = min(map(len, names)) > 1 and (names[0] <= names[1] or names[1] <= names[0])
    return is_same and 0 < abs((one - other).days) <= _NEAR


def _aim(text: str, words: str) -> str | None:
    """What a day is the deadline of; None where it is none, or the text speaks of a deadline that was moved."""
    place = text.find(words)
    before = text[max(0, place - _REACH) : place] if place >= 0 else ""
    before = _ANOTHER.split(before)[-1]
    if not _CLOSING.search(before) or _MOVED.search(text):
        return None
    after = text[place + len(words) :]
    return next((aim for aim, pattern in _AIMS if pattern.search(before) or pattern.search(after)), None)
