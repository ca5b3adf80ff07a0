"""What happens on a day, and where: in the document's own words."""

import re
from collections.abc import Sequence

from flows.newsroom.dating.day import Day
from flows.newsroom.language.calendar import MONTHS, WEEKDAYS
from flows.newsroom.language.words import word_set

_KIND = re.compile(
    r"\b(?:(?P<day>(?:[A-Z][\w’'-]+ ){1,5}(?:Day|Week|Month)\b)"
    r"|(?:[Cc]onference|[Mm]eeting|[Ww]orkshop|[Ss]eminar|[Ff]orum|[Ww]ebinar|[Tt]raining (?:day|session|course)"
    r"|[Ss]ummit|[Cc]elebrations?|[Ll]aunch|AGM|[Aa]nnual [Gg]eneral [Mm]eeting|[Oo]pen (?:day|evening)"
    r"|[Cc]offee morning|[Dd]rop-in(?: session)?|[Cc]onsultation|[Ll]ecture|[Rr]oundtable|[Aa]way ?day|[Ff]air"
    r"|[Ff]estival|[Ee]vents?|[Ss]essions?|[Pp]icnic|[Ll]unch)\b)"
)
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
_LONGEST = 1000  # characters of a sentence; what is longer is no prose
_MOST_WORDS = 6  # of a name before its kind
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


def places_of_happening(sentences: Sequence[str]) -> tuple[str, ...]:
    """The places in the first of `sentences` that names any."""
    for sentence in (sentence for sentence in sentences if len(sentence) <= _LONGEST):
        if places := tuple(dict.fromkeys(place for match in _PLACE.finditer(sentence) for place in _places(match))):
            return places
    return ()


def find_venue(sentences: Sequence[str]) -> tuple[str, ...]:
    """The place that a notice gives on a line of its own ("Venue: Town Hall")."""
    return next(((match["place"],) for sentence in sentences if (match := _VENUE.match(sentence))), ())


def _whole_name(sentence: str, kind: re.Match[str]) -> str:
    """The kind with the words before it that belong to it, and whom or what it is for."""
    start = kind.start()
    before = re.findall(r"[\w’'-]+ |\W", sentence[:start]) if kind["day"] is None else []
    for word in reversed(before[-_MOST_WORDS:]):
        if not word[0].isalpha() or word.strip().lower() in _BOUNDARY:
            break
        start -= len(word)
    about = _ABOUT.match(sentence, kind.end())
    return sentence[start : about.end() if about else kind.end()]


def _places(match: re.Match[str]) -> list[str]:
    """Two towns after "in" are two places; a hall with two names after "at" is one."""
    parts = re.split(r",?\s+(?:and|&)\s+", match["place"]) if match["link"] == "in" else [match["place"]]
    words = [part.split() for part in parts]
    return [" ".join(part) for part in words if part[0].lower() not in _NO_PLACES]
