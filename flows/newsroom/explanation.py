"""Why a document reads as it does: everything that was found in it, and what each finding stands on.

For the coordinator's own screen: unlike a log it quotes the document and names people.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from flows.newsroom.desk import section_of
from flows.newsroom.language.calendar import with_weekday
from flows.newsroom.model import (
    PLEASE_CHECK,
    PLEASE_CHECK_TITLE,
    Action,
    Article,
    Change,
    Classification,
    Dated,
    Draft,
    Event,
    Extract,
    Light,
    Taxonomy,
)
from flows.newsroom.press.wording import printable_day
from flows.newsroom.selection import is_signpost

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One thing about a document: a heading and lines under it."""

    title: str
    lines: tuple[str, ...]


def explain(draft: Draft, taxonomy: Taxonomy) -> tuple[Chapter, ...]:
    """Say what was read, what was removed and why, and what every fact and judgement stands on.

    Chapters without a line are left out; the sentence that a line stands on is named by its number, from 1.
    """
    article = draft.article
    titles = {category.key: category.name for category in taxonomy.categories} | {PLEASE_CHECK: PLEASE_CHECK_TITLE}
    chapters = (
        ("Read", _reading(article)),
        ("Removed, moved or mended", _changes(article.changes)),
        ("Title", _title(article)),
        ("Published", _dated(article.published)),
        ("Events", _each(article.events, _event)),
        ("Form", (_with_evidence(str(draft.classification.form), draft.classification.form_evidence),)),
        ("Subject", _subject(draft.classification, titles)),
        ("Printed", _printed(draft, taxonomy, titles)),
        ("Summary", _each(draft.summary.extracts, _extract)),
        *_findings(article),
        ("People named", article.people),
        ("To look at", _each(article.lights, _light)),
    )
    return tuple(Chapter(title=title, lines=tuple(lines)) for title, found in chapters if (lines := tuple(found)))


def _reading(article: Article) -> Iterator[str]:
    counts = f"{len(article.blocks)} blocks, {len(article.sentences)} sentences, {len(article.text.split())} words"
    yield f"{article.source.media_type}: {counts}"
    also = f", also in {article.also_in}" if article.also_in else ""
    yield f"language: {article.language or 'too short to tell'}{also}"
    said = article.source.defaults
    yield f"rights: {said.rights}" + (f", from {said.organisation}" if said.organisation else "")


def _changes(changes: Iterable[Change]) -> Iterator[str]:
    for action in Action:
        of_kind = sorted((one for one in changes if one.action is action), key=lambda one: one.rule)
        for rule, same in groupby(of_kind, key=lambda one: one.rule):
            yield from (f"{action} ({rule}): {one.text}" for one in same)


def _title(article: Article) -> Iterator[str]:
    yield f"{article.headline.text or 'none'} ({article.headline.origin})"
    if article.standfirst:
        yield f"standfirst: {article.standfirst}"
    if article.byline:
        yield f"by: {article.byline}"


def _dated(dated: Dated) -> Iterator[str]:
    day = with_weekday(dated.date) if dated.date else "no day chosen"
    printed = "printed" if printable_day(dated) else "not printed"
    words = f", from the words “{dated.words}”" if dated.words else ""
    yield f"{day}: {dated.basis}, confidence {dated.confidence}, {printed}{words}"
    if dated.candidates:
        yield f"possible days: {', '.join(day.isoformat() for day in dated.candidates)}"
    yield from dated.evidence


def _event(event: Event) -> Iterator[str]:
    where = f" in {', '.join(event.places)}" if event.places else ""
    until = f", until {with_weekday(event.last_day)}" if event.last_day else ""
    yield f"{event.name or 'a day'}{where}{until}{_at(event.sentence)}"
    yield from (f"  {line}" for line in _dated(event.when))
    for name, words in (("time", event.time), ("ask", event.contact), ("cost", event.cost), ("to book", event.booking)):
        if words:
            yield f"  {name}: {words}"


def _subject(classification: Classification, titles: Mapping[str, str]) -> Iterator[str]:
    for topic in classification.topics:
        share = f"{titles.get(topic.category, topic.category)}, {100 * topic.confidence:.0f} %"
        yield _with_evidence(share, topic.evidence)
    yield f"unsure: {classification.doubt}" if classification.doubt else "sure"


def _printed(draft: Draft, taxonomy: Taxonomy, titles: Mapping[str, str]) -> Iterator[str]:
    section = section_of(draft.classification, taxonomy)
    how = "pointed to in our own words" if is_signpost(draft.article) else "in its own sentences"
    yield f"under {titles.get(section, section)}, {how}"


def _extract(extract: Extract) -> Iterator[str]:
    yield f"{extract.text}{_at(extract.sentence)}, {extract.role}"


def _findings(article: Article) -> Iterator[tuple[str, Iterator[str]]]:
    found = article.findings
    yield (
        "Quotations",
        (f"“{one.text}”: {one.speaker or 'nobody is named'}{_at(one.sentence)}" for one in found.quotations),
    )
    yield (
        "Figures",
        (f"{one.text}{' (how many came)' if one.is_attendance else ''}{_at(one.sentence)}" for one in found.figures),
    )
    yield (
        "Promises",
        (f"{one.text}{f' By when: {one.due}.' if one.due else ''}{_at(one.sentence)}" for one in found.promises),
    )
    yield (
        "Consultations",
        (
            f"{one.name or 'a consultation'}: {'; '.join(_dated(one.closes))}{_at(one.sentence)}"
            for one in found.consultations
        ),
    )
    yield "Abbreviations", (f"{one.letters}: {one.words}{_at(one.sentence)}" for one in found.abbreviations)
    yield "Organisations", iter(found.organisations)
    yield "Links at fault", (f"“{one.text}”: {one.fault}{_at(one.sentence)}" for one in found.links)


def _light(light: Light) -> Iterator[str]:
    yield f"{light.colour}, {light.kind}: {light.reason}{_at(light.sentence)}"


def _with_evidence(words: str, evidence: Iterable[str]) -> str:
    because = ", ".join(f"“{word}”" for word in evidence)
    return f"{words}, because of {because}" if because else words


def _at(sentence: int | None) -> str:
    return "" if sentence is None else f" [sentence {sentence + 1}]"


def _each(things: Iterable[T], lines_of: Callable[[T], Iterable[str]]) -> Iterator[str]:
    return (line for thing in things for line in lines_of(thing))
