"""Lines that say who wrote a document, and besides at most when it appeared and how long it takes to read.

"Words: Ann Lee, Press Office | 14 May 2026 | 3 min read" falls into parts, and of each part is known what it says.
"""

import re
from itertools import takewhile

from flows.newsroom.language.calendar import MONTH, WEEKDAYS
from flows.newsroom.language.names import FIRST_NAMES, FULL_NAME, HONORIFIC, JOB, NAME, is_personal

_INITIALLED = rf"(?:[A-Z]\.[ -]?){{1,3}} ?{NAME}"
_PERSON = rf"(?:(?:{HONORIFIC} )?{FULL_NAME}|{_INITIALLED})"
_PEOPLE = rf"(?P<name>{_PERSON}(?:(?:, and|,| and| &) {_PERSON}(?!\w))*)"
_ROLE = r"(?:(?:,| [–-])? [^\d@:|!?]{2,60})?"
_LABEL = (
    r"(?:(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Rr]eported|[Cc]ompiled|[Pp]repared|[Ee]dited|[Ii]nterview(?:ed)?|[Ss]tory"
    r"|[Rr]eport|[Ww]ords|[Tt]ext|[Dd]igest|[Ff]eature|[Rr]eview|[Ss]ummary|[Nn]otes|[Mm]inutes|[Aa]rticle"
    r"|[Bb]log|(?:[Gg]uest )?[Pp]ost) [Bb]y:?"
    r"|BY|[Bb]y:?(?: our(?: own)? [a-z]+)?"
    r"|(?:[Ww]ords|[Tt]ext|[Ss]tory)(?: and (?:pictures|photos|photographs|images))?:"
    r"|[Aa]uthors?(?:\(s\))?:|[Ww]riters?:|[Aa]s told to|[Tt]old to|(?:[Bb]log )?[Gg]an|[Aa]utor(?:ka)?:)"
)
_CREDITED = re.compile(rf"{_LABEL} {_PEOPLE}{_ROLE}")
_NAMED = re.compile(rf"{_PEOPLE}{_ROLE}")
_DAY = re.compile(
    r"(?:(?:posted|published|last updated|updated|on|date)\b:? ?(?:on )?)?"
    rf"(?:(?:{'|'.join(WEEKDAYS)}|Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun),? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? \d{{4}})?"
    r"(?:,? (?:at )?\d\d?[:.]\d\d.{0,8})?"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:about )?(?:\d+|[a-z]+)[ -]min(?:ute)?s?(?:[ -]read(?:ing)?(?: time)?)?|(?:reading time|read time)\b.{0,15}"
    r"|(?:no|\d+) (?:comments?|views|shares)|(?:issue|no\.?|number) \d+",
    re.IGNORECASE,
)
_JOB_BEHIND = re.compile(rf"(?<=[a-z])(?: (?i:{JOB}))+$")
_POST = re.compile(
    r"(?:Membership|Communications|Comms|Engagement|Campaigns?|Policy|Press|News|Local|Political|Senior|Chief|Deputy"
    r"|Assistant|Associate|Interim|Acting|Principal|Lead|Head|Social|Community|Health|Education|Crime|Public|Affairs"
    r"|Staff|Features?|Volunteer\w*|Fundraising|Project|Programme|Branch|Regional|National|Trainee|Freelance)\b.*"
)
_POST_BEHIND = re.compile(rf"(?<=[a-z]) {_POST.pattern}")
_SIGNED = (
    re.compile(rf"(?P<name>{FULL_NAME}|{NAME} [A-Z]\.|{_INITIALLED})(?:,| [–-]) [^\d@:|!?]{{3,60}}"),
    re.compile(rf"(?P<name>{HONORIFIC} (?:{_INITIALLED}|{FULL_NAME}|{NAME})(?: \({NAME}\))?)"),
)
_AROUND_SIGNATURE = re.compile(
    r"^[—–~*-]+ ?"
    r"|^(?:(?i:with )?(?:(?i:love|best wishes|regards|thanks|yours|kind regards|all the best|cheers|signed)\b)"
    r"(?: (?:from|to all))?[,:]? )|(?: x+)+$| \((?:Mrs|Mr|Ms|Miss|Mx|Dr|[A-Z]{2,4})\)$"
    r"|(?:,? (?:MBE|OBE|CBE|RSW|RN|BSc|MSc|MA|PhD|DipSW))+$"
)
_CLOSING_WORDS = r"(?:(?:[\w’'&-]+,? ){0,7}[\w’'&-]+,|[A-Z][a-z]+ly|(?:[Bb]est|[Kk]ind|[Ww]arm) [a-z]+)"
_SIGNS, _SIGNS_BEHIND_CLOSE = (
    re.compile(
        rf"(?:[—–~*-]+ ?)?{close}{_PEOPLE}"
        r"(?P<behind>(?: \([^)]{2,60}\)| x+|,? (?:MBE|OBE|CBE|RSW|RN|BSc|MSc|MA|PhD|DipSW))*"
        r"(?:,? (?:and|&|for|on behalf of) (?:the|all|everybody|everyone|your|our)\b[^.?!]{0,60}"
        r"|(?:,| [–-]| of| for) [^\d@:|!?.]{3,80})?)[ .,]*"
    )
    for close in ("", rf"{_CLOSING_WORDS} ")
)
_INTERVIEWED = re.compile(
    rf"(?:{FULL_NAME} (?:talks|speaks|talked|spoke|tells it) (?:to|with)"
    rf"|\b(?i:interview(?:ed)?|in conversation|as told|told) (?:by|with|to):?) (?P<name>{FULL_NAME})"
)
_PARTS = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+|(?<=[a-z\d])[.;] +(?=[A-Z\d])")
_BETWEEN = re.compile(r"(, and |, | and | & )")
_BEFORE_NAME = re.compile(rf"^(?:{HONORIFIC} )?(?:[A-Z]\.[ -]?)* ?")
_LONGEST = 160  # characters


def writers_of(text: str) -> str | None:
    """The people whom a line of credits names as the writers, as it writes them; None where it is no such line.

    A line that opens with a name and does not say that it is the writer's must say a day or a reading time too.
    """
    parts = [part for part in _PARTS.split(text.strip(" .|")) if part] if len(text) <= _LONGEST else []
    if not parts or not parts[0][:1].isalnum():
        return None
    name = _credited(parts)
    if name:
        return name
    place = next((n for n, part in enumerate(parts) if not _is_day_or_aside(part)), 0)
    named = _NAMED.fullmatch(parts[place])
    others = parts[:place] + parts[place + 1 :]
    is_told = any(map(_is_day_or_aside, others)) and len(others) <= 3 and all(len(part.split()) <= 8 for part in others)  # noqa: PLR2004
    return _people(named["name"]) if named and is_told else None


def signers_of(text: str) -> str | None:
    """The people whom a line at the head or the end names, with no more than what they are: "Rev. Ann Lee & Jo Fox".

    Whether they sign it depends on where it stands; a name may be that of a place, unless something tells a person.
    """
    if len(text) > _LONGEST:
        return None
    match = _SIGNS.fullmatch(text) or _SIGNS_BEHIND_CLOSE.fullmatch(text)
    parts = _BETWEEN.split(match["name"]) if match else []
    each = list(takewhile(_is_person, parts[::2]))  # a post may be written like another name
    if match is None or not each:
        return None
    names = "".join(parts[: 2 * len(each) - 1])
    behind = match["name"][len(names) :] + match["behind"]
    is_sure = names != without_title(names) or any(without_title(name).split()[0] in FIRST_NAMES for name in each)
    return names if is_sure or re.search(rf"\b{JOB}\b|\(|\b(?:and|for|on behalf of) ", behind) else None


def _is_person(name: str) -> bool:
    bare = without_title(bare_name(name))
    return bool(bare) and is_personal(bare)


def interviewer_of(text: str) -> str | None:
    """Who asks the questions of an interview: "Ann Lee talks to Jo Fox about courts" is by Jo Fox."""
    match = _INTERVIEWED.search(text)
    return str(match["name"]) if match and is_personal(match["name"]) else None


def bare_name(name: str) -> str:
    """A name without the post that stands behind it: "Ann Lee Communications Officer" is Ann Lee; "" if it is none."""
    bare = _POST_BEHIND.sub("", _JOB_BEHIND.sub("", name))
    return "" if _POST.fullmatch(bare) else bare


def named_person(name: str) -> str | None:
    """The person in a name that may go on in a post; None where it may be the name of a body."""
    bare = bare_name(name)
    return bare if bare and _is_common(bare) else None


def signs_with_post(text: str) -> str | None:
    """The name in a line of a name that can only be a person's, and of what the person does or is."""
    bare = _AROUND_SIGNATURE.sub("", text)
    match = next(filter(None, (pattern.fullmatch(bare) for pattern in _SIGNED)), None)
    if match is None and bare != text and re.fullmatch(FULL_NAME, bare) and is_personal(bare):
        return bare
    if match is None:
        return None
    name = str(match["name"])
    return name if "." in name or re.match(HONORIFIC, name) or _is_common(name) else None


def _credited(parts: list[str]) -> str | None:
    """The writers of the only part that says who wrote it, where the rest is a day, an aside or a short title."""
    for place, part in enumerate(parts):
        match = _CREDITED.fullmatch(part)
        if match and (names := _people(match["name"])) and all(map(_is_day_or_aside, parts[:place])):
            return names
    return None


def _is_day_or_aside(part: str) -> bool:
    return _DAY.fullmatch(part) is not None or _ASIDE.fullmatch(part) is not None


def _people(names: str) -> str | None:
    """The people at the head of a list, as it is written; what follows them may be where they work."""
    first, *others = _BETWEEN.split(names)
    if not (bare := without_title(bare_name(first))) or not is_personal(bare):
        return None
    people = bare_name(first)
    for mark, name in zip(others[::2], others[1::2], strict=True):
        if people != names[: len(people)] or not (without_title(name) != name or _is_common(name)):
            break
        people += mark + name
    return people


def without_title(name: str) -> str:
    """A name without the title and the initials before it: "Dr J. Lee" is Lee."""
    return _BEFORE_NAME.sub("", name)


def _is_common(name: str) -> bool:
    return name.split(maxsplit=1)[0] in FIRST_NAMES and is_personal(name)
