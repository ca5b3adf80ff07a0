"""Sentences that keep a meeting, a page or a letter in order and tell a reader of the newsletter nothing."""

import re
from functools import lru_cache

from flows.newsroom.language.instructions import speaks_to_machines

_LINES = re.compile(
    r"(?:present|apologies(?: for absence)?|in attendance|attendance|attendees|attending|also present"
    r"|absent|distribution"
    r"|circulation|to|from|cc|re|ref(?:erence)?|venue|chair|minutes?(?: taken by)?|note[- ]?taker"
    r"|agenda(?: item)?|tel"
    r"|telephone|phone|e-?mail|mobile|web(?:site)?|twitter|published|updated|issued|posted|last updated"
    r"|author|contact"
    r"|enquiries|notes for editors|notes to editors|press office|media enquiries|ends|source|photo"
    r"|picture|image|caption"
    r"|prepared (?:by|for)|written by|words by|sent)\s*[:|]",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"^(?:the )?(?:draft )?(?:minutes|notes|record|action (?:notes|points|log)) (?:of|from|for|taken)\b"
    r"|\b(?:minutes|notes|actions?) (?:of|from) the (?:last|previous) (?:meeting|forum|group)\b"
    r"|\bminutes (?:were|was) (?:agreed|approved|accepted|read)\b|\b(?:agreed|approved|accepted) as (?:an? )?"
    r"(?:true|accurate|correct|fair)\b|^(?:agreed|approved|accepted),? (?:with|subject to) \w+ corrections?\b"
    r"|\bapologies (?:were|had been|have been) (?:received|given|noted|sent)\b|^apologies (?:from|for|were)\b"
    r"|\b(?:welcomed (?:everyone|everybody|members|all|those present|colleagues)|introductions were made"
    r"|opened the meeting|closed the meeting|meeting (?:closed|ended|opened|started|finished) at)\b"
    r"|\bthere (?:was|were|being) no (?:other|further|matters?|any other|declarations?)\b"
    r"|\bdeclarations? of interests?\b"
    r"|\bno (?:further|other) (?:business|matters)\b|^(?:standing item|no update|nothing to report|noted)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"^(?:the )?(?:chair|group|meeting|members|forum|committee|board|everyone|\w+)(?: \w+)? (?:thanked"
    r"|was thanked|were thanked"
    r"|expressed (?:its|their|his|her) thanks)\b"
    r"|\b(?:(?:many|grateful|special|big|huge|sincere|warm|our) )(?:thanks|thank you)\b|\bthank you (?:to"
    r"|for|all|so)\b"
    r"|\bthanks (?:to everyone|to all|again|so much)\b|\bwe would like to thank\b|\bwith thanks\b",
    re.IGNORECASE,
)
_NOTICES = re.compile(
    r"\b(?:this|the) (?:e-?mail|message|newsletter|document|page|article|site"
    r"|website)\b.{0,60}\b(?:confidential|intended"
    r"|addressee|recipient|cookies?|unsubscribe|subscribers?|copyright|updated|monitor\w*|virus\w*)\b"
    r"|\byou(?:['’]re| are) receiving this\b|\breceived (?:this|it) in error\b|\bbefore printing\b|\bunsubscribe\b"
    r"|\bviews expressed\b|\ball rights reserved\b|©|\bregistered charity\b|\b(?:log|sign) in to\b|\bsubscribe\b"
    r"|\bfollow us\b|\bshare this\b|\bleave a comment\b|\bcomments are closed\b|\bview (?:this"
    r"|in your) (?:e-?mail|browser)"
    r"|\bmay monitor e-?mails?\b",
    re.IGNORECASE,
)
_ASIDES = re.compile(
    r"\b(?:speak|talk) to \w+\b(?: (?:if|about|before|first))?[^.]{0,20}\.$|\bminuted\b|^next (?:review|update) due\b"
    r"|\breview date\b|\bdue for review\b|^(?:watch this space|more to follow|to be continued|end of report)\b",
    re.IGNORECASE,
)
_IMPRINT = re.compile(
    r"^(?:prepared|written|compiled|edited|produced|minuted|reported|written up|photographs?|words"
    r"|pictures) (?:up )?(?:by|for)\b"
    r"|^(?:research |evidence )?(?:digest|bulletin|briefing|newsletter|issue|edition)(?: no\.?| number)? \d"
    r"|\b(?:digest|bulletin|briefing|issue) no\.? ?\d|\(\d{4}\)\.?$|\b\d+(?: ?\(\d+\))?[:,] ?(?:pp?\. ?)?\d+[-–]\d+"
    r"|^this replaces the\b|\bthe views are (?:his|her|their|my) own\b|\bworks as\b.{0,60}$|^issued \d|\bet al\b",
    re.IGNORECASE,
)
_ENQUIRIES = re.compile(
    r"^for (?:more|further|any|all|full|an informal|a|details)\b.{0,60}\b(?:information|details|enquir\w+"
    r"|quer\w+|chat|talk"
    r"|discussion|questions?)\b|\b(?:please )?(?:contact|ring|call|phone|telephone|e-?mail|write to"
    r"|get in touch with)\b"
    r".{0,50}\b(?:0\d{2,}|for (?:more|further|details|a chat|information)|if you (?:have|need|would|want))"
    r"|\bfurther information (?:is available|can be found|from)\b|^if you (?:have any|would like (?:more"
    r"|further|to know))\b",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:car ?park(?:ing)?|parking|biscuits|mince pies|tea and coffee|refreshments|sandwich(?:es)?|cake|raffle"
    r"|fire (?:exits?|alarms?|drill)|toilets?|mobile phones)\b",
    re.IGNORECASE,
)
_NUMBERED_LINE = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+[A-Z]\S*(?:\s+\S+){0,5}[.:]?$")
_SHORT = 14  # words: a longer sentence about cake and parking tells something else as well


@lru_cache(maxsize=4_096)  # headline, summary and the words around a sentence all ask
def is_housekeeping(text: str) -> bool:
    """Whether an editor would strike a sentence before reading on."""
    if _LINES.match(text) or _NUMBERED_LINE.match(text):
        return True
    if any(pattern.search(text) for pattern in (_MINUTES, _THANKS, _NOTICES, _IMPRINT, _ENQUIRIES, _ASIDES)):
        return True
    if speaks_to_machines(text):
        return True
    return len(text.split()) <= _SHORT and _ROOM.search(text) is not None
