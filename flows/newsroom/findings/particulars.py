"""What else a document says about an event: at what time, at what cost, whom to ask and how to book."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from flows.newsroom.dating.days import find_days
from flows.newsroom.model import Article, Event

_HOUR = r"(?:\d{1,2}(?:[.:][0-5]\d)?\s?(?:[ap]\.?m\b\.?|noon)|\d{1,2}[.:][0-5]\d|noon|midday)"
_TIME = re.compile(
    rf"(?<![£\d.:])(?:(?:from|between)\s+)?(?:\d{{1,2}}(?:[.:][0-5]\d)?|{_HOUR})\s?(?:to|-|–|until|till|and)\s?{_HOUR}"
    r"|(?<![£\d.:])\d{1,2}(?:[.:][0-5]\d)?\s?[ap]\.?m\b\.?|(?<=at )\d{1,2}[.:][0-5]\d\b(?!\s?(?:%|million))",
    re.IGNORECASE,
)
_COST = re.compile(
    r"\b(?:free of charge|free (?:to attend|entry|of cost)|no charge|free)\b"
    r"|£\d[\d,]*(?:\.\d\d)?(?! (?:million|billion)|[.,]?\d)"
    r"(?: (?:a|per|for each) (?:person|head|place|seat|ticket|member|delegate))?",
    re.IGNORECASE,
)
_SPEAKS_OF_COST = re.compile(
    r"\b(?:costs?|fees?|price|prices|tickets?|charge|entry|admission|a place|places are"
    r"|per (?:head|person|place)|free)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:contact|ring|call|phone|telephone|e-?mail|write to|speak to|talk to|ask)\b:?\s+"
    r"(?P<who>[^.;!?\n]{0,60}?(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b0\d[\d ]{8,}\d))",
    re.IGNORECASE,
)
_LINE = re.compile(r"\A(?P<name>contact|enquiries|cost|price|fee)\s*[:–-]\s*(?P<rest>.+)", re.IGNORECASE)
_BOOKING = re.compile(
    r"\b(?:to book|book (?:now|a place|your|by|online|via|at|through|early)|booking|register (?:at|by|via"
    r"|online|here|with|your)|registration|rsvp|sign up|reserve|places? can be booked|no need to book)\b",
    re.IGNORECASE,
)
_END = re.compile(r"(?<=[ap]m)\.\Z")
_FOLLOWING = 3  # sentences behind the one that names the day


def with_particulars(article: Article) -> tuple[Event, ...]:
    """The events of an article with what their own sentence and the next few say.

    Of a document with one event every sentence speaks of that one.
    Everything is a slice of one sentence. What belongs to another day is left alone.
    """
    days = {event.when.date or event.when.words for event in article.events if event.name}
    is_only = len(days) == 1
    return tuple(_told(article, event, is_only=is_only) if event.name else event for event in article.events)


def _told(article: Article, event: Event, *, is_only: bool) -> Event:
    near = tuple(_near(article, event))
    texts = tuple(sentence.text for sentence in article.sentences) if is_only else near
    return replace(
        event,
        time=_first_time(event, near or texts),
        cost=next((cost for text in texts if (cost := _cost(text))), None),
        contact=next((contact for text in texts if (contact := _contact(text))), None),
        booking=next((text for text in texts if _BOOKING.search(text) and not text.endswith("?")), None),
    )


def _near(article: Article, event: Event) -> Iterator[str]:
    """The sentence of an event, and those behind it up to the next day that the document names."""
    first = event.sentence if event.sentence is not None else 0
    for index in range(first, min(first + 1 + _FOLLOWING, len(article.sentences))):
        text = article.sentences[index].text
        if index > first and find_days(text):
            return
        yield text


def _first_time(event: Event, texts: Sequence[str]) -> str | None:
    """A time of the event's own sentence behind its day, else the first one of the sentences after it."""
    for number, text in enumerate(texts):
        start = text.find(event.when.words or "") if number == 0 else 0
        times = list(_TIME.finditer(text))
        behind = [time for time in times if time.start() >= max(start, 0)]
        if found := behind or times:
            return _END.sub("", found[0].group().strip())
    return None


def _cost(text: str) -> str | None:
    line = _LINE.match(text)
    if line and line["name"].lower() in {"cost", "price", "fee"}:
        return line["rest"].strip(" .")
    found = _COST.search(text) if _SPEAKS_OF_COST.search(text) else None
    return found.group() if found else None


def _contact(text: str) -> str | None:
    line = _LINE.match(text)
    if line and line["name"].lower() in {"contact", "enquiries"}:
        return line["rest"].strip(" .")
    found = _CONTACT.search(text)
    return found["who"].strip() if found else None
