"""Who signs a document: bylines and signatures, moved out of the prose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.newsroom.cleaning.lexicon import ends_like_a_sentence
from flows.newsroom.cleaning.proof import Line, Mark, Proof
from flows.newsroom.language.names import FULL_NAME, JOB, is_personal
from flows.newsroom.model import Action, BlockKind, Change

_OPENING = re.compile(
    rf"(?:[Ww]ritten |[Ww]ords |[Ss]tory )?(?:[Bb]y|[Ww]ords|[Aa]uthor)[: ] ?(?P<name>{FULL_NAME})(?:[,|]? .*)?"
)
_CLOSING = re.compile(rf"(?:[Bb]y )?(?P<name>{FULL_NAME}) is (?:a|an|the|[a-z]+)\b.*")
_SIGNED = re.compile(rf"(?P<name>{FULL_NAME})(?:(?:,| [–-]) [\w &’'-]*\b{JOB}\b[\w ,&’'-]*)?")
_POSTED = re.compile(rf".*\b[Bb]y (?P<name>{FULL_NAME}).*")
_INTRODUCED = re.compile(rf"(?P<name>{FULL_NAME}), [a-z]")
_NOBODY = re.compile(
    r"(?:the )?(?:admin\w*|editors?|editorial|web ?(?:master|team|editor)|staff(?: writer)?|guest(?: author)?|user"
    r"|author|(?:comm(?:unication)?s|press|media|news|marketing)(?: and \w+)?(?: team| office)?)",
    re.IGNORECASE,
)
_TOP, _TAIL = 4, 4  # lines
_LONGEST_BYLINE = 14  # words
_LONGEST_AFTER_SIGNATURE = 8  # words, of the job or body under a name
_MOST_SIGNATORIES = 2  # more names in a row are a list of members


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who signs, as the document's own places for it say."""

    name: str | None
    in_doubt: bool = False  # two places name different people: nothing is chosen


def move_bylines(proof: Proof) -> Proof:
    """The proof without bylines and signatures."""
    lines = proof.lines
    return proof.without((*_opening(lines), *_closing(lines), *_signatures(lines)))


def find_author(changes: Sequence[Change], standfirst: str | None, stated: str | None) -> Author:
    """Who signs the document.

    Args:
        changes: What was moved out of the prose.
        standfirst: The introduction, which may open with the author's name and job.
        stated: The author that the document's format carries, such as the sender of a mail.
    """
    stated = stated.strip() if stated else ""
    found = [stated] if stated and not _NOBODY.fullmatch(stated) else []
    for rule, pattern in (("byline", _OPENING), ("byline", _CLOSING), ("date line", _POSTED), ("signature", _SIGNED)):
        names = [name for change in changes if change.rule == rule and (name := _name(pattern, change.text))]
        found += [" and ".join(dict.fromkeys(names))] if names else []
    if standfirst and (match := _INTRODUCED.match(standfirst)):
        found.append(match["name"])
    different = len({name.casefold() for name in found}) > 1
    return Author(name=None if different or not found else found[0], in_doubt=different)


def _name(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.fullmatch(text)
    return match["name"] if match and is_personal(match["name"]) else None


def _opening(lines: tuple[Line, ...]) -> Iterator[Mark]:
    """Lines near the top such as "By Jane Smith, social worker"."""
    for position, line in enumerate(lines[:_TOP]):
        if _is_short_and_open(line, _LONGEST_BYLINE) and _name(_OPENING, line.text):
            yield Mark(position, "byline", Action.MOVED)


def _closing(lines: tuple[Line, ...]) -> Iterator[Mark]:
    """A line at the end such as "Jane Smith is a social worker at Anytown Council", without a full stop."""
    for position in _tail(lines):
        beside = lines[max(0, position - 1) : position] + lines[position + 1 : position + 2]
        if _is_about_writer(lines[position]) and not any(_is_about_writer(line) for line in beside):
            yield Mark(position, "byline", Action.MOVED)


def _is_about_writer(line: Line) -> bool:
    return _is_short_and_open(line, _LONGEST_BYLINE) and _name(_CLOSING, line.text) is not None


def _signatures(lines: tuple[Line, ...]) -> Iterator[Mark]:
    """A name under the prose, with at most a job, a body or a second name under it."""
    for position in _tail(lines):
        if position == 0 or not _ends_prose(lines[position - 1]) or not _is_signature(lines[position]):
            continue
        under = lines[position + 1 :]
        names = 1 + sum(_is_signature(line) for line in under)
        if names <= _MOST_SIGNATORIES and all(_may_follow(line) for line in under):
            yield from (Mark(place, "signature", Action.MOVED) for place in range(position, len(lines)))
            return


def _ends_prose(line: Line) -> bool:
    return ends_like_a_sentence(line.text) or line.block.kind in {BlockKind.ITEM, BlockKind.QUOTATION}


def _is_signature(line: Line) -> bool:
    return _is_short_and_open(line, _LONGEST_BYLINE) and _name(_SIGNED, line.text) is not None


def _may_follow(line: Line) -> bool:
    """Whether the line may stand under a name: no telephone number, no prose, no heading of a list."""
    has_contact = re.search(r"@|\d{3}", line.text) is not None
    return _is_short_and_open(line, _LONGEST_AFTER_SIGNATURE) and not has_contact


def _is_short_and_open(line: Line, most_words: int) -> bool:
    text = line.text
    return (
        line.block.kind is BlockKind.PARAGRAPH
        and len(text.split()) <= most_words
        and not text.endswith(":")
        and not ends_like_a_sentence(text)
    )


def _tail(lines: tuple[Line, ...]) -> range:
    return range(max(0, len(lines) - _TAIL), len(lines))
