"""Which documents are printed, decided on a short description of each, so that thousands fit in memory."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from flows.newsroom.duplicates import Duplicate, DuplicateKind, Fingerprint, find_duplicates, fingerprint
from flows.newsroom.memory import Memory, Recollection, Repeat
from flows.newsroom.model import (
    COPYRIGHT,
    TRADE_PRESS,
    Article,
    Colour,
    Dated,
    DocumentId,
    Earlier,
    Rejection,
    Rights,
    Source,
    Stage,
    Telling,
)

ARCHIVE_AFTER_DAYS = 365  # older than this at the date, a story is a record, not news

_AN_EARLIER_VERSION = "It is an earlier version of a document that is printed."

Rank = tuple[bool, bool, bool, int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What the choice needs to know of a document."""

    document: DocumentId
    path: str
    rank: Rank
    fingerprint: Fingerprint
    source: Source
    published: Dated
    waits_for: str | None = None  # what a person must decide before it is printed, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The paths of the documents that are printed, and why the others are not."""

    printed: frozenset[str]
    left_out: tuple[Rejection, ...]
    tellings: Mapping[str, tuple[Telling, ...]] = field(default_factory=dict)  # of each printed path: who else tells it
    earlier: Mapping[str, Earlier] = field(default_factory=dict)  # of each printed path: what members have read of it
    has_old_news_only: bool = False  # whether members have read every document


def make_brief(article: Article, date: dt.date) -> Brief:
    """Describe `article` for the choice of the issue of `date`."""
    source = article.source
    return Brief(
        document=source.id,
        path=source.path,
        rank=rank(article, date),
        fingerprint=fingerprint(article, is_printable=not is_signpost(article)),
        source=source,
        published=article.published,
        waits_for=waits_for(article),
    )


_NO_MEMORY = Memory()


def choose(briefs: Sequence[Brief], most_stories: int, memory: Memory = _NO_MEMORY) -> Choice:
    """Print each thing once, and at most `most_stories` things, the first by rank.

    Args:
        briefs: Every document that was understood.
        most_stories: How many an issue holds.
        memory: What earlier issues printed; none of it is printed again.
    """
    recollection = Recollection(memory.printed)
    recalled = {brief.path: recollection.recall(brief.fingerprint) for brief in briefs if brief.waits_for is None}
    free = [brief for brief in briefs if brief.path in recalled and not isinstance(recalled[brief.path], Repeat)]
    duplicates = find_duplicates([brief.fingerprint for brief in free])
    dropped = {duplicate.dropped for duplicate in duplicates}
    ranked = sorted((brief for brief in free if brief.path not in dropped), key=lambda brief: brief.rank)
    by_path = {brief.path: brief for brief in free}
    return Choice(
        printed=frozenset(brief.path for brief in ranked[:most_stories]),
        left_out=(
            *(_waiting(brief, brief.waits_for) for brief in briefs if brief.waits_for is not None),
            *(_read_before(brief, seen) for brief in briefs if isinstance(seen := recalled.get(brief.path), Repeat)),
            *(_said_elsewhere(duplicate, by_path) for duplicate in duplicates),
            *(_crowded_out(brief, most_stories) for brief in ranked[most_stories:]),
        ),
        tellings=_tellings(duplicates, by_path),
        has_old_news_only=bool(briefs) and all(isinstance(recalled.get(brief.path), Repeat) for brief in briefs),
        earlier={path: seen for path, seen in recalled.items() if isinstance(seen, Earlier)},
    )


def _tellings(duplicates: Sequence[Duplicate], by_path: Mapping[str, Brief]) -> dict[str, tuple[Telling, ...]]:
    tellings: dict[str, tuple[Telling, ...]] = {}
    for duplicate in duplicates:
        other = by_path[duplicate.dropped]
        is_earlier = duplicate.kind is DuplicateKind.EARLIER
        telling = Telling(source=other.source, published=other.published, is_earlier=is_earlier)
        tellings[duplicate.kept] = (*tellings.get(duplicate.kept, ()), telling)
    return tellings


def rank(article: Article, date: dt.date) -> Rank:
    """The order of print: news before records, extracts before signposts, the newest first, then the fullest."""
    published = article.published.date
    return (
        is_old(article, date),
        is_signpost(article),
        published is None,
        -(published.toordinal() if published else 0),
        -len(article.sentences),
        article.source.path,
    )


def is_signpost(article: Article) -> bool:
    """Whether only our own words may stand for it: press, or looking like press while nobody spoke of this document.

    What was said of a whole folder does not settle it: one cutting among our own minutes is enough to be charged for.
    """
    said = article.source.defaults
    rules = {change.rule for change in article.changes}
    # Our own page may carry our own copyright line; it never says "More from" a magazine.
    looks_like_press = TRADE_PRESS in rules or (COPYRIGHT in rules and said.rights is Rights.ASK)
    is_settled = said.has_own_rights and said.rights is not Rights.ASK
    return said.rights is Rights.PRESS or (looks_like_press and not is_settled)


def waits_for(article: Article) -> str | None:
    """What a person must decide before anything of the document is printed, in words; None: nothing.

    Of a document that is only signposted no sentence is printed, so what its sentences say holds nothing up.
    """
    is_seen = not is_signpost(article)
    red = [one for one in article.lights if one.colour is Colour.RED and (is_seen or one.sentence is None)]
    if not red:
        return None
    reasons = dict.fromkeys(one.reason.partition(". ")[0] for one in red)
    kinds = ", ".join(f'"{kind}"' for kind in dict.fromkeys(one.kind for one in red))
    return (
        f"It waits until you have decided: {'; '.join(map(_in_a_list, reasons))}. To print it, without the passages"
        f" that are held "
        f"back, write decided = [{kinds}] for this file into source.toml; to keep it out, leave_out = true."
    )


def _in_a_list(reason: str) -> str:
    return (reason[:1].lower() + reason[1:]).rstrip(".")


def _waiting(brief: Brief, reason: str) -> Rejection:
    return Rejection(document=brief.document, path=brief.path, stage=Stage.COMPOSE, reason=reason, is_waiting=True)


def _read_before(brief: Brief, repeat: Repeat) -> Rejection:
    return Rejection(document=brief.document, path=brief.path, stage=Stage.COMPOSE, reason=repeat.reason)


def is_old(article: Article, date: dt.date) -> bool:
    """Whether it was published, or (undated) tells only of events, over twelve months before `date`."""
    published = article.published.date
    days = [published] if published else [day for event in article.events for day in _days(event.when)]
    return bool(days) and (date - max(days)).days > ARCHIVE_AFTER_DAYS


def _days(when: Dated) -> tuple[dt.date, ...]:
    return (when.date,) if when.date else when.candidates


def _said_elsewhere(duplicate: Duplicate, by_path: Mapping[str, Brief]) -> Rejection:
    brief = by_path[duplicate.dropped]
    return Rejection(
        document=brief.document,
        path=brief.path,
        stage=Stage.COMPOSE,
        reason=_why_once(duplicate),
        instead=duplicate.kept,
    )


def _why_once(duplicate: Duplicate) -> str:
    if duplicate.kind is DuplicateKind.EARLIER:
        return _AN_EARLIER_VERSION
    if duplicate.kind is DuplicateKind.STORY:
        return "Another document is printed that tells the same story: most of its names and numbers stand there."
    share = "all" if duplicate.containment >= 1 else f"{duplicate.containment:.0%}"
    return f"Another document is printed that says the same ({share} of its wording stands there)."


def _crowded_out(brief: Brief, most_stories: int) -> Rejection:
    return Rejection(
        document=brief.document,
        path=brief.path,
        stage=Stage.COMPOSE,
        reason=f"The issue holds {most_stories} stories (issue.most_stories in newsletter.toml); others come first.",
    )
