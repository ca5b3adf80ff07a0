"""A sentence cut to its core, never to another meaning.

What is cut is an opening that sets the scene, an aside, or a clause at the end. A negation, a condition or
the other half of a contrast is never cut away, and a sentence that cannot be shortened safely is given up.
"""

import re
from dataclasses import dataclass

from flows.newsroom.language.moments import DATE, without_moments
from flows.newsroom.language.words import word_set

_SHORTEST_CORE = 4  # words: less is a fragment
_SHORTEST_AFTER_TAIL = 5
_SHORTEST_BROKEN = 7  # before a preposition: shorter ones seldom have their verb
_TOLERATED = 3  # words too many that are better than a sentence broken off


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Something that may be cut, by name."""

    name: str
    pattern: re.Pattern[str]
    is_tight: bool = False  # no comma parts it from what stays, which must then be a whole phrase
    not_after: re.Pattern[str] | None = None  # what stays would be broken off if it held this


def _rules(flags: re.RegexFlag, **patterns: str) -> tuple[Rule, ...]:
    return tuple(Rule(name=name, pattern=re.compile(pattern, flags)) for name, pattern in patterns.items())


_OPENERS = _rules(
    re.IGNORECASE,
    day_as_subject=(
        rf"^(?:On\s+)?(?:{DATE}|(?:this|last|next)\s+(?:\w+\s+)?(?:week|month|year|spring|summer|autumn|winter|\w+day)"
        r"|\w+day|(?:19|20)\d\d)\s+(?:saw|sees|will see|was|is|marked|marks|brought)\s+(?:the\s+)?"
    ),
    day=rf"^(?:On\s+)?(?:{DATE})(?:\s+(?:to|and|until)\s+{DATE})?,?\s+",
    weekday=r"^On\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:night|morning|afternoon|evening))?,?\s+",
    relative_day=(
        r"^(?:Earlier\s+)?(?:Yesterday|Today|Tomorrow|(?:Last|This|Next)\s+(?:week|month|year|night|morning|afternoon"
        r"|evening|spring|summer|autumn|winter|\w+day)|Recently|In recent (?:weeks|months|years))\b,?\s+"
    ),
    period=(
        r"^(?:In|During|Over|Since|By)\s+(?:the\s+)?(?:early\s+|late\s+)?(?:last\s+|past\s+|coming\s+|next\s+)?"
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December|morning|afternoon"
        r"|evening|spring|summer|autumn|winter|day|week|month|year|(?:19|20)\d\d)(?:\s+\d{4})?,?\s+"
    ),
    connective=(
        r"^(?:However|Meanwhile|In addition|Lastly|Finally|Indeed|Moreover|Furthermore|Overall|Once again|As ever"
        r"|In a statement|And|But|So|Also|Then|Now),?\s+"
    ),
    setting=(
        r"^(?:At (?:a|an|the|its|their|our|this)|After|As part of|As|With|While|Amid|Following|Speaking|"
        r"In (?:a|an) (?:bid|move|effort|attempt|drive|letter|speech|interview)|To mark|To celebrate|Thanks to"
        r"|Alongside|Together with)\s"
        r"[^,]{2,80},\s+"
    ),
    announcement=(
        r"^(?:We|I)(?:\s+are|\s+am|['’]re|['’]m)\s+(?:so |very |really |absolutely )?(?:pleased|delighted|proud|excited"
        r"|happy|thrilled|sad|sorry|honoured)\s+to\s+(?:announce|share|report|confirm|say|tell you)\s+(?:that\s+)?"
    ),
    existence=(
        r"^There\s+(?:is|are|was|were|has been|have been|will be)\s+"
        r"(?=(?:a|an|the|no|\d|many|more|over|around|about)\b|\d)"
    ),
    invitation=r"^(?:Please\s+)?(?:come and\s+)?join us\s+for\s+",
)
_ASIDES = _rules(
    re.NOFLAG,
    brackets=r"\s*\([^()]*\)",
    dashes=r"\s+[–—-]\s+[^–—]{3,90}?\s+[–—-]\s+(?=\S)",
)
_APPOSITION = re.compile(
    r"^(?P<name>[^,]{3,60}),\s.{2,160}?,\s+(?=(?:is|are|was|were|has|have|had|will|can|may|might|could|would|\w+ed|held"
    r"|met|won|gave|took|made|began|spoke|said|says|told|ran|now|also|still|already)\s)"
)
_CONDITION = re.compile(
    r"\b(?:not|no|never|unless|if|except|only|subject to|provided|pending|alleged\w*)\b", re.IGNORECASE
)
_TAILS = _rules(
    re.NOFLAG,
    relative=(
        r",\s+(?:with|where|who|whose|which|while|as|after|because|since|including|in particular|particularly|adding"
        r"|amid|following|and also|so that|when|making|giving|bringing|alongside|together with|along with)\b.*$"
    ),
    dash=r"\s+[-–—]\s+.*$",
    semicolon=r";.*$",
    participle=r",\s+[a-z]+ing\b.*$",
    second_verb=(
        r",?\s+and\s+(?:has|have|is|are|was|were|will|wants?|agreed|asked|discussed|found|gave|heard|held|made|met|said"
        r"|spoke|took|told)\s.*$"
    ),
)
_TIGHT_TAILS = (
    Rule(
        name="clause",
        pattern=re.compile(
            r"\s+(?:after|because|when|where|which|so that|in order to|in a bid to|following|amid)\s.*$"
        ),
        is_tight=True,
    ),
    Rule(
        name="purpose",
        pattern=re.compile(
            r"\s+to\s+(?:celebrate|discuss|encourage|enable|ensure|hear|help|improve|learn|look|mark|plan|raise|share|support"
            r"|talk)\s.*$"
        ),
        is_tight=True,
        not_after=re.compile(
            r"\b(?:agree[sd]?|aim(?:s|ed)?|allow(?:s|ed)?|are|asks?|asked|be|calls?|called|decide[sd]?|encourage[sd]?"
            r"|helps?|helped|hope[sd]?|invite[sd]?|is|needs?|needed|plans?|planned|pledge[sd]?|promise[sd]?|set up"
            r"|tells?|told|tries|tried|urge[sd]?|votes?|voted|wants?|wanted|was|were|works?|worked)\b"
        ),
    ),
)
_CUT_BEFORE = word_set(
    """in at for by with from on over after during across against about through under amid because while as when
    where before into following despite including aimed alongside within"""
)
_LOOSE_ENDS = word_set(
    """a an the of to in on at by for from with and or as that which who is are was were be been has have had will would
    its their his her our into over after about between across than more most very also said whose when where while
    including such both up & they it he she"""
)
_WANTS_MORE = word_set(
    """agree agrees based call calls due focus focuses keen know look looks need needs part ready related responsible
    talk talks think work works number range lack kind sort"""
)
_NOUNS_IN_ING = word_set(
    """briefing building commissioning counselling evening funding gathering hearing housing learning meeting mentoring
    morning nursing outing parenting planning safeguarding screening setting spending training wellbeing"""
)
_MEANING = re.compile(
    r"\b(?:not|no|never|nor|neither|unless|if|except|without|until|only|rather|instead|but|although|though|however"
    r"|provided|subject to|pending|or|hardly|fail\w*|alleged\w*|claim\w*|might|may)\b|n['’]t\b",
    re.IGNORECASE,
)
_DEADLINE = re.compile(r"\b(?:closes?|ends?|due|deadline|opens?|starts?|begins?)[.!]?$")
_TRAILING = " ,;:-–—"


def core(sentence: str) -> str:
    """The sentence without the opening, the days and the asides that a headline does not need."""
    text = " ".join(sentence.split())
    for aside in _ASIDES:
        text = _without(text, aside, "" if aside.name == "brackets" else " ")
    for _ in range(2):  # "However, on Monday the ..." has two openings
        for opener in _OPENERS:
            text = _capitalised(_without(text, opener, "", may_mean=True))
    timeless = without_moments(text).replace(" died, aged ", " died aged ")
    return (text if _DEADLINE.search(timeless) else timeless).rstrip(_TRAILING)


def shorten(text: str, words: int) -> str | None:
    """At most `words` words of `text`, cut where a reader would draw breath; None where there is no such place."""
    text = _without_apposition(text) if len(text.split()) > words else text
    for tail in (*_TAILS, *_TIGHT_TAILS):
        if len(text.split()) <= words:
            break
        text = _without(text, tail, "", least=_SHORTEST_AFTER_TAIL)
    if len(text.split()) > words + _TOLERATED:
        return _cut_at_a_joint(text, words)
    return _without_loose_end(text)


def _without(text: str, rule: Rule, replacement: str, *, least: int = _SHORTEST_CORE, may_mean: bool = False) -> str:
    """The text without what the rule names, unless that carries meaning or leaves too little."""
    match = rule.pattern.search(text)
    if match is None or (not may_mean and _MEANING.search(match.group())):
        return text
    before = text[: match.start()]
    if rule.is_tight and not _is_whole(before.split()[-1]):
        return text
    if rule.not_after is not None and rule.not_after.search(before):
        return text
    rest = before + replacement + text[match.end() :]
    return rest if len(rest.split()) >= least else text


def _without_apposition(text: str) -> str:
    match = _APPOSITION.match(text)
    if match is None or _CONDITION.search(match.group()):
        return text
    return f"{match['name']} {text[match.end() :]}"


def _cut_at_a_joint(text: str, words: int) -> str | None:
    """Cut before the last preposition or clause word that fits and leaves a whole phrase."""
    parts = text.split()
    for place in range(words, _SHORTEST_BROKEN - 1, -1):
        kept, dropped = " ".join(parts[:place]), " ".join(parts[place:])
        if "," in kept and "," in dropped:
            continue  # inside an aside or a list
        if parts[place].lower() in _CUT_BEFORE and not _MEANING.search(dropped) and _is_whole(parts[place - 1]):
            return _without_loose_end(kept)
    return None


def _is_whole(last_word: str) -> bool:
    """Whether a phrase may end with this word: "meeting" yes, "focusing" and "responsible" no."""
    word = last_word.lower().strip(_TRAILING)
    if word in _WANTS_MORE or word in _LOOSE_ENDS:
        return False
    return word in _NOUNS_IN_ING or not word.endswith(("ing", "ed", "ly"))


def _without_loose_end(text: str) -> str:
    parts = text.rstrip(_TRAILING).split()
    while len(parts) > _SHORTEST_CORE and parts[-1].lower().strip(_TRAILING) in _LOOSE_ENDS:
        parts.pop()
    return " ".join(parts).rstrip(_TRAILING)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
