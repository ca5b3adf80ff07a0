"""What identifies one person without doubt: numbers of the state and of a person's record, and dates of birth."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.newsroom.language.calendar import MONTHS
from flows.newsroom.language.names import HONORIFIC, NAME
from flows.newsroom.language.words import forms, word_set


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A kind of detail, as the coordinator reads it, and whether the story waits until a person has decided."""

    kind: str
    grave: bool = False


NHS_NUMBER = Detail(kind="An NHS number", grave=True)
NATIONAL_INSURANCE = Detail(kind="A National Insurance number", grave=True)
DATE_OF_BIRTH = Detail(kind="A date of birth", grave=True)
CASE_NUMBER = Detail(kind="The number of a case or of a person’s record", grave=True)

_SIGN = r"[ .\-–‑/\u2009\u202f]?"
# Ten figures in threes and a four, as such a number is written; a telephone and the number of a meeting may look so.
_NHS_NUMBER = re.compile(rf"(?<![\d.+])(?P<first>\d{{3}})(?P<sign>{_SIGN})\d{{3}}(?P=sign)\d{{4}}(?![\d.]?\d)")
_NHS_CALLED = re.compile(
    r"\b(?:n\.?h\.?s\.?|chi|h ?& ?c|health and care)(?:\W{0,3}(?:patient )?(?:numbers?|num|no|nos|nr|id|#)\b)?"
    r"[^\d.;]{0,40}\.?[^\d.;]{0,12}(?<!\d)(?:\d[ .\-–‑/\u2009\u202f]{0,2}){9}\d(?!\d)",
    re.IGNORECASE,
)
_OTHER_TEN = re.compile(
    r"\b(?:meeting|webinar|zoom|teams|conference|passcode|pin|isbn|issn|doi|tel|telephone|phone|fax|mobile|call|ring"
    r"|text"
    r"|account|order|invoice|grant|charity|company|registered|registration|vat|barcode|serial)\b[^.;]{0,24}\Z"
    r"|\+\d{0,3} ?\Z",
    re.IGNORECASE,
)
_CHECK_MODULUS = 11

_PREFIX = r"[A-CEGHJ-PR-TW-Zq][A-CEGHJ-NPR-TW-Zq]"
_NATIONAL_INSURANCE = re.compile(
    rf"(?<![A-Za-z0-9])(?:{_PREFIX}|QQ)(?:{_SIGN}\d\d){{3}}{_SIGN}[A-DFM]\b"
    r"|\b(?:national insurance|n\.?i\.?(?: number| no\b)|nino)\b[^.;\d]{0,30}(?i:[a-z]{2})(?:[ .\-/]?\d\d){3}",
)
_INSURANCE_CALLED = re.compile(
    r"\b(?:national insurance|n\.?i\.?\W{0,2}(?:number|num|no|nr)|nino)\b.{0,30}?(?<![a-z0-9])[a-z]{2}(?:[ "
    r".\-–/]?\d\d){3}",
    re.IGNORECASE,
)

_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_DAY = (
    r"(?:(?<!\d)\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:19|20)?\d\d(?!\d)|(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)"
    rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?\.? (?:day )?(?:of )?(?:{_MONTH})\b,?\.?(?: (?:19|20)?\d\d\b)?"
    rf"|\b(?:{_MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?\b,?(?: (?:19|20)\d\d\b)?)"
)
_A_DAY = re.compile(_DAY, re.IGNORECASE)
_BIRTH = re.compile(
    r"\b(?:d\W?o\W?b\b|dates? of birth|birth ?-?dates?|born\b|b(?=[.:] ?\d)|birthday is\b|birthday:|birthday on\b)",
    re.IGNORECASE,
)
_REACH = 60  # characters between such a word and the day
_IS_A_LIFE = re.compile(r"\b(?:died|dies|death)\b|\bd\. ?\d|[–—] ?\d", re.IGNORECASE)
# "KW, 14/02/1971", "Mr Brown (3.4.51)": nothing else of a person is written so.
_BESIDE_A_NAME = re.compile(
    rf"(?:\b[A-Z]{{2,3}}|\b{HONORIFIC} (?:{NAME}|[A-Z]\b)|\b{NAME} {NAME})[ ,;:|(]{{1,4}}"
    r"\d{1,2}[./-]\d{1,2}[./-](?:19\d\d|(?:2[7-9]|[3-9]\d))(?!\d)"
)

_RECORD = re.compile(
    r"\b(?:(?:case|client|patient|hospital|unit|person|service user|crime|incident|file|record|court|claim|housing"
    r"|tenancy|safeguarding|complaint|customer|custody|prison|passport|licence|home office|casework|pupil|asylum)"
    r" (?:file |record |support )?(?:ref(?:erence)?|n(?:o|os|umber|r)|id)|(?:mosaic|liquid ?logic|las|lcs|ics|rio"
    r"|systmone|paris|frameworki|carefirst|care ?director|eclipse|azeus|mrn|urn|upn|uln|swift|noms|pnc|aris)"
    r" ?(?:id|n(?:o|umber|r)|ref(?:erence)?)?)\b\.?(?: is| was|:| -|\)|\()* ?#?(?=[\w/-]*\d{3})[\w/-]{4,}",
    re.IGNORECASE,
)
_IN_COURT = re.compile(r"\b(?:judges?|court of|judgment|tribunal|ruling|ombudsman|appeal)\b", re.IGNORECASE)

_RECORDS = word_set(
    """
    case client patient hospital unit person user crime incident file record court claim housing tenancy safeguarding
    complaint customer custody prison passport licence office casework pupil asylum mosaic liquidlogic liquid las lcs
    ics rio systmone paris frameworki carefirst care caredirector eclipse azeus mrn urn upn uln swift noms pnc aris
    """
)
_THREE = re.compile(r"\d{3}")
_FEWEST, _SIX, _TEN = 3, 6, 10  # figures of a day, and of the numbers


def identities(text: str) -> Iterator[Detail]:
    """The kinds of such numbers and dates that a sentence gives, each once."""
    figures = sum(map(str.isdigit, text))
    if figures >= _TEN and _holds_nhs_number(text):
        yield NHS_NUMBER
    if figures >= _SIX and (_NATIONAL_INSURANCE.search(text) or _INSURANCE_CALLED.search(text)):
        yield NATIONAL_INSURANCE
    words = forms(text)
    if not _RECORDS.isdisjoint(words) and _THREE.search(text) and _is_of_a_record(text):
        yield CASE_NUMBER
    if figures >= _FEWEST and _holds_date_of_birth(text):
        yield DATE_OF_BIRTH


def _is_of_a_record(text: str) -> bool:
    return _RECORD.search(text) is not None and _IN_COURT.search(text) is None


def _holds_nhs_number(text: str) -> bool:
    if _NHS_CALLED.search(text):
        return True
    return any(_is_nhs_number(match, text) for match in _NHS_NUMBER.finditer(text))


def _is_nhs_number(match: re.Match[str], text: str) -> bool:
    """Whether ten figures are parted as such a number is, or carry its check digit, and are called nothing else.

    Source:
        NHS Data Dictionary, "NHS Number" (modulus 11).
    """
    if match.group().startswith("0") or _OTHER_TEN.search(text[: match.start()]):
        return False
    return bool(match["sign"]) or _has_check_digit(match.group())


def _has_check_digit(number: str) -> bool:
    figures = [int(figure) for figure in number if figure.isdigit()]
    remainder = sum(weight * figure for weight, figure in zip(range(10, 1, -1), figures, strict=False)) % _CHECK_MODULUS
    return (_CHECK_MODULUS - remainder) % _CHECK_MODULUS == figures[-1]


def _holds_date_of_birth(text: str) -> bool:
    """Whether a day stands near "born" or "DOB", or beside a name as in a register; not that of a life that is over."""
    words = list(_BIRTH.finditer(text))
    days = list(_A_DAY.finditer(text)) if words else []
    is_near = any(
        0 <= day.start() - word.end() <= _REACH or 0 <= word.start() - day.end() <= _REACH
        for word in words
        for day in days
    )
    if is_near:
        return _IS_A_LIFE.search(text) is None
    return _BESIDE_A_NAME.search(text) is not None and _IS_A_LIFE.search(text) is None
