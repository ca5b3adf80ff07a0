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
    r"|prepared (?:by|for)|written by|words by|sent)\s*[:|]"
)
# What follows is written for small letters and behind one word boundary: a choice of plain words is looked for four
# times as fast as the same words each with a boundary of its own, in any case.
_MINUTES = (
    r"(?:minutes|notes|actions?) (?:of|from) the (?:last|previous) (?:meeting|forum|group)\b"
    r"|minutes (?:were|was) (?:agreed|approved|accepted|read)\b|(?:agreed|approved|accepted) as (?:an? )?"
    r"(?:true|accurate|correct|fair)\b|apologies (?:were|had been|have been) (?:received|given|noted|sent)\b"
    r"|(?:welcomed (?:everyone|everybody|members|all|those present|colleagues)|introductions were made"
    r"|opened the meeting|closed the meeting|meeting (?:closed|ended|opened|started|finished) at)\b"
    r"|there (?:was|were|being) no (?:other|further|matters?|any other|declarations?)\b"
    r"|declarations? of interests?\b|no (?:further|other) (?:business|matters)\b"
)
_OPENS_MINUTES = (
    r"(?:the )?(?:draft )?(?:minutes|notes|record|action (?:notes|points|log)) (?:of|from|for|taken)\b"
    r"|(?:agreed|approved|accepted),? (?:with|subject to) \w+ corrections?\b|apologies (?:from|for|were)\b"
    r"|(?:standing item|no update|nothing to report|noted)\b"
)
_THANKS = (
    r"(?:(?:many|grateful|special|big|huge|sincere|warm|our) )(?:thanks|thank you)\b|thank you (?:to|for|all|so)\b"
    r"|thanks (?:to everyone|to all|again|so much)\b|we would like to thank\b|with thanks\b"
)
_OPENS_THANKS = (
    r"(?:the )?(?:chair|group|meeting|members|forum|committee|board|everyone|\w+)(?: \w+)? (?:thanked"
    r"|was thanked|were thanked|expressed (?:its|their|his|her) thanks)\b"
)
_NOTICES = (
    r"(?:this|the) (?:e-?mail|message|newsletter|document|page|article|site"
    r"|website)\b.{0,60}\b(?:confidential|intended"
    r"|addressee|recipient|cookies?|unsubscribe|subscribers?|copyright|updated|monitor\w*|virus\w*)\b"
    r"|you(?:['’]re| are) receiving this\b|received (?:this|it) in error\b|before printing\b|unsubscribe\b"
    r"|views expressed\b|all rights reserved\b|registered charity\b|(?:log|sign) in to\b|subscribe\b"
    r"|follow us\b|share this\b|leave a comment\b|comments are closed\b|view (?:this|in your) (?:e-?mail|browser)"
    r"|may monitor e-?mails?\b"
)
_ASIDES = (
    r"(?:speak|talk) to \w+\b(?: (?:if|about|before|first))?[^.]{0,20}\.$|minuted\b|review date\b|due for review\b"
)
_OPENS_ASIDES = r"next (?:review|update) due\b|(?:watch this space|more to follow|to be continued|end of report)\b"
_IMPRINT = (
    r"(?:digest|bulletin|briefing|issue) no\.? ?\d|\d+(?: ?\(\d+\))?[:,] ?(?:pp?\. ?)?\d+[-–]\d+"
    r"|the views are (?:his|her|their|my) own\b|works as\b.{0,60}$|et al\b"
)
_OPENS_IMPRINT = (
    r"(?:prepared|written|compiled|edited|produced|minuted|reported|written up|photographs?|words"
    r"|pictures) (?:up )?(?:by|for)\b"
    r"|(?:research |evidence )?(?:digest|bulletin|briefing|newsletter|issue|edition)(?: no\.?| number)? \d"
    r"|this replaces the\b|issued \d"
)
_ENQUIRIES = (
    r"(?:please )?(?:contact|ring|call|phone|telephone|e-?mail|write to|get in touch with)\b"
    r".{0,50}\b(?:0\d{2,}|for (?:more|further|details|a chat|information)|if you (?:have|need|would|want))"
    r"|further information (?:is available|can be found|from)\b"
)
_OPENS_ENQUIRIES = (
    r"for (?:more|further|any|all|full|an informal|a|details)\b.{0,60}\b(?:information|details|enquir\w+"
    r"|quer\w+|chat|talk|discussion|questions?)\b|if you (?:have any|would like (?:more|further|to know))\b"
)
_HOLDS = re.compile(rf"\b(?:{_MINUTES}|{_THANKS}|{_NOTICES}|{_ASIDES}|{_IMPRINT}|{_ENQUIRIES})|©|\(\d{{4}}\)\.?$")
_OPENS = re.compile(f"{_OPENS_MINUTES}|{_OPENS_THANKS}|{_OPENS_ASIDES}|{_OPENS_IMPRINT}|{_OPENS_ENQUIRIES}")
_ROOM = re.compile(
    r"\b(?:car ?park(?:ing)?|parking|biscuits|mince pies|tea and coffee|refreshments|sandwich(?:es)?|cake|raffle"
    r"|fire (?:exits?|alarms?|drill)|toilets?|mobile phones)\b"
)
_NUMBERED_LINE = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+[A-Z]\S*(?:\s+\S+){0,5}[.:]?$")
_SHORT = 14  # words: a longer sentence about cake and parking tells something else as well


@lru_cache(maxsize=4_096)  # headline, summary and the words around a sentence all ask
def is_housekeeping(text: str) -> bool:
    """Whether an editor would strike a sentence before reading on."""
    low = text.lower()
    if _LINES.match(low) or _NUMBERED_LINE.match(text) or _OPENS.match(low) or _HOLDS.search(low):
        return True
    return speaks_to_machines(text) or (len(text.split()) <= _SHORT and _ROOM.search(low) is not None)
