"""What readers meet: sections of stories, an issue, and its editions."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from flows.newsroom.model.articles import ArticleId
from flows.newsroom.model.documents import DocumentId, Stage
from flows.newsroom.model.findings import Consultation, Event
from flows.newsroom.model.mastheads import Masthead
from flows.newsroom.model.stories import Story

PLEASE_CHECK = "please-check"
"""The key of the section for stories whose category a person should choose."""

HAVE_YOUR_SAY = "have-your-say"
"""The key of the section that asks for answers: it comes after all others, the open consultations at its head."""

PLEASE_CHECK_TITLE = "Also in this issue"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPromise:
    """A sentence of an issue that was sent: what somebody said they would do."""

    id: str  # the first letters of a hash of its issue, document and place
    issue: dt.date
    headline: str | None
    text: str
    due: str | None = None  # by when, as written
    due_by: dt.date | None = None  # the last day of that, where it is certain
    is_kept: bool = False  # a person ticked it off since the last issue
    told_in: ArticleId | None = None  # the story of the issue at hand that tells on from it


@dataclass(frozen=True, slots=True, kw_only=True)
class Erratum:
    """What an issue that was sent said wrong, and what is right, in the words of a person."""

    number: int  # among those of its issue, from 1
    day: dt.date  # on which it was let go
    paragraphs: tuple[str, ...]
    story: int | None = None  # its place in the order of print, from 1; None: it is about no single one

    @property
    def anchor(self) -> str:
        """Of its place in the issue's web page."""
        return f"correction-{self.number}"

    @property
    def story_anchor(self) -> str | None:
        """Of its story's place there; None: it is about no single one."""
        return f"story-{self.story}" if self.story else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """About how many words of a story are printed in an issue; None: all of its summary."""

    lead: int | None = None
    story: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The stories of one category, the weightiest first."""

    key: str
    title: str
    family: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days that an issue covers, both included."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryEntry:
    """A coming event with a known day, and the story that tells of it."""

    event: Event
    story: ArticleId


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenConsultation:
    """A consultation that is certain to be open, and the story that tells of it."""

    consultation: Consultation
    story: ArticleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisited:
    """A story of an issue that was sent more than twelve months before, shown once more."""

    issue: dt.date
    story: int  # its place in that issue, from 1
    headline: str
    text: str  # a sentence that was printed of it
    organisation: str | None = None  # from which it came


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What letters that an issue prints stand for."""

    letters: str  # "PSW"
    words: str  # "Principal Social Worker"
    story: ArticleId | None  # whose document says so; None: the glossary


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A document that is not in the issue, at which stage it was left out, and why."""

    document: DocumentId
    path: str
    stage: Stage
    reason: str  # in words for the coordinator, without a word of the document or a file's name
    instead: str | None = None  # the path of the document that is printed in its place
    is_waiting: bool = False  # whether a person may let it in by a decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What somebody said, word for word, who agreed to see it printed."""

    words: str
    who: str  # as they wish to be called
    consent: dt.date  # on which they agreed


@dataclass(frozen=True, slots=True, kw_only=True)
class Editorial:
    """What a person wrote for one issue."""

    hello: tuple[str, ...] = ()  # paragraphs
    question: str | None = None  # for a team that reads the issue together
    voices: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """Another edition of the same issue, as far as a page speaks of it."""

    filename: str
    media_type: str
    size: int  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """The newsletter of one day, before it takes a form."""

    masthead: Masthead
    date: dt.date
    lead: Story | None  # None: an issue without stories
    sections: tuple[Section, ...]  # without the lead
    number: int | None = None  # of the issues that the forum counts
    period: Period | None = None  # that it covers; None: it cannot be known
    editorial: Editorial = Editorial()
    diary: tuple[DiaryEntry, ...] = ()
    consultations: tuple[OpenConsultation, ...] = ()  # by the day on which they close
    meanings: tuple[Meaning, ...] = ()  # of the abbreviations that its stories print
    left_out: tuple[Rejection, ...] = ()
    promises: tuple[PastPromise, ...] = ()  # of earlier issues: kept since the last, or still open; the oldest first
    revisited: Revisited | None = None  # from the archive
    previous: dt.date | None = None  # of the issue before it in the archive
    companions: tuple[Companion, ...] = ()  # the editions that were made before the one that speaks of them

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
    notes: tuple[str, ...] = ()  # what the coordinator should know about it, in words

    @property
    def digest(self) -> str:
        """The SHA-256 of the content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def as_companion(self) -> Companion:
        """The same, as a page speaks of it."""
        return Companion(filename=self.filename, media_type=self.media_type, size=len(self.content))


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingEdition:
    """An edition that could not be made, and why."""

    renderer: str  # its name in the settings, such as "pdf"
    reason: str  # in words for the coordinator
