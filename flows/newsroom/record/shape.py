"""The shape of issue.json, which is a promise; see `flows.newsroom.record`."""

import datetime as dt
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field

from flows.newsroom.model import Action, Colour, Form, HeadlineOrigin, LightKind, Rights, Role, Stage, Treatment
from flows.newsroom.record.dates import DateRecord, Record
from flows.newsroom.record.findings import FindingsRecord

VERSION: Final = "1.2"
_EARLIER = frozenset({"1.1"})  # what was sent by it is still read, to be corrected; what it does not know has a default


class SourceRecord(Record):
    """Where a story comes from."""

    document: str = Field(description="SHA-256 of the document's bytes, or of its path if they could not be read")
    path: str = Field(description="relative to the seeds folder, with forward slashes")
    media_type: str
    organisation: str | None = Field(description="as a person said in source.toml")
    address: str | None = Field(description="the web page it comes from, as a person said in source.toml")
    rights: Rights


class EventRecord(Record):
    """Something that happens on a day."""

    name: str | None
    when: DateRecord
    last_day: dt.date | None
    places: list[str]
    sentence: int | None = Field(description="index of the sentence that tells it; null: the title tells it")
    time: str | None = Field(description="as written")
    cost: str | None = Field(description="as written")
    contact: str | None = Field(description="whom to ask, as written")


class ExtractRecord(Record):
    """One sentence of the document, word for word."""

    text: str
    sentence: int = Field(description="index among the document's sentences, from 0")
    role: Role
    language: str | None = Field(description="BCP 47, where it is another than the story's")


class RewordingRecord(Record):
    """One sentence that a language model wrote."""

    text: str
    sentences: list[int] = Field(description="indexes among the document's sentences, from 0: what it stands on")


class TopicRecord(Record):
    """A category and the words that speak for it."""

    category: str
    confidence: float
    evidence: list[str]


class LightRecord(Record):
    """Something that a person should look at."""

    colour: Colour
    kind: LightKind
    reason: str
    sentence: int | None


class ChangeRecord(Record):
    """One thing that cleaning did."""

    block: int
    text: str | None = Field(description="the furniture that was removed; null where prose was moved or mended")
    action: Action
    rule: str


class HeadlineRecord(Record):
    """A headline and where it came from."""

    text: str | None
    origin: HeadlineOrigin


class TellingRecord(Record):
    """Another document that tells a story."""

    document: str
    organisation: str | None
    address: str | None
    published: DateRecord
    is_earlier: bool = Field(description="an earlier version, which the story replaces")


class EarlierRecord(Record):
    """What an issue that was sent has printed of the same matter."""

    issue: dt.date
    headline: str | None
    is_update: bool = Field(description="whether the story replaces it")


class PastPromiseRecord(Record):
    """A sentence of an earlier issue that says what somebody will do."""

    id: str
    issue: dt.date
    headline: str | None
    text: str
    due: str | None = Field(description="by when, as written")
    due_by: dt.date | None = Field(description="the last day of that, where it is certain")
    is_kept: bool = Field(default=False, description="a person ticked it off since the last issue")
    told_in: str | None = Field(
        default=None, description="document of the story that tells on from it; null: none does"
    )


class PeriodRecord(Record):
    """The days that an issue covers, both included."""

    first: dt.date
    last: dt.date


class VoiceRecord(Record):
    """What somebody said who agreed to see it printed."""

    words: str
    who: str = Field(description="as they wish to be called")
    consent: dt.date = Field(description="on which they agreed")


class RevisitedRecord(Record):
    """A story of an issue that was sent more than twelve months before."""

    issue: dt.date
    story: int = Field(description="its place in the `stories` of that issue, from 1")
    headline: str
    text: str = Field(description="a sentence that was printed of it")
    organisation: str | None


class StoryRecord(Record):
    """A document that is printed."""

    source: SourceRecord
    section: str = Field(description="key of the section it is printed in")
    is_lead: bool
    treatment: Treatment
    headline: HeadlineRecord
    byline: str | None
    published: DateRecord
    events: list[EventRecord]
    findings: FindingsRecord
    summary: list[ExtractRecord] = Field(
        description="in print order; empty for a signpost, and where a language model reworded it"
    )
    reworded: list[RewordingRecord] = Field(description="what a language model wrote; empty: nothing")
    reworded_by: str | None = Field(description="the language model that wrote it; null: none did")
    sentences: int = Field(description="how many sentences the document has")
    topics: list[TopicRecord]
    unsure: str | None = Field(description="why a person should choose the category; null: sure")
    form: Form
    form_evidence: list[str]
    language: str | None
    also_in: str | None = Field(description="the other language in which the document says the same, as BCP 47")
    also_told: list[TellingRecord] = Field(description="the documents that are not printed because this one is")
    earlier: EarlierRecord | None = Field(description="what members have read of it before")
    lights: list[LightRecord]
    changes: list[ChangeRecord] = Field(description="what cleaning removed, moved or mended")


class LeftOutRecord(Record):
    """A document that is not printed."""

    document: str
    path: str
    stage: Stage
    reason: str
    instead: str | None = Field(description="path of the document that is printed in its place")


class CorrectionRecord(Record):
    """What the issue said wrong, and what is right; nothing else in the record is changed by it."""

    number: int = Field(description="among the corrections of the issue, from 1")
    day: dt.date = Field(description="on which it was let go")
    story: int | None = Field(description="place of its story in `stories`, from 1; null: it is about no single one")
    paragraphs: list[str] = Field(description="in the words of a person")


def _as_of_now(version: object) -> object:
    return VERSION if version in _EARLIER else version


class IssueRecord(Record):
    """One day's newsletter."""

    version: Annotated[Literal["1.2"], BeforeValidator(_as_of_now)] = VERSION
    name: str
    date: dt.date
    number: int | None = Field(description="of the issues that the forum counts; null: they have none")
    period: PeriodRecord | None = Field(default=None, description="the days that it covers; null: they cannot be known")
    stories: list[StoryRecord] = Field(description="in the order of print, the lead first")
    left_out: list[LeftOutRecord]
    promises: list[PastPromiseRecord] = Field(
        description="of earlier issues: kept since the last, or still open; the oldest first"
    )
    hello: list[str] = Field(default=[], description="paragraphs that the editor wrote")
    voices: list[VoiceRecord] = Field(default=[], description="in the order of print")
    question: str | None = Field(default=None, description="for a team that reads the issue together; null: none")
    from_archive: RevisitedRecord | None = Field(default=None, description="shown once more; null: nothing is")
    corrections: list[CorrectionRecord] = Field(default=[], description="that were sent since; the oldest first")
