"""Who is named as the writer in lines that say more: who took the minutes, who sends a memorandum, who prepared it."""

import re
from collections.abc import Iterator, Sequence

from flows.newsroom.cleaning.credit_lines import bare_name, without_title
from flows.newsroom.language.names import ALSO_FIRST_NAMES, FIRST_NAMES, FULL_NAME, HONORIFIC, JOB, NAME, is_personal

_TOP, _TAIL = 12, 4  # lines
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
_LONGEST_WITH_ROLE = 30  # words
_INITIALS = re.compile(r"(?:Signed:? )?(?P<letters>[A-Z]{2,4}|(?:[A-Z]\. ?){2,4})(?:$|,? \d{1,2} [A-Z][a-z]+ \d{4}\b)")
_LIST_OF_PEOPLE = re.compile(
    r"(?:Present|Attend|In attendance|Apologies|Here|There|Members|Sorry)[^:|]{0,30}[:|]", re.IGNORECASE
)


def credited(lines: Sequence[str], *, is_mail: bool = False) -> Iterator[str]:
    """The people whom a document names as its writers, the surest first.

    Args:
        lines: What is left of the document, in order.
        is_mail: A mail says in its header who sent it; "From:" in its text is somebody else's.
    """
    near = [line for line in (*lines[:_TOP], *lines[_TOP:][-_TAIL:]) if len(line.split()) <= _LONGEST]
    for credit in _CREDITS[:-1] if is_mail else _CREDITS:
        found = (bare_name(match["name"]) for line in near for match in credit.finditer(line))
        yield from (name for name in found if name and is_personal(without_title(name)))
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


def _first_names(lines: Sequence[str]) -> Iterator[str]:
    """Somebody who signs with a first name alone, or says in the first lines "Ann, final-year student"."""
    for line in lines[:2]:
        match = _FIRST_WITH_ROLE.match(line) if len(line.split()) <= _LONGEST_WITH_ROLE else None
        if match and match["name"] in FIRST_NAMES:
            yield match["name"]
    last = lines[-1].rstrip(" .,x") if lines else ""
    if last in FIRST_NAMES or last in ALSO_FIRST_NAMES:
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
