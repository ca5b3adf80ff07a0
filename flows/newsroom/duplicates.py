"""Which documents of an issue say the same, so that each thing is printed once.

Every document points at no more than one that is richer, the one that holds most of its wording, and what it
points at is printed instead. So a teaser that stands in two reports goes, and both reports stay.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np

from flows.newsroom.language.shingles import Shingles, containment, promising_pairs, shingles_of
from flows.newsroom.language.telling_words import announces_a_change, subject_words, telling_words
from flows.newsroom.language.words import WORD
from flows.newsroom.model import Article, ArticleId

_AS_LONG = 0.6  # the share of the longer one's words that an other version has
_SAME_TITLE = 0.25  # of its runs of four words: in a later one of the same title, they make it an earlier version
_TITLE_WORDS = 3  # the fewest that tell one document from another
_MOST_OF_A_TITLE = 12  # documents; what more have in common is the name of a series
_NEAR = 0.5  # of a document's runs of four words: in another, they make it a duplicate
# Of the names, numbers and rare words of the document that has fewer of them, in both. Of all 18,000 pairs of labelled
# documents those that tell two stories of about one length have 0.5 at most, and 0.14 where one announces a change.
_ONE_STORY, _FEWEST_TOLD, _AS_MANY = 0.55, 12, 0.5
_ONE_SUBJECT, _FEWEST_OF_A_CHANGE = 0.25, 5
_OPENING = 4  # sentences in which a notice says that something has changed


class DuplicateKind(StrEnum):
    """How alike two documents are."""

    SAME = "same"  # word for word
    NEAR = "near"
    STORY = "story"  # other words for the same names and numbers
    EARLIER = "earlier"  # an earlier version, of about the same length or with a change announced since


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What finding duplicates needs to know of a document: about 4 bytes a word."""

    path: str
    article: ArticleId
    words: int
    published: int | None  # the day, as an ordinal number
    is_printable: bool  # whether its sentences may be printed
    title: str | None = None  # its own, in small letters, where it is long enough to be known by
    shingles: bytes  # CRC-32 of each run of four words, as sorted unique little-endian uint32
    subject: frozenset[str] = frozenset()  # the stems of its title that name what it is about
    telling: bytes = b""  # CRC-32 of its names, numbers and rare words, likewise
    is_change: bool = False  # whether it announces that something is otherwise than was said


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """A document that is left out, and the one that is printed instead."""

    dropped: str  # path
    kept: str  # path
    containment: float  # share of the dropped document's runs of four words that stand in the kept one
    kind: DuplicateKind


def fingerprint(article: Article, *, is_printable: bool = True) -> Fingerprint:
    """Describe the wording of `article` in a few kilobytes.

    Args:
        article: The article.
        is_printable: Whether its sentences may be printed; one that may goes before one that may not.
    """
    words = WORD.findall(article.text.lower())
    title = article.own_title or ""
    opening = "\n".join((title, *(sentence.text for sentence in article.sentences[:_OPENING])))
    return Fingerprint(
        path=article.source.path,
        article=article.id,
        words=len(words),
        published=article.published.date.toordinal() if article.published.date else None,
        is_printable=is_printable,
        title=_title(article),
        shingles=shingles_of(words).tobytes(),
        subject=subject_words(title),
        telling=telling_words(f"{title}\n{article.text}").tobytes(),
        is_change=announces_a_change(opening),
    )


def find_duplicates(fingerprints: Sequence[Fingerprint]) -> tuple[Duplicate, ...]:
    """Say which documents to leave out, in the order of their paths.

    A document is a duplicate if its words are those of another, or if half of its runs of four words stand in a
    richer one. Richer is: more words, then a date of its own, then the smaller path. What one document holds of
    another, not what both have in common (Jaccard), also finds teasers and copies that were cut. Of versions of
    about the same length the latest stays; those that bear the same title need no more than a quarter in common.
    Whoever tells a story in other words keeps its names and numbers: most of those in common make it one story; fewer
    do where a title shares its subject with the other's and one of the two announces a change.

    Args:
        fingerprints: Those of a whole issue, in any order; paths differ.
    """
    ranked = sorted(
        fingerprints, key=lambda each: (not each.is_printable, -each.words, each.published is None, each.path)
    )
    richer = _same(ranked)
    distinct = [number for number in range(len(ranked)) if number not in richer]
    richer |= _of_one_title(ranked, distinct)
    richer |= _of_one_subject(ranked, distinct)
    richer |= _nearest(distinct, [_as_array(ranked[number]) for number in distinct])
    kept = {number: _kept(number, richer) for number in richer}
    found = [one for number in set(kept.values()) for one in _of_one_story(ranked, number, kept)]
    return tuple(sorted(found, key=lambda duplicate: duplicate.dropped))


def _richest_first(each: Fingerprint) -> tuple[bool, int, bool, str]:
    return not each.is_printable, -each.words, each.published is None, each.path


def _of_one_story(ranked: Sequence[Fingerprint], richest: int, kept: Mapping[int, int]) -> Iterator[Duplicate]:
    """The duplicates of a story, of which the latest version stays, and the richest where no version is later."""
    group = [ranked[richest], *(ranked[number] for number, instead in kept.items() if instead == richest)]
    later = [each for each in group if _is_version(group[0], each) or _replaces(each, group[0])]
    stays = max(later, key=lambda each: (each.published or 0, each.words, each.path)) if later else group[0]
    yield from (_duplicate(each, stays) for each in group if each is not stays)


def _is_version(earlier: Fingerprint, later: Fingerprint) -> bool:
    """Whether a document that says much the same was published later than another of about its length."""
    if earlier.published is None or later.published is None or earlier.published >= later.published:
        return False
    return is_as_long(earlier, later) and later.is_printable >= earlier.is_printable


def is_as_long(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether two documents are of about the same length, as versions of one text are."""
    return min(one.words, other.words) >= _AS_LONG * max(one.words, other.words)


def _as_array(each: Fingerprint) -> Shingles:
    return np.frombuffer(each.shingles, dtype="<u4")


def _same(ranked: Sequence[Fingerprint]) -> dict[int, int]:
    """Every document whose words another has too, and the richest of those."""
    first: dict[ArticleId, int] = {}
    for number, each in enumerate(ranked):
        first.setdefault(each.article, number)
    return {number: first[each.article] for number, each in enumerate(ranked) if first[each.article] != number}


def _nearest(numbers: Sequence[int], shingles: Sequence[Shingles]) -> dict[int, int]:
    """Every document that half stands in a richer one, and the richer one that holds most of it."""
    best: dict[int, tuple[float, int]] = {}
    for richer, poorer in promising_pairs(shingles, _NEAR):
        share = containment(shingles[poorer], shingles[richer])
        if share >= _NEAR and (share, -richer) > best.get(poorer, (0.0, 0)):
            best[poorer] = (share, -richer)
    return {numbers[poorer]: numbers[-richer] for poorer, (_, richer) in best.items()}


def _title(article: Article) -> str | None:
    words = WORD.findall((article.own_title or "").lower())
    return " ".join(words) if len(words) >= _TITLE_WORDS else None


def _of_one_title(ranked: Sequence[Fingerprint], numbers: Sequence[int]) -> dict[int, int]:
    """Of two versions that bear the same title the poorer, and the richer one."""
    titled = defaultdict[str, list[int]](list)
    for number in numbers:
        if title := ranked[number].title:
            titled[title].append(number)
    versions: dict[int, int] = {}
    for group in titled.values():
        for richer, poorer in combinations(group[:_MOST_OF_A_TITLE], 2):
            if poorer not in versions and _are_versions(ranked[richer], ranked[poorer]):
                versions[poorer] = richer
    return versions


def _of_one_subject(ranked: Sequence[Fingerprint], numbers: Sequence[int]) -> dict[int, int]:
    """The poorer of two documents that tell one story in other words, or of which one announces what has changed."""
    told = [np.frombuffer(ranked[number].telling, dtype="<u4") for number in numbers]
    best: dict[int, tuple[float, int]] = {}
    for one, other in promising_pairs(told, _ONE_SUBJECT):
        richer, poorer = sorted((numbers[one], numbers[other]))
        few, many = sorted((told[one], told[other]), key=len)
        share = containment(few, many)
        is_one = share >= _ONE_STORY and len(few) * share >= _FEWEST_TOLD and len(few) >= _AS_MANY * len(many)
        is_one = is_one or _is_of_a_change(ranked[richer], ranked[poorer], share, len(few))
        if is_one and (share, -richer) > best.get(poorer, (0.0, 0)):
            best[poorer] = (share, -richer)
    return {poorer: -richer for poorer, (_, richer) in best.items()}


def _is_of_a_change(one: Fingerprint, other: Fingerprint, share: float, told: int) -> bool:
    has_subjects = bool(one.subject and other.subject)
    is_near = share >= (_ONE_SUBJECT if has_subjects else _ONE_STORY) and told * share >= _FEWEST_OF_A_CHANGE
    return is_near and (_replaces(one, other) or _replaces(other, one))


def _replaces(later: Fingerprint, earlier: Fingerprint) -> bool:
    """Whether a document announces a change to what another announced; titles that name a subject must share it."""
    shared, fewest = later.subject & earlier.subject, min(len(later.subject), len(earlier.subject))
    has_subject = 2 * len(shared) >= fewest and (bool(shared) or not fewest)
    is_next = later.published is None or earlier.published is None or later.published > earlier.published
    is_alone = later.is_change and (not earlier.is_change or (later.published or 0) > (earlier.published or 0))
    return has_subject and is_next and is_alone and later.is_printable >= earlier.is_printable


def _are_versions(richer: Fingerprint, poorer: Fingerprint) -> bool:
    is_later = _is_version(richer, poorer) or _is_version(poorer, richer)
    return is_later and containment(_as_array(poorer), _as_array(richer)) >= _SAME_TITLE


def _kept(number: int, richer: dict[int, int]) -> int:
    while number in richer:
        number = richer[number]
    return number


def _duplicate(dropped: Fingerprint, kept: Fingerprint) -> Duplicate:
    if dropped.article == kept.article:
        return Duplicate(dropped=dropped.path, kept=kept.path, containment=1.0, kind=DuplicateKind.SAME)
    share = round(containment(_as_array(dropped), _as_array(kept)), 4)
    kind = DuplicateKind.NEAR if share >= _NEAR else DuplicateKind.STORY
    if _is_version(dropped, kept) or _replaces(kept, dropped):
        kind = DuplicateKind.EARLIER
    return Duplicate(dropped=dropped.path, kept=kept.path, containment=share, kind=kind)
