"""What happens on a day, and where: in the document's own words."""

import re
from collections.abc import Sequence

from flows.newsroom.dating.day import Day
from flows.newsroom.dating.days import find_days
from flows.newsroom.language.calendar import MONTHS, WEEKDAYS
from flows.newsroom.language.words import word_set

_KINDS = (
    r"(?:[Cc]onference|[Mm]eeting|[Ww]orkshop|[Ss]eminar|[Ff]orum|[Ww]ebinar|[Tt]raining (?:day|session|course)"
    r"|[Ss]ummit|[Cc]elebrations?|[Ll]aunch|AGM|[Aa]nnual [Gg]eneral [Mm]eeting|[Oo]pen (?:day|evening)"
    r"|[Cc]offee morning|[Dd]rop-in(?: session)?|[Cc]onsultation|[Ll]ecture|[Rr]oundtable|[Aa]way ?day|[Ff]air"
    r"|[Ff]estival|[Ee]vents?|[Ss]essions?|[Pp]icnic|[Ll]unch|[Mm]asterclass|[Ss]ymposium|[Ee]xhibition|[Bb]riefing"
    r"|(?:[Rr]efresher|[Ss]tudy|[Ii]nduction|[Dd]evelopment|[Ii]nformation|[Cc]areers|[Tt]aster|[Ww]ellbeing|[Ff]un"
    r"|[Ll]istening|[Ee]ngagement|[Aa]wareness|[Tt]raining|[Cc]elebration)"
    r" (?:day|evening|afternoon|morning|course|workshop))"
)
_KIND = re.compile(rf"\b(?:(?P<day>(?:[A-Z][\w’'-]+ ){{1,5}}(?:Day|Week|Month)\b)|{_KINDS}(?: {_KINDS})?\b)")
_DEADLINE_NAME = re.compile(
    r"\b(?:[Cc]onsultation|[Ss]urvey|[Bb]ooking|[Rr]egistration|[Aa]pplications?|[Nn]ominations?) (?:closes?|ends?)\b"
    r"|\b(?:[Cc]losing date|[Dd]eadline)(?: for (?:[a-z]+ ){0,3}[a-z]+(?=\s*(?::|is\b|was\b|[-–]|on\b|$)))?"
)
_DEADLINE = re.compile(
    r"\b(?:by|before|until|no later than|deadline|closing date|closes?(?: on)?|ends?(?: on)?)\b[^.;]{0,40}\Z",
    re.IGNORECASE,
)
# A name begins after the last of these before its kind: "held its | first social work conference".
_BOUNDARY = word_set(
    """
    a an the this that these those its our their his her your my of at to for in on by and or with from into about
    as who which when where while we i they he she it you was were is are be been being will had has have held hold
    hosts hosted attended attend saw see celebrated celebrate organised organise joined join launched launch
    announced convened ran run planned plan next last after before during following since until between fabulous all
    any some each every both no not two three four five several many please book register come this
    """
) | frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS))
_REACH = 100  # characters between a day and a place that belongs to it
_NEXT = 2  # characters between two places that stand together
_LONGEST = 1000  # characters of a sentence; what is longer is no prose
_MOST_WORDS = 8  # of a name before its kind
_ABOUT = re.compile(r" (?:for|of) (?:the )?[A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+){0,5}")
_PLACE = re.compile(
    r"\b(?P<link>in|at)\s+(?:the\s+)?(?P<place>[A-Z][\w’'-]+(?:,?\s+(?:and|&)\s+[A-Z][\w’'-]+|\s+[A-Z][\w’'-]+){0,4})"
)
_VENUE = re.compile(r"^(?:venue|where|location|place)\s*[:–-]\s*(?P<place>.{3,80}?)\.?$", re.IGNORECASE)
_NO_PLACES = word_set(
    """
    social adult adults child children care health mental human act the part section chapter appendix english welsh
    parliament government year spring summer autumn winter easter christmas covid question point item stage level
    phase table figure annex council cabinet
    """
) | frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS))


def name_of_happening(sentence: str, day: Day | None = None) -> str | None:
    """What happens, such as "first social work conference"; None if the sentence does not name it.

    A day that is the end of a term is named only if the sentence calls it a deadline.
    """
    if len(sentence) > _LONGEST:
        return None
    if day and _DEADLINE.search(sentence[: day.start]):
        named = _DEADLINE_NAME.search(sentence)
        return named.group() if named else None
    found = [_whole_name(sentence, match) for match in _KIND.finditer(sentence)]
    return max(found, key=lambda name: len(name.split()) > 1, default=None)


def places_of_happening(sentence: str, day: Day | None = None) -> tuple[str, ...]:
    """The places that a sentence names: those nearest to a day, or the first ones if none is given.

    "At the Guildhall in York" are two places that stand together.
    """
    found = [match for match in _PLACE.finditer(sentence) if _places(match)] if len(sentence) <= _LONGEST else []
    nearest = min(found, key=lambda match: _distance(match, day), default=None)
    if nearest is None or _distance(nearest, day) > _REACH:
        return ()
    first = last = found.index(nearest)
    while first and found[first].start() - found[first - 1].end() <= _NEXT:
        first -= 1
    while last + 1 < len(found) and found[last + 1].start() - found[last].end() <= _NEXT:
        last += 1
    return tuple(dict.fromkeys(place for match in found[first : last + 1] for place in _places(match)))


def _distance(match: re.Match[str], day: Day | None) -> int:
    """Characters between a place and a day."""
    return max(match.start() - day.end, day.start - match.end(), 0) if day else 0


def find_venue(sentences: Sequence[str]) -> tuple[str, ...]:
    """The place that a notice gives on a line of its own ("Venue: Town Hall")."""
    return next(((match["place"],) for sentence in sentences if (match := _VENUE.match(sentence))), ())


def _whole_name(sentence: str, kind: re.Match[str]) -> str:
    """The kind with the words before it that belong to it, and whom or what it is for."""
    start = kind.start()
    before = re.findall(r"[\w’'-]+ |\W", sentence[:start])[-_MOST_WORDS:] if kind["day"] is None else []
    for place in reversed(range(len(before))):
        if not _belongs(before, place, kind.group()):
            break
        start -= len(before[place])
    about = _ABOUT.match(sentence, kind.end())
    return sentence[start : about.end() if about else kind.end()]


def _belongs(words: Sequence[str], place: int, kind: str) -> bool:
    """Whether a word before the kind is part of the name: "Adults and Children’s Conference" keeps its "and"."""
    word = words[place].strip()
    if word == "and" and place:
        following = words[place + 1] if place + 1 < len(words) else kind
        return words[place - 1][0].isupper() and following[0].isupper()
    is_owner = word.endswith(("'s", "’s")) and (words[place + 1] if place + 1 < len(words) else kind)[0].islower()
    return word[:1].isalpha() and not is_owner and word.lower() not in _BOUNDARY


def _places(match: re.Match[str]) -> list[str]:
    """Two towns after "in" are two places; a hall with two names after "at" is one."""
    parts = re.split(r",?\s+(?:and|&)\s+", match["place"]) if match["link"] == "in" else [match["place"]]
    return [part for part in parts if _is_place(part)]


def _is_place(name: str) -> bool:
    """Whether a capitalised name can be a place: no month, no act, no meeting, no body in capitals only."""
    return not (
        name.split(maxsplit=1)[0].lower() in _NO_PLACES
        or name.isupper()
        or _KIND.search(name)
        or find_days(f"1 {name}")
    )
