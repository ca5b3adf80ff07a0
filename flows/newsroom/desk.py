"""The desk: from the documents that are printed to an issue.

Decides the section and the order of each story, what leads, what is only signposted, which events go
into the diary, and what a person should look at. Everything follows from the arguments.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from flows.newsroom.glossary import Glossary, meanings_in
from flows.newsroom.model import (
    HAVE_YOUR_SAY,
    PLEASE_CHECK,
    PLEASE_CHECK_TITLE,
    Article,
    Classification,
    Colour,
    Confidence,
    Consultation,
    DateBasis,
    DiaryEntry,
    Draft,
    Earlier,
    Event,
    Form,
    Issue,
    Lengths,
    Light,
    LightKind,
    Masthead,
    OpenConsultation,
    Rejection,
    Section,
    Story,
    Taxonomy,
    Telling,
    Treatment,
)
from flows.newsroom.periods import period_of
from flows.newsroom.press.voices import open_consultation
from flows.newsroom.selection import is_signpost, rank

# An event report is no topic: each of them speaks of something else, so its form places it.
SECTION_OF_FORM = {Form.EVENT_REPORT: "events", Form.EVENT_NOTICE: "events", Form.CONSULTATION: HAVE_YOUR_SAY}

LONG_SENTENCE = 25  # words; the most that plain English guides for public bodies advise


_NO_GLOSSARY = Glossary()
_AS_SUMMARISED = Lengths()
_NO_TELLINGS: Mapping[str, tuple[Telling, ...]] = MappingProxyType({})
_NOTHING_EARLIER: Mapping[str, Earlier] = MappingProxyType({})


def compose(  # noqa: PLR0913 an issue is made of no fewer parts
    masthead: Masthead,
    date: dt.date,
    drafts: Sequence[Draft],
    left_out: Sequence[Rejection],
    taxonomy: Taxonomy,
    *,
    glossary: Glossary = _NO_GLOSSARY,
    tellings: Mapping[str, tuple[Telling, ...]] = _NO_TELLINGS,
    earlier: Mapping[str, Earlier] = _NOTHING_EARLIER,
    last_issue: dt.date | None = None,
    lengths: Lengths = _AS_SUMMARISED,
) -> Issue:
    """Make the issue of `date`; the order of `drafts` and `left_out` does not matter.

    Args:
        masthead: Who publishes it.
        date: Its day.
        drafts: The documents that are printed.
        left_out: All others, with the reasons.
        taxonomy: The categories, in the order of the sections.
        glossary: What abbreviations stand for where a document does not say it.
        tellings: Of each path the other documents that tell the same.
        earlier: Of each path what members have read of it before.
        last_issue: The day of the last issue that members were sent; None: there was none.
        lengths: How much of each story is printed.
    """
    ranked = sorted(drafts, key=lambda draft: rank(draft.article, date))
    told = [_story(draft, taxonomy, tellings.get(draft.article.source.path, ())) for draft in ranked]
    whole = [replace(story, earlier=earlier.get(story.article.source.path)) for story in told]
    leading = _leading(whole)
    stories = [_in_length(story, lengths.lead if story is leading else lengths.story) for story in whole]
    lead = _leading(stories)
    rest = [story for story in stories if story is not lead]
    return Issue(
        masthead=masthead,
        date=date,
        lead=lead,
        sections=_sections(rest, taxonomy),
        period=period_of(stories, date, last_issue),
        diary=_diary(stories, date),
        consultations=_consultations(stories, date),
        meanings=meanings_in(stories, glossary),
        left_out=tuple(sorted(left_out, key=lambda rejection: rejection.path)),
    )


def _story(draft: Draft, taxonomy: Taxonomy, tellings: tuple[Telling, ...]) -> Story:
    signpost = is_signpost(draft.article)
    return Story(
        article=draft.article,
        classification=draft.classification,
        summary=None if signpost else draft.summary,
        section=section_of(draft.classification, taxonomy),
        lights=draft.article.lights,
        tellings=tellings,
    )


def _leading(ranked: Sequence[Story]) -> Story | None:
    return next((story for story in ranked if story.treatment is Treatment.EXTRACT), None)


def _in_length(story: Story, words: int | None) -> Story:
    """A story in about so many words, with the lights that the desk finds on what is left."""
    if story.summary is not None and words is not None:
        story = replace(story, summary=story.summary.shortened(words))
    return replace(story, lights=(*story.lights, *_desk_lights(story)))


def section_of(classification: Classification, taxonomy: Taxonomy) -> str:
    """The key of the section that a story is printed in: by its form, else its subject, else a person's choice."""
    known = {category.key for category in taxonomy.categories}
    if classification.is_settled and classification.topics[0].category in known:
        return classification.topics[0].category
    by_form = SECTION_OF_FORM.get(classification.form)
    if by_form in known:
        return str(by_form)
    if classification.is_unsure or not classification.topics:
        return PLEASE_CHECK
    return classification.topics[0].category


def _desk_lights(story: Story) -> list[Light]:
    lights = []
    if story.section == PLEASE_CHECK and story.classification.doubt:
        lights.append(Light(colour=Colour.AMBER, kind=LightKind.CATEGORY, reason=story.classification.doubt))
    summary = story.summary
    extracts = summary.extracts if summary and not summary.rewordings else ()
    lights += [
        Light(
            colour=Colour.AMBER,
            kind=LightKind.LENGTH,
            reason=f"A sentence of {length} words is printed; over {LONG_SENTENCE} are hard to read.",
            sentence=extract.sentence,
        )
        for extract in extracts
        if (length := len(extract.text.split())) > LONG_SENTENCE
    ]
    return lights


def _sections(stories: Sequence[Story], taxonomy: Taxonomy) -> tuple[Section, ...]:
    named = [(category.key, category.name, category.family) for category in taxonomy.categories]
    titles = [*named, (PLEASE_CHECK, PLEASE_CHECK_TITLE, "public")]
    titles.sort(key=lambda title: title[0] == HAVE_YOUR_SAY)  # what asks for answers comes last
    return tuple(
        Section(key=key, title=title, family=family, stories=held)
        for key, title, family in titles
        if (held := tuple(story for story in stories if story.section == key))
    )


def _diary(stories: Sequence[Story], date: dt.date) -> tuple[DiaryEntry, ...]:
    """Only events that are still to come, whose whole date is known, and that no private sentence tells."""
    entries = [
        DiaryEntry(event=_without_private(event, story.article), story=story.article.id)
        for story in stories
        for event in story.article.events
        if event.name is not None  # a day alone tells nobody where to go
        and event.sentence not in story.article.sensitive
        and event.when.date is not None
        and event.when.date >= date
        and event.when.confidence in {Confidence.HIGH, Confidence.MEDIUM}
        and event.when.basis not in {DateBasis.INFERRED, DateBasis.CONFLICT}
    ]
    return tuple(sorted(entries, key=lambda entry: (str(entry.event.when.date), entry.event.name or "")))


def _consultations(stories: Sequence[Story], date: dt.date) -> tuple[OpenConsultation, ...]:
    """Those that are certain to be open on the day of the issue, the first to close first."""
    found = ((story.article, open_consultation(story, date)) for story in stories)
    entries = [
        OpenConsultation(consultation=_without_private_answer(asked, article), story=article.id)
        for article, asked in found
        if asked
    ]
    return tuple(
        sorted(entries, key=lambda entry: (str(entry.consultation.closes.date), entry.consultation.name or ""))
    )


def _without_private_answer(asked: Consultation, article: Article) -> Consultation:
    """A consultation without where to answer, where that stands in a private sentence."""
    return replace(asked, answer_at=None) if asked.answer_at and article.is_private(asked.answer_at) else asked


def _without_private(event: Event, article: Article) -> Event:
    """An event without whom to ask, where that stands in a private sentence."""
    return replace(event, contact=None) if event.contact and article.is_private(event.contact) else event
