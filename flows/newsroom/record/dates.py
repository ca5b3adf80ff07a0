"""What every part of the record shares: its strictness, and a date with its reasons."""

import datetime as dt

from pydantic import BaseModel, ConfigDict, Field

from flows.newsroom.model import Confidence, DateBasis, Dated


class Record(BaseModel):
    """A part of issue.json: no field more than it names."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DateRecord(Record):
    """A date and why it is believed."""

    date: dt.date | None
    basis: DateBasis
    confidence: Confidence
    words: str | None = Field(description="the document's own words")
    candidates: list[dt.date] = Field(description="every date that is possible, in a conflict or an inference")
    evidence: list[str]


def dated(found: Dated) -> DateRecord:
    """A date as its record."""
    return DateRecord(
        date=found.date,
        basis=found.basis,
        confidence=found.confidence,
        words=found.words,
        candidates=list(found.candidates),
        evidence=list(found.evidence),
    )
