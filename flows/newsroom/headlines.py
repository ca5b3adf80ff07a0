"""A document's own title, or a headline cut from its first sentences.

A headline is made of the writer's own words: the tense changes, days and asides go, nothing is added. A claim
keeps its source, because without it an opinion would read as a fact. Where no sentence makes a headline that
an editor could print, there is none, and an editor writes it.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.newsroom.language.housekeeping import is_housekeeping
from flows.newsroom.language.moments import needs_its_day
from flows.newsroom.language.trimming import core, shorten
from flows.newsroom.language.verbs import in_present, without_first_person
from flows.newsroom.language.words import terms
from flows.newsroom.model import Headline, HeadlineOrigin

_LEADS = 3  # sentences that a headline is looked for in
_LOOKED_AT = 60  # sentences that tell which words a document is about
_LONGEST = 14  # words
_SHORTEST = 4
_LONGEST_LEAD = 600  # characters; a longer sentence makes no headline
_LONGEST_SOURCE = 7
_LATER = 0.9  # what a lead loses against the one before it, in units of the score

_ENDED = re.compile(r"[.!?…][\"'”’)]*$")
_SAYS = {
    "added": "says",
    "announced": "says",
    "argued": "argues",
    "argues": "argues",
    "believes": "believes",
    "claimed": "claims",
    "claims": "claims",
    "confirmed": "says",
    "explained": "says",
    "said": "says",
    "say": "say",
    "says": "says",
    "suggested": "suggests",
    "told": "says",
    "urged": "urges",
    "warned": "warns",
    "warns": "warns",
}
_FINDS = {"concluded": "concludes", "found": "finds", "finds": "finds", "shows": "shows", "showed": "shows"}
_WHO = r"(?P<who>[^,“”\"]{2,80}?)"
_HAS = r"(?:has |have |had )?"
_SOURCES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?P<claim>.+?),\s+{_WHO}(?:,\s[^,]+,)?\s+{_HAS}(?P<says>{'|'.join(_SAYS)})\b(?!\s+that\b)(?:\s[^,]*)?[.!]?$",
        rf"^(?P<claim>.+?),\s+{_WHO}\s+{_HAS}(?P<finds>{'|'.join(_FINDS)})(?:,.*)?[.!]?$",
        rf"^(?P<claim>.+?),\s+(?P<says>{'|'.join(_SAYS)})\s+{_WHO}(?:,.*)?[.!]?$",
        rf"^(?P<claim>.+?),?\s+according to\s+{_WHO}(?:,.*)?[.!]?$",
        rf"^According to\s+{_WHO},\s+(?P<claim>.+)$",
    )
)
_STRONG_CLAIM = re.compile(r"\b(?:should|must|ought|needs?|deserves?)\b", re.IGNORECASE)
_SPEAKS = re.compile(rf"\b(?:{'|'.join((*_SAYS, *_FINDS))}|[Aa]ccording)\b")

_NOT_PRINTABLE = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?i)^(?:he|she|it|they|this|that|these|those|there|his|her|their|its|you|your|such|others?|another|both)\b",
        r"\b(?:I|[Ww]e|us|me|[Mm]y|mine|ourselves)\b|\b(?:I|[Ww]e)['’]",
        r"(?i)^(?:dear|hello|hi|welcome to|greetings|good morning|thank you|thanks|please|click|read more)\b",
        r"(?i)\b(?:https?:|www\.|@)|\bhere$|\b(?:see|click|attached|below)\b",
        r"^[\"“‘']",
        r"(?i)^(?:if|unless|because|although|though|when|whether|how far|for example|instead|since|before)\b",
        r"(?i)^(?:as|until|after|while|like|yes|no|sorry|hope|hoping|well|what an?|together|to [a-z]+)\b",
        r"(?i)^for \w+ (?:days|weeks|months|years)\b|^(?:law )?(?:notes?|briefing|report|minutes) (?:by|for|of)\b",
        r"\s\d{1,2} and (?=[a-z])",  # what is left of "Tuesday 9 and Wednesday 10 February"
        r"(?i)\byou(?:r|rs)?\b|\b(?:she|he)\b",
        r"(?i)\b(?:than|by|until|from|of|to|and|or|the|an?|for|with|no|first|later)$",
        r"^\W",
        r"[:…]",
        r"\.\s",
    )
)
_OURS = re.compile(r"\b[Oo]ur (?:own )?(?=\w)")
_ARTICLE = re.compile(r"^(?:The|A|An)\s+(?=\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    text: str
    source: str | None = None  # as it is printed: "says Jo Bloggs"


def headline(title: str | None, sentences: Sequence[str]) -> Headline:
    """Give the document's own title as it is, or the best headline that its first sentences make.

    Args:
        title: The document's own title; it is never rewritten.
        sentences: The document's sentences in order.

    Returns:
        The headline; without text where nothing was worth printing.
    """
    if title and not title.isspace():
        return Headline(text=title, origin=HeadlineOrigin.TITLE)
    leads = enumerate(_leads(sentences))
    made = {text: rank for rank, lead in reversed([*leads]) if (text := headline_of(lead)) is not None}
    if not made:
        return Headline(text=None, origin=HeadlineOrigin.NONE)
    frequency = Counter(terms(" ".join(sentences[:_LOOKED_AT])))
    best = max(made, key=lambda text: (_score(text, made[text], frequency), -made[text]))
    return Headline(text=best, origin=HeadlineOrigin.MADE)


def headline_of(sentence: str) -> str | None:
    """The headline that one sentence makes, at most 14 words and the source; None if an editor could not print it."""
    lead = " ".join(sentence.split())
    if len(lead) > _LONGEST_LEAD or lead.rstrip("\"'”’)").endswith("?"):
        return None
    claim = _parted(lead)
    if claim is None:
        return None
    short = shorten(in_present(without_first_person(core(claim.text))), _LONGEST)
    if short is None:
        return None
    text = _capitalised(_ARTICLE.sub("", _OURS.sub("", short.rstrip(".!"))))
    if len(text.split()) < _SHORTEST or not _is_printable(text):
        return None
    if claim.source is None:
        return None if _STRONG_CLAIM.search(text) and not _SPEAKS.search(text) else text
    return f"{text}, {claim.source}"


def _leads(sentences: Sequence[str]) -> Sequence[str]:
    news = [text for text in sentences if not is_housekeeping(text)]
    full = [text for text in news if _ENDED.search(text) and len(text.split()) >= _SHORTEST]
    return full[:_LEADS] or news[:_LEADS]


def _score(text: str, rank: int, frequency: Counter[str]) -> float:
    """How much of the document's vocabulary a headline holds for its length, less for a later lead."""
    weight = sum(math.log1p(frequency[term]) for term in sorted(set(terms(text))))
    return round(weight / math.sqrt(len(text.split())) - _LATER * rank, 6)


def _parted(sentence: str) -> _Claim | None:
    """The claim and its source; None if the source is no name that a reader would know."""
    patterns = _SOURCES if _SPEAKS.search(sentence) else ()
    match = next((found for pattern in patterns if (found := pattern.match(sentence)) is not None), None)
    if match is None:
        return _Claim(text=sentence)
    who = match["who"].strip()
    if len(who.split()) > _LONGEST_SOURCE or not _is_printable(_capitalised(who)):
        return None
    return _Claim(text=match["claim"].strip('“”" '), source=_source(who, match.groupdict()))


def _source(who: str, verbs: Mapping[str, str | None]) -> str:
    name = re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", who)
    if (says := verbs.get("says")) is not None:
        return f"{_SAYS[says]} {name}"
    if (finds := verbs.get("finds")) is not None:
        return f"{name} {_FINDS[finds]}"
    return f"according to {who}"


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _is_printable(text: str) -> bool:
    balanced = text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("(") == text.count(")")
    return balanced and not needs_its_day(text) and not any(pattern.search(text) for pattern in _NOT_PRINTABLE)
