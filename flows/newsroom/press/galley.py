"""An issue set in type: every word of it decided, before a template gives it a look.

The web page, the PDF and the plain text are three looks at one galley, so a date, a
source or a signpost reads the same in all of them.
"""

import datetime as dt
from dataclasses import dataclass, field

from flows.newsroom.model import Masthead
from flows.newsroom.press.pictures import Pictures

UNTITLED = "Untitled document"
MANY_CONTENTS, HALF_A_LINE = 6, 36  # lines; characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A sentence where it stands in its document, between the one before it and the one after."""

    before: str | None  # None: it is the first
    sentence: str
    after: str | None  # None: it is the last
    number: int  # from 1
    others: tuple[int, ...] = ()  # the numbers of further ones, where a language model drew on several

    @property
    def place(self) -> str:
        """Where it stands, in words: "sentence 3", "sentences 3 and 5"."""
        if not self.others:
            return f"sentence {self.number}"
        return f"sentences {', '.join(map(str, (self.number, *self.others[:-1])))} and {self.others[-1]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One extract, word for word, or one sentence of a language model, and where it was taken from."""

    number: int  # within its story, from 1
    text: str
    context: Context
    language: str | None = None  # BCP 47, where it is known and is not English


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of evidence beside a story, such as "Published 27 June 2019"."""

    name: str | None
    words: str
    day: dt.date | None = None  # for machines, where the words are exactly one day
    address: str | None = None  # where the words lead, http or https
    issue: dt.date | None = None  # the earlier issue that they speak of
    sentences: tuple[int, ...] = ()  # of the document that they stand on, from 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStory:
    """A story in type: paragraphs of the document's own sentences, or a signpost in ours."""

    anchor: str
    headline: str | None
    language: str | None  # BCP 47, where it is known and is not English
    archive: str | None  # "From the archive: 2019"
    paragraphs: tuple[tuple[Passage, ...], ...]  # passages that follow each other in the document make one
    signpost: str | None
    facts: tuple[Fact, ...]
    address: str | None  # http or https
    document: str  # the file's path among the seeds
    sentences: int  # how many the document has
    places: str  # of all that is printed of it: "[1] to [3]: sentences 1, 4 and 9 of 20"
    basis: str  # of the date of publication, in words
    is_brief: bool  # and kept on one page; any other may go on over the page
    tongue: str | None = None  # that its text is in another language, and which
    reworded: str | None = None  # that a language model wrote it, and which
    quotation: str | None = None  # beside the story, of somebody whom the document names
    speaker: str | None = None  # of the quotation
    quoted: tuple[int, ...] = ()  # the sentences of the document that the quotation stands on, from 1

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Everything that it prints of its document, in order."""
        return tuple(passage for paragraph in self.paragraphs for passage in paragraph)

    @property
    def name(self) -> str:
        """What to call it where it is spoken of."""
        return self.headline or UNTITLED


@dataclass(frozen=True, slots=True, kw_only=True)
class AskLine:
    """An open consultation: by when to answer, what it is about, who asks and where the answer goes."""

    day: str  # "Friday 4 December 2026"
    date: dt.date
    time: str | None
    what: str | None  # None: the story's headline says it
    who: str | None  # "Asked by Eastmarsh Council"
    answer: str | None  # a page, a mailbox or a telephone number
    address: str | None  # where the answer's words lead, http, https or mailto
    story: SetStory
    sentence: int | None = None  # of its document that it stands on, from 1; None: its title


@dataclass(frozen=True, slots=True, kw_only=True)
class SequelLine:
    """What happened next to something that stood in an earlier issue."""

    label: str  # "Kept", "Promised", "Updated", "More on this", "Still open"
    promise: str | None  # word for word; None: it is the story that tells on
    told: str  # where it was printed, and by when it is due
    issue: dt.date
    story: SetStory | None  # of this issue, that tells on; None: nothing does


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceLine:
    """What somebody said who agreed to see it printed."""

    words: str
    who: str
    consent: str  # "Printed with their consent of 12 November 2026."


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisitedLine:
    """A story of long ago."""

    title: str  # "From the archive: 2025"
    headline: str
    text: str
    told: str  # where it was printed, and from whom it came
    page: str  # its place, from the folder of this issue
    address: str | None  # its place on the web


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSection:
    """A section in type."""

    anchor: str
    title: str
    family: str
    stories: tuple[SetStory, ...]
    asks: tuple[AskLine, ...] = ()  # at its head; only of the section that asks for answers
    is_asking: bool = False  # whether it is that one, which comes after all others


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryLine:
    """A coming event: its day, its name, its time, places and whom to ask, and the story that tells of it."""

    day: str
    date: dt.date | None
    name: str | None
    places: str | None
    story: SetStory | None
    sentence: int | None = None  # of its document that it stands on, from 1; None: its title


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsLine:
    """One line of "In this issue"."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprintLine:
    """A line about the newsletter itself."""

    words: str
    address: str | None = None  # where the words lead, http or https


@dataclass(frozen=True, slots=True, kw_only=True)
class Galley:
    """An issue in type."""

    masthead: Masthead
    date: dt.date
    day: str  # "Saturday 21 November 2026"
    title: str  # of the page and of the PDF
    tally: str  # "5 stories"
    reading_time: str  # "3 minute read"
    contents: tuple[ContentsLine, ...]
    lead: SetStory | None
    diary: tuple[DiaryLine, ...]
    sections: tuple[SetSection, ...]  # none of them empty; the one that asks for answers is the last
    has_open_government: bool  # a story is printed under the Open Government Licence
    number: str | None = None  # "Issue 12"
    period: str | None = None  # "Covers 1 to 30 November 2026"
    hello: tuple[str, ...] = ()  # paragraphs that the editor wrote
    question: str | None = None  # for a team that reads the issue together
    voices: tuple[VoiceLine, ...] = ()
    revisited: RevisitedLine | None = None
    sequels: tuple[SequelLine, ...] = ()  # what became of earlier issues
    new_here: tuple[str, ...] = ()  # who publishes it and how to join, for readers who are new
    meanings: tuple[tuple[str, str], ...] = ()  # of abbreviations: the letters, and what they stand for
    imprint: tuple[ImprintLine, ...] = ()
    pictures: Pictures = field(default_factory=Pictures)

    @property
    def stories(self) -> tuple[SetStory, ...]:
        """Every story in the order of print."""
        rest = tuple(story for section in self.sections for story in section.stories)
        return (self.lead, *rest) if self.lead else rest

    @property
    def has_short_contents(self) -> bool:
        """Whether two lines of "In this issue" fit beside each other on paper, and it is worth it."""
        texts = [line.text for line in self.contents]
        return len(texts) >= MANY_CONTENTS and max(map(len, texts)) <= HALF_A_LINE

    @property
    def has_rewordings(self) -> bool:
        """Whether a language model wrote any of it."""
        return any(story.reworded for story in self.stories)

    @property
    def sourced(self) -> tuple[SetStory, ...]:
        """The stories that print a document's own sentences."""
        return tuple(story for story in self.stories if story.paragraphs)
