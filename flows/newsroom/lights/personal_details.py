"""Details by which a person can be found: numbers, mailboxes, addresses, ages."""

import re
from collections.abc import Iterator

from flows.newsroom.language.names import FIRST_NAMES, STREET
from flows.newsroom.language.vocabulary import is_everyday
from flows.newsroom.language.words import forms, word_set
from flows.newsroom.lights.ages import ages
from flows.newsroom.lights.identity import Detail, identities
from flows.newsroom.lights.name_signs import KIN
from flows.newsroom.lights.somebody import CARED_FOR

TELEPHONE = Detail(kind="A telephone number")
E_MAIL = Detail(kind="An e-mail address")
ADDRESS = Detail(kind="An address")
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
    r"enquir|info|admin|no-?reply|comms|hr\b|\S*(?:team|forum|services?|group|hub|office|study|survey|review|support"
    r"|consult\w*|news\w*|events?|training|bookings?|jobs|recruitment|members?\w*|feedback)\b",
    re.IGNORECASE,
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
_FIGURE = re.compile(r"\d")
_STREETS = word_set(
    """
    road street avenue lane close drive way gardens terrace crescent court place square grove hill mews row walk rise
    rd st ave cres yard green park view villas steps bank brow fold gate wynd vale croft meadow meadows mead passage
    orchard broadway quadrant ridge spinney parade wharf quay buildings cottages house
    """
)
_MAY_FIND = _STREETS | {"number", "no", "flat", "apartment", "room", "unit"}
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b")
_FEWEST_FIGURES = 9  # of a telephone number
_LONGEST_LINE = 5  # words of a line that is an address


def personal_details(text: str) -> Iterator[Detail]:
    """The kinds of detail that a sentence gives of a person, each once."""
    has_mailbox = "@" in text or "at)" in text or "at]" in text
    if has_mailbox and any(_is_private_mailbox(one) for one in _MAILBOX.finditer(text)):
        yield E_MAIL
    has_figures = _FIGURE.search(text) is not None
    if has_figures:
        yield from identities(text)
        if _may_be_telephone(text) and any(_is_private_telephone(match) for match in _TELEPHONE.finditer(text)):
            yield TELEPHONE
    yield from ages(text)
    words = forms(text)
    is_address = has_figures and _may_be_address(text, words) and _ADDRESS.search(text) is not None
    if is_address:
        yield ADDRESS
    elif not _STREETS.isdisjoint(words) and _HOME.search(text):
        yield HOME


def _may_be_telephone(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= _FEWEST_FIGURES


def _may_be_address(text: str, words: frozenset[str]) -> bool:
    is_line = text[:1].isdigit() and len(words) <= _LONGEST_LINE
    return is_line or not _MAY_FIND.isdisjoint(words) or _POSTCODE.search(text) is not None


def _is_private_mailbox(match: re.Match[str]) -> bool:
    """Whether it may be one person's: with a home provider, a first name, or in two words that are no office."""
    if _AT_HOME.match(match["host"]) is not None:
        return True
    parts = [part for part in re.split(r"[\W\d_]+", match["name"]) if part]
    if any(part.capitalize() in FIRST_NAMES for part in parts):
        return True
    is_office = all(map(is_everyday, parts)) or _OFFICE.match(match["name"]) is not None
    return len(parts) > 1 and not is_office


def _is_private_telephone(match: re.Match[str]) -> bool:
    """Whether it may be somebody's own: a mobile's, or given as such; most others are the numbers of services."""
    return _FREE.match(match.group()) is None and _PERSONAL.search(match.string) is not None
