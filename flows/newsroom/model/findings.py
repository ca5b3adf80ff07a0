"""Facts of a document, each in its own words and with the sentence it stands on.

Every text of a finding is a slice of the article as it stands. A `sentence` is an index into
`Article.sentences`; where it may be None, the title tells it.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from flows.newsroom.model.days import Dated


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens on a day, as the document tells it."""

    name: str | None  # "first social work conference"; None: a day without a name for what happened
    when: Dated
    last_day: dt.date | None = None  # of an event of several days
    places: tuple[str, ...] = ()
    sentence: int | None = None  # index into Article.sentences; None: told in the title
    time: str | None = None  # "10am to 3.30pm"
    contact: str | None = None  # whom to ask
    cost: str | None = None  # "£145", "free"
    booking: str | None = None  # the sentence that says how to book


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """What somebody said, word for word, without the marks around it."""

    paragraphs: tuple[str, ...]  # a quotation over several paragraphs is one of one speaker
    speaker: str | None  # as the text names them; None: it names nobody, or leaves a doubt
    sentence: int  # in which it begins
    last_sentence: int  # in which it ends
    is_closed: bool = True  # whether a mark ends it: without one nobody knows where it ends

    @property
    def text(self) -> str:
        """All of it on one line."""
        return " ".join(self.paragraphs)

    @property
    def sentences(self) -> range:
        """The sentences that it reaches over."""
        return range(self.sentence, self.last_sentence + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with the words that limit it and what it counts: "around 220 social workers"."""

    text: str
    number: str  # "220", "3 or 4", "sixteen", "14 %"
    hedge: str | None = None  # "around", "over", "I think, at present"
    noun: str | None = None  # "social workers"
    is_attendance: bool = False  # it says how many came
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A sentence that says what somebody will do."""

    text: str
    due: str | None = None  # by when, as written: "by the end of June", "very soon"
    due_by: Dated = Dated()  # the last day of that, where a known date tells it
    speaker: str | None = None  # who said it, where it stands in a quotation
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """Something that people are asked to answer until a day."""

    name: str | None  # as the document names it
    closes: Dated
    time: str | None = None  # "5pm"
    asked_by: str | None = None  # the body that asks, as the document names it
    answer_at: str | None = None  # a page, a mailbox or a telephone number, as written
    sentence: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """Letters that the document itself spells out."""

    letters: str  # "PSW"
    words: str  # "Principal Social Worker"
    sentence: int


class LinkFault(StrEnum):
    """What is wrong with a link."""

    CUT = "cut off"
    MISSING = "missing"  # "can be read here", and there is no link
    MUTE = "does not say where it leads"


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultyLink:
    """A link that a reader could not follow, or could not tell from another."""

    fault: LinkFault
    text: str  # the document's own words
    sentence: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a document tells beside its events, each in its order."""

    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    promises: tuple[Promise, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    organisations: tuple[str, ...] = ()
    links: tuple[FaultyLink, ...] = ()
