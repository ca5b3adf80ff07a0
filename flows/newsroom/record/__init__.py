"""issue.json: an issue with its provenance, for programs of others.

The shape is a promise: `VERSION` rises with every change (the first number when something is taken
away or means something else), and `docs/issue.schema.json` is the schema of the present version.
Every discovered document stands here exactly once, as a story or as left out. Of a document that
is only signposted no sentence is given, and of no document more than what is printed.
"""

import json
from collections.abc import Mapping, Sequence

from flows.newsroom.model import (
    Action,
    Article,
    ArticleId,
    Change,
    DocumentId,
    Earlier,
    Event,
    Extract,
    Issue,
    Light,
    PastPromise,
    Rejection,
    Revisited,
    Rewording,
    Story,
    Telling,
    Topic,
)
from flows.newsroom.record.dates import dated
from flows.newsroom.record.findings import findings
from flows.newsroom.record.readers import for_readers
from flows.newsroom.record.shape import (
    VERSION,
    ChangeRecord,
    EarlierRecord,
    EventRecord,
    ExtractRecord,
    HeadlineRecord,
    IssueRecord,
    LeftOutRecord,
    LightRecord,
    PastPromiseRecord,
    PeriodRecord,
    RevisitedRecord,
    RewordingRecord,
    SourceRecord,
    StoryRecord,
    TellingRecord,
    TopicRecord,
    VoiceRecord,
)

__all__ = ["VERSION", "IssueRecord", "StoryRecord", "for_readers", "issue_json", "issue_record", "issue_schema"]

SCHEMA_ID = "urn:standfirst:issue:1.2"


def issue_record(issue: Issue) -> IssueRecord:
    """An issue as its record."""
    documents = {story.article.id: story.article.source.id for story in issue.stories}
    return IssueRecord(
        name=issue.masthead.name,
        date=issue.date,
        number=issue.number,
        period=PeriodRecord(first=issue.period.first, last=issue.period.last) if issue.period else None,
        stories=[_story(story, is_lead=story is issue.lead) for story in issue.stories],
        left_out=[_left_out(rejection) for rejection in issue.left_out],
        hello=list(issue.editorial.hello),
        voices=[VoiceRecord(words=one.words, who=one.who, consent=one.consent) for one in issue.editorial.voices],
        question=issue.editorial.question,
        from_archive=_revisited(issue.revisited) if issue.revisited else None,
        promises=[_promise(promise, documents) for promise in issue.promises],
    )


def issue_json(record: IssueRecord) -> bytes:
    """A record as the text of a file."""
    return (record.model_dump_json(indent=2) + "\n").encode()


def issue_schema() -> str:
    """The JSON Schema of the present version, as text."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID}
    return json.dumps(schema | IssueRecord.model_json_schema(mode="serialization"), indent=2) + "\n"


def _story(story: Story, *, is_lead: bool) -> StoryRecord:
    article, classification, summary = story.article, story.classification, story.summary
    return StoryRecord(
        source=_source(story),
        section=story.section,
        is_lead=is_lead,
        treatment=story.treatment,
        headline=HeadlineRecord(text=article.headline.text, origin=article.headline.origin),
        byline=article.byline,
        published=dated(article.published),
        events=[_event(event, article) for event in article.events],
        findings=findings(story),
        summary=[_extract(one, article) for one in summary.extracts] if summary and not summary.rewordings else [],
        reworded=[_reworded(one) for one in summary.rewordings] if summary else [],
        reworded_by=summary.reworded_by if summary else None,
        sentences=len(article.sentences),
        topics=[_topic(topic) for topic in classification.topics],
        unsure=classification.doubt,
        form=classification.form,
        form_evidence=list(classification.form_evidence),
        language=article.language,
        also_in=article.also_in,
        also_told=[_telling(telling) for telling in story.tellings],
        earlier=_earlier(story.earlier) if story.earlier else None,
        lights=_lights(story.lights),
        changes=[_change(change) for change in article.changes],
    )


def _source(story: Story) -> SourceRecord:
    source = story.article.source
    return SourceRecord(
        document=source.id,
        path=source.path,
        media_type=source.media_type,
        organisation=source.defaults.organisation,
        address=source.defaults.address,
        rights=source.defaults.rights,
    )


def _telling(telling: Telling) -> TellingRecord:
    return TellingRecord(
        document=telling.source.id,
        organisation=telling.source.defaults.organisation,
        address=telling.source.defaults.address,
        published=dated(telling.published),
        is_earlier=telling.is_earlier,
    )


def _event(event: Event, article: Article) -> EventRecord:
    return EventRecord(
        name=event.name,
        when=dated(event.when),
        last_day=event.last_day,
        places=list(event.places),
        sentence=event.sentence,
        time=event.time,
        cost=event.cost,
        contact=event.contact if event.contact and not article.is_private(event.contact) else None,
    )


def _extract(extract: Extract, article: Article) -> ExtractRecord:
    language = article.sentences[extract.sentence].language
    return ExtractRecord(text=extract.text, sentence=extract.sentence, role=extract.role, language=language)


def _reworded(rewording: Rewording) -> RewordingRecord:
    return RewordingRecord(text=rewording.text, sentences=list(rewording.sentences))


def _topic(topic: Topic) -> TopicRecord:
    return TopicRecord(category=topic.category, confidence=round(topic.confidence, 4), evidence=list(topic.evidence))


def _lights(lights: Sequence[Light]) -> list[LightRecord]:
    return [
        LightRecord(colour=light.colour, kind=light.kind, reason=light.reason, sentence=light.sentence)
        for light in lights
    ]


def _change(change: Change) -> ChangeRecord:
    # A moved or mended line is prose, and of prose nothing is given but what is printed.
    text = change.text if change.action is Action.REMOVED else None
    return ChangeRecord(block=change.block, text=text, action=change.action, rule=change.rule)


def _left_out(rejection: Rejection) -> LeftOutRecord:
    return LeftOutRecord(
        document=rejection.document,
        path=rejection.path,
        stage=rejection.stage,
        reason=rejection.reason,
        instead=rejection.instead,
    )


def _earlier(earlier: Earlier) -> EarlierRecord:
    return EarlierRecord(issue=earlier.issue, headline=earlier.headline, is_update=earlier.is_update)


def _revisited(old: Revisited) -> RevisitedRecord:
    return RevisitedRecord(
        issue=old.issue, story=old.story, headline=old.headline, text=old.text, organisation=old.organisation
    )


def _promise(promise: PastPromise, documents: Mapping[ArticleId, DocumentId]) -> PastPromiseRecord:
    return PastPromiseRecord(
        id=promise.id,
        issue=promise.issue,
        headline=promise.headline,
        text=promise.text,
        due=promise.due,
        due_by=promise.due_by,
        is_kept=promise.is_kept,
        told_in=documents.get(promise.told_in) if promise.told_in else None,
    )
