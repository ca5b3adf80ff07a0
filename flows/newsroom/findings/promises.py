"""Promises: sentences that say what somebody will do, kept as they were said and never as if they were said today."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from flows.newsroom.dating.days import find_days
from flows.newsroom.findings.due import due_by
from flows.newsroom.findings.due_words import due_words
from flows.newsroom.findings.foretelling import is_told_of_the_past, promises_nothing
from flows.newsroom.findings.tasks import tasks_of_tables
from flows.newsroom.language.names import ALSO_FIRST_NAMES, FIRST_NAMES
from flows.newsroom.language.words import word_set
from flows.newsroom.model import Block, BlockKind, Confidence, Dated, Promise, Quotation, Sentence

_WILL = re.compile(
    r"(?<!\ba )(?<!\bthe )\b(?:will|shall|(?:we|I|they|he|she|it)[’']ll)"
    r"(?: (?:also|now|then|still|soon|again|all|both|next|shortly|therefore))*"
    r" (?P<verb>be [a-z]+|have [a-z]+|[a-z]+)",
    re.IGNORECASE,
)
_MEANS_TO = re.compile(
    r"\b(?:committed (?:itself |themselves )?to|(?:is|are) about to|(?<!\bhad )promised"
    r" (?:that|to|one|a|an|more|him|her|us|them|me|you|the|our|every \w+|all|everyone|everybody|[A-Z][\w’-]+)\b"
    r"|promised (?:he|she|they|it|we) (?:will|would)\b|pledged to"
    r"|(?:has|have|had) (?:also |now )?undertaken to|(?:has|have) (?:given|pledged) (?:its|their|his|her|our) word"
    r"|(?:is|are) to (?:report|publish|meet|review|write|issue|consult|bring|return|look|consider|draft|launch"
    r"|produce|set"
    r"|open|hold|begin|start|visit|train|recruit|appoint|pay|fund|test|pilot|present|share|send|provide|ask|decide)\b"
    r"|(?:[Ww]e|council|trust|board|group|committee|ministry) (?:has |have )?agreed to|(?:has|have) agreed to"
    r"|AGREED (?:to|that)|[A-Z][a-z]+ (?:also |kindly |then )?(?:(?:agreed|offered|promised|volunteered) to [a-z]+"
    r"|(?:said|agreed|promised|offered) (?:that )?(?:she|he) would"
    r" (?!have\b|be\b|like\b|not\b|never\b|rather\b|love\b|prefer\b|want\b|miss\b|need\b)[a-z]+)"
    r"|undertook to|pledged £"
    r"|(?:[Ii]t was|board|Board|group|meeting|committee|members|Members|forum|panel|cabinet|Cabinet|trustees)"
    r" agreed (?:to|that [^.]*\b(?:would|will|should))\b"
    r"|(?:is|are|am|[’'](?:re|m|s)) (?:now |also )?going to"
    r" (?!the\b|an?\b|my\b|our\b|his\b|her\b|their\b|your\b|[A-Z]|be\b|have\b|need\b|happen\b|take\b|cost\b|get\b)"
    r"|(?:[Ww]e|I|trust|council|board|team|committee|forum|group|charity|ministry) (?:also |now )?hopes? to"
    r"|[Oo]ur aim is to|(?:is|are|am) (?:now )?working towards|look forward to (?:publishing|sharing|bringing|opening)"
    r"|you should hear"
    r"|(?:is|are) to be [a-z]+(?:ed|en|pt|nt|ld|ut)\b|(?:plans?|planning|aims?|aiming|intends?) to|planned for"
    r"|(?:is|are) due (?:to|in|out|by)"
    r"|(?:is|are) (?:promised|expected|planned|scheduled|proposed) (?:for|in|by|to (?!the\b)|on|before)"
    r"|(?<!\bwho )(?:is|are) being (?:tested|written|drafted|prepared|developed|planned)"
    r"|(?:ought|hoped|likely|expected) to be (?:ready|out|open|done|finished|published|complete))"
)
_RESOLVED = re.compile(
    r"\A\W*(?:AGREED|Agreed|RESOLVED|Resolved|DECISION|Decision)\b\W+"
    r"(?:(?:[\w’'-]+,? ){0,6}(?:be|to (?!recommend\b))|.*\b(?:would|will)\b)"
)
# What is set down for a day: a promise only with that day.
_SCHEDULED = re.compile(
    r"\b(?=[bcfgmrst])(?<!\bto )(?<!\ba )(?<!\bwho )(?<!\bjob )(?<!\bpost )(?:begins?|starts?|go(?:es)? (?:out|live)"
    r"|comes? into (?:force|effect)|takes? effect|meets? to|follows?(?! (?:[A-Z]|in the footsteps))"
    r"|reports? (?:back )?(?:to|in|on))\b"
)
# A decision in the words of minutes and of the press: "the Chair would write", "she would report back".
_WOULD = re.compile(
    r"\b(?:said(?! (?:I|we) would)|agreed|confirmed|promised|undertook|offered|told|reported|explained|heard)\b"
    r"[^.;]* would (?:also |then )?(?!have\b|be (?:a|an|better|good|wrong|able)\b|like\b)"
)
_WILL_NOT = re.compile(
    r"\b(?:[Ww]e|[Tt]he (?:council|trust|board|ministry|team|committee|forum|agency|home|centre))"
    r" (?:will not|won[’']t|shall not) (?!be able|always|know|have|need|see|find|get|want|do\b)[a-z]+"
)
# What a body must do by a day, or what is so from a day on: "It must pay within a month", "From May all get one".
_DUTY = re.compile(
    r"\b(?:It|They|He|She|[Tt]he (?:council|trust|board|ministry|department|government|home|provider|agency|charity"
    r"|company|[Dd]irector)|(?<!\d )[A-Z][a-z]+(?<!s)) must (?!be\b|have\b|reach\b|arrive\b)[a-z]+"
    r"|\AFrom (?!.* (?:was|were|had|did)\b)[A-Z0-9][^,.]{2,26}? (?:every|each|all|the|our|a|an|any|new|nobody"
    r"|no one|we|staff|people"
    r"|everybody|everyone|members|carers|families)\b[^.]* (?:gets?|has|have|is|are|can|pays?|runs?|opens?|applies"
    r"|moves?)\b"
)
_ACTION = re.compile(r"\A\W*(?:action|ACTION)s?\b\s*:?|\A[A-Z]\d+\b")
_ACTION_OF_SOMEBODY = re.compile(r"\A\W*(?:[Aa]ction|ACTION)s?(?: \d+)?\s*[:–-]\s*[A-Z].* to [a-z]+")
_TO_DO = re.compile(
    r"\b(?=[A-Z]{2,3}[ -])(?:(?<![a-z] )|(?<=\band )|(?<=& ))[A-Z]{2,3}(?:-[A-Z])? to [a-z]+\b"
    r"|\bto be (?:circulated|shared|brought|drafted|sent)\b"
)
_WHO_TO_DO = re.compile(
    r"(?:\A|[;:–-] )\W*(?:[Tt]he )?(?P<who>[A-Z][\w’'-]+)(?: (?:(?:and|&) )?[A-Z][\w’'-]+)?(?: to (?P<task>[a-z]+)\b)"
)
_TASKS = word_set(
    """
    add agree amend approach arrange ask attend book bring call chase check circulate collate collect complete confirm
    consider contact draft email explore feed find finish follow forward get invite liaise look make meet order organise
    post prepare present print produce propose provide put raise redraft remind report research review ring send set
    share speak stop submit take talk tell update visit work write
    """
)
_DOERS = (FIRST_NAMES | ALSO_FIRST_NAMES) | word_set(
    "Chair Secretary Treasurer Clerk All Everyone Board Officers Housing Team Managers Members"
)
_STATES = word_set(
    """
    be have need include cost take like enjoy help affect bring lead cover involve mean depend remain happen come go
    get make look last change seem apply benefit receive feature focus improve enable ensure allow require
    """
)
_BE_STATES = word_set(
    """
    a an the able available in on at there more no of ever new better lit needed missed welcome held open judged read
    angry told good easy
    """
)
_DEEDS = word_set("bring come go get make look take lead cover focus apply ensure improve")  # of "we", no mere states
_OURS = re.compile(
    r"\b(?:[Ww]e|I|[Bb]oth sides)(?: will| shall|[’']ll)\b(?! (?:get the|make the most|take care|go far|see))"
    r"|\b(?:He|She) will come\b"
)
_DONE = re.compile(r"(?:e[dnt]|[pnhu]t|ld|[aw]n|ung|aid|ade|done|ound|read)\Z")  # a participle
# Nobody promises what such a subject will do.
_WHATEVER_WILL = re.compile(
    r"\b(?:there|who|which|that|what|(?<!said )(?<!says )it|this|everything|something|nothing|people|facts?)"
    r" (?:will|shall)\b",
    re.IGNORECASE,
)
_SOMEBODY_WILL = re.compile(r"(?<!The )\b(?:[A-Z][\w’'-]+|we|I|they|she|he) (?:will|shall)\b|[’']ll\b")
_SHORTEST_TASK = 4  # words
_OWN = re.compile(
    r"\b(?:We|we|I|The (?:council|trust|board|ministry|team|committee|forum|agency|chair|director|family))\b"
)
_EVENT = re.compile(
    r"\bwill (?:be held|take place|be (?:on|at)|run from|start at|begin at|open at"
    r"|(?:next |then )?meet(?= (?:on|at|in|every|from|next|for)\b|[,.;]))\b",
    re.IGNORECASE,
)


# What is held for others, and no meeting that is held in any case.
_OFFERED = re.compile(
    r"^Interviews|\b(?:workshops?|sessions?|briefings?|trainings?|courses?|open (?:day|evening|afternoon|morning)s?"
    r"|selections?"
    r"|drop-ins?|conversations?|discussions?|focus groups?|hearings?|webinars?"
    r"|roadshows?|clinics?|surgery|surgeries|classes|reviews?|inspections?|visits?)\b",
    re.IGNORECASE,
)
_WHO_WHAT = re.compile(r"[A-Z][\w’'-]+(?:(?: and | & |/)?[A-Z][\w’'-]+)*(?: \([^()]*\))? ?(?:[-–—:]|to) ?[a-z].*")
_ACTION_HEADING = re.compile(
    r"\W*(?:\d+[.)] )?(?:who(?: does|[’']s doing| is doing|[’']ll do| will do) what|(?:agreed |summary of "
    r"|list of )?action(?:s| points?| list"
    r"| log)?(?: agreed| arising| from (?:the|this) meeting)?|next steps|to do|to-do(?: list)?|jobs|things to do"
    r"|follow[- ]up|what (?:happens|we do) next|tasks|homework)\W*",
    re.IGNORECASE,
)
_LONGEST_LIST = 12  # lines below such a heading
_SIGNS = (_DUTY, _WILL, _WILL_NOT, _MEANS_TO, _SCHEDULED, _WOULD, _TO_DO, _WHO_TO_DO, _RESOLVED, _ACTION)


def find_promises(
    blocks: Sequence[Block], sentences: Sequence[Sentence], quotations: Sequence[Quotation], published: Dated
) -> tuple[Promise, ...]:
    """The promises of an article, in order.

    Args:
        blocks: The article's.
        sentences: The article's.
        quotations: Who said what, so that a promise keeps its speaker.
        published: When it was published; a due day without a year is counted from there.
    """
    relied = published.confidence in {Confidence.HIGH, Confidence.MEDIUM}
    anchor = published.date if relied else None
    return tuple(_promises(blocks, sentences, quotations, anchor))


def _promises(
    blocks: Sequence[Block], sentences: Sequence[Sentence], quotations: Sequence[Quotation], anchor: dt.date | None
) -> Iterator[Promise]:
    tasks = tasks_of_tables(blocks)
    for index, sentence in enumerate(sentences):
        block = blocks[sentence.block]
        is_task = _is_of_action_list(blocks, sentence.block, sentence.text)
        is_row = block.kind is BlockKind.ROW
        if sentence.block in tasks:
            if sentence.block == sentences[index - 1].block:
                continue  # a row that an abbreviation has cut in two
            words = tasks[sentence.block]
            yield Promise(text=sentence.text, due=words, due_by=due_by(words, anchor), speaker=None, sentence=index)
            continue
        if block.kind is BlockKind.HEADING or not (is_row or is_task or _may_promise(sentence.text)):
            continue
        words = due_words(sentence.text, block.stem)
        if not is_task and not _is_promise(sentence.text, words, is_row=is_row):
            continue
        by = due_by(words, anchor)
        if by.date and anchor and by.date < anchor:
            continue  # told, not promised
        spoken = next((one for one in quotations if index in one.sentences), None)
        yield Promise(
            text=sentence.text,
            due=words,
            due_by=by,
            speaker=spoken.speaker if spoken else None,
            sentence=index,
        )


def _is_of_action_list(blocks: Sequence[Block], number: int, text: str) -> bool:
    """Whether it is one of the lines below "Who does what": "Roz - letter to GPs - end of Oct"."""
    if _WHO_WHAT.match(text) is None:
        return False
    above = blocks[max(0, number - _LONGEST_LIST) : number]
    return any(_ACTION_HEADING.fullmatch(block.text.strip()) for block in above)


def _may_promise(text: str) -> bool:
    """Whether it holds words of any promise: looking for its day takes far longer."""
    return any(pattern.search(text) for pattern in _SIGNS)


def _is_promise(text: str, due: str | None, *, is_row: bool) -> bool:
    if is_row:
        return (due is not None and any(_is_task(cell) for cell in text.split("|"))) or _OURS.search(text) is not None
    if _is_for_somebody(text) or (_ACTION.match(text) and due) or _is_noted(text):
        return True
    if due is None and text.startswith("There will be"):
        return False
    if promises_nothing(text):
        return _WILL_NOT.search(text) is not None and not text.rstrip("”’\"'").endswith("?")
    if due is not None and _DUTY.search(text):
        return True
    is_set_down = due is not None and (_SCHEDULED.search(text) or _WOULD.search(text))
    return bool(_MEANS_TO.search(text) or is_set_down) or _is_willed(text, due)


def _is_noted(text: str) -> bool:
    """Whether a note marks it as decided, or as an action of somebody."""
    return _RESOLVED.match(text) is not None or _ACTION_OF_SOMEBODY.match(text) is not None


def _is_for_somebody(text: str) -> bool:
    """Whether it is an action of a note: "LW to draft", "Fern to write up"."""
    doers = _WHO_TO_DO.finditer(text)
    if is_told_of_the_past(text):
        return False
    return _TO_DO.search(text) is not None or any(one["task"] in _TASKS and one["who"] in _DOERS for one in doers)


def _is_willed(text: str, due: str | None) -> bool:
    will = _WILL.search(text)
    if will is None:
        return False
    if (
        _EVENT.match(text, will.start())
        and (due is None or find_days(text))
        and not _OFFERED.search(text[: will.start()])
    ):
        return False
    verb = will["verb"].lower()
    if verb in _TASKS - _DEEDS and not _EVENT.search(text):
        return True
    if verb in _DEEDS and _OURS.search(text):
        return True
    is_state = verb in _STATES or (verb.startswith("be ") and verb.removeprefix("be ") in _BE_STATES)
    return due is not None if is_state else (due is not None or _does_something(text, verb))


def _is_task(cell: str) -> bool:
    """Whether a cell of a table says what is to be done, not only when, where or who."""
    return len(cell.split()) >= _SHORTEST_TASK and not find_days(cell)


def _does_something(text: str, verb: str) -> bool:
    """Whether somebody does it: "we will publish", "calls will be taken by the team", "Oluchi will chase"."""
    if verb.startswith("be "):
        return (
            _DONE.search(verb) is not None or _OWN.search(text) is not None or _SOMEBODY_WILL.search(text) is not None
        )
    return _WHATEVER_WILL.search(text) is None or _OWN.search(text) is not None
