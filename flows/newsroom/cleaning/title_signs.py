"""What speaks for and against each line at the head of a document being its title.

How much each sign counts (titles.toml) was learned from labelled documents by `python -m tests.evaluation.titles`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from flows.newsroom.cleaning.proof import Line, Proof
from flows.newsroom.cleaning.title_words import (
    BODY,
    BY,
    LABEL,
    ONLY_DAY,
    REACHED,
    YEARS_OF_LIFE,
    ends_open,
    is_letterhead,
    signs_of_words,
)
from flows.newsroom.language.names import FULL_NAME, is_personal
from flows.newsroom.language.sentences import split
from flows.newsroom.language.words import STOP_WORDS, WORD, word_set
from flows.newsroom.model import BlockKind

_LINES = 14  # that may stand at the head
_LONGEST = 34  # words of a title, over several lines
_PROSE = 10  # words, with a full stop
_LONGEST_OF_HEAD = 28  # words: a longer line is prose, but for a question
_MOST_JOINED = 4  # lines over which a title may run
_LONGEST_BELOW = 15  # words of a line that a title may go on in
_TOLD_LINES = 14  # of prose, in which the words of a title come back
_LONGEST_AROUND = 120  # characters of a line that may say a name once more
_BELOW = 4  # lines under the first prose in which a heading may still be the title
_DEEPEST, _FAR = 6, 3  # lines
_UNEVEN = 1.6  # a line that is so much longer than the one above was not wrapped there
_BEGINNING = 5  # letters of a word that tell it from others
_HOUSE = word_set(
    "social work worker workers care carer carers people service services team teams community support health mental"
    " adult adults child children council trust new"
)
_RUNS_ON = re.compile(
    r"(?:\b(?:and|or|of|for|the|a|an|in|to|with|on|at|by|from|is|are|our|your|that|as)|[,:–—&-])$", re.IGNORECASE
)
_ENDS_AS_BODY = re.compile(
    r"\b(?:board|council|trust|partnership|committee|forum|network|service|group|union)$", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"(?:re|subject|about|title|report title|headline|topic)\s*[:|]\s*(?P<title>\S.{5,160})", re.IGNORECASE
)
_OF_A_FILE = re.compile(
    r"\b(?:v ?\d+(?:\.\d+)?|draft v?\d*|final v?\d*|copy|clean|\(\d+\))$|\b(?:week|issue|edition|no\.?|page) \d+$|_"
    r"|\.\w{3,4}$|\bmins\b|\d{2} \d{2} \d{2}",
    re.IGNORECASE,
)
_MAILING = re.compile(
    r"\b(?:news(?:letter)?|e-?news|bulletin|round-?up|digest|update|brief(?:ing)?|weekly|monthly|this (?:week|month)"
    r"|issue|edition|no\.? ?\d+|spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)
_SHAPE_OF_PROSE = frozenset({"full_stop", "sentences", "small_start"})  # no matter where the format states the title


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What may be the title, and the lines of the proof that say it: none where only the format does."""

    text: str
    places: range = range(0)
    is_behind_label: bool = False  # "Subject: Moving the teams"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The lines above the first prose, and what is known of the document around them."""

    lines: Sequence[Line]  # of the whole proof
    words: Sequence[dict[str, float]]  # the signs in the words of each line of the head
    letterheads: Sequence[bool]
    issues: Sequence[bool]  # whether a line numbers or dates an issue
    headings: Sequence[int]
    stated: Sequence[str]  # titles that the format carries, the likeliest first
    keys: Sequence[str]  # the same, bare
    is_mail: bool
    in_small: bool  # the document does not bother with capitals
    told: frozenset[str]  # how the words of the prose begin
    around: frozenset[str]  # what has left, and the last lines

    @property
    def length(self) -> int:
        """How many lines stand above the first prose."""
        return len(self.words)


def head_of(proof: Proof, stated: Sequence[str], *, is_mail: bool) -> Head:
    """Where the title of a document is looked for.

    Args:
        proof: The document without furniture and date lines.
        stated: The titles that its format carries.
        is_mail: It is a mail: its subject may tease, or name a series.
    """
    lines = proof.lines
    length = next((n for n, line in enumerate(lines[:_LINES]) if _is_prose(line)), min(len(lines), _LINES))
    prose = [line.text for line in lines[length : length + _TOLD_LINES]]
    words = [signs_of_words(line.text) for line in lines[:length]]
    gone = (change.text for change in proof.changes if change.rule != "title")
    return Head(
        lines=lines,
        words=words,
        letterheads=_letterheads([line.text for line in lines[:length]], words),
        issues=["number" in signs or "masthead" in signs for signs in words],
        headings=[n for n in range(length) if lines[n].block.kind is BlockKind.HEADING],
        stated=stated,
        keys=[bare(text) for text in stated],
        is_mail=is_mail,
        in_small=2 * sum(text[:1].islower() for text in prose) > len(prose),
        told=frozenset(word[:_BEGINNING] for word in WORD.findall(" ".join(prose).lower())),
        around=frozenset(text.casefold() for text in (*gone, *proof.texts[-3:]) if len(text) <= _LONGEST_AROUND),
    )


def bare(text: str) -> str:
    """The words of a line: capitals and marks do not matter."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def candidates_of(head: Head) -> tuple[Candidate, ...]:
    """Everything that may be the title: what the format states, each line of the head, and lines that go on."""
    found: list[Candidate] = []
    for place in (*range(head.length), *_below_prose(head)):
        found += (
            Candidate(text=text, places=run)
            for run in _runs(head, place)
            if len((text := " ".join(head.lines[n].text for n in run)).split()) <= _LONGEST or len(run) == 1
        )
        if place < head.length and (match := _SUBJECT.fullmatch(head.lines[place].text)):
            found.append(Candidate(text=match["title"], places=range(place, place + 1), is_behind_label=True))
    in_lines = {bare(candidate.text) for candidate in found}
    return (*found, *(Candidate(text=text) for text in dict.fromkeys(head.stated) if bare(text) not in in_lines))


def signs_of(head: Head, candidate: Candidate) -> dict[str, float]:
    """The signs of a candidate by name, each with its measure; a sign that is not named is 0."""
    key = bare(candidate.text)
    is_stated = head.keys[:1] == [key]
    signs = dict(signs_of_words(candidate.text))
    if candidate.text[:1].islower() and not head.in_small:
        signs["small_start"] = 1.0
    if is_stated:
        signs = {name: measure for name, measure in signs.items() if name not in _SHAPE_OF_PROSE}
    if candidate.is_behind_label:
        signs.pop("label", None)
    names = [*_as_stated(head, candidate, key), *_by_neighbours(head, candidate.places)]
    signs |= dict.fromkeys(names, 1.0)
    if candidate.text.casefold() in head.around:
        signs["around"] = 1.0
    if candidate.places:
        signs["depth"] = float(min(candidate.places.start, _DEEPEST))
    if told := _words_that_tell(candidate.text):
        signs["told"] = sum(word[:_BEGINNING] in head.told for word in told) / len(told)
    return signs


def signs_of_none(head: Head) -> dict[str, float]:
    """The signs of a document having no title of its own."""
    return {"none": 1.0, "none_stated": 1.0} if head.stated else {"none": 1.0}


def _is_prose(line: Line) -> bool:
    """Whether a line is no title by its length: long and closed, or longer than any title."""
    text, words = line.text, len(line.text.split())
    if line.block.kind in {BlockKind.HEADING, BlockKind.ROW} or words < _PROSE:
        return False
    is_question = text.endswith(("?", "!")) and len(split(text)) == 1
    if words > _LONGEST_OF_HEAD:
        return words > _LONGEST or not is_question
    return not is_question and (not ends_open(text) or text.endswith(":"))


def _letterheads(texts: Sequence[str], words: Sequence[dict[str, float]]) -> list[bool]:
    """Which lines read like a letterhead; a name in capitals may go on for a word in the next line."""
    found = [is_letterhead(signs) for signs in words]
    for place, (text, below) in enumerate(pairwise(texts)):
        if text.isupper() and below.isupper() and len(below.split()) == 1 and BODY.search(below):
            found[place] = found[place + 1] = True
    return found


def _below_prose(head: Head) -> Iterator[int]:
    """The first heading under the first prose, and lines there that say a title that the format states."""
    near = range(head.length, min(len(head.lines), head.length + _BELOW))
    heading = next((n for n in near if head.lines[n].block.kind is BlockKind.HEADING), None)
    yield from (n for n in near if n == heading or bare(head.lines[n].text) in head.keys)


def _runs(head: Head, place: int) -> Iterator[range]:
    """A line, and with it those below that it may go on in."""
    yield range(place, place + 1)
    end = place + 1
    while end < min(head.length, place + _MOST_JOINED) and _may_go_on(head.lines[end - 1], head.lines[end]):
        end += 1
        yield range(place, end)


def _may_go_on(line: Line, below: Line) -> bool:
    text, under = line.text, below.text
    is_next = below.index == line.index + 1 and line.block.kind is below.block.kind is not BlockKind.ROW
    if not is_next or not ends_open(text) or len(under.split()) > _LONGEST_BELOW:
        return False
    if any(pattern.match(under) for pattern in (BY, LABEL)) or ONLY_DAY.fullmatch(under) or REACHED.search(under):
        return False
    return under[:1].islower() or _RUNS_ON.search(text) is not None or (text.isupper() and under.isupper())


def _as_stated(head: Head, candidate: Candidate, key: str) -> Iterator[str]:
    """What the format says of a candidate."""
    text = candidate.text
    if candidate.is_behind_label:
        yield "behind_label"
    if not candidate.places:
        yield "not_a_line"
    if key in head.keys[1:] and key != head.keys[0]:
        yield "also_stated"
    if not head.keys:
        return
    if key != head.keys[0]:
        told, theirs = _words_that_tell(text), set(_words_that_tell(head.stated[0]))
        if told and 2 * sum(word in theirs for word in told) >= len(told):
            yield "like_stated"
        return
    yield from _by_first_stated(head, candidate)


def _by_first_stated(head: Head, candidate: Candidate) -> Iterator[str]:
    """What a candidate says that is the title by the format itself: a subject may tease, a file's name may be none."""
    text = candidate.text
    yield "stated_mail" if head.is_mail else "stated"
    is_name = is_letterhead(signs_of_words(text)) or _OF_A_FILE.search(text) is not None
    if not (head.is_mail or candidate.places or is_name):
        yield "stated_outside"  # what a page calls itself in its data
    if head.is_mail and _MAILING.search(text):
        yield "stated_mailing"
    if not head.is_mail and is_letterhead(signs_of_words(text)):
        yield "stated_letterhead"
    if _OF_A_FILE.search(text):
        yield "file_name"


def _by_neighbours(head: Head, places: range) -> Iterator[str]:
    """What the place of a candidate says, and the lines around it."""
    if not places:
        return
    yield from _by_kind(head, places.start)
    if places.start >= head.length:
        yield "below_prose"
        return
    yield from _by_those_above(head, places.start)
    yield from _by_those_below(head, places)
    yield from _by_whole_head(head, places)


def _by_kind(head: Head, place: int) -> Iterator[str]:
    kind, headings = head.lines[place].block.kind, head.headings
    if kind is not BlockKind.HEADING:
        yield from ("no_heading",) if headings else ()
        yield from ("row",) if kind is BlockKind.ROW else ()
        yield from ("item",) if kind in {BlockKind.ITEM, BlockKind.QUOTATION} else ()
        return
    yield "heading"
    if head.is_mail:
        yield "heading_in_mail"
    if headings[:1] == [place]:
        yield "first_heading"
        if place + 1 in headings:
            yield "over_heading"
            yield from ("letterhead_over_heading",) if head.letterheads[place] else ()
    elif place - 1 in headings:
        yield "under_heading"
        yield from ("under_letterhead_heading",) if head.letterheads[place - 1] else ()


def _by_those_above(head: Head, place: int) -> Iterator[str]:
    letterheads = head.letterheads[:place]
    if place == 0:
        yield from () if head.letterheads[place] else ("first",)
    elif not any(letterheads):
        yield "under_others"
    elif not head.letterheads[place]:
        yield "under_letterheads" if all(letterheads) else "under_letterhead" if letterheads[-1] else "under_some"
        if any(head.issues[:place]):
            yield "under_issue"
        if head.issues[place - 1]:
            yield "next_to_issue"
    if any("section" in words or "numbered" in words for words in head.words[:place]):
        yield "under_section"
    if any("full_stop" in words for words in head.words[:place]) or any(
        "greeting" in words for words in head.words[:place]
    ):
        yield "under_sentence"
    if place and head.lines[place].index > head.lines[place - 1].index + 1:
        yield "under_gap"


def _by_those_below(head: Head, places: range) -> Iterator[str]:
    below = range(places.stop, head.length)
    if not below:
        yield "over_prose"
    if head.length == len(places):
        yield "only_line"
    if len(below) > _FAR:
        yield "far_over_prose"
    if any(head.letterheads[n] for n in below):
        yield "over_letterhead"
    if any(head.issues[n] for n in below):
        yield "over_issue"
    if places.stop < len(head.lines):
        yield from _by_next_line(head, places)


def _by_next_line(head: Head, places: range) -> Iterator[str]:
    last, below = places.stop - 1, range(places.stop, head.length)
    line, under = head.lines[last], head.lines[places.stop]
    is_over_gap = under.index > line.index + 1
    if is_over_gap:
        yield "over_gap"
    elif below and places.start and head.letterheads[places.start - 1]:
        yield "place_of_motto"
    if YEARS_OF_LIFE.fullmatch(under.text):
        yield "over_years"
    if BY.match(under.text) or (re.fullmatch(FULL_NAME, under.text) and is_personal(under.text)):
        yield "over_byline"
    if below:
        yield from ("cut",) if _goes_on(line.text, under.text) else ()
        yield from () if is_over_gap else _by_what_follows(head, places)
        yield from ("cut_name",) if _is_cut_name(line.text, under.text) else ()


def _goes_on(text: str, below: str) -> bool:
    """Whether a line is cut off: it ends in a word that ends nothing, or the next begins in small letters."""
    return ends_open(text) and (below[:1].islower() or _RUNS_ON.search(text) is not None)


def _by_what_follows(head: Head, places: range) -> Iterator[str]:
    """What the line below says of a candidate: it may be the body whose minutes follow, or whose members are named."""
    words, signs = head.words[places.stop], head.words[places.start]
    if "label" in words:
        yield "over_label"
    if "minutes" in words:
        yield "over_minutes"
        yield from ("body_over_minutes",) if "day" in words and "name_of_body" in signs else ()


def _is_cut_name(text: str, below: str) -> bool:
    """Whether a line in capitals goes on in the next: the name of a body ends there."""
    is_shouted = text.isupper() and below.isupper() and BODY.search(text) is None
    return is_shouted and _ENDS_AS_BODY.search(below) is not None


def _by_whole_head(head: Head, places: range) -> Iterator[str]:
    if len(places) > 1:
        texts = [head.lines[n].text for n in places]
        yield "joined"
        yield from ("joined_letterhead",) if any(head.letterheads[n] for n in places) else ()
        yield from ("joined_name",) if _is_cut_name(texts[0], texts[1]) else ()
        if any(len(below) > _UNEVEN * len(text) for text, below in pairwise(texts)):
            yield "joined_uneven"
    shouted = [n for n in range(head.length) if head.lines[n].text.isupper()]
    is_letterhead = any(head.letterheads[n] for n in places)
    if shouted == [*places] and head.length > len(places) and not is_letterhead:
        yield "only_capitals"


def _words_that_tell(text: str) -> list[str]:
    words = (word.lower() for word in WORD.findall(text))
    return [word for word in words if word not in STOP_WORDS and word not in _HOUSE]
