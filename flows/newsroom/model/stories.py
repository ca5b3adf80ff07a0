"""A document as it is printed, and what members have read of it before."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from flows.newsroom.model.articles import Article
from flows.newsroom.model.days import Dated
from flows.newsroom.model.documents import Source
from flows.newsroom.model.judgements import Classification, Summary
from flows.newsroom.model.lights import Light


class Treatment(StrEnum):
    """How a story is printed."""

    EXTRACT = "extract"  # the document's own sentences
    OPENING = "opening"  # of a text in another language: its first sentences, as they are
    SIGNPOST = "signpost"  # our words and where to read it: not a sentence of theirs


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Another document that tells a story, and is not printed because the story is."""

    source: Source
    published: Dated
    is_earlier: bool = False  # an earlier version, which the story replaces


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What an issue that was sent has printed of the same matter."""

    issue: dt.date
    headline: str | None
    is_update: bool = False  # whether the story replaces it


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article as readers will meet it."""

    article: Article
    classification: Classification
    summary: Summary | None  # None: a signpost
    section: str  # the key of the section it is printed in
    lights: tuple[Light, ...] = ()  # the article's, and those the desk found
    tellings: tuple[Telling, ...] = ()  # the other documents that tell it, by path
    earlier: Earlier | None = None  # what members have read of it before

    @property
    def treatment(self) -> Treatment:
        """How it is printed."""
        if self.summary is None:
            return Treatment.SIGNPOST
        return Treatment.OPENING if self.article.is_foreign else Treatment.EXTRACT
