"""The people whom a text names, for the coordinator's eyes: each of them may have to be asked.

Two or three capitalised words are a person if an honorific, a job or a meeting leads to them, or a
job or something that people do follows. Rules rather than a model: a list that is short and right
is read, a long one is not.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from flows.newsroom.language.names import HONORIFIC, JOB, NAME, NO_NAMES, is_personal, may_be_surname

_DID = (
    r"(?:said|says|writes|wrote|discussed|argued|joined|led|introduced|told|added|described|opened|spoke|interviewed"
    r"|explained|commented|welcomed|chaired|presented|reflected|thanked|retired|has (?:published|joined|written)"
    r"|asked|asks|pointed out|declared|suggested|proposed|reminded|volunteered|seconded|thought|thinks|wondered|replied"
    r"|answered|recalled|recalls|remembered|remembers|laughed|smiled|signed|died)"
)
_BY = r"(?:written|led|chaired|joined|talk) by"
_MET = rf"(?:interviewed|welcomed|thanked|said|says|introduced|appointed|with|{_BY})"
_BODY = r"(?: (?:of|for|at|in) (?:[A-Z][\w &’'-]{1,60}?|[a-z]+(?: and [a-z]+)?))?"
_RUN = re.compile(rf"\b{NAME}(?: (?:[A-Z]\.? )?(?:(?:de|da|di|van|von|der|den|la|le|al|bin) )?{NAME})*+")
_LEADS_TO_A_PERSON = re.compile(rf"\b(?:{HONORIFIC}|{JOB}{_BODY},?(?: {HONORIFIC})?|{_MET}) \Z")
_TELLS_OF_A_PERSON = re.compile(
    rf",? \(?(?:a |an |the |who |our |previously )?(?:[A-Z][A-Za-z]+ ){{0,3}}{JOB}\b"
    rf"|, (?:a |an |the |our )?(?:[a-z]+ ){{0,5}}{JOB}\b"
    rf"|,? (?:a|an|the|our) (?:[A-Za-z]+ ){{0,3}}{JOB}\b"
    rf"|,?(?: then| also)? {_DID}\b"
    r"|, who (?:died|retired|was born|leads?|runs?|chairs?|led|ran|chaired|wrote|spoke|joined|heads)\b"
)
_SURNAME = re.compile(rf"\b{HONORIFIC} {NAME}(?! [A-Z])")
_JOB_WORD = re.compile(JOB)
_REACH = 80  # characters before a name that may lead to it
_LONGEST = 4  # words


class _Mention(NamedTuple):
    start: int
    name: str


def people(text: str) -> tuple[str, ...]:
    """The people named in `text`, each once, in the order in which they first appear.

    A person who is named in full is given so, without a title; "Mrs Patel", of whom the text says
    no more, stays as she stands. First names alone are not listed.
    """
    found = [mention for mention in _capitalised(text) if _is_person(text, mention)]
    surnames = {mention.name.split()[-1] for mention in found}
    found += [
        _Mention(match.start(), match.group())
        for match in _SURNAME.finditer(text)
        if match.group().split()[-1] not in surnames
    ]
    return tuple(dict.fromkeys(mention.name for mention in sorted(found)))


def _capitalised(text: str) -> Iterator[_Mention]:
    """Two to four capitalised words in a row, none of which says that they are a body, a place or a day."""
    for run in _RUN.finditer(text):
        start = run.start()
        words: list[str] = []
        for word in (*run.group().split(), ""):
            if word and _belongs(word, is_first=not words):
                words.append(word)
                continue
            name = " ".join(words)
            if 1 < len(words) <= _LONGEST and is_personal(name):
                yield _Mention(start, name)
            start += len(name) + bool(name) + len(word) + 1
            words = []


def _belongs(word: str, *, is_first: bool) -> bool:
    """Whether a word can be part of a name: "Hall" only as the last part of one."""
    is_name = word.lower() not in NO_NAMES if is_first else may_be_surname(word) or word.lower() not in NO_NAMES
    return is_name and _JOB_WORD.fullmatch(word) is None


def _is_person(text: str, mention: _Mention) -> bool:
    before = text[max(0, mention.start - _REACH) : mention.start]
    after = mention.start + len(mention.name)
    return bool(_LEADS_TO_A_PERSON.search(before) or _TELLS_OF_A_PERSON.match(text, after))
