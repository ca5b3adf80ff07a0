"""Details by which a person can be found: numbers, addresses, ages and birthdays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.newsroom.language.calendar import MONTHS
from flows.newsroom.language.names import FIRST_NAMES, NAME, STREET
from flows.newsroom.language.vocabulary import is_everyday
from flows.newsroom.lights.name_signs import KIN
from flows.newsroom.lights.somebody import CARED_FOR, STAFF

_MONTH = "|".join(month[:3] + "[a-z]*" for month in MONTHS)
_TEENS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
_AGE = (
    rf"(?:1[0-2]\d|[1-9]\d?|{_TEENS}|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty"
    rf"|ninety)(?:-\w+)?)"
)
_CHILD_AGE = rf"(?:1[0-7]|[1-9]|{_TEENS})"
_NO_RANGE = (
    r"(?!\s*(?:-|–|to\b|and\b(?= (?:over|under|above|\d))|or\b)\s*(?:\d|over|under|above|below|older|younger"
    r"|up)|\+|-|–|\d|,\d)"
)
_GROUP = (
    r"(?:people|adults|those|anyone|anybody|children|residents|patients|carers|men|women|everyone|pupils"
    r"|students|applicants|citizens)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A kind of detail, as the coordinator reads it, and whether the story waits until a person has decided."""

    kind: str
    grave: bool = False


NHS_NUMBER = Detail(kind="An NHS number", grave=True)
NATIONAL_INSURANCE = Detail(kind="A National Insurance number", grave=True)
BIRTHDAY = Detail(kind="A date of birth", grave=True)
CASE_NUMBER = Detail(kind="The number of a case or of a person’s record", grave=True)
TELEPHONE = Detail(kind="A telephone number")
E_MAIL = Detail(kind="An e-mail address")
ADDRESS = Detail(kind="An address")
CHILD = Detail(kind="A child")
AGE = Detail(kind="The age of a person")
HOME = Detail(kind="The street where a person lives")

_TELEPHONE = re.compile(r"(?<![\d.£])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d{2,5}\)?(?:[\s.-]?\d){5,8}(?![\d.]\d|\d)")
_FREE = re.compile(r"\(?0(?:800|808|3\d\d|845|870)|\b116 ?\d{3}|\+44\s?(?:800|808|3\d\d)")
_PERSONAL = re.compile(
    r"\b(?:I|my|me|home|mobile|evenings?|her|his|text|mob)\b|(?<!\d)(?:\+44 ?"
    r"|0)7\d",
    re.IGNORECASE,
)
_MAILBOX = re.compile(r"\b(?P<name>[\w.+-]{1,64})(?:@| ?\(at\) ?| ?\[at\] ?)(?P<host>[\w-]+\.[\w.-]+)\b")
_AT_HOME = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|aol|btinternet|virginmedia|sky|talktalk"
    r"|proton\w*|mail)\.",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"enquir|info|admin|no-?reply|comms|hr\b|\w*(?:team|forum|services?|group|hub|office)\b", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"\b\d{1,4}[A-Za-z]?,? (?:[A-Z][\w’'-]+ ){1,3}(?:Road|Street|Avenue|Lane|Close|Drive|Way|Gardens|Terrace"
    r"|Crescent|Court|Place|Square"
    r"|Grove|Hill|Mews|Row|Walk|Rise|Rd|St|Ave|Cres|Yard|Green|Park|View|Villas|Steps|Bank|Brow|Fold|Gate|Wynd|Vale"
    r"|Croft|Meadows?|Mead|Passage|Orchard|Broadway|Quadrant|Ridge|Spinney|Parade|Wharf|Quay|Buildings"
    r"|Cottages)\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b|\b(?:[Ff]lat|[Aa]partment|[Rr]oom|[Uu]nit) \d+[A-Za-z]?,?"
    r" (?:\d|[A-Z][a-z]+ (?:House|Court|Road|Street|Lane|Close))"
    r"|\b(?:at|of) (?:number|no\.?) \d{1,4}[a-z]?\b"
    r"|\A\d{1,3}[a-z]?,? [A-Z][a-z’']+(?: [A-Z][a-z’']+){1,2},?\Z"
)
_HOME = re.compile(
    rf"(?<![Rr]esidents )(?<![Tt]enants )(?<![Nn]eighbours )(?<![Pp]eople )\b(?:of|from) (?:\d+ )?{STREET}"
    rf"|\b(?:lives?|lived|living|moved|home|house|flat|{KIN}|{CARED_FOR}) (?:\w+"
    rf" ){{0,3}}(?:in|at|on|to|off) "
    rf"(?:\d+ )?{STREET}"
)
_BIRTHDAY = re.compile(
    rf"\b(?:d\.?o\.?b\b|date of birth|born on\b|born (?:at|in) (?:\d|(?:{_MONTH}) )|born \d|b\. ?\d{{1,2}}[./-]\d"
    rf"|{_AGE}(?:st|nd|rd|th) birthday"
    r"|(?:his|her|my|[a-z]+[’']s) birthday|happy (?:\w+ )?birthday)",
    re.IGNORECASE,
)
_NHS_NUMBER = re.compile(r"(?<![\d.])(\d{3})([ -]?)(\d{3})\2(\d{4})(?![\d.]?\d)")
_NHS = re.compile(r"\bNHS\b[^.]{0,12}\b(?:no|num)", re.IGNORECASE)
_CHECK_MODULUS = 11
_NATIONAL_INSURANCE = re.compile(
    r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b|\b[Qq][Qq] ?\d\d ?\d\d ?\d\d ?[A-D]\b"
)
_CASE_NUMBER = re.compile(
    r"\b(?:(?:case|client|patient|hospital|person|service user|crime|incident|file|record|court|claim|housing"
    r"|tenancy|safeguarding|complaint|customer)"
    r" (?:ref(?:erence)?|n(?:o|umber|r)|id)|(?:mosaic|liquid ?logic|las|lcs|ics|rio|systmone|paris|frameworki"
    r"|carefirst|care ?director|eclipse|azeus|mrn|urn|upn|uln|swift)"
    r" ?(?:id|n(?:o|umber|r)|ref(?:erence)?)?)\b\.?(?: is| was|:| -)? ?#?(?=[\w/-]*\d{3})[\w/-]{4,}",
    re.IGNORECASE,
)
_CHILD = re.compile(
    rf"\baged? {_CHILD_AGE}\b{_NO_RANGE}|(?<![-–\d])\b{_CHILD_AGE}[- ]years?[- ]olds?\b(?<!s)|\b{_CHILD_AGE}"
    rf" (?:months|weeks) old\b|\b(?:in|into|is|a) [Yy]ear (?:[1-9]|1[0-3])\b|\breception class\b"
    rf"|\b(?:boys?|girls?|child|children|son|daughter|sons|daughters|sisters?|brothers?|twins|baby|grandson"
    rf"|granddaughter|nephew|niece|kids?),? (?:who )?"
    rf"(?:is|are|was|were|aged|just|turned|of)? ?(?:nearly |only |just )?{_CHILD_AGE}\b(?! (?:of|in|from|out|times"
    rf"|weeks|months|years?(?! old)|days|other|and a half|more|were|are)\b){_NO_RANGE}",
    re.IGNORECASE,
)
_ROLE = rf"(?:{CARED_FOR}|{STAFF})"
_WHOLE_NAME = (
    rf"(?<![\w’'-])(?!It\b|This|That|There|Here|What|Which|Mine|Ours|The\b|One\b|Room|Draft"
    rf"|Item){NAME}"  # from its first letter on: a long one is read once, not once a syllable
)
_OLD = re.compile(
    rf"(?:{_WHOLE_NAME}|\b{_ROLE})(?:, (?:aged )?(?:[1-9]\d?|10\d)(?:,(?= \D)|$)| \((?:aged )?(?:[1-9]\d?|10\d)\))"
    rf"|\b(?:[Hh]e|[Ss]he|I|who|{KIN}|{_WHOLE_NAME}) (?:is|was|am|has turned|turned|turns|will be|is now|is only|is"
    rf" nearly) (?:only )?{_AGE}"
    r"(?=[,.]? (?:and|but|when|next|on|now|years old)\b|[.,;”]|$)(?!,\d)|\b(?:I|He|She|he|she)[’'](?:m|s) (?:only"
    r" )?\d{1,2}(?=[,.]? (?:and|but|on the|next|now|this)\b|[.,;]|$)"
    rf"|\A(?:When (?:he|she|I) was|At|Aged) (?:only )?{_AGE},? (?:{NAME}|he|she|I)\b"
    rf"|\bwho[’']s (?:only |now |nearly )?{_AGE}\b"
    rf"|\baged {_AGE}\b{_NO_RANGE}|\b{_AGE}[- ]years?[- ]old\b(?!s)"
    rf"|\b(?:[A-Z]|[Hh]e|[Ss]he) (?:is|was) (?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
)
_SIBLINGS = re.compile(
    rf"\b(?:brothers|sisters|children|boys|girls|kids|siblings|sons|daughters|twins),? (?:aged )?\(?{_CHILD_AGE}"
    rf"(?:, {_CHILD_AGE})* and {_CHILD_AGE}\b(?! (?:of|in|from|out|to)\b)",
    re.IGNORECASE,
)
_OF_A_GROUP = re.compile(
    rf"\b{_GROUP}(?: \w+)?(?: who are|,)? (?:aged?|over|under|from|between)\b|\baged? [\w-]+ (?:and|or) (?:over"
    rf"|under|above)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_SPELT = re.compile(rf"\b(?!one\b)(?:{_AGE})\b|\baged?\b|-old\b|\bd\.?o\.?b|birth", re.IGNORECASE)


def personal_details(text: str) -> Iterator[Detail]:
    """The kinds of detail that a sentence gives of a person, each once."""
    has_mailbox = "@" in text or "at)" in text or "at]" in text
    if has_mailbox and any(_is_private_mailbox(one) for one in _MAILBOX.finditer(text)):
        yield E_MAIL
    has_figures = _FIGURE.search(text) is not None
    if has_figures:
        yield from _numbers(text)
    if has_figures or _SPELT.search(text):
        yield from _ages(text)
    if _HOME.search(text) and not (has_figures and _ADDRESS.search(text)):
        yield HOME


def _numbers(text: str) -> Iterator[Detail]:
    if any(_is_private_telephone(match) for match in _TELEPHONE.finditer(text)):
        yield TELEPHONE
    if any(_is_nhs_number(match, text) for match in _NHS_NUMBER.finditer(text)):
        yield NHS_NUMBER
    if _NATIONAL_INSURANCE.search(text):
        yield NATIONAL_INSURANCE
    if _CASE_NUMBER.search(text):
        yield CASE_NUMBER
    if _ADDRESS.search(text):
        yield ADDRESS


def _ages(text: str) -> Iterator[Detail]:
    if _BIRTHDAY.search(text):
        yield BIRTHDAY
    if _OF_A_GROUP.search(text):
        return
    if _CHILD.search(text) or _SIBLINGS.search(text):
        yield CHILD
    elif _OLD.search(text):
        yield AGE


def _is_private_mailbox(match: re.Match[str]) -> bool:
    """Whether it may be one person's: with a home provider, or called by more than everyday words."""
    parts = [part for part in re.split(r"[\W\d_]+", match["name"]) if part]
    is_office = all(is_everyday(part) and part.capitalize() not in FIRST_NAMES for part in parts)
    return _AT_HOME.match(match["host"]) is not None or not (is_office or _OFFICE.match(match["name"]))


def _is_private_telephone(match: re.Match[str]) -> bool:
    """Whether it may be somebody's own: a mobile's, or given as such; most others are the numbers of services."""
    return _FREE.match(match.group()) is None and _PERSONAL.search(match.string) is not None


def _is_nhs_number(match: re.Match[str], text: str) -> bool:
    """Whether ten figures are parted as such a number is, are called so, or carry its check digit.

    Source:
        NHS Data Dictionary, "NHS Number" (modulus 11).
    """
    if match.group().startswith("0") and not _NHS.search(text):
        return False
    if match[2] or _NHS.search(text):
        return True
    figures = [int(figure) for figure in match.group() if figure.isdigit()]
    remainder = sum(weight * figure for weight, figure in zip(range(10, 1, -1), figures, strict=False)) % _CHECK_MODULUS
    return (_CHECK_MODULUS - remainder) % _CHECK_MODULUS == figures[-1]
