"""Whether a text tells of a day as past or as still to come."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum

from flows.newsroom.dating.day import Day


class Tense(StrEnum):
    """How a text speaks of a day."""

    TOLD = "told as past"
    COMING = "told as still to come"
    UNCLEAR = "told without a tense"


_DONE = r"(?:held|launched|opened|celebrated|hosted|published|discussed|announced|presented|run|met|taking place)"
_CUE = re.compile(
    rf"""\b(?:
    (?:is|are|be|being|remains?|stays?)\s+(?:now\s+|still\s+)?(?:closed|opened) | (?-i:Closed)
  | (?<!\bI\s)(?<!\bwe\s)would(?:\s+be)?(?:\s+\w+)?
  | (?:was|were|been)\s+(?:planned|scheduled|due|set|meant|supposed|going)\s+(?:to\s+\w+(?:\s+from)?|for|on|by|in)
  | (?:was|were)\s+to\s+\w+
  | (?:asked|told|invited|agreed|offered|promised|wanted|hoped|decided|arranged|expected|intended|pledged)
    (?:\s+\w+){{0,4}}?\s+to\s+(?!the\b|an?\b|our\b|their\b|\d)[a-z]+
  | (?P<coming>
        (?:will|shall|won[’']t)(?:\s+(?:also|now|again|next|then|not))?(?:\s+be(?:\s+\w+(?:ed|en|wn|ld|rd|nt|ught|un|ut|et|de|id|lt|st|od|it)\b)?)?
      | (?:has|have|had|is|are|need|needs)\s+to\s+be\s+\w+ | (?:must|should|may|can)\s+(?:be\s+\w+|\w+)
      | start(?:s|ing)?(?:\s+on)?(?=\s*$)
      | going\s+to
      | (?:is|are|am|[’']m|[’']re|[’']s)\s+(?:\w+\s+)?(?:talking|speaking|holding|hosting|running|presenting|launching
        |opening|closing|starting|visiting|teaching|marching|gathering|performing|exhibiting)
      | (?:is|are)\s+(?:being\s+|to\s+be\s+)?(?:{_DONE}|planned|scheduled|due|on\b|taking\s+place)
      | to\s+(?:be\s+{_DONE}|take\s+place|meet|start|begin|open|launch|attend|return|report|book|register|come|join
        |hold)
      | takes?\s+place | taking\s+place | meets | starts | begins | reopens | opens | closes | runs?\s+(?:from|on|until)
  | comes?\s+into\s+(?:force|effect|use) | takes?\s+effect | go(?:es)?\s+live | appl(?:y|ies)\s+from
  | falls\s+on | ends\s+on | finishes\s+on | (?:is|are)(?=\s*$)
      | (?:planned|scheduled|set|fixed|arranged|confirmed|due)\s+(?:for|on|by|to|in)
      | closing\s+date | deadline | no\s+later\s+than | until | save\s+the\s+date | join\s+us | come\s+along
      | book\s+(?:now|your|a\s+place|by|online|via|places|early) | booking
      | register\s+(?:now|by|here|at|for|online|your) | registration | rsvp | apply\s+by
      | (?:respond|reply|return|submit|send)\b[^.]{{0,40}}\bby | please
      | you\s+are\s+invited | upcoming | forthcoming | next\s+(?:meeting|event|session|forum|workshop|conference)s?
      | look(?:ing)?\s+forward | hop(?:e|ing)\s+to | plan(?:s|ning)?\s+to | don[’']t\s+miss | not\s+to\s+be\s+missed
    )
  | (?P<told>
        was | were | had | held | attended | met | took\s+(?:place|part) | celebrated | saw | came | gathered | went
      | heard | discussed | welcomed | launched | ran | hosted | joined | visited | said | told | announced | agreed
      | began | started | opened | closed | reported | spoke | gave | died | left | received | passed | marked | brought
      | enjoyed | presented | happened | ended | became | won | lost | convened | followed | resigned | retired
      | learned | learnt | shared | made | did | led | laid | wrote | signed | handed
    )
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOCK = re.compile(r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b|noon\b)|\bat\s+\d{1,2}[.:]\d\d\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|no later than|not later than)\s+(?:the\s+)?$", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|dated|as of)\s+(?:the\s+)?$", re.IGNORECASE)
_SHORT = 24  # characters before a day that may make a deadline of it
_MOST_CUES = 12  # before a day that are asked
_REACH = 400  # characters around a day; a longer sentence is a list


def cue_of(day: Day, sentence: str) -> Tense:
    """What the words around `day` say: the nearest one before it, then the first one after it."""
    return cues_of((day,), sentence)[0]


def cues_of(days: Sequence[Day], sentence: str) -> tuple[Tense, ...]:
    """What the words around each of `days` say; the sentence is read once, however many there are."""
    starts = [max(0, days[0].start - _REACH), *(day.end for day in days)] if days else []
    ends = [*(day.start for day in days), days[-1].end + _REACH] if days else []
    cues = [cue for start, end in zip(starts, ends, strict=True) for cue in _CUE.finditer(sentence, start, end)]
    places = [cue.start() for cue in cues]
    return tuple(_nearest(day, sentence, cues, bisect_left(places, day.start)) for day in days)


def _nearest(day: Day, sentence: str, cues: Sequence[re.Match[str]], following: int) -> Tense:
    """What the last cue before a day says, or else the first one after it: the cue of number `following`.

    "It will be printed, with what people said, by 3 May": a day by which something is done goes with what will be.
    """
    if _SINCE.search(sentence, max(0, day.start - _SHORT), day.start):
        return Tense.TOLD
    before = [cue for cue in cues[max(0, following - _MOST_CUES) : following] if cue.start() >= day.start - _REACH]
    if before:
        is_deadline = _BY.search(sentence, max(0, day.start - _SHORT), day.start) is not None
        is_to_be = is_deadline and any(_meant(cue) is Tense.COMING for cue in before)
        return Tense.COMING if is_to_be else _meant(before[-1])
    if following < len(cues) and cues[following].end() <= day.end + _REACH:
        return _meant(cues[following])
    return Tense.UNCLEAR


def tense_of(day: Day, sentence: str, *, before: str = "", after: Sequence[str] = ()) -> Tense:
    """How `sentence` speaks of `day`: by its words, then by a time of day, which belongs to an appointment.

    Args:
        day: A day that was found in the sentence.
        sentence: Where it was found.
        before: What introduces the sentence, such as the line that an item hangs on.
        after: The sentences that follow, asked only when the sentence itself says nothing.
    """
    if (tense := cue_of(day, sentence)) is not Tense.UNCLEAR:
        return tense
    if any(_CLOCK.search(text) for text in _around(day, sentence)):
        return Tense.COMING
    if introduced := list(_CUE.finditer(before)):
        return _meant(introduced[-1])
    following = next((cue for text in after if (cue := _CUE.search(text))), None)
    return _meant(following) if following else Tense.UNCLEAR


def _around(day: Day, sentence: str) -> tuple[str, str]:
    return sentence[max(0, day.start - _REACH) : day.start], sentence[day.end : day.end + _REACH]


def _meant(cue: re.Match[str]) -> Tense:
    """What a cue says; "was due to" says that it was to come, not whether it came."""
    if cue["coming"]:
        return Tense.COMING
    return Tense.TOLD if cue["told"] else Tense.UNCLEAR
