"""Consultations: what people are asked to answer, and until when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from flows.newsroom.dating.day import Day
from flows.newsroom.dating.days import find_days
from flows.newsroom.findings.answering import where_to_answer, who_asks
from flows.newsroom.model import Article, Confidence, Consultation, DateBasis, Dated, Event, Headline, HeadlineOrigin

_ASKS = re.compile(
    r"\bconsult(?:ation|ing)\b|\bhave your say\b|\byour views\b|\bcall for (?:evidence|views)\b"
    r"|\bquestionnaire\b|\bsurvey\b|\btell us what you think\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\b(?:clos(?:es|ed|ing)|deadline|ends?|runs? (?:from|until|to)|open (?:until|to|till)|until|"
    r"(?:repl(?:y|ies)|respon(?:d|ses?)|comments?|views|answers?|forms?|submissions?|evidence"
    r"|return(?:ed)?|completed?|reach us)\b[^.;]{0,60}\b(?:by|before|until))\b",
    re.IGNORECASE,
)
_BETWEEN = 60  # characters from the words that say it closes to the day
_NAME = re.compile(r"\b(?:[Cc]onsultation|[Ss]urvey|[Cc]all for evidence) (?:on|about|into|of) [^,.;:()]{3,80}")
_BEFORE_A_WORD = re.compile(r"(?: is| are| was| has| will| which| that| until| from| opens| closes| runs)\b.*\Z")
_TIME = re.compile(r"\b(?:\d{1,2}(?:[.:][0-5]\d)?\s?[ap]\.?m\b|noon|midday|midnight)", re.IGNORECASE)
_TIME_IS_NEAR = 20  # characters between a time and its day


def find_consultations(article: Article, organisations: Sequence[str] = ()) -> tuple[Consultation, ...]:
    """The consultations of an article with their closing days; without its events nothing is dated.

    Two closing days of one document contradict each other: then none is chosen.

    Args:
        article: It is complete but for its findings and lights.
        organisations: The bodies that it names.
    """
    texts = [article.headline.text or "", *(sentence.text for sentence in article.sentences)]
    if not any(_ASKS.search(text) for text in texts):
        return ()
    closings = tuple(_closings(article))
    if not closings:
        return ()
    name = _name(article.headline, texts)
    index, day, _ = closings[0]
    closes = _agreed([dated for _, _, dated in closings])
    return (
        Consultation(
            name=name,
            closes=closes,
            time=_time(article.sentences[index].text, day),
            asked_by=who_asks(article.sentences, organisations),
            answer_at=where_to_answer(article),
            sentence=index,
        ),
    )


def _closings(article: Article) -> Iterator[tuple[int, Day, Dated]]:
    for index, sentence in enumerate(article.sentences):
        stem = article.blocks[sentence.block].stem or ""
        is_asking = _ASKS.search(f"{stem} {sentence.text}") is not None
        for day in find_days(sentence.text):
            before = sentence.text[: day.start]
            said = [match for match in _CLOSES.finditer(before) if day.start - match.end() <= _BETWEEN]
            if said and (
                is_asking or re.search(r"clos|deadline|repl|respon|comment|views|open", before, re.IGNORECASE)
            ):
                yield index, day, _at_its_end(day, _dated(article.events, index, day))


def _at_its_end(day: Day, when: Dated) -> Dated:
    """Of "from 26 October 2026 to 15 January 2027" the day on which it closes, not the one on which it opens."""
    if day.last is None:
        return when
    end = day.last_after(when.date) if when.date else None
    return replace(when, date=end) if end else Dated(words=day.words)


def _dated(events: Sequence[Event], sentence: int, day: Day) -> Dated:
    """What `dating` made of the day: the same words in the same sentence, or the same day told elsewhere."""
    same = [event.when for event in events if event.when.words == day.words]
    here = [event.when for event in events if event.sentence == sentence and event.when.words == day.words]
    if here or same:
        return (here or same)[0]
    by_day = [event.when for event in events if event.when.date and _is_on(day, event.when)]
    return by_day[0] if by_day else Dated(words=day.words)


def _is_on(day: Day, when: Dated) -> bool:
    date = when.date
    return date is not None and (date.day, date.month) == (day.day, day.month) and day.year in {None, date.year}


def _agreed(closings: Sequence[Dated]) -> Dated:
    dates = tuple(sorted({closing.date for closing in closings if closing.date}))
    if len(dates) <= 1:
        return next((closing for closing in closings if closing.date), closings[0])
    return Dated(
        basis=DateBasis.CONFLICT,
        confidence=Confidence.NONE,
        words=closings[0].words,
        candidates=dates,
        evidence=("The document names more than one closing day.",),
    )


def _name(headline: Headline, texts: Sequence[str]) -> str | None:
    if headline.text and headline.origin is not HeadlineOrigin.MADE and _ASKS.search(headline.text):
        return headline.text
    found = next((match for text in texts if (match := _NAME.search(text))), None)
    return _BEFORE_A_WORD.sub("", found.group()).strip() if found else None


def _time(text: str, day: Day) -> str | None:
    gaps = ((max(time.start() - day.end, day.start - time.end()), time.group()) for time in _TIME.finditer(text))
    return next((time for gap, time in gaps if 0 <= gap <= _TIME_IS_NEAR), None)
