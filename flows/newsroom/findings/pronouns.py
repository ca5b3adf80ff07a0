"""Whom "she" means: only where one person can be meant."""

import re
from collections.abc import Sequence

from flows.newsroom.findings.cast import AT_HOME, Cast, Mention, distinct
from flows.newsroom.language.names import ALSO_FIRST_NAMES, FIRST_NAMES, HONORIFIC
from flows.newsroom.language.quotation_marks import without_quoted
from flows.newsroom.language.sentences import split
from flows.newsroom.language.vocabulary import is_everyday
from flows.newsroom.language.words import WORD

_MEN, _WOMEN, _NONE = r"(?:Mr|Sir|Lord)\b", r"(?:Mrs|Ms|Miss|Dame|Lady|Baroness)\b", r"(?!)"
_OTHERS = {"she": re.compile(_MEN), "he": re.compile(_WOMEN), "they": re.compile(_NONE)}
_IN_BRACKETS = re.compile(r"\([^()]{1,60}\)")  # "Cllr Dez Brown (Ind, Mill Ward)": Mill Ward speaks of nobody
_FIGURE = re.compile(  # "Forty-ton Brown" is a crane
    r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)\b"
)
_NEAR = 30  # characters: a job may stand before the name that opens a sentence
_OPENING_PRONOUN = re.compile(r"(?:she|he|they)\b", re.IGNORECASE)


def meant_by(pronoun: str, paragraph: str, cast: Cast) -> str | None:
    """The one person, as last named in `paragraph`, whom a pronoun after it can mean.

    Either nobody else is named, or the sentences about one person run on with the same pronoun up to here.
    """
    text = _IN_BRACKETS.sub(lambda found: " " * len(found.group()), without_quoted(paragraph))
    mentions = [one for one in cast.likely_mentions(text) if not _OTHERS[pronoun].match(one.words)]
    mentions = [one for one in mentions if not _FIGURE.match(one.words)]
    if pronoun != "they":
        mentions = [one for one in mentions if one.person in cast.people or is_surely_a_name(one.words)]
    if not mentions:
        return None
    if len(distinct(mentions)) == 1:
        return fullest(mentions, mentions[-1])
    person = _carried_on(pronoun, text, cast) or _subject_of_the_last_sentence(text, cast)
    return fullest([one for one in mentions if one.person == person], None) if person else None


def fullest(mentions: Sequence[Mention], last: Mention | None) -> str:
    """How the text names a person: as it did last, in full where it did so at all."""
    longest = max(mentions, key=lambda one: len(one.words.split()))
    return last.words if last and len(last.words.split()) == len(longest.words.split()) else longest.words


def is_surely_a_name(words: str) -> bool:
    """Whether it is no "Night Kitchen": a title, a first name, or a word that is not everyday English."""
    parts = WORD.findall(words)
    is_first_name = parts[0] in FIRST_NAMES | ALSO_FIRST_NAMES | AT_HOME
    return is_first_name or re.match(HONORIFIC, words) is not None or not all(map(is_everyday, parts))


def _carried_on(pronoun: str, text: str, cast: Cast) -> str | None:
    """The person of whom the pronoun spoke from the moment when only that person had been named."""
    known: list[str] = []
    meant: str | None = None
    opened = False
    for start, end in split(text):
        sentence = text[start:end].strip(" “”‘’\"'")
        if not sentence:
            continue
        opening = _OPENING_PRONOUN.match(sentence)
        opened = opening is not None and opening.group().lower() == pronoun
        if opened and meant is None and len(known) == 1:
            meant = known[0]
        known += [person for person in distinct(cast.likely_mentions(sentence)) if person not in known]
    return meant if opened else None


def _subject_of_the_last_sentence(text: str, cast: Cast) -> str | None:
    """The one person whom the last sentence names, if it begins with that person."""
    spans = split(text)
    mentions = cast.likely_mentions(text[spans[-1].start :]) if spans else ()
    is_alone = len(distinct(mentions)) == 1 and mentions[0].start <= _NEAR
    return mentions[0].person if is_alone else None
