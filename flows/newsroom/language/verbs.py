"""Verbs in the tense of headlines: "the Trust held" becomes "the Trust holds", "we held" becomes "holding".

A verb is changed only where its form is beyond doubt; the past tense is never wrong in a headline.
"""

import re
from dataclasses import dataclass
from enum import Enum

from flows.newsroom.language.words import word_set


class Number(Enum):
    """Whether a subject is one or many."""

    SINGULAR = "singular"
    PLURAL = "plural"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """The forms of a verb that stand in leads and headlines."""

    base: str
    past: str
    participle: str
    ing: str
    followers: frozenset[str] = frozenset()  # without an object it is this verb only before one of these words

    @property
    def third(self) -> str:
        """The form after one person or thing: "holds"."""
        if re.search(r"(?:s|sh|ch|x|z|o)$", self.base):
            return f"{self.base}es"
        return f"{self.base[:-1]}ies" if re.search(r"[^aeiou]y$", self.base) else f"{self.base}s"

    def after(self, number: Number) -> str:
        """Its present tense after a subject whose number is known."""
        return self.third if number is Number.SINGULAR else self.base


_REGULAR = """accuse adopt agree announce appoint approve ask attend back call celebrate claim describe discuss elect
end explore gather honour host join launch mark open organise pledge praise publish raise receive recognise recruit
reject relaunch remember reopen report reveal rule share showcase sign start support thank train unveil urge vote warn
welcome"""
_IRREGULAR = """begin began begun beginning|bring brought brought bringing|build built built building
give gave given giving|hear heard heard hearing|hold held held holding|lose lost lost losing|make made made making
meet met met meeting|plan planned planned planning|run ran run running|say said said saying|see saw seen seeing
tell told told telling|take took taken taking|win won won winning"""
_FOLLOWERS = {
    "agree": "to on that",
    "begin": "to",
    "call": "for on",
    "gather": "at in to for",
    "hear": "that from about how",
    "meet": "at in to with",
    "plan": "to",
    "pledge": "to that",
    "report": "that",
    "reveal": "that how",
    "rule": "that",
    "say": "that it they",
    "take": "part",
    "vote": "for against to on",
    "warn": "that of about against",
}
_OPENS_OBJECT = word_set(
    """a an the its their his her our this these that new more most almost nearly some all both each every around over
    about many several two three four five six seven eight nine ten first carers residents people staff members
    children families volunteers students guests"""
)
_MANY = word_set("people children women men staff police parents both many several more most hundreds dozens")
_ONE = word_set("a an one each every another")
_NUMBER_WORDS = word_set("two three four five six seven eight nine ten twelve twenty thirty forty fifty")
_NO_PLAIN_SUBJECT = re.compile(
    r"[,;:–—\"“”]|\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|be|been|being|that|who|"
    r"which|whose|where|when|to|not|never|by|if|as|than|\w+ed)\b",
    re.IGNORECASE,
)
_NO_END_OF_SUBJECT = word_set(
    "a an the its their his her our this that these those of for from in at with on some many most all every each"
)
_AND = re.compile(r"\s(?:and|&)\s")
_MODIFIER = re.compile(r"\s(?:of|for|from|in|at|with|on|across|around)\s")
_ADVERBS = r"(?:(?:now|recently|just|also|already|then|formally|officially)\s+)?"


def _verb(base: str) -> Verb:
    past = f"{base}d" if base.endswith("e") else f"{base}ed"
    ing = f"{base[:-1]}ing" if base.endswith("e") and not base.endswith("ee") else f"{base}ing"
    return Verb(base=base, past=past, participle=past, ing=ing, followers=_followers(base))


def _irregular(forms: str) -> Verb:
    base, past, participle, ing = forms.split()
    return Verb(base=base, past=past, participle=participle, ing=ing, followers=_followers(base))


def _followers(base: str) -> frozenset[str]:
    return word_set(_FOLLOWERS.get(base, ""))


_VERBS = (
    *map(_verb, _REGULAR.split()),
    *map(_irregular, _IRREGULAR.replace("\n", "|").split("|")),
)
_BY_PAST = {verb.past: verb for verb in _VERBS}
_BY_PARTICIPLE = {verb.participle: verb for verb in _VERBS}
_BY_ING = {verb.ing: verb for verb in _VERBS}

_PAST = re.compile(rf"^(?P<subject>\S+(?:\s+\S+){{0,8}}?)\s+{_ADVERBS}(?P<verb>{'|'.join(_BY_PAST)})\s+(?P<next>\S+)")
_PERFECT = re.compile(
    rf"^(?P<subject>.{{2,80}}?)\s+(?P<have>has|have)\s+{_ADVERBS}(?P<verb>{'|'.join(_BY_PARTICIPLE)})\b"
)
_PASSIVE = re.compile(
    r"^(?P<subject>.{2,80}?)\s+(?:was|were|has been|have been)\s+"
    rf"{_ADVERBS}(?P<verb>{'|'.join(_BY_PARTICIPLE)})\s+(?P<next>at|in|by|for|to|with|on|across|as)\b"
)
_OURS = re.compile(
    rf"^(?:We|I)(?:\s+have|['’]ve)?\s+{_ADVERBS}(?P<verb>{'|'.join(_BY_PAST | _BY_PARTICIPLE)})\s+(?P<next>\S+)"
)
_OURS_NOW = re.compile(rf"^(?:We|I)(?:\s+are|\s+am|['’]re|['’]m)\s+{_ADVERBS}(?P<verb>{'|'.join(_BY_ING)})\b")


def in_present(text: str) -> str:
    """The sentence with its main verb in the tense of headlines, or as it was where that is in doubt."""
    for change in (_from_perfect, _from_passive, _from_past):
        changed = change(text)
        if changed != text:
            return changed
    return text


def without_first_person(text: str) -> str:
    """The sentence as a headline tells it: "We celebrated the day" becomes "Celebrating the day"."""
    if (match := _OURS_NOW.match(text)) is not None:
        return match["verb"].capitalize() + text[match.end() :]
    match = _OURS.match(text)
    if match is None:
        return text
    verb = _BY_PAST.get(match["verb"]) or _BY_PARTICIPLE[match["verb"]]
    if not _takes(verb, match["next"]):
        return text
    return verb.ing.capitalize() + text[match.end("verb") :]


def number_of(subject: str) -> Number:
    """Whether a subject is one or many, as far as its own words say so."""
    words = _MODIFIER.split(f"{subject} ")[0].split()
    first, head = words[0].lower(), words[-1]
    if _AND.search(subject):
        return Number.UNKNOWN
    if first in _MANY or first in _NUMBER_WORDS or first[0].isdigit() or head.lower() in _MANY:
        return Number.PLURAL
    if first in _ONE:
        return Number.SINGULAR
    if not head.endswith("s") or re.search(r"(?:ss|us|is|news)$", head.lower()):
        return Number.SINGULAR if head[-1].isalpha() else Number.UNKNOWN
    is_name = head[0].isupper() and len(words) > 1
    return Number.UNKNOWN if is_name or "'" in head or "’" in head else Number.PLURAL


def _from_past(text: str) -> str:
    match = _PAST.match(text)
    if match is None or not _is_plain(match["subject"]):
        return text
    verb, number = _BY_PAST[match["verb"]], number_of(match["subject"])
    if number is Number.UNKNOWN or not _takes(verb, match["next"]):
        return text
    return f"{match['subject']} {verb.after(number)}{text[match.end('verb') :]}"


def _from_perfect(text: str) -> str:
    match = _PERFECT.match(text)
    if match is None or not _is_plain(match["subject"]):
        return text
    number = Number.SINGULAR if match["have"] == "has" else Number.PLURAL
    return f"{match['subject']} {_BY_PARTICIPLE[match['verb']].after(number)}{text[match.end() :]}"


def _from_passive(text: str) -> str:
    match = _PASSIVE.match(text)
    if match is None or not _is_plain(match["subject"]):
        return text
    return f"{match['subject']} {match['verb']}{text[match.end('verb') :]}"


def _is_plain(subject: str) -> bool:
    last = subject.rsplit(maxsplit=1)[-1].lower()
    return _NO_PLAIN_SUBJECT.search(subject) is None and last not in _NO_END_OF_SUBJECT and not last[0].isdigit()


def _takes(verb: Verb, follower: str) -> bool:
    if verb.followers and follower.lower().strip(",.") in verb.followers:
        return True
    return follower.lower() in _OPENS_OBJECT or follower[0].isupper() or follower[0].isdigit()
