"""The types that flow through the newsroom, in the order in which they come about.

Every type is frozen: a stage never changes what it is given, it returns the next
thing. `None` means "unknown", never "nothing to say". Dates are calendar dates, lengths
are in words, and scores lie between 0 and 1, unless a field says otherwise.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

DocumentId = NewType("DocumentId", str)
"""The SHA-256 of a document's bytes (of its path, where the bytes cannot be read), in hexadecimal."""

ArticleId = NewType("ArticleId", str)
"""The SHA-256 of the words of an article's cleaned text, in hexadecimal: the same for CRLF or another file name."""


class Stage(StrEnum):
    """A step in the making of an issue."""

    INGEST = "ingest"
    CLEAN = "clean"
    SUMMARISE = "summarise"
    CATEGORISE = "categorise"
    COMPOSE = "compose"
    RENDER = "render"


class Rights(StrEnum):
    """Who may print what, as a person said; a document's own words may suggest it, never set it."""

    OWN = "own"  # our forum's or our host's: extracts
    OGL = "ogl"  # Open Government Licence: extracts, with the attribution line
    PRESS = "press"  # all rights reserved: a signpost in our own words
    ASK = "ask"  # nobody has said yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What a person said about a document, or about all documents of its folder, in source.toml."""

    organisation: str | None = None
    address: str | None = None  # the web page it comes from, http or https
    rights: Rights = Rights.ASK
    category: str | None = None  # the key of a category
    title: str | None = None
    published: dt.date | None = None
    has_own_rights: bool = False  # whether the rights were stated for this very document


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that somebody put among the seeds."""

    id: DocumentId
    path: str  # relative to the seeds folder, with forward slashes
    media_type: str  # IANA, such as "text/html"
    defaults: Defaults = Defaults()


class BlockKind(StrEnum):
    """What a block of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    ROW = "row"  # of a table, its cells joined by " | "


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link as the document gives it; the address is whole, and http, https or mailto."""

    text: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, item or row. Its text is one line."""

    kind: BlockKind
    text: str
    stem: str | None = None  # the line an item hangs on: an item is never printed without it
    links: tuple[Link, ...] = ()


class Confidence(StrEnum):
    """How far a date may be trusted."""

    HIGH = "high"  # print it
    MEDIUM = "medium"  # print it, and ask a person to tick it
    LOW = "low"  # do not print it
    NONE = "none"


class DateBasis(StrEnum):
    """Why a date is believed."""

    SETTLED = "settled"  # a person said so
    STATED = "stated"  # written in full in the document
    PAGE = "page data"  # in the data that a web page carries about itself
    NEAR = "near the document's date"  # day and month stated; the document's own date gives the year
    INFERRED = "inferred"  # the year follows from clues only, and is never printed as a fact
    CONFLICT = "conflict"  # the document contradicts itself: nothing is chosen
    UNKNOWN = "not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date, and why it is believed."""

    date: dt.date | None = None  # None: not known, or in conflict
    basis: DateBasis = DateBasis.UNKNOWN
    confidence: Confidence = Confidence.NONE
    words: str | None = None  # the document's own words, such as "Tuesday 29 July"
    candidates: tuple[dt.date, ...] = ()  # in a conflict or an inference: every date that is possible
    evidence: tuple[str, ...] = ()  # in words for the coordinator


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """A source as its reader found it, furniture and all."""

    source: Source
    title: str | None = None
    author: str | None = None
    published: Dated = Dated()  # only what the format itself carries, such as a page's own data
    blocks: tuple[Block, ...]  # in reading order
    notes: tuple[str, ...] = ()  # what the coordinator should know about the reading, in words


class Action(StrEnum):
    """What cleaning did with a line."""

    REMOVED = "removed"
    MOVED = "moved"  # it is a date line, a signature, a byline: kept as a fact, not as prose
    MENDED = "mended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that cleaning did, so that an editor can undo it."""

    block: int  # index into RawDocument.blocks
    text: str  # as it was
    action: Action
    rule: str  # the name of the rule, such as "comments"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with its place: `article.text[start:end] == text`."""

    text: str
    start: int
    end: int
    block: int  # index into Article.blocks


class HeadlineOrigin(StrEnum):
    """Where a headline came from."""

    TITLE = "the document's own title"
    SETTLED = "given in source.toml"
    MADE = "made from the text"
    NONE = "none: an editor writes it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A headline and where it came from; without text when nothing was worth printing."""

    text: str | None
    origin: HeadlineOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens on a day, as the document tells it."""

    name: str | None  # "first social work conference"; None: a day without a name for what happened
    when: Dated
    last_day: dt.date | None = None  # of an event of several days
    places: tuple[str, ...] = ()
    sentence: int | None = None  # index into Article.sentences; None: told in the title


class LightKind(StrEnum):
    """What a light is about."""

    RIGHTS = "rights"
    PRIVACY = "privacy"
    DATE = "date"
    LINK = "link"
    LENGTH = "length"
    CATEGORY = "category"
    READING = "reading"


class Colour(StrEnum):
    """How much a light asks of a person."""

    GREEN = "green"  # nothing
    AMBER = "amber"  # a look
    RED = "red"  # a decision, before the issue may go out


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """Something a person should look at before the issue goes out."""

    colour: Colour
    kind: LightKind
    reason: str  # in words for the coordinator
    sentence: int | None = None  # index into Article.sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A document's prose and what is known about it, and nothing that is furniture."""

    id: ArticleId
    source: Source
    headline: Headline
    standfirst: str | None = None  # the document's own, where it has one
    byline: str | None = None  # who signs it
    published: Dated
    events: tuple[Event, ...] = ()
    people: tuple[str, ...] = ()  # named in it: for the coordinator's eyes
    language: str | None = "en"  # BCP 47; None: too short to tell
    blocks: tuple[Block, ...]  # without the title
    sentences: tuple[Sentence, ...]
    changes: tuple[Change, ...] = ()
    lights: tuple[Light, ...] = ()

    @property
    def text(self) -> str:
        """The cleaned text, a block a line: what offsets count in."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def sensitive(self) -> frozenset[int]:
        """The sentences that are printed only if a person puts them there."""
        return frozenset(
            light.sentence for light in self.lights if light.kind is LightKind.PRIVACY and light.sentence is not None
        )


class Role(StrEnum):
    """What a sentence does for the reader of a summary."""

    WHAT_HAPPENED = "what happened"
    FIGURES = "figures"
    NEXT_STEPS = "next steps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """One sentence of an article, word for word, with its place and its weight."""

    text: str
    sentence: int  # index into Article.sentences
    salience: float  # comparable within one article only
    role: Role = Role.WHAT_HAPPENED


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What an article says, in its own sentences and in its own order."""

    extracts: tuple[Extract, ...]
    method: str  # the summariser's name

    @property
    def words(self) -> int:
        """How long it is."""
        return sum(len(extract.text.split()) for extract in self.extracts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One subject of the newsletter, as the forum defines it."""

    key: str
    name: str
    line: str  # what belongs here, in one line
    words: tuple[str, ...]  # words and phrases that speak for it
    family: str = "public"  # colour family: public, practice or people


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """The forum's categories in the order in which a tie is settled, and the words that never count."""

    categories: tuple[Category, ...]
    house: tuple[str, ...] = ()  # words that stand in nearly every document of a forum


class Form(StrEnum):
    """What kind of document it is."""

    EVENT_REPORT = "event report"
    EVENT_NOTICE = "notice of an event"
    MEETING_NOTE = "meeting note"
    CONSULTATION = "consultation"
    POLICY_NEWS = "policy news"
    OPINION = "blog or opinion"
    FEATURE = "feature"
    RESEARCH_DIGEST = "research digest"
    APPOINTMENT = "job or appointment"
    OBITUARY = "obituary"
    NEWS = "news"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A category an article may belong to, and the words that speak for it."""

    category: str  # its key
    confidence: float  # its share among all categories
    evidence: tuple[str, ...]  # words of the document


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """What an article is about and what kind of document it is."""

    topics: tuple[Topic, ...]  # the likeliest first, at most three
    doubt: str | None = None  # why a person should choose, in words; None: sure
    form: Form = Form.NEWS
    form_evidence: tuple[str, ...] = ()  # words of the document

    @property
    def is_unsure(self) -> bool:
        """Whether a person should choose the category."""
        return self.doubt is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the stages found out about one document."""

    article: Article
    summary: Summary
    classification: Classification


PLEASE_CHECK = "please-check"
"""The key of the section for stories whose category a person should choose."""

PLEASE_CHECK_TITLE = "Also in this issue"


class Treatment(StrEnum):
    """How a story is printed."""

    EXTRACT = "extract"  # the document's own sentences
    SIGNPOST = "signpost"  # our words and where to read it: not a sentence of theirs


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article as readers will meet it."""

    article: Article
    classification: Classification
    summary: Summary | None  # None: a signpost
    section: str  # the key of the section it is printed in
    lights: tuple[Light, ...] = ()  # the article's, and those the desk found

    @property
    def treatment(self) -> Treatment:
        """How it is printed."""
        return Treatment.SIGNPOST if self.summary is None else Treatment.EXTRACT


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The stories of one category, the weightiest first."""

    key: str
    title: str
    family: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryEntry:
    """A coming event with a known day, and the story that tells of it."""

    event: Event
    story: ArticleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A document that is not in the issue, at which stage it was left out, and why."""

    document: DocumentId
    path: str
    stage: Stage
    reason: str  # in words for the coordinator, without a word of the document or a file's name
    instead: str | None = None  # the path of the document that is printed in its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """Who publishes the newsletter; from the settings, the same in every issue."""

    name: str
    strapline: str | None = None
    publisher: str | None = None
    editor: str | None = None
    contact: str | None = None  # an e-mail address that somebody reads


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """The newsletter of one day, before it takes a form."""

    masthead: Masthead
    date: dt.date
    lead: Story | None  # None: an issue without stories
    sections: tuple[Section, ...]  # without the lead
    diary: tuple[DiaryEntry, ...] = ()
    left_out: tuple[Rejection, ...] = ()

    @property
    def stories(self) -> tuple[Story, ...]:
        """Every story in the order of print."""
        rest = tuple(story for section in self.sections for story in section.stories)
        return (self.lead, *rest) if self.lead else rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An issue in one form."""

    filename: str
    media_type: str
    content: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 of the content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingEdition:
    """An edition that could not be made, and why."""

    renderer: str  # its name in the settings, such as "pdf"
    reason: str  # in words for the coordinator
