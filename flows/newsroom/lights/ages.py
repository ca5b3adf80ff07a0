"""Ages, children and birthdays: told of one person they help to find that person."""

import re
from collections.abc import Iterator

from flows.newsroom.language.names import NAME
from flows.newsroom.language.words import forms, word_set
from flows.newsroom.lights.identity import Detail
from flows.newsroom.lights.name_signs import KIN
from flows.newsroom.lights.somebody import CARED_FOR, STAFF

CHILD = Detail(kind="A child")
AGE = Detail(kind="The age of a person")
BIRTHDAY = Detail(kind="A birthday")

_TEENS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_AGE = rf"(?:1[0-2]\d|[1-9]\d?|{_TEENS}|eighteen|nineteen|(?:{_TENS})(?:-\w+)?)"
_CHILD_AGE = rf"(?:1[0-7]|[1-9]|{_TEENS})"
_NO_RANGE = (
    r"(?!\s*(?:-|–|to\b|and\b(?= (?:over|under|above|\d))|or\b)\s*(?:\d|over|under|above|below|older|younger"
    r"|up)|\+|-|–|\d|,\d)"
)
_GROUP = (
    r"(?:people|adults|those|anyone|anybody|children|residents|patients|carers|men|women|everyone|pupils"
    r"|students|applicants|citizens)"
)
_BIRTHDAY = re.compile(
    rf"\b{_AGE}(?:st|nd|rd|th) birthday|\b(?:his|her|my|[a-z]+[’']s) birthday|\bhappy (?:\w+ )?birthday", re.IGNORECASE
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
# "Jean Gray, 47, spoke", "a carer (47)".
_BEHIND_A_NAME = re.compile(
    rf"(?:{_WHOLE_NAME}|\b{_ROLE})(?:, (?:aged )?(?:[1-9]\d?|10\d)(?:,(?= \D)|$)| \((?:aged )?(?:[1-9]\d?|10\d)\))"
)
_OLD = re.compile(
    rf"\b(?:[Hh]e|[Ss]he|I|who|{KIN}|{_WHOLE_NAME}) (?:is|was|am|has turned|turned|turns|will be|is now|is only|is"
    rf" nearly) (?:only )?{_AGE}"
    r"(?=[,.]? (?:and|but|when|next|on|now|years old)\b|[.,;”]|$)(?!,\d)|\b(?:I|He|She|he|she)[’'](?:m|s) (?:only"
    r" )?\d{1,2}(?=[,.]? (?:and|but|on the|next|now|this)\b|[.,;]|$)"
    rf"|\A(?:When (?:he|she|I) was|At|Aged) (?:only )?{_AGE},? (?:{NAME}|he|she|I)\b"
    rf"|\bwho[’']s (?:only |now |nearly )?{_AGE}\b"
    rf"|\baged {_AGE}\b{_NO_RANGE}|\b{_AGE}[- ]years?[- ]old\b(?!s)"
    rf"|\b(?:[A-Z]|[Hh]e|[Ss]he) (?:is|was) (?:{_TENS})\b",
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
_NUMBERS = frozenset(f"{_TEENS}|eighteen|nineteen|{_TENS}".split("|")) - {"one"}
_MAY_BE_AGE = re.compile(r"(?<![\d.,£/:])\d{1,3}(?![\d%/]|[.,:]\d)")
_SET_OFF = re.compile(r"[,(] ?(?:aged )?\d{1,3}(?:[,)]|\Z)")
_CHILDREN = word_set(
    """
    aged old olds year reception boy boys girl girls child children son sons daughter daughters sister sisters brother
    brothers twins baby grandson granddaughter nephew niece kid kids siblings
    """
)
_BEING = word_set("is was am turned turns be m s aged old when at")


def ages(text: str) -> Iterator[Detail]:
    """What a sentence tells of the age of one person, each kind once."""
    words = forms(text)
    if "birthday" in words and _BIRTHDAY.search(text):
        yield BIRTHDAY
    has_figure = _MAY_BE_AGE.search(text) is not None
    if (not has_figure and _NUMBERS.isdisjoint(words)) or _OF_A_GROUP.search(text):
        return
    if not _CHILDREN.isdisjoint(words) and (_CHILD.search(text) or _SIBLINGS.search(text)):
        yield CHILD
    elif (not _BEING.isdisjoint(words) and _OLD.search(text)) or (
        _SET_OFF.search(text) and _BEHIND_A_NAME.search(text)
    ):
        yield AGE
