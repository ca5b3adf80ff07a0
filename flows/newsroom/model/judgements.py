"""What an article says in short, what it is about, and what kind of document it is."""

from dataclasses import dataclass, replace
from enum import StrEnum

from flows.newsroom.model.articles import Article

_HARDLY_LONGER = 10  # words; a summary that a sentence makes so much longer than asked for is not much too long


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
    rank: int = 0  # the order in which it was chosen: the first, 0, says most
    leans: bool = False  # understood only after the sentence before it
    limits: bool = False  # says what the sentence before it does not hold for, or that it is not settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """A sentence that a language model wrote, and the sentences of the article that it stands on."""

    text: str
    sentences: tuple[int, ...]  # indexes into Article.sentences, at least one
    doubts: tuple[str, ...] = ()  # what a person should look at, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Setback:
    """Why no language model's sentences are printed although the coordinator named one."""

    reason: str  # in words for the coordinator
    is_passing: bool = False  # whether the next run should ask again


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What an article says, in its own sentences and in its own order.

    Where a language model reworded it, `rewordings` are printed instead of the extracts, never beside them.
    """

    extracts: tuple[Extract, ...]
    method: str  # the summariser's name
    rewordings: tuple[Rewording, ...] = ()
    reworded_by: str | None = None  # the language model's name; None: nobody
    setback: Setback | None = None

    def within(self, words: int) -> tuple[Extract, ...]:
        """The extracts that say most in at most `words` words, in the article's order.

        The first chosen stands even if it is longer: a sentence is never cut, and a story is never without one. Nor
        does a sentence stand without the one behind it that limits it.
        """
        kept: list[Extract] = []
        for extract in sorted(self.extracts, key=lambda one: one.rank):
            whole = [one for one in self.with_limits(extract) if one not in kept]
            is_understood = not (extract.leans or extract.limits) or any(
                one.sentence == extract.sentence - 1 for one in kept
            )
            length = sum(len(one.text.split()) for one in (*kept, *whole))
            if not kept or (length <= words and is_understood):
                kept += whole
        return tuple(sorted(kept, key=lambda one: one.sentence))

    def with_limits(self, extract: Extract) -> tuple[Extract, ...]:
        """An extract, and those right behind it that limit what it says."""
        behind = next((one for one in self.extracts if one.limits and one.sentence == extract.sentence + 1), None)
        return (extract, *(self.with_limits(behind) if behind else ()))

    def shortened(self, words: int) -> "Summary":
        """The same in about `words` words: what is hardly longer stays as it is, and so does what was reworded."""
        if self.rewordings or self.words <= words + _HARDLY_LONGER:
            return self
        return replace(self, extracts=self.within(words))

    @property
    def printed(self) -> frozenset[int]:
        """The sentences of the article that are printed, or on which what is printed stands."""
        if self.rewordings:
            return frozenset(place for one in self.rewordings for place in one.sentences)
        return frozenset(extract.sentence for extract in self.extracts)

    @property
    def words(self) -> int:
        """How long it is."""
        return sum(len(one.text.split()) for one in self.rewordings or self.extracts)


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
class Category:
    """One subject of the newsletter, as the forum defines it."""

    key: str
    name: str
    line: str  # what belongs here, in one line
    words: tuple[str, ...]  # words and phrases that speak for it
    texts: tuple[str, ...] = ()  # short texts like those that belong here
    forms: tuple[tuple[Form, float], ...] = ()  # how many of ten documents of a form belong here
    family: str = "public"  # colour family: public, practice or people


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """The forum's categories in the order in which a tie is settled, and the words that never count."""

    categories: tuple[Category, ...]
    house: tuple[str, ...] = ()  # words that stand in nearly every document of a forum


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
    is_settled: bool = False  # whether a person chose the subject

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
