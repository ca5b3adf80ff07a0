"""Who signs a document: bylines and signatures, moved out of the prose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from flows.newsroom.cleaning.credits import credited, is_spoken_of
from flows.newsroom.cleaning.lexicon import ends_like_a_sentence
from flows.newsroom.cleaning.proof import Line, Mark, Proof
from flows.newsroom.language.calendar import MONTHS
from flows.newsroom.language.names import FULL_NAME, JOB, is_personal
from flows.newsroom.model import Action, BlockKind, Change

_OPENING = re.compile(
    rf"(?:[Ww]ritten |[Ww]ords |[Ss]tory )?(?:[Bb]y|[Ww]ords|[Aa]uthor)[: ] ?(?P<name>{FULL_NAME})(?:[,|]? .*)?"
)
_CLOSING = re.compile(rf"(?:[Bb]y )?(?P<name>{FULL_NAME}) is (?:a|an|the|[a-z]+)\b.*")
_PRONOUNS = r" \((?:she|he|they)/[\w/ ]+\)"
_SIGNED = re.compile(
    rf"(?P<name>{FULL_NAME})(?:{_PRONOUNS}|,? with .{{3,30}})?"
    rf"(?:(?:,| [–-]) [\w &’'-]*\b{JOB}\b[\w ,&’'-]*)?"
)
_POSTED = re.compile(rf".*\b[Bb]y (?P<name>{FULL_NAME}).*")
_INTRODUCED = re.compile(rf"(?P<name>{FULL_NAME}), [a-z]")
_NOBODY = re.compile(
    r"(?:the )?(?:admin\w*|editors?|editorial|web ?(?:master|team|editor)|staff(?: writer)?|guest(?: author)?|user"
    r"|author|(?:comm(?:unication)?s|press|media|news|marketing)(?: and \w+)?(?: team| office)?)",
    re.IGNORECASE,
)
_FROM = re.compile(r"[Ff]rom\s*[:|]\s*(?:\|\s*)?")
_BODY = re.compile(
    r"\b(?:Council|Trust|Ministry|Department|Team|Services?|Board|Forum|Committee|Network|Partnership|University"
    r"|Communications|Duty|Leadership|Association|Society|Office|Centre|Group|Charity|Commission|NHS|Care|Support)\b"
)
_ISSUER = re.compile(r"(?:[Tt]he )?(?:Ministry|Department|Office|Commission|Agency|Inspectorate)\b")
_SIGNED_WITH_DAY = re.compile(r"(?P<name>[A-Z][^\d]{4,70}?),? (?:\d.*|[A-Z][a-z]+ \d{4}.*)")
_SIGNED_WITH_MONTH = re.compile(rf"(?P<name>[A-Z][^\d]{{4,70}}?),? (?i:{'|'.join(MONTHS)}) \d{{4}}")
_JOB_BEHIND = re.compile(rf"(?<=[a-z])(?: (?i:{JOB}))+$")
_POST = re.compile(
    r"(?:Membership|Communications|Comms|Engagement|Campaigns?|Policy|Press|News|Local|Political|Senior|Chief|Deputy"
    r"|Assistant|Associate|Interim|Acting|Principal|Lead|Head|Social|Community|Health|Education|Crime|Public|Affairs"
    r"|Staff|Features?|Volunteer\w*|Fundraising|Project|Programme|Branch|Regional|National|Trainee|Freelance)\b.*"
)
_POST_BEHIND = re.compile(rf"(?<=[a-z]) {_POST.pattern}")
_PROVENANCE = re.compile(r"(?:.{0,40} )?(?:first|originally) (?:printed|published|appeared|posted)\b.*", re.IGNORECASE)
_TOP, _TAIL = 4, 4  # lines
_LONGEST_BYLINE = 14  # words
_LONGEST_AFTER_SIGNATURE = 8  # words, of the job or body under a name
_MOST_SIGNATORIES = 2  # more names in a row are a list of members


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who signs, as the document's own places for it say."""

    name: str | None
    in_doubt: bool = False  # two places name different people: nothing is chosen
    described: tuple[str, ...] = ()  # whom a line under the text describes, be it the writer or the subject


def move_bylines(proof: Proof) -> Proof:
    """The proof without bylines and signatures."""
    lines = proof.lines
    return proof.without((*_opening(lines), *_closing(lines), *_signatures(lines)))


def find_author(
    changes: Sequence[Change],
    standfirst: str | None,
    stated: str | None,
    lines: Sequence[str] = (),
    *,
    is_mail: bool = False,
) -> Author:
    """Who signs the document: a person, or else the body that stands where a byline would.

    Args:
        changes: What was moved out of the prose.
        standfirst: The introduction, which may open with the author's name and job.
        stated: The author that the document's format carries, such as the sender of a mail.
        lines: What is left of it.
        is_mail: It is a mail, whose sender writes it.
    """
    stated = stated.strip() if stated else ""
    stated = "" if _NOBODY.fullmatch(stated) else stated
    found = [stated] if stated and not _is_body(stated) else []
    told = [line for line in lines if line != standfirst]
    for rule, pattern in (("byline", _OPENING), ("byline", _CLOSING), ("date line", _POSTED), ("signature", _SIGNED)):
        moved = [change.text for change in changes if change.rule == rule]
        names = list(takewhile(bool, dropwhile(lambda name: not name, (_name(pattern, text) for text in moved))))
        if pattern is _CLOSING:
            names = [name for name in names if name and not is_spoken_of(name, told)]
        found += [" and ".join(dict.fromkeys(filter(None, names)))] if names else []
    if standfirst and (match := _INTRODUCED.match(standfirst)):
        found.append(match["name"])
    if not found:
        moved = [change.text for change in changes if change.rule in {"date line", "signature", "byline"}]
        found = list(credited([*lines, *moved], is_mail=is_mail))[:1] or list(_bodies(changes, stated, lines[-1:]))[:1]
    different = len({name.casefold() for name in found}) > 1
    described = (_name(_CLOSING, change.text) for change in changes if change.rule == "byline")
    return Author(
        name=None if different or not found else found[0],
        in_doubt=different,
        described=tuple(filter(None, described)),
    )


def _is_body(name: str) -> bool:
    return not is_personal(name) and _BODY.search(name) is not None


def _bodies(changes: Sequence[Change], stated: str, last: Sequence[str]) -> Iterator[str]:
    """The body that sends a mail, that a line under the title names, or that signs with a day or a month."""
    if stated:
        yield stated
    for change in changes:
        if change.rule == "body":
            yield _FROM.sub("", change.text)
        signed = _SIGNED_WITH_DAY.fullmatch(change.text) if change.rule == "date line" else None
        if signed and _BODY.search(signed["name"]):
            yield signed["name"]
    for line in last:
        signed = _SIGNED_WITH_MONTH.fullmatch(line)
        if signed and _BODY.search(signed["name"]):
            yield signed["name"]


def _name(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.fullmatch(text)
    name = _POST_BEHIND.sub("", _JOB_BEHIND.sub("", match["name"])) if match else ""
    name = "" if _POST.fullmatch(name) else name
    return name if name and is_personal(name) else None


def move_body(proof: Proof) -> Proof:
    """The proof without the line that names the body behind it, in the place of a byline.

    At the end with the date line under it, or, for a ministry and its like, at the top with the date line under it.
    """
    gone = {change.block for change in proof.changes if change.rule == "date line"}
    places = [
        position
        for position, line in enumerate(proof.lines)
        if (position < _TOP or position == len(proof.lines) - 1)
        and line.index + 1 in gone
        and _is_short_and_open(line, _LONGEST_BYLINE)
        and _BODY.search(line.text)
        and (_ISSUER.match(line.text) if position < _TOP else _ends_prose(proof.lines[position - 1]))
    ]
    return proof.without(Mark(position, "body", Action.MOVED) for position in places[:1])


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
        under = tuple(takewhile(lambda line: not _PROVENANCE.fullmatch(line.text), lines[position + 1 :]))
        names = 1 + sum(_is_signature(line) for line in under)
        if names <= _MOST_SIGNATORIES and all(_may_follow(line) for line in under):
            yield from (Mark(place, "signature", Action.MOVED) for place in range(position, position + 1 + len(under)))
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
