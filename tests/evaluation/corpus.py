"""The documents of the evaluation and what a careful editor says about each of them.

A document lies beside its label: `respite-review-minutes.md` and `respite-review-minutes.label.toml`.
The keys of a label are explained in README.md, in this folder. Every type is frozen.
"""

import datetime as dt
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import ClassVar

from pydantic import ConfigDict, TypeAdapter

from flows.newsroom.model import Form, LightKind, Rights

DOCUMENTS = Path(__file__).parent / "documents"
LABEL = ".label.toml"


class Half(StrEnum):
    """A set of the corpus: two halves that match each other, a third set to practise on, and one for the next rules."""

    DEVELOP = "develop"  # rules may be written with these in view
    JUDGE = "judge"  # never with these
    PRACTICE = "practice"  # with these too; they are no part of the gate
    FRESH = "fresh"  # nothing was learned from these yet: half of them were read when rules were written last


GATE = (Half.DEVELOP, Half.JUDGE)
"""The two halves that hold the same number of documents of each kind and format, and have floors."""


class Kind(StrEnum):
    """What somebody who sorts the post would call a document."""

    TRUST_NEWS = "trust news"
    COUNCIL_PAGE = "council page"
    BLOG = "blog"
    MINUTES = "minutes"
    NOTICE = "notice"
    CONSULTATION = "consultation"
    PRESS = "trade press"
    RESEARCH = "research digest"
    EMAIL = "e-mail"
    JOB = "job or appointment"
    OBITUARY = "obituary"
    CHARITY = "charity newsletter"
    POLICY = "policy announcement"
    PERSONAL = "personal story"
    NO_STORY = "page without a story"


class Status(StrEnum):
    """How a reader who has nothing but the document knows the day of an event."""

    STATED = "stated"
    NEAR = "near"
    INFERRED = "inferred"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something on a day, a deadline included."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    name: str
    words: str  # the day, as written
    status: Status
    date: dt.date | None = None
    last_day: dt.date | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """What stands between quotation marks, known by its first and last words."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    text_start: str
    text_end: str
    speaker: str | None = None  # as the text names the speaker; None: it does not


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A sentence that says what somebody will do, known by its first words."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    text_start: str
    due: str | None = None  # by when, as written


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """Something a person must look at."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    kind: LightKind
    about: str
    sentence_start: str | None = None  # None: it concerns the whole document


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a careful editor says about one document. README.md explains each key."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    kind: Kind
    rights: Rights
    title: str | None = None
    author: str | None = None
    published: dt.date | None = None
    also_published: tuple[dt.date, ...] = ()
    category: str | None = None
    also: tuple[str, ...] = ()
    form: Form | None = None
    also_form: tuple[Form, ...] = ()
    language: str | None = None
    key_sentences: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    body_lines: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    events: tuple[Happening, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    promises: tuple[Promise, ...] = ()
    lights: tuple[Concern, ...] = ()
    turned_away: bool = False
    signpost: bool = False
    duplicate_of: str | None = None
    update_of: str | None = None
    encoding: str = "utf-8"
    mojibake: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A document and its label."""

    path: Path
    label: Label

    @property
    def name(self) -> str:
        """The file name of the document."""
        return self.path.name


def parse(toml: str) -> Label:
    """Read a label; raises `pydantic.ValidationError` for a key it does not know or a value that does not fit."""
    return TypeAdapter(Label).validate_python(tomllib.loads(toml))


@cache
def documents(half: Half) -> tuple[Labelled, ...]:
    """All documents of one set with their labels, by file name; a document without a label raises `OSError`."""
    folder = DOCUMENTS / half
    paths = sorted(path for path in folder.iterdir() if not path.name.endswith(LABEL))
    return tuple(Labelled(path=path, label=parse(_label_of(path).read_text(encoding="utf-8"))) for path in paths)


def _label_of(path: Path) -> Path:
    return path.with_name(path.stem + LABEL)
