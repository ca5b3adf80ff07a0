"""A date, and how far it may be trusted."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


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
