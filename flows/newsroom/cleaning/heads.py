"""Which of the lines at the head of a document is its title: letterheads, mottoes, menus and series stand above it.

The lines above the first prose are weighed, each by signs that no single one of which decides: whether it reads
like the name of a body, a series, an address or a label, or like something that somebody wants to say.
"""

import re
from collections.abc import Sequence

from flows.newsroom.cleaning.lexicon import ends_like_a_sentence
from flows.newsroom.cleaning.proof import Line
from flows.newsroom.language.calendar import MONTHS
from flows.newsroom.language.names import FULL_NAME, is_personal
from flows.newsroom.model import BlockKind

_LINES = 10  # that may stand at the head
_MOST_WORDS = 30  # of a title, over several lines
_FEWEST_WORDS = 3
_LONGEST_OF_HEAD = 25  # words: a longer line is prose
_PROSE = 13  # words, with a full stop
_LATER = 0.6  # what a line loses against the one above it
_MOST_JOINED = 3  # lines over which a title may run

_MONTH = "|".join(MONTHS)
_BODY = re.compile(
    r"\b(?:council|borough|county|city|district|trust|nhs|ministry|department|directorate|division|unit|service|services|"
    r"board|association|union|branch|society|guild|institute|university|college|school|faculty|centre|network|alliance|"
    r"partnership|collective|foundation|charity|church|parish|methodist|mosque|gurdwara|group|forum|federation|agency|"
    r"inspectorate|commission|office|authority|ltd|limited|cic|cio|hospice|hospital|practice|surgery|team|chambers|"
    r"courier|gazette|ledger|chronicle|herald|echo|mercury|argus|post|times|journal|magazine|press|register|ombudsman)\b",
    re.IGNORECASE,
)
_SERIES = re.compile(
    r"(?:(?:\w+[\w'’&-]* ){0,4}(?:news|newsletter|bulletin|brief|briefing|circular|digest|review|report|notice|memo\w*|"
    r"update|release|statement|guidance|paper|factsheet|leaflet|magazine|gazette|matters|consultation|minutes|agenda|"
    r"vacancy|survey|poster|flyer)\W*(?:(?:no\.?|number|issue|edition|week|vol\.?|volume|page)?\W*\d[\d/]*\b.*)?"
    r"|(?:no\.?|number|issue|edition|week|vol(?:ume)?\.?) ?\d.*|official(?:\W*sensitive)?|draft\b.*|confidential\b.*)",
    re.IGNORECASE,
)
_PLACE_OR_LABEL = re.compile(
    r"(?i:in attendance|present|apolog|sorry not|attending|attendees|there:|chair\b|minutes?:|notes? (?:by|taken)"
    r"|members)"
    r"|c/o\b|[@#]|.*@|.*\b\d{3} ?\d{3}\b|https?:|www\.|(?i:registered)\b"
    r"|(?!(?:Vacancy|Job|Consultation|Notice|Obituary|Update|News|Event|Training|Workshop|Blog|Opinion|Review)\b)"
    r"[A-Z][a-z’']{1,15}(?: to)?: "
    r"|\(|\[|.*\b[A-Z]{1,2}\d{1,2} \d[A-Z]{2}\b"
    r"|by [A-Z]|written by|authors?\b|for:?\s|issued\b|published\b|updated\b"
    r"|with (?:the )?[A-Z]|page \d|\d+ comments?\b|share\b"
)
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?i:{_MONTH}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b")
_SMALL = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|should|must|may|do|does|did|get|gets|say|says|said|"
    r"who|what|why|how|when|where|which|that|we|you|they|it|our|your|their|my|his|her|in|to|from|as|than|if|not|no)\b",
    re.IGNORECASE,
)
_MARKING = re.compile(r"\W*\b(?:DRAFT|CONFIDENTIAL|OFFICIAL|EMBARGOED)\b.*")
_RUNS_ON = re.compile(r"\b(?:and|of|for|the|in|to|with|on|at|&)$", re.IGNORECASE)
_ENDS_AS_BODY = re.compile(
    r"\b(?:board|council|trust|partnership|committee|forum|network|service|group|union)$", re.IGNORECASE
)
_SHOUTED_SERIES = re.compile(r"(?P<series>[A-Z][A-Z’'&-]{2,}(?: [A-Z’'&-]{2,}){0,3})\s*[-–—:|]\s+\S.*")
_SECTION = re.compile(
    r"(?:who we are|what we do|about (?:us|the \w+|you)|background|introduction|summary|overview|in brief|salary"
    r"|key facts|contents|what (?:the job is|we offer|happens next)|how to apply|when and where|where and when)",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"[A-Z]{3,} [A-Z]{3,}(?:$| \()")
_MOST_WORDS_OF_A_NAME = 3  # of a paper or a body that stands in capitals over a title
_BELOW_DAY = 1.2
_STRONG = 2  # the weight of a line that can hardly be anything but a title
_LABELLED_NAME = re.compile(rf"[A-Z][\w’' ]{{1,30}}: (?P<name>{FULL_NAME})(?:, .*)?")
_ORNATE = re.compile(r"(?:[*~=#_+-] ?)+[\w ]+(?: ?[*~=#_+-])+")
_NUMBERED = re.compile(r"\d+[.)] ")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|says?|said)\b|s, says\b", re.IGNORECASE
)
_MENU = re.compile(r"\s[|»›>•·]\s|\s//\s")


def head_of(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines above the first prose."""
    for place, line in enumerate(lines[:_LINES]):
        words = len(line.text.split())
        is_prose = words > _LONGEST_OF_HEAD or (words >= _PROSE and ends_like_a_sentence(line.text))
        if is_prose and line.block.kind is not BlockKind.HEADING:
            return lines[:place]
    return lines[:_LINES]


def heading_below(lines: Sequence[Line]) -> int | None:
    """The place of the first heading under a letterhead that has none itself; None where there is no such thing."""
    head = head_of(lines)
    places = [place for place, line in enumerate(head) if line.block.kind is BlockKind.HEADING]
    if places[:2] == [0, 1] and _is_name_of_body(head[0].text) and _is_long_enough(head[1].text):
        return 1
    if not places or places[0] == 0:
        return None
    first = places[0]
    is_next = places[1:2] == [first + 1] and len(places) > 1
    is_series = _SERIES.fullmatch(head[first].text) or _SHOUTED.match(head[first].text)
    place = first + 1 if is_next and is_series else first
    return place if len(head[place].text.split()) >= _FEWEST_WORDS else None


def _is_name_of_body(text: str) -> bool:
    return _BODY.search(text) is not None and _is_name(text)


def _is_long_enough(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS and _SECTION.fullmatch(text) is None


def heading_of_mailing(lines: Sequence[Line]) -> int | None:
    """The place of the heading over the first prose of a mailing; None where it has none."""
    if lines and lines[0].block.kind is BlockKind.HEADING and len(lines) > 1:
        is_series = _BODY.search(lines[0].text) or _SERIES.fullmatch(lines[0].text)
        if is_series and lines[1].block.kind is BlockKind.HEADING:
            return 1
        return None if is_series or len(lines[0].text.split()) < _FEWEST_WORDS else 0
    return heading_below(lines)


def title_below(lines: Sequence[Line]) -> range | None:
    """The places of the title under a letterhead, which may run over several lines.

    None where the first line does not look like a letterhead: it may be the title itself.
    """
    head = head_of(lines)
    if len(head) < 2 or not _is_letterhead(head):  # noqa: PLR2004 - a letterhead and a title
        return None
    runs = [_run(head, place) for place in range(1, len(head))]
    weighed = [(weight - _LATER * run.start, run) for run in runs if (weight := _weight_at(head, run)) > 1]
    return max(weighed, key=lambda each: each[0])[1] if weighed else None


def _is_letterhead(head: Sequence[Line]) -> bool:
    """Whether the first line is the name of a body or of a paper, or runs on into one."""
    first = head[0].text
    if any(line.block.kind is BlockKind.HEADING for line in head[:1]) or _PLACE_OR_LABEL.match(first):
        return False
    if len(_SMALL.findall(first)) > 1 or ends_like_a_sentence(first):
        return False
    second = head[1].text
    runs_on = first.isupper() and second.isupper() and _BODY.search(second) and len(second.split()) == 1
    is_named = bool(_BODY.search(first) or _MENU.search(first)) and _is_name(_MARKING.sub("", first))
    return (
        is_named
        or bool(runs_on)
        or _is_shouted_name(head)
        or _ORNATE.fullmatch(first) is not None
        or _SERIES.fullmatch(first) is not None
    )


def _is_shouted_name(head: Sequence[Line]) -> bool:
    """Whether the first line is a name of few words in capitals, or a series in capitals, over something that is said.

    "STAFF NEWS - mental health" is one, and so is "KINDRED EVIDENCE" over "Does a visit help?".
    """
    first = head[0].text
    series = _SHOUTED_SERIES.fullmatch(first)
    if series and _SERIES.fullmatch(series["series"]):
        return True
    is_name = first.isupper() and len(first.split()) <= _MOST_WORDS_OF_A_NAME and not head[1].text.isupper()
    return is_name and any(_weight_at(head, range(n, n + 1)) > _STRONG for n in range(1, len(head)))


def runs_into(text: str, below: str) -> bool:
    """Whether a line in capitals goes on in the next: it ends in "and", or the name of a body ends there."""
    if _RUNS_ON.search(text):
        return True
    return below.isupper() and _BODY.search(text) is None and _ENDS_AS_BODY.search(below) is not None


def _is_name(text: str) -> bool:
    """Whether a line is written like a name: a capital in each word that is not small."""
    words = re.findall(r"[^\W\d_][\w'’]*", text)
    return all(word[0].isupper() or word in {"and", "of", "the", "for", "in", "with"} for word in words)


def _run(head: Sequence[Line], place: int) -> range:
    """The lines that go on in small letters below a line that has no stop."""
    end = place + 1
    while end < min(len(head), place + _MOST_JOINED) and _goes_on(head[end - 1].text, head[end].text):
        end += 1
    return range(place, end)


def _goes_on(text: str, below: str) -> bool:
    return below[:1].islower() and text[-1:].isalnum() and not _MENU.search(below)


def _joined(head: Sequence[Line], run: range) -> str:
    return " ".join(head[place].text for place in run)


def _weight_at(head: Sequence[Line], run: range) -> float:
    """What a run of lines weighs where it stands: below a day that has left, it is less likely to be a letterhead."""
    weight = _weight(_joined(head, run))
    is_below_day = head[run.start].index > head[run.start - 1].index + 1
    return weight + _BELOW_DAY if is_below_day and weight > 0 else weight


def _weight(text: str) -> float:
    """How much a line at the head reads like a title; above 1 it may be one."""
    words = len(text.split())
    if not _FEWEST_WORDS <= words <= _MOST_WORDS or _PLACE_OR_LABEL.match(text) or _SERIES.fullmatch(text):
        return -9
    if (labelled := _LABELLED_NAME.fullmatch(text)) and is_personal(labelled["name"]):
        return -9
    if _NUMBERED.match(text) or text[:1].islower() or _SECTION.fullmatch(text):
        return -9
    if _DAY.search(text) or _MENU.search(text) or (ends_like_a_sentence(text) and not text.endswith(("?", "!"))):
        return -9
    if re.fullmatch(FULL_NAME, text) and is_personal(text):
        return -9
    weight = 1.0 + 0.7 * min(3, len(_SMALL.findall(text))) + (1 if text.endswith("?") else 0)
    weight += 1 if text.isupper() and words > _MOST_WORDS_OF_A_NAME else 0
    weight += 0.5 if re.search(r" [-–—] |: |meeting", text) else 0
    is_motto = not text.endswith("?") and not _VERB.search(text)
    weight -= 0.8 * min(2, text.count(",")) if is_motto else 0
    return weight - (1.5 if _BODY.search(text) and _is_name(text) else 0)
