"""The facts beside a story: where it comes from, when it was published, what goes before it, and by when to act."""

import datetime as dt
from collections.abc import Iterable, Iterator

from flows.newsroom.language.calendar import with_weekday
from flows.newsroom.language.tongues import name_of
from flows.newsroom.model import Article, Issue, Story
from flows.newsroom.press import wording
from flows.newsroom.press.galley import Fact
from flows.newsroom.press.voices import open_consultation

MOST_EVENTS = 3  # a story names; a document that lists more is a calendar


def facts_of(story: Story, address: str | None, issue: Issue) -> tuple[Fact, ...]:
    """The facts that are known of a story, in the order of print; `address` is where it stands on the web."""
    article = story.article
    facts = (
        _open_until(story, issue.date),
        _when_and_where(article),
        Fact(name="By", words=article.byline) if article.byline else None,
        Fact(name="From", words=wording.origin(article.source), address=address),
        _published(article),
        *_also_told(story),
        Fact(name="Updated", words=replaced) if (replaced := wording.replaces(story)) else None,
        _earlier(story, issue),
        Fact(name="Also in", words=name_of(article.also_in)) if article.also_in else None,
    )
    return tuple(fact for fact in facts if fact)


def _also_told(story: Story) -> Iterator[Fact]:
    """Who else tells the story: each source that readers would know, once."""
    told = {story.article.source.defaults.organisation}
    for telling in story.tellings:
        source = telling.source.defaults
        address = wording.web_address(source.address)
        words = source.organisation or (wording.site(address) if address else None)
        if words and words not in told and not telling.is_earlier:
            told.add(words)
            yield Fact(name="Also told by", words=words, address=address)


def _earlier(story: Story, issue: Issue) -> Fact | None:
    """What members have read of it before, with the way to it."""
    told = wording.earlier(story)
    if told is None or story.earlier is None:
        return None
    address = wording.page_address(issue.masthead, story.earlier.issue)
    return Fact(name=told[0], words=told[1], address=address, issue=story.earlier.issue)


def _open_until(story: Story, issued: dt.date) -> Fact | None:
    """The closing day of a consultation, while it is open."""
    consultation = open_consultation(story, issued)
    if consultation is None or consultation.closes.date is None:
        return None
    day = with_weekday(consultation.closes.date)
    words = f"{day}, {consultation.time}" if consultation.time else day
    return Fact(
        name="Have your say by",
        words=words,
        day=None if consultation.time else consultation.closes.date,
        sentences=_numbers([consultation.sentence]),
    )


def _when_and_where(article: Article) -> Fact | None:
    told = [event for event in article.events if event.sentence not in article.sensitive]
    events = [event for event in told if event.name] or told  # beside an event, a bare day is when to book it by
    lines: dict[str, list[int | None]] = {}
    for event in events:
        if line := wording.event_line(event):
            lines.setdefault(line, []).append(event.sentence)
    if not lines:
        return None
    has_places = any(event.places for event in events if wording.event_day(event))
    shown = list(lines)[:MOST_EVENTS]
    return Fact(
        name="When and where" if has_places else "When",
        words="; ".join(shown),
        sentences=_numbers(place for line in shown for place in lines[line]),
    )


def _numbers(places: Iterable[int | None]) -> tuple[int, ...]:
    """Sentences by their numbers, from 1, each once; the title has none."""
    return tuple(sorted({place + 1 for place in places if place is not None}))


def _published(article: Article) -> Fact:
    words = wording.publication(article.published)
    name = None if words == wording.NOT_STATED else "Published"
    return Fact(name=name, words=words, day=wording.printable_day(article.published))
