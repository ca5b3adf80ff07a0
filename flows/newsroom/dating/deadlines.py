"""Days that a document states twice for the same thing: where the two do not agree, neither is chosen."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from flows.newsroom.dating.telling import Telling
from flows.newsroom.language.calendar import in_words
from flows.newsroom.language.words import word_set
from flows.newsroom.model import Confidence, DateBasis, Dated, Event

_CLOSING = re.compile(
    r"\b(?:clos(?:es?|ing)|deadline|open (?:until|till|to)|(?:have|has|got) (?:until|till)|no later than|not later than"
    r"|must (?:reach|arrive|be)|last (?:day|date|chance)|before|by|until|up to(?: and including)?)\b",
    re.IGNORECASE,
)
# What nobody says of a day that is only aimed at.
_LAST = re.compile(
    r"\b(?:clos(?:es?|ing)|deadline|no later than|not later than|must|last (?:day|date)|up to and including"
    r"|expires?)\b",
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
        re.compile(r"\b(?:appl(?:y|ications?)|vacancy|expressions? of interest)\b", re.IGNORECASE),
    ),
    ("nominations", re.compile(r"\bnominat(?:e|ions?)\b", re.IGNORECASE)),
)
_WHATEVER = re.compile(
    r"\b(?:closing date|deadline|last (?:day|date)|(?:have|has|got|open) (?:until|till)"
    r"|must (?:have|reach|arrive|be with)"
    r"|(?:return (?:it|them|your|this)|send us|tell us|let us know)\b[^.;]{0,30}\bby)\b"
    r"|^clos(?:es|ing)\W*$",
    re.IGNORECASE,
)
_ANY = "anything"  # the aim of a closing date that does not say of what
# There is one of it, so that two days for it cannot both be right.
_ONLY_ONE = re.compile(
    r"(?<!last year’s )(?<!last year's )\b(?:AGM|annual (?:general )?meeting|funeral|requiem|memorial service"
    r"|thanksgiving service|awards (?:night|evening|ceremony|dinner)|open (?:day|evening|morning|afternoon)"
    r"|(?:fun|away|wellbeing) ?day|(?:summer|spring|autumn|winter|christmas) (?:fair|fete|fête|party|lunch)|film night"
    r"|jumble sale|launch|conference|carnival|picnic|demonstration|vigil|hustings)\b(?!s)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:first|second|third|another|again|both|two|three|each|every|repeat\w*|previous|last year|next year)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r";|\||\binterviews?\b", re.IGNORECASE)  # what follows is told of something else
_ONE_AIM_AND_ANY = 2
_SEVERAL = re.compile(r"\b(?:early[- ]bird|phase|stage|first|second|by post|on paper)\b", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"\b(?:[Tt]he|[Oo]ur|at|for) (?P<name>[A-Z][a-z][\w’'-]*) $")
_PLURAL = re.compile(r"\b[A-Za-z]{4,}s\b")
_COMMON = word_set(
    "this always days weeks months years hours members people others does must closes expires ours yours"
)
_NEAR = 3  # days between two that cannot both be right; a series has longer steps
_REACH = 90  # characters before a day that may call it a deadline
_REACH_AFTER = 400  # and after it; a longer sentence is a list
_NEAR_LAST = 45  # days between two last days of one thing
_NEAR_ANY = 14  # days between a closing date and another one that may be the same
_NEAR_ONLY = 45  # where the document has deadlines of one kind alone


def without_rival_deadlines(tellings: Sequence[Telling], events: Sequence[Event]) -> list[Event]:
    """The events, with every deadline in conflict of which the document gives two for the same thing."""
    by_sentence = {telling.sentence: telling.text for telling in tellings}
    moved = {sentence for sentence in {event.sentence for event in events} if _MOVED.search(by_sentence[sentence])}
    rivals: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        if event.when.date is None or event.sentence in moved:
            continue
        if aim := _aim(by_sentence[event.sentence], event.when.words or ""):
            rivals[aim].append(number)
    _take_in_any(rivals, events)
    told = {sentence: _told_of(by_sentence[sentence]) for sentence in {event.sentence for event in events}}
    claims = [_claims(by_sentence[event.sentence], event, told[event.sentence]) for event in events]
    for number, event in enumerate(events):
        for other, rival in enumerate(events[:number]):
            is_of_one = claims[number] & claims[other] and 0 < _apart(event, rival) <= _NEAR_LAST
            is_in_another = by_sentence[event.sentence] != by_sentence[rival.sentence]
            if (is_of_one and is_in_another) or _are_rivals(event, rival):
                rivals[f"{other}"] += [other, number]
    settled = list(events)
    for numbers in rivals.values():
        dates = tuple(sorted({date for number in numbers if (date := events[number].when.date)}))
        if len(dates) > 1:
            reason = f"The document gives {' and '.join(map(in_words, dates))} for the same thing."
            for number in numbers:
                settled[number] = in_conflict(events[number], dates, reason)
    return settled


def is_deadline(text: str, event: Event) -> bool:
    """Whether the sentence of an event gives its day as one by which something is done."""
    return _CLOSING.search(_before(text, event)) is not None


def in_conflict(event: Event, dates: tuple[dt.date, ...], reason: str) -> Event:
    """The event without a day, and why."""
    when = Dated(
        basis=DateBasis.CONFLICT,
        confidence=Confidence.NONE,
        words=event.when.words,
        candidates=dates,
        evidence=(reason,),
    )
    return replace(event, when=when, last_day=None)


def _take_in_any(rivals: dict[str, list[int]], events: Sequence[Event]) -> None:
    """Add to each aim a closing date of something unsaid that lies so near that it must be its own."""
    nearest = _NEAR_ONLY if len(rivals) == _ONE_AIM_AND_ANY else _NEAR_ANY
    for number in rivals.get(_ANY, ()):
        for aim, numbers in rivals.items():
            if aim != _ANY and any(0 < _apart(events[number], events[other]) <= nearest for other in numbers):
                numbers.append(number)


def _apart(event: Event, other: Event) -> int:
    """Days between two events; 0 if one has no day."""
    one, two = event.when.date, other.when.date
    return abs((one - two).days) if one and two else 0


def _claims(text: str, event: Event, told: tuple[frozenset[str], frozenset[str]]) -> frozenset[str]:
    """For what a sentence gives a day that can have only one: "the open evening", or the last day of some things."""
    only, things = told
    if event.when.date is None:
        return frozenset()
    return only | (things if _LAST.search(_before(text, event)) else frozenset())


def _told_of(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a sentence speaks of: happenings of which there is one, and things in the plural ("codes", "entries").

    Neither where it tells of a day that was moved, or of more than one happening.
    """
    if any(pattern.search(text) for pattern in (_MOVED, _ANOTHER, _OTHERS)):
        return frozenset(), frozenset()
    only = frozenset(f"{_whose(text, match)} {match.group().casefold()}" for match in _ONLY_ONE.finditer(text))
    return only, frozenset(word.casefold() for word in _PLURAL.findall(text)) - _COMMON


def _whose(text: str, match: re.Match[str]) -> str:
    """The name before a happening, which tells it from another one of its kind: "the Anytown open day"."""
    named = _NAME_BEFORE.search(text, max(0, match.start() - _REACH), match.start())
    return named["name"].casefold() if named else "the"


def _before(text: str, event: Event) -> str:
    place = text.find(event.when.words or "")
    return text[max(0, place - _REACH) : place] if place >= 0 else ""


def _are_rivals(event: Event, rival: Event) -> bool:
    """Whether two days so near each other are told of one happening with one name, in different sentences."""
    one, other = event.when.date, rival.when.date
    if one is None or other is None or event.sentence == rival.sentence or not event.name or not rival.name:
        return False
    names = [set(name.casefold().split()) for name in (event.name, rival.name)]
    is_same = min(map(len, names)) > 1 and (names[0] <= names[1] or names[1] <= names[0])
    return is_same and 0 < abs((one - other).days) <= _NEAR


def _aim(text: str, words: str) -> str | None:
    """What a day is the deadline of; None where it is none."""
    place = text.find(words)
    before = text[max(0, place - _REACH) : place] if place >= 0 else ""
    before = _ANOTHER.split(before.rstrip(" |"))[-1]  # the heading of a row is its own
    if not _CLOSING.search(before) or _SEVERAL.search(before):
        return None
    end = place + len(words)
    after = text[end : end + _REACH_AFTER]
    whatever = _ANY if _WHATEVER.search(before) else None
    return next((aim for aim, pattern in _AIMS if pattern.search(before) or pattern.search(after)), whatever)
