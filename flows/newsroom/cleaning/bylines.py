"""Who signs a document: bylines and signatures, moved out of the prose."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from flows.newsroom.cleaning.credit_lines import bare_name, named_person, signs_with_post, without_title, writers_of
from flows.newsroom.cleaning.credits import credited, is_spoken_of
from flows.newsroom.cleaning.lexicon import ends_like_a_sentence
from flows.newsroom.cleaning.proof import Line, Mark, Proof
from flows.newsroom.language.calendar import MONTHS
from flows.newsroom.language.names import FULL_NAME, HONORIFIC, JOB, is_body, is_personal
from flows.newsroom.model import Action, BlockKind, Change

_OPENING = re.compile(
    rf"(?:[Ww]ritten |[Ww]ords |[Ss]tory )?(?:[Bb]y|[Ww]ords|[Aa]uthor)[: ] ?(?P<name>{FULL_NAME})(?:[,|]? .*)?"
)
_OPENING_LABEL = re.compile(r"(?:\w+ )?(?:by|to|words|text|authors?(?:\(s\))?|writers?)\b", re.IGNORECASE)
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
_FROM_ROW = re.compile(
    r"(?:From|Author|Published by|Issued by|Organisation|Department)\s*(?::\s*\|?|\|)\s*"
    r"(?P<name>(?:[A-Z][\w’'&-]*|of|for|and|the|in|with)(?:,? (?:[A-Z][\w’'&-]*|of|for|and|the|in|with|&)){1,9}?)"
    rf"(?: and {HONORIFIC} .*)?"
)
_BODY = re.compile(
    r"\b(?:Council|Trust|Ministry|Department|Team|Services?|Board|Forum|Committee|Network|Partnership|University"
    r"|Communications|Duty|Leadership|Association|Society|Office|Centre|Group|Charity|Commission|NHS|Care|Support)\b"
)
_NAME_OF_BODY = re.compile(r"(?:[Tt]he )?[A-Z][\w’'&-]*(?: (?:of|for|and|the|&|[A-Z][\w’'&-]*)){1,7}")
_HOLDS_CREDITS = frozenset({"date line", "signature", "byline", "letterhead", "masthead", "foot"})  # rules
_BODY_SIGNS = re.compile(
    r"(?:(?:[Ww]ith )?[Ll]ove from |[Ff]rom )?(?P<name>(?:[Tt]he|[Yy]our) [A-Z][^,.!?:\d]{2,60}"
    r"\b(?:crew|team|committee|group|family|volunteers|board|trustees|collective|club|editors|staff))"
)
_ISSUER = re.compile(r"(?:[Tt]he )?(?:Ministry|Department|Office|Commission|Agency|Inspectorate)\b")
_SIGNED_WITH_DAY = re.compile(r"(?P<name>[A-Z][^\d]{4,70}?),? (?:\d.*|[A-Z][a-z]+ \d{4}.*)")
_SIGNED_WITH_MONTH = re.compile(rf"(?P<name>[A-Z][^\d]{{4,70}}?),? (?i:{'|'.join(MONTHS)}) \d{{4}}")
_PROVENANCE = re.compile(r"(?:.{0,40} )?(?:first|originally) (?:printed|published|appeared|posted)\b.*", re.IGNORECASE)
_CLOSE = re.compile(r"(?:[\w’'&-]+,? ){0,7}[\w’'&-]+,|[A-Z][a-z]+ly|(?:[Bb]est|[Kk]ind|[Ww]arm)\b.{0,20}")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?]) +")
_REACHED = re.compile(r"@|\d{3}")
_CALL = re.compile(r"(?:contact|ring|phone|call|e-?mail|text|write to|ask for|speak to)\b(?! ?[:.])", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:contact|ring|phone|call|e-?mail|enquiries|book|questions|ask|speak|write)\b", re.IGNORECASE)
_TOP, _TAIL = 4, 4  # lines
_LONGEST_BYLINE = 14  # words
_LONGEST_AFTER_SIGNATURE = 8  # words, of the job or body under a name
_LONGEST_SIGNATURE = 8  # lines
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
    stated = " and ".join(name for name in stated.split(" and ") if bare_name(name)) or stated
    stated = "" if _NOBODY.fullmatch(stated) else named_person(stated) or stated
    is_unsure = is_mail and stated != "" and not signs_with_post(f"{stated}, sender")  # it may be a body's mailbox
    found = [stated] if stated and not _is_body(stated) and not is_unsure else []
    told = [line for line in lines if line != standfirst]
    for rule, name_in in _PLACES:
        moved = [change.text for change in changes if change.rule == rule]
        names = list(takewhile(bool, dropwhile(lambda name: not name, map(name_in, moved))))
        if name_in is _described:
            names = [name for name in names if name and not is_spoken_of(name, told)]
        found += [" and ".join(dict.fromkeys(filter(None, names)))] if names else []
    if standfirst and (match := _INTRODUCED.match(standfirst)):
        found.append(match["name"])
    if not found:
        moved = [change.text for change in changes if change.rule in _HOLDS_CREDITS]
        found = (
            list(credited(lines, moved, is_mail=is_mail))[:1]
            or list(_bodies(changes, stated, lines, is_mail=is_mail))[:1]
        )
    found = _without_same(found)
    different = len({name.casefold() for name in found}) > 1
    described = (_described(change.text) for change in changes if change.rule == "byline")
    return Author(
        name=None if different or not found else found[0],
        in_doubt=different,
        described=tuple(filter(None, described)),
    )


def _without_same(found: Sequence[str]) -> list[str]:
    """The names, without those that only say another one shorter, or with a title: "Ann", "Dr Ann Lee", "Ann Lee"."""
    words = [set(re.findall(r"\w+", without_title(name).casefold())) for name in found]
    return [
        name
        for n, name in enumerate(found)
        if not any(words[n] <= other for other in words[:n]) and not any(words[n] < other for other in words[n + 1 :])
    ]


def _is_body(name: str) -> bool:
    return not is_personal(name) and (_BODY.search(name) is not None or is_body(name.rsplit(maxsplit=1)[-1].lower()))


def _bodies(changes: Sequence[Change], stated: str, lines: Sequence[str], *, is_mail: bool) -> Iterator[str]:
    """The body that sends a mail, that a line under the title names, or that signs with a day or a month."""
    if stated:
        yield stated
    for line in lines[:_TOP]:
        if not is_mail and (row := _FROM_ROW.fullmatch(line)):
            yield row["name"]
    for change in changes:
        if change.rule == "body":
            yield _FROM.sub("", change.text)
        signed = _SIGNED_WITH_DAY.fullmatch(change.text) if change.rule == "date line" else None
        if signed and _BODY.search(signed["name"]):
            yield signed["name"]
    heads = {_without_article(change.text) for change in changes if change.rule in {"letterhead", "masthead"}}
    yield from (line for line in lines[-_TAIL:] if _without_article(line) in heads)
    if (
        len(lines) > 1
        and _CLOSE.fullmatch(lines[-2])
        and lines[-2].endswith(",")
        and _NAME_OF_BODY.fullmatch(lines[-1])
    ):
        yield lines[-1]
    yield from (signed["name"] for line in lines[-2:] if (signed := _BODY_SIGNS.fullmatch(line)))
    for line in lines[-1:]:
        signed = _SIGNED_WITH_MONTH.fullmatch(line)
        if signed and _BODY.search(signed["name"]):
            yield signed["name"]


def _without_article(text: str) -> str:
    return text.casefold().removeprefix("the ").strip(" .")


def _name(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.fullmatch(text)
    name = bare_name(match["name"]) if match else ""
    return name if name and is_personal(name) else None


def _opened(text: str) -> str | None:
    return writers_of(text) or _name(_OPENING, text)


def _described(text: str) -> str | None:
    return _name(_CLOSING, text)


def _posted(text: str) -> str | None:
    return writers_of(text) or _name(_POSTED, text)


def _signed(text: str) -> str | None:
    return _name(_SIGNED, text) or signs_with_post(text)


_PLACES: tuple[tuple[str, Callable[[str], str | None]], ...] = (
    ("byline", _opened),
    ("byline", _described),
    ("date line", _posted),
    ("signature", _signed),
)


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
        if line.block.kind is BlockKind.PARAGRAPH and _opens_with_writer(line, lines[position + 1 :]):
            yield Mark(position, "byline", Action.MOVED)


def _opens_with_writer(line: Line, below: Sequence[Line]) -> bool:
    if _is_short_and_open(line, _LONGEST_BYLINE) and _name(_OPENING, line.text):
        return True
    if (name := writers_of(line.text)) is None:
        return False
    is_labelled = _OPENING_LABEL.match(line.text) is not None
    return is_labelled or not is_spoken_of(name, [other.text for other in below])


def _closing(lines: tuple[Line, ...]) -> Iterator[Mark]:
    """A line at the end such as "Jane Smith is a social worker at Anytown Council", without a full stop."""
    for position in _tail(lines):
        beside = lines[max(0, position - 1) : position] + lines[position + 1 : position + 2]
        if _is_about_writer(lines[position]) and not any(_is_about_writer(line) for line in beside):
            yield Mark(position, "byline", Action.MOVED)


def _is_about_writer(line: Line) -> bool:
    return _is_short_and_open(line, _LONGEST_BYLINE) and _name(_CLOSING, line.text) is not None


def _signatures(lines: tuple[Line, ...]) -> Iterator[Mark]:
    """A name under the prose, with at most a job, a body, a second name, or how to reach it, under it."""
    for position in range(max(1, len(lines) - _LONGEST_SIGNATURE), len(lines)):
        if not _is_signature(lines[position], lines[:position]):
            continue
        prose = _prose_above(lines, position)
        under = lines[position + 1 :]
        names = 1 + sum(_is_signature(line, lines[:position]) for line in under)
        if prose is None or names > _MOST_SIGNATORIES or not all(map(_is_below_signature, under)):
            continue
        own = tuple(takewhile(_may_follow, under))
        yield from (Mark(place, "sign-off") for place in range(prose + 1, position))
        yield from (Mark(place, "signature", Action.MOVED) for place in range(position, position + 1 + len(own)))
        return


def _ends_prose(line: Line) -> bool:
    return ends_like_a_sentence(line.text) or line.block.kind in {BlockKind.ITEM, BlockKind.QUOTATION}


def _prose_above(lines: Sequence[Line], position: int) -> int | None:
    """The place of the prose that a signature stands under, a line such as "Yours, and from below," aside."""
    if _ends_prose(lines[position - 1]):
        return None if _ASKS.search(_SENTENCE_ENDS.split(lines[position - 1].text)[-1]) else position - 1
    is_close = position > 1 and _CLOSE.fullmatch(lines[position - 1].text) is not None
    return position - 2 if is_close and _ends_prose(lines[position - 2]) else None


def _is_below_signature(line: Line) -> bool:
    """Whether the line is no prose: a job, an address, how to reach somebody, where the text first appeared, a P.S."""
    return (
        (
            len(line.text.split()) <= _LONGEST_BYLINE
            and not ends_like_a_sentence(line.text)
            and not _CALL.match(line.text)
        )
        or _PROVENANCE.fullmatch(line.text) is not None
        or re.match(r"p\.?s\b", line.text, re.IGNORECASE) is not None
    )


def _is_signature(line: Line, above: Sequence[Line]) -> bool:
    if not _is_short_and_open(line, _LONGEST_BYLINE):
        return False
    if _name(_SIGNED, line.text) is not None:
        return True
    name = signs_with_post(line.text)
    return name is not None and not is_spoken_of(name, [other.text for other in above])


def _may_follow(line: Line) -> bool:
    """Whether the line may stand under a name: no telephone number, no prose, no heading of a list."""
    is_open = _is_short_and_open(line, _LONGEST_AFTER_SIGNATURE)
    return is_open and _REACHED.search(line.text) is None and _PROVENANCE.fullmatch(line.text) is None


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
