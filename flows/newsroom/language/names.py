"""What the names of people look like in British prose, and the words that tell a person from a body or a day."""

from flows.newsroom.language.calendar import MONTHS, WEEKDAYS
from flows.newsroom.language.words import word_set

_UPPER = "A-ZÀ-ÖØ-ÞĆČĐĽŁŃŚŠŤŹŻŽ"
_LOWER = "a-zà-öø-ÿāăąćčďđēęěğģīįıķļľłńňņőřśşšţťūůűųýźżž"

NAME = (
    rf"(?=[{_UPPER}])(?:Mc|Mac|O[’']|D[’'])?[{_UPPER}][{_LOWER}]++"
    rf"(?:-[{_UPPER}]?[{_LOWER}]++|[’'](?!s\b)[{_UPPER}]?[{_LOWER}]++)*+"
)
"""One word of a name: "Navina", "Olsen-Vetland", "O’Brien", "McDonald"."""

FULL_NAME = rf"{NAME}(?: [A-Z]\.?(?= ))?(?: (?:(?:de|da|di|van|von|der|den|la|le|el|al|bin|ap|ab) )?{NAME}){{1,2}}+"
"""A name of two or three words, such as "Jane Q. van Dyk Smith"."""

HONORIFIC = r"(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sir|Dame|Lord|Lady|Cllr|Councillor|Rev|Baroness)\b\.?"

JOB = (
    r"(?:[Cc]hief [Ee]xec(?:utive)?|CEO|[Dd]irector|[Cc]hair(?:man|woman|person)?|[Hh]ead|[Ll]ead|[Mm]anager"
    r"|[Pp]resident|[Ss]ecretary|[Tt]reasurer|[Oo]fficer|[Pp]sychotherapist|[Gg]raduate|[Ww]orker|[Cc]olleague|[Aa]uthor|[Mm]inister"
    r"|[Pp]rofessor|[Cc]onsultant|[Nn]urse|[Cc]o-?ordinator|[Cc]ommissioner|[Ee]ditor|[Tt]herapist|[Pp]sychologist"
    r"|[Ll]ecturer|[Rr]esearcher|[Aa]pprentice|[Ss]tudent|[Tt]rustee|[Ff]ounder|[Pp]ractitioner)"
)

_BODIES = word_set(
    """
    trust council university association college partnership team department centre center forum agency commission
    committee union institute society foundation charity company group network service services board authority
    hospital school office ministry federation alliance academy concern project nhs camhs panel union hub club
    church library hall house
    """
)
_NO_NAMES = word_set(
    """
    the a an social work worker workers world day week month year act care carer carers mental health capacity human
    rights long term plan approved professionals principal children adult adults our we they it i he she this that
    these those in on at for from with as what how when where who and but or if so to of by my your his her their
    its more other lastly next director chief executive north south east west lake district city county borough
    hamlets street road avenue lane town village about contact final further get key latest read related see share
    stay action actions point points date dates contacts useful agenda apologies present minutes any business
    closing thank thanks dear best kind warm regards wishes new news update updates join please home community
    voluntary dr mr mrs ms miss mx prof professor sir dame lord lady cllr councillor rev baroness state england
    scotland wales ireland britain london family families government
    """
)
NO_NAMES = _NO_NAMES | frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS))
"""Words, in lower case, that are no part of a person's name however they are written."""


_SURNAMES_TOO = word_set("best church day hall house key lake lane long march may north page street west young")


def may_be_surname(word: str) -> bool:
    """Whether a capitalised `word` can end a person's name, though it may be a place or a day elsewhere."""
    low = word.lower()
    return low in _SURNAMES_TOO or not (low in NO_NAMES or low in _BODIES or low.removesuffix("s") in _BODIES)


def is_personal(name: str) -> bool:
    """Whether none of the words of a capitalised `name` says that it is a body, a place or a day."""
    *first, last = name.lower().split()
    return may_be_surname(last) and not any(word in NO_NAMES or word in _BODIES for word in first)
