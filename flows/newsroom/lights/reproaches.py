"""What is held against one person who could be known: deeds told as failings, and a few words held up to readers."""

import re

from flows.newsroom.language.names import HONORIFIC, JOB, NAME
from flows.newsroom.language.words import forms, word_set
from flows.newsroom.lights.somebody import STAFF

_POST = rf"(?:{STAFF}|{JOB}|governor|leader|minister|mayor|head|lead)"
_WHOEVER = (
    rf"(?:{HONORIFIC} (?:{NAME} )?{NAME}|{NAME} {NAME}|\b(?:[Hh]e|[Ss]he)"
    r"|\b(?:[Tt]he|[Oo]ur|[Mm]y|[Yy]our|[Hh]is|[Hh]er|[Tt]heir|[Tt]hat|[Tt]his|[Ii]ts)"
    rf" (?:(?:previous|former|last|old|then|acting|new|interim|late|[a-z]+) ){{0,2}}{_POST})"
)
_SUBJECT = re.compile(
    rf"{_WHOEVER}(?:,? (?:who|{NAME} {NAME}|of [^,]{{2,40}}))?(?:,[^,]{{2,60}},)?"
    r"(?: (?:had|has|have|then|also|simply|still|just|again|once|later|who|always|often|would|did|could|was|is))*\s*\Z"
)
_REACH = 120  # characters before a deed in which its doer stands
# Of a deed without a person in its own words: "had not answered", "told her off".
_DEED = re.compile(
    r"(?:\bnot|n[o’']t|\bnever) (?:once |yet |even )?(?:answer(?:ed)?|repl(?:y|ied)|return(?:ed)?|rung|ring"
    r"|turn(?:ed)? up"
    r"|apologised?|respond(?:ed)?|listen(?:ed)?|read|bother(?:ed)?|ask(?:ed)?|visit(?:ed)?|kept|keep|deliver(?:ed)?"
    r"|explain(?:ed)?|produced?|written|met)\b"
    r"|\b(?:failed to|refused|declined to|ignored|neglected to|overruled|undermined|humiliated|belittled|patronised"
    r"|mocked"
    r"|misled|mishandled|botched|overspent|shouted at|snapped at|laughed at|interrupted|threatened|bullied|talked over"
    r"|brushed (?:off|aside)|fobbed|sat on it|washed (?:his|her) hands|took (?:all )?the credit"
    r"|walked out|lied|got it wrong|made (?:a mess|excuses)|passed the buck|covered it up)\b"
    r"|\b(?:corrected|contradicted|scolded|reprimanded|criticised|lectured) (?:him|her|them|me|us|a|an|the|his|my"
    r"|our)\b"
    r"|\b(?:arrived|came|turned up) (?:\w+ )?late\b|\bleft before\b|\b(?:wrote|spelt|got) (?:my|her|his|our|the)"
    r" [^.;]{2,40}"
    r" wrong\b|\bmade (?:a joke|jokes|fun) (?:about|of)\b|\bspent more time\b|\bhas(?: not|n[’']t) been seen since\b"
    r"|\btook the [^.;]{2,40} with (?:him|her)\b|\b(?:told|ticked) (?:him|her|them|me|us|staff|[a-z]+ \w+) off\b"
    r"|\bdismissed (?:the|her|his|our|their|my|us|me|it|every)\b"
    r"|\bbroke (?:his|her|a|the|that|every) (?:word|promise)|\bkept (?:us|me|her|him|them|people|everybody) waiting\b"
    r"|\blost (?:the|our|my|his|her) (?:file|form|papers?|letter|notes|keys|records?)\b"
    r"|\bcancelled (?:\w+ ){0,2}(?:supervisions?|visits?|meetings?|appointments?|us|me)\b"
    r"|\bturned (?:us|me|her|him|them) away\b|\bthrew (?:us|me|him|her|them) out\b"
)
# One word of each deed: a look into a set is quicker than a search.
_TELLING = word_set(
    """
    not t never failed refused declined ignored neglected overruled undermined humiliated belittled patronised mocked
    misled mishandled botched overspent shouted snapped laughed interrupted threatened bullied talked brushed fobbed
    sat washed credit walked lied wrong mess excuses buck covered corrected contradicted scolded reprimanded criticised
    lectured late before joke jokes fun spent seen took told ticked dismissed broke waiting lost cancelled away threw
    """
)
# Of whom it is said stands anywhere in the sentence, or before it.
_DEMAND = re.compile(
    r"\b(?:[Hh]e|[Ss]he|the [a-z]+|(?!It\b|They\b|We\b|You\b)[A-Z][a-z]+) (?:should|ought to|must|needs to) (?:say"
    r" sorry|apologise|resign|go|be ashamed"
    r"|listen|explain (?:him|her)self)\b|\bowes? (?:us|me|him|her|them|everybody) (?:an apology|an answer|an"
    r" explanation)"
    r"|\b(?:he|she) would like to know who\b|\btaken up with (?:him|her)\b|\bhad words with (?:him|her)\b"
    r"|\bspoken to (?:him|her) about (?:it|this|that)\b|\bsomething to answer for\b"
)
# "said that the figures were “a self-selecting moan”": a few of somebody's words, picked out.
_PICKED = re.compile(
    r"[“\"‘](?P<words>(?!(?:before|after|by|in|from|until|within|around)"
    r" )[a-z][^“”\"‘]{3,90}?)[”\"’](?!\w)"
)
_MOST_PICKED = 12  # words
_HOLDS_A_POST = re.compile(
    rf"\b(?:{HONORIFIC} (?:{NAME} )?{NAME}|(?:[Dd]irector|[Mm]anager|[Gg]overnor|[Cc]hief [Ee]xecutive|[Hh]ead|[Cc]hair"
    rf"|[Cc]ouncillor|[Mm]inister|[Oo]fficer|[Ll]eader|[Ll]ead)[^.“]{{0,30}} {NAME} {NAME})"
)


def is_reproach(text: str) -> bool:
    """Whether a sentence holds something against one person: a deed, a demand, or a few words picked out."""
    may_tell = not _TELLING.isdisjoint(forms(text))
    if may_tell and any(
        _SUBJECT.search(text[max(0, deed.start() - _REACH) : deed.start()]) for deed in _DEED.finditer(text)
    ):
        return True
    return _DEMAND.search(text) is not None or _holds_up_words(text)


def _holds_up_words(text: str) -> bool:
    picked = (found["words"] for found in _PICKED.finditer(text))
    return any(len(words.split()) <= _MOST_PICKED for words in picked) and _HOLDS_A_POST.search(text) is not None
