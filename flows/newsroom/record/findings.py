"""The findings of a story in issue.json: of no document more words than are printed."""

from pydantic import Field

from flows.newsroom.model import Article, Consultation, Figure, LinkFault, Promise, Quotation, Story
from flows.newsroom.record.dates import DateRecord, Record, dated


class QuotationRecord(Record):
    """What somebody said."""

    speaker: str | None = Field(description="as the document names them; null: it names nobody, or leaves a doubt")
    words: int
    text: str | None = Field(description="word for word, without its marks; null where the summary does not hold it")
    sentence: int = Field(description="index of the sentence in which it begins")
    last_sentence: int
    is_closed: bool = Field(description="whether a mark ends it")


class FigureRecord(Record):
    """A number with what limits it and what it counts."""

    text: str
    number: str
    hedge: str | None
    noun: str | None
    is_attendance: bool
    sentence: int


class PromiseRecord(Record):
    """A sentence that says what somebody will do."""

    text: str | None = Field(description="the sentence; null where the summary does not hold it")
    speaker: str | None = Field(description="who said it, where it stands in a quotation")
    due: str | None = Field(description="by when, as written")
    due_by: DateRecord = Field(description="the last day that this can mean; a guess is marked as inferred")
    sentence: int


class ConsultationRecord(Record):
    """Something that people are asked to answer."""

    name: str | None
    closes: DateRecord
    time: str | None
    asked_by: str | None = Field(default=None, description="the body that asks, as the document names it")
    answer_at: str | None = Field(default=None, description="a page, a mailbox or a telephone number, as written")
    sentence: int | None


class AbbreviationRecord(Record):
    """Letters that the document spells out."""

    letters: str
    words: str
    sentence: int


class LinkRecord(Record):
    """A link that a reader could not follow."""

    fault: LinkFault
    sentence: int | None


class FindingsRecord(Record):
    """What a document tells beside its events; empty for a signpost, but for its consultations."""

    quotations: list[QuotationRecord]
    figures: list[FigureRecord]
    promises: list[PromiseRecord]
    consultations: list[ConsultationRecord]
    abbreviations: list[AbbreviationRecord]
    organisations: list[str]
    links: list[LinkRecord]


def findings(story: Story) -> FindingsRecord:
    """The findings of a story that stand on sentences which may be printed."""
    article = story.article
    found, is_extract = article.findings, story.summary is not None
    printed = frozenset(extract.sentence for extract in story.summary.extracts) if story.summary else frozenset()
    figures = [one for one in found.figures if is_extract and one.sentence not in article.sensitive]
    promises = [one for one in found.promises if is_extract and one.sentence not in article.sensitive]
    return FindingsRecord(
        quotations=[_quotation(one, printed) for one in found.quotations if is_extract and _is_open(one, article)],
        figures=[_figure(one) for one in figures],
        promises=[_promise(one, printed) for one in promises],
        consultations=[
            _consultation(one, article) for one in found.consultations if one.sentence not in article.sensitive
        ],
        abbreviations=[
            AbbreviationRecord(letters=one.letters, words=one.words, sentence=one.sentence)
            for one in found.abbreviations
            if is_extract
        ],
        organisations=list(found.organisations) if is_extract else [],
        links=[LinkRecord(fault=one.fault, sentence=one.sentence) for one in found.links if is_extract],
    )


def _is_open(quotation: Quotation, article: Article) -> bool:
    return article.sensitive.isdisjoint(quotation.sentences)


def _quotation(one: Quotation, printed: frozenset[int]) -> QuotationRecord:
    is_printed = printed.issuperset(one.sentences)
    return QuotationRecord(
        speaker=one.speaker,
        words=len(one.text.split()),
        text=one.text if is_printed else None,
        sentence=one.sentence,
        last_sentence=one.last_sentence,
        is_closed=one.is_closed,
    )


def _figure(one: Figure) -> FigureRecord:
    return FigureRecord(
        text=one.text,
        number=one.number,
        hedge=one.hedge,
        noun=one.noun,
        is_attendance=one.is_attendance,
        sentence=one.sentence,
    )


def _promise(one: Promise, printed: frozenset[int]) -> PromiseRecord:
    return PromiseRecord(
        text=one.text if one.sentence in printed else None,
        speaker=one.speaker,
        due=one.due,
        due_by=dated(one.due_by),
        sentence=one.sentence,
    )


def _consultation(one: Consultation, article: Article) -> ConsultationRecord:
    return ConsultationRecord(
        name=one.name,
        closes=dated(one.closes),
        time=one.time,
        asked_by=one.asked_by,
        answer_at=one.answer_at if one.answer_at and not article.is_private(one.answer_at) else None,
        sentence=one.sentence,
    )
