"""Lines that say, among other things about a document, when it appeared: "Digest no. 38, 26 May 2026. By Ann Lee"."""

import re
from dataclasses import dataclass
from itertools import pairwise

from flows.newsroom.dating.day import Day
from flows.newsroom.dating.days import find_days
from flows.newsroom.language.names import FIRST_NAMES, FULL_NAME, is_personal

_LONGEST = 300  # characters
_LONGEST_MOVED = 34  # words; what is longer says more than an imprint does
_LONGEST_PART = 16  # words
_PARTS = re.compile(r"(?<!\s[A-Z])(?<!\bno)(?<!\bNo)(?<!\bDr)[.;]\s+|\s+[·•–—]\s+|\s*\|\s*|\s+(?=[Rr]ef(?:erence)?\b)")
_APPEARED = re.compile(
    r"(?:this [\w -]{3,40}? (?:was|is) )?(?:(?:draft|version|issue|edition|no\.?)\b[^,:]{0,20}[,:]\s+)?"
    r"(?:first |originally |press release |date )?"
    r"(?:published|posted|issued|released|printed|circulated|distributed|appeared|uploaded|added|dated|advertised"
    r"|(?:sent|submitted)(?: (?:to|out|round)\b[^\d]{0,60}?)?"
    r"|(?:written|drafted|prepared|compiled|produced|typed|collected)(?: up)?"
    r"|(?:free|available)(?: to download)?(?= since| from)|(?:published|posted|issued|release|publication) date)"
    r"(?:\s+(?:in|by|for|as|to|at)\b[^\d]{2,60}?)?(?:,|\s+(?:on|since|from))?\s*[:–-]?\s*",
    re.IGNORECASE,
)
_VERSION = re.compile(r".{0,40}\b(?:v|version|draft)\.?\s*\d[\d.]*,?\s+", re.IGNORECASE)
_CREDIT = re.compile(r"[A-Z][a-z]+(?:ed|en|wn|lt|de)(?: up| out| together)? by [A-Z][^\d]{2,80}")
_OPENED = re.compile(r"(?:opened|opens|opening date|start date|date opened)\s*[:–|-]?\s*", re.IGNORECASE)
_BY = re.compile(r"[^\d]{0,50}\b[Bb]y (?:the )?[A-Z][^\d]{2,60}?(?:,|\s+on|\s+[–-])\s*")
_NUMBERED = re.compile(
    r".{0,60}\b(?:digest|issue|bulletin|briefing|newsletter|news|edition|vol(?:ume)?|number|no|paper|release|blog)\b"
    r"\.?\s*(?:no\.?\s*)?#?\d{0,4}\s*[,:(–-]*\s*",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?=.*\b(?:[Tt]eam|[Ss]ervices?|Council|Trust|Board|Forum|[Cc]ommittee|[Gg]roup|Network|Partnership)\b)"
    r"(?:[Tt]he )?[A-Z][\w&’' -]{2,60}(?:, [A-Z][\w&’' -]{2,40}){0,2},\s*"
)
_GOES_ON = re.compile(
    r",? (?:[A-Z][a-z]+(?= ?:)|and (?:sent|updated|reprinted|shared|passed)|by"
    r"|[-–] (?:supersedes|replaces|superseding|replacing)|at \d|\d\d?[:.]\d\d(?: ?[ap]\.?m)?)\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"(?:about )?(?:\d+|[a-z]+)[ -]min(?:ute)?s?[ -](?:read|listen)(?:ing)?(?: time)?", re.IGNORECASE)
_WRITTEN_BY = re.compile(
    r"(?:(?i:(?:(?:written|posted|published|reported|compiled|story|report|words|text|digest|notes) )?by|words:|text:"
    r"|authors?:|as told to|written|gan) )[A-Z][^\d|]{3,80}"
)
_OF_KIND = re.compile(
    r"(?:(?:public|site|press|safety|formal|revised|new|this) )?(?:notice|statement|letter|memo(?:randum)?|note"
    r"|bulletin|briefing|circular|newsletter|announcement|release|message|report|digest|update)"
    r"(?: (?:of|dated|for|issued))?[,:]?\s+",
    re.IGNORECASE,
)
_BY_AND_LABEL = re.compile(r"[Bb]y [A-Z][^\d]{3,80}\b(?:Published|Posted|Issued)(?: on)?:?\s*")
_INITIALS = re.compile(r"(?:[A-Z]{2,4}|(?:[A-Z]\.){2,4}),?\s*")
NUMBER_OF_ISSUE = re.compile(r"\b(?:issue|edition|number|no|vol(?:ume)?)\.? ?$", re.IGNORECASE)
"""What may make a number of a day: "Issue 12 May 2026" may be the twelfth issue."""
_CHANGED = re.compile(r"\b(?:updated|modified|reviewed|revised|amended|edited|corrected|review due)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """The day of an imprint, and whether the line is no more than one."""

    day: Day
    is_whole: bool


def find_imprint(text: str, *, is_last: bool = False) -> Imprint | None:
    """The day on which `text` says that its document appeared, if it is a line of that kind.

    Args:
        text: A line near the top or the end of a document.
        is_last: It is the last line, where a body may sign with a day: "Adult Care, Anytown Council, 3 May 2026".
    """
    if len(text) > _LONGEST:
        return None
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    is_credited = len(parts) > 1 and any(map(_is_credit, parts))
    parts = _with_labels(parts) if " | " in text and not is_credited else parts
    if text.startswith("(") and text.endswith(")"):
        parts = [piece.strip() for part in parts for piece in part.strip("()").split(", ")]
    is_credited = is_credited or (is_last and any(map(_CREDIT.fullmatch, parts)))
    days = [day for part in parts if (day := _day_of(part, is_last=is_last, is_credited=is_credited)) is not None]
    if len(days) != 1:
        return None
    is_short = len(text.split()) <= _LONGEST_MOVED and all(len(part.split()) <= _LONGEST_PART for part in parts)
    return Imprint(day=days[0], is_whole=is_short)


def _is_credit(part: str) -> bool:
    """Whether a part of an imprint says how long it takes to read, or who wrote it."""
    if _LENGTH.fullmatch(part) or _WRITTEN_BY.fullmatch(part):
        return True
    is_name = re.fullmatch(FULL_NAME, part) is not None and is_personal(part)
    return is_name and part.split(maxsplit=1)[0] in FIRST_NAMES  # "Pelham Arms" is where something takes place


def _with_labels(cells: list[str]) -> list[str]:
    """The cells of a row with what labels them: "Published" and "3 May 2026" are one part."""
    return [f"{label}: {cell}" for label, cell in pairwise(cells)] + cells[:1]


def _day_of(part: str, *, is_last: bool, is_credited: bool) -> Day | None:
    """The only day of a part of an imprint, if its year is written and its words call it the day of appearing."""
    days = [day for day in find_days(part) if day.year is not None]
    if len(days) != 1 or days[0].last is not None or _CHANGED.search(part[: days[0].start]):
        return None
    (day,) = days
    if NUMBER_OF_ISSUE.search(part[: day.start]):
        return None
    before, after = part[: day.start], part[day.end :].strip(" .,)(*]")
    is_cue = any(
        cue.fullmatch(before) for cue in (_APPEARED, _OPENED, _BY, _NUMBERED, _VERSION, _OF_KIND, _BY_AND_LABEL)
    )
    is_cue = is_cue or (is_credited and not before.strip() and not after)
    is_cue = is_cue or (is_last and _INITIALS.fullmatch(before) is not None)
    is_cue = is_cue or (is_last and _SIGNED.fullmatch(before) is not None)
    return day if is_cue and (not after or _GOES_ON.match(part[day.end :]) is not None) else None
