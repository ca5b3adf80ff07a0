"""Who is named as the writer in lines that say more: who took the minutes, who sends a memorandum, who prepared it."""

import re
from collections.abc import Iterator, Sequence

from flows.newsroom.cleaning.credit_lines import bare_name, interviewer_of, signers_of, without_title
from flows.newsroom.cleaning.lexicon import ends_like_a_sentence
from flows.newsroom.language.names import ALSO_FIRST_NAMES, FIRST_NAMES, FULL_NAME, HONORIFIC, JOB, NAME, is_personal

_TOP, _TAIL = 12, 4  # lines
_PROSE = 10  # words, with a full stop
_HEAD, _FOOT = 4, 7  # lines in which a name with no more than a post is the writer's
_LONGEST = 60  # words of a line with the names of all who were there
_CREDITS = tuple(
    re.compile(pattern)
    for pattern in (
        (
            r"\b(?i:written|prepared|drafted|compiled|collected|counted|reviewed|submitted|digest|summary|review|report)"
            r"(?: [a-z]+){0,5}?"
            rf" by:? (?P<name>{FULL_NAME})"
        ),
        rf"^(?:[Ww]ords|[Tt]ext|[Ss]tory|[Rr]eport)(?: by)?:? (?P<name>{FULL_NAME})",
        rf"\b(?:[Mm]inutes|[Nn]otes)(?: taken)?(?::| by:?| \|) (?P<name>{FULL_NAME})",
        rf"(?P<name>{FULL_NAME})\s*\((?:taking )?(?:notes|minutes|minute[- ]taker)\b",
        rf"(?P<name>{FULL_NAME}),? (?:taking )?(?:notes|minutes)(?=[,;.]|$)",
        (
            r"^(?i:(?:(?:report|lead|blog|post|guest) )?(?:authors?|writers?|editors?|rapporteur|scribe|clerk"
            r"|correspondent|reporter|compiler|contributors?|signed|note[- ]?taker|minute[- ]?taker)"
            r"|(?:edited|issued|produced|presented|put together|reported|posted|published|typed|transcribed|recorded"
            r"|drawn up|signed|sent) by)\s*(?::|\||(?<=by))\s*"
            rf"(?P<name>(?:{HONORIFIC} )?{FULL_NAME})"
        ),
        (
            r"\b(?i:put together|edited|typed(?: up)?|drawn up|assembled|produced|reported|blog(?: post)?|article|post"
            rf"|letter|column|diary|note) (?:by|from) (?P<name>{FULL_NAME})"
        ),
        (
            r"\b(?:statement|speech|foreword|message|letter) (?:by|from|of) (?:the [^.|]{3,60}, )?"
            rf"(?P<name>{HONORIFIC} (?:{FULL_NAME}|{NAME}))"
        ),
        rf"^[Ff]rom:\s*(?P<name>{FULL_NAME})(?:,.*)?$",
    )
)
_ABOUT_WRITER = re.compile(rf"^(?P<name>{FULL_NAME}) (?:is|works|was|chairs|teaches|writes)\b.*[.]$")

_FIRST_WITH_ROLE = re.compile(rf"(?P<name>{NAME}), (?:[a-z-]+ ){{0,4}}(?:{JOB}|carer|tenant|volunteer|parent)\b")
_FIRST_TOLD = re.compile(
    rf"\b(?i:notes|minutes|scribe|minute-taker|typed|words|story)(?: taken| by)*:? (?P<name>{NAME})\b(?! {NAME})"
    rf"|^(?P<told>{NAME}) (?:wrote|told|says|writes) (?:this|us)\b"
)
_WITH_INITIAL = re.compile(rf"{NAME} [A-Z]")
_LONGEST_WITH_ROLE = 30  # words
_INITIALS = re.compile(r"(?:Signed:? )?(?P<letters>[A-Z]{2,4}|(?:[A-Z]\. ?){2,4})(?:$|,? \d{1,2} [A-Z][a-z]+ \d{4}\b)")
_POST_BELOW = re.compile(rf"(?=.*\b{JOB}\b)[A-Z][^\d@:|!?.]{{3,70}}")
_SEVERAL = re.compile(r" and | & |, ")  # who write together are named with each other
_ASKS = re.compile(
    r"\b(?:contact|ring|phone|call|e-?mail|enquiries|book(?:ings?)?|questions|ask|speak to|write to|led by|trustees"
    r"|present|apologies|members|photo\w*|picture\w*|edited|designed|printed|speakers?)\b[^.!?]{0,40}$",
    re.IGNORECASE,
)
_CALLED = re.compile(r"(?:contact|ring|phone|call|e-?mail|text|write to|ask for|speak to|tel|t:|m:)\b", re.IGNORECASE)
_LIST_OF_PEOPLE = re.compile(
    r"(?:Present|Attend|In attendance|Apologies|Here|There|Members|Sorry)[^:|]{0,30}[:|]", re.IGNORECASE
)


def credited(lines: Sequence[str], moved: Sequence[str] = (), *, is_mail: bool = False) -> Iterator[str]:
    """The people whom a document names as its writers, the surest first.

    Args:
        lines: What is left of the document, in order.
        moved: Lines that have left it and may hold credits.
        is_mail: A mail says in its header who sent it; "From:" in its text is somebody else's.
    """
    whole = [*lines, *moved]
    near = [line for line in (*whole[:_TOP], *whole[_TOP:][-_TAIL:]) if len(line.split()) <= _LONGEST]
    for credit in _CREDITS[:-1] if is_mail else _CREDITS:
        found = (bare_name(match["name"]) for line in near for match in credit.finditer(line))
        yield from (name for name in found if name and is_personal(without_title(name)))
    yield from _named_at_the_edges(lines)
    yield from _first_names(lines)
    yield from _initials(lines)
    for line in lines[-2:]:
        match = _ABOUT_WRITER.match(line)
        if (
            match
            and is_personal(match["name"])
            and not is_spoken_of(match["name"], [one for one in lines if one != line])
        ):
            yield match["name"]


def _named_at_the_edges(lines: Sequence[str]) -> Iterator[str]:
    """Whoever a line at the head or the end names and tells nothing of, and who asks the questions of an interview."""
    for place, line in enumerate(lines[:_HEAD]):
        if place and (ends_like_a_sentence(lines[place - 1]) or _LIST_OF_PEOPLE.match(lines[place - 1])):
            break
        below = lines[place + 1] if place + 1 < len(lines) else ""
        has_post = _POST_BELOW.fullmatch(below) is not None
        name = signers_of(f"{line}, {below}" if has_post else line) or interviewer_of(line)
        others = [*lines[:place], *lines[place + 1 :]]
        if name and below and (_SEVERAL.search(name) or not is_spoken_of(name, others)):
            yield name
    for place in range(max(1, len(lines) - _FOOT), len(lines)):
        name = signers_of(lines[place])
        beside = [line for line in (*lines[place - 1 : place], *lines[place + 1 : place + 2]) if signers_of(line)]
        if beside or any(_CALLED.match(line) for line in lines[place + 1 : place + 3]):
            continue  # one of a list, or whom to ask
        if any(ends_like_a_sentence(line) and len(line.split()) >= _PROSE for line in lines[place + 1 :]):
            continue
        if name and not _ASKS.search(lines[place - 1]) and not is_spoken_of(name, lines[: place - 1]):
            yield name


def _first_names(lines: Sequence[str]) -> Iterator[str]:
    """Somebody who signs with a first name alone, or says in the first lines "Ann, final-year student"."""
    for line in lines[:2]:
        match = _FIRST_WITH_ROLE.match(line) if len(line.split()) <= _LONGEST_WITH_ROLE else None
        if match and match["name"] in FIRST_NAMES:
            yield match["name"]
    for line in lines[:_TOP]:
        match = _FIRST_TOLD.search(line)
        if match and (told := match["name"] or match["told"]) in FIRST_NAMES:
            yield told
    last = lines[-1].rstrip(" .,x") if lines else ""
    name = last.title() if last.islower() else last  # whoever writes all in small letters signs so
    if name in FIRST_NAMES or name in ALSO_FIRST_NAMES or (_WITH_INITIAL.fullmatch(name) and name[:-2] in FIRST_NAMES):
        yield last


def _initials(lines: Sequence[str]) -> Iterator[str]:
    """Whoever signs with initials alone: the only name of the document that has them, or they themselves."""
    for line in lines[-3:]:
        if (match := _INITIALS.match(line)) is None:
            continue
        letters = match["letters"].replace(".", "")
        text = "\n".join(lines)
        names = {name for name in re.findall(FULL_NAME, text) if _has_initials(name, letters) and is_personal(name)}
        if len(names) == 1:
            yield names.pop()
        elif not names and "." in match["letters"]:
            yield match["letters"]


def _has_initials(name: str, letters: str) -> bool:
    return "".join(word[0] for word in re.split(r"[ -]", name)) == letters or (
        "".join(word[0] for word in name.split()) == letters
    )


def is_spoken_of(name: str, lines: Sequence[str]) -> bool:
    """Whether somebody is told of by the surname: nobody writes so about himself."""
    surname = re.compile(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b")
    return any(surname.search(line) for line in lines if not _LIST_OF_PEOPLE.match(line))
