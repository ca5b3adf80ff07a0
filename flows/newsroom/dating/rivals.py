"""Days of which a document gives two for what can only be once: where they do not agree, neither is chosen.

A sentence claims its day for something: for the next meeting, for "the workshop", for the beginning of "the rota", for
the event that a title, a line "When:" or an invitation tells of. Two claims to one thing with different days contradict
each other, unless the document knows of both days, moves one to the other, or tells of a series.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from flows.newsroom.dating.days import find_days
from flows.newsroom.dating.deadlines import in_conflict
from flows.newsroom.dating.telling import Telling
from flows.newsroom.language.calendar import in_words
from flows.newsroom.language.words import word_set
from flows.newsroom.model import DateBasis, Event

_MOVED = re.compile(
    r"\b(?:extend\w*|extension|mov(?:ed|ing)|changed|change of|postpone\w*|put back|brought forward|instead|originally"
    r"|no longer|cancel\w*|rearrang\w*|reschedul\w*|revised|correct(?:ed|ion)|mistake|wrong\w*|previously|replac\w+"
    r"|new (?:date|deadline|day|time)|now (?:be|have|has|clos\w+|take|takes|meet|held|on)|was to|were to|had been"
    r"|not (?:on )?(?:the )?\d|delay\w*)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:first|second|third|fourth|final|last|another|again|both|two|three|each|every|other|repeat\w*|previous|series"
    r"|early[- ]bird|next year|either|as well as|follow-up|part (?:one|two|[12]))\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(?:clos(?:es?|ing)(?: date)?|deadline|until|till|by|before|no later than|not later than|since|after|up to)\b"
    r"[^.;]{0,24}$",
    re.IGNORECASE,
)
_NEXT_MEETING = re.compile(r"\bnext (?:\w+ ){0,2}(?:meeting|meet)\b|\bmeet(?:s|ing)? (?:again|next)\b", re.IGNORECASE)
_HAPPENING = (
    r"AGM|annual (?:general )?meeting|meeting|conference|workshop|drop-in"
    r"|open (?:day|evening|morning|afternoon|house)"
    r"|(?:coffee|tea|cake) (?:morning|afternoon)|[a-z]+ (?:day|night|evening|lunch|breakfast|supper|party"
    r"|service)|funeral"
    r"|launch|webinar|picnic|quiz|panel|hearing|rally|seminar|walk|fair|fete|fête|festival|exhibition|vigil|hustings"
    r"|lecture|masterclass|roundtable|event|session|celebration|ceremony|concert|carnival|demonstration|strike|inquest"
    r"|memorial|wake|barbecue|jumble sale|raffle|draw|visit|training|induction|interviews|assembly|summit|symposium"
)
_NAMED = re.compile(
    rf"\b(?:the|our|this|an?|your)\s+(?P<before>(?:(?!(?:the|our|this|of)\b)[\w’'-]+\s+){{0,3}}?)(?P<noun>{_HAPPENING})\b",
    re.IGNORECASE,
)
_OPENS_WITH = re.compile(rf"^(?P<before>(?:[A-Z][\w’'-]+\s+){{0,3}}?)(?P<noun>{_HAPPENING})\b", re.IGNORECASE)
_ABOUT_IT = re.compile(
    r"\b(?:reports?|results?|minutes|decisions?|after|before|following|ahead|since|notes|recordings?|papers|agenda|booking"
    r"|registration|tickets|rehearsal|and|but|which|who|where|because|if|when|while|so|until|from)\b|;",
    re.IGNORECASE,
)
_WHEN = re.compile(r"(?:when|date(?: and time)?|day(?: and time)?)\s*(?:[:|–-]|$)", re.IGNORECASE)
_INVITED = re.compile(
    r"\b(?:see you|seeing you|join us|come along|come and|welcom(?:e|ing) you|we set off|love to see|meet us)\b",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\b(?P<subject>[a-z][a-z’'-]{3,})\s+(?:(?:will|now|then|also|is|are|to|due|formally|officially)\s+)*"
    r"(?:(?P<starts>re-?start|start|begin|commence|go(?:es)? live|comes? into (?:force|effect)|takes? effect)s?"
    r"|(?P<opens>(?:re-?)?open|launch)(?:e?s|ed)?|(?P<ends>clos|end|finish|shut)(?:e?s?|ed)?"
    r"|(?P<started>started|began|went live)"
    r"|(?P<died>died|passed away|retires?|retired|left us|was born)"
    r"|(?P<made>(?:be|was|were) (?:made|paid|sent|published|held)))\b",
    re.IGNORECASE,
)
_INTO_FORCE = re.compile(r"force|effect", re.IGNORECASE)
_SMALL = word_set("the our this a an your next and of for new")
_GENERIC = word_set("meeting session workshop drop-in training visit event panel hearing walk interviews")
_NEXT, _EVENT = "the next meeting", "the event"
_FURTHEST = {_NEXT: 120, _EVENT: 45}  # days between two that may be meant for one
_FAR_TURN, _FAR_NAMED = 60, 31
_A_PAIR = 2
_MOST_IN_NO_SERIES = 2
_REACH, _REACH_AFTER = 90, 40  # characters between a day and what happens on it
_NUMBERING = re.compile(r"^\d+[.)]? ")
_FEW_WORDS = 5  # of a line that labels the day below it


def without_rivals(
    tellings: Sequence[Telling], events: Sequence[Event], published: dt.date | None
) -> tuple[Event, ...]:
    """The events, those in conflict of whose day the document claims another one.

    Args:
        tellings: The title, if there is one, and the sentences, in order.
        events: What was found, each telling of a day by itself.
        published: The day of the document: what is told of a day before it and of one after it is not the same.
    """
    if len({event.when.date for event in events if event.when.date}) < _A_PAIR:
        return tuple(events)
    places = {telling.sentence: place for place, telling in enumerate(tellings)}
    claims: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        if event.when.date is not None and event.when.date != published:
            for claim in _claims(tellings, places[event.sentence], event):
                claims[claim].append(number)
    dates = _dates_of_tellings(events)
    settled = list(events)
    for claim, numbers in claims.items():
        for one, other in _contradictions(claim, numbers, events, dates, published):
            days = tuple(sorted(date for number in (one, other) if (date := events[number].when.date)))
            reason = f"The document gives {' and '.join(map(in_words, days))} for the same thing."
            for number in (one, other):
                settled[number] = in_conflict(events[number], days, reason)
    lost = {
        event.when.date for event, left in zip(events, settled, strict=True) if event.when.date and left is not event
    }
    return tuple(
        in_conflict(event, (event.when.date,), "Elsewhere the document gives another day for it.")
        if event.when.date in lost and event.when.basis is not DateBasis.CONFLICT and event.when.date is not None
        else event
        for event in settled
    )


def _contradictions(
    claim: str,
    numbers: Sequence[int],
    events: Sequence[Event],
    dates: Mapping[int | None, set[dt.date]],
    published: dt.date | None,
) -> Iterator[tuple[int, int]]:
    """The pairs of events that claim different days for one thing."""
    if len({events[number].when.date for number in numbers}) > _MOST_IN_NO_SERIES:
        return
    furthest = _FURTHEST.get(claim, _FAR_TURN if ":" in claim else _FAR_NAMED)
    for number, other in combinations(numbers, 2):
        one, two = events[number], events[other]
        if one.when.date is None or two.when.date is None or one.sentence == two.sentence:
            continue
        is_known = any({one.when.date, two.when.date} <= told for told in dates.values())
        is_elsewhere = bool(one.places and two.places) and not set(one.places) & set(two.places)
        is_parted = published is not None and (one.when.date < published) != (two.when.date < published)
        apart = abs((one.when.date - two.when.date).days)
        is_near = apart <= furthest or _is_year_apart(one.when.date, two.when.date)
        if apart and is_near and not (is_known or is_elsewhere or is_parted):
            yield number, other


def _is_year_apart(one: dt.date, other: dt.date) -> bool:
    """Whether two days differ in the year alone: one of them is a slip of the pen."""
    return (one.day, one.month) == (other.day, other.month) and abs(one.year - other.year) == 1


def _dates_of_tellings(events: Sequence[Event]) -> Mapping[int | None, set[dt.date]]:
    found: dict[int | None, set[dt.date]] = defaultdict(set)
    for event in events:
        found[event.sentence] |= {day for day in (event.when.date, event.last_day) if day}
    return found


def _claims(tellings: Sequence[Telling], place: int, event: Event) -> Iterator[str]:
    """For what a sentence claims its day."""
    text = _with_label(tellings, place)
    if _MOVED.search(text) or _OTHERS.search(text) or event.last_day is not None:
        return
    words = event.when.words or ""
    start = text.find(words)
    before, after = text[max(0, start - _REACH) : max(0, start)], text[start + len(words) :][:_REACH_AFTER]
    if _NEXT_MEETING.search(before):
        yield _NEXT
        return
    yield from (_turn(match) for match in _TURN.finditer(f"{before} {after}"))
    if _CLOSING.search(before):
        return
    is_title = tellings[place].sentence is None
    if is_title or _WHEN.match(text) or _INVITED.search(text):
        yield _EVENT
    if named := _named(text[: max(0, start)], after):
        yield named


def _with_label(tellings: Sequence[Telling], place: int) -> str:
    """A sentence, after the line above it where that only says what the day is for."""
    telling, above = tellings[place], tellings[place - 1] if place else None
    if above is not None and above.sentence is not None and (days := find_days(telling.text)) and not days[0].start:
        text = _NUMBERING.sub("", above.text).rstrip(" :")
        if len(text.split()) <= _FEW_WORDS and not any(map(str.isdigit, text)):
            return f"{text}: {telling.text}"
    return telling.text


def _turn(match: re.Match[str]) -> str:
    """What begins, opens or ends: "starts:rota"; there is but one law or rule that comes into force."""
    if _INTO_FORCE.search(match.group()):
        return "starts:force"
    turn = next(name for name in ("starts", "opens", "ends", "started", "died", "made") if match[name])
    return f"{turn}:{match['subject'].lower()}"


def _named(before: str, after: str) -> str | None:
    """The happening that a day is given for, with the words that tell it from others of its kind."""
    named = list(_NAMED.finditer(before)) or list(_OPENS_WITH.finditer(before))
    if named and not _ABOUT_IT.search(before, named[-1].end()):
        return _key(named[-1])
    following = _NAMED.search(after)
    return _key(following) if following and not before.strip(" (–-,") and following.start() <= 2 else None  # noqa: PLR2004


def _key(match: re.Match[str]) -> str:
    noun = match["noun"].lower()
    before = [word for word in match["before"].lower().split() if word not in _SMALL]
    names = [word for word in match["before"].split() if word[:1].isupper() and word.lower() not in _SMALL]
    return " ".join([*(before if noun in _GENERIC else map(str.lower, names)), noun])
