"""A document's prose, and what is known about it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from flows.newsroom.model.days import Dated
from flows.newsroom.model.documents import Block, Change, Source
from flows.newsroom.model.findings import Event, Findings
from flows.newsroom.model.lights import Light, LightKind

ArticleId = NewType("ArticleId", str)
"""The SHA-256 of the words of an article's cleaned text, in hexadecimal: the same for CRLF or another file name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with its place: `article.text[start:end] == text`."""

    text: str
    start: int
    end: int
    block: int  # index into Article.blocks
    language: str | None = None  # BCP 47, where it is another than the article's


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


_HELD_BACK = frozenset({LightKind.PRIVACY, LightKind.INSTRUCTION})

OTHER_LANGUAGE = "other language"
"""The rule by which lines leave that say in another language what stands there in English."""

TRADE_PRESS, COPYRIGHT = "trade press", "copyright"
"""The rules of the furniture lexicon whose lines say something about rights."""


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
    findings: Findings = Findings()
    language: str | None = "en"  # BCP 47; None: too short to tell
    also_in: str | None = None  # BCP 47: the other language in which the document says the same
    blocks: tuple[Block, ...]  # without the title
    sentences: tuple[Sentence, ...]
    changes: tuple[Change, ...] = ()
    lights: tuple[Light, ...] = ()

    @property
    def is_foreign(self) -> bool:
        """Whether it is in a language that the rules of the newsroom do not speak."""
        return self.language is not None and self.language.partition("-")[0] != "en"

    @property
    def imprint(self) -> tuple[str, ...]:
        """The lines that say when it appeared, which are no prose."""
        return tuple(change.text for change in self.changes if change.rule == "date line")

    @property
    def text(self) -> str:
        """The cleaned text, a block a line: what offsets count in."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def own_title(self) -> str | None:
        """The document's own title; None where the headline was given, made of its first words, or is missing."""
        return self.headline.text if self.headline.origin is HeadlineOrigin.TITLE else None

    def is_private(self, words: str) -> bool:
        """Whether words stand in a sentence that is printed only if a person puts it there."""
        return any(words in self.sentences[index].text for index in self.sensitive)

    @property
    def sensitive(self) -> frozenset[int]:
        """The sentences that are printed only if a person puts them there."""
        return frozenset(
            light.sentence for light in self.lights if light.kind in _HELD_BACK and light.sentence is not None
        )
