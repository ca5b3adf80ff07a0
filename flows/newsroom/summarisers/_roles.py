"""What a sentence does in a report: it tells what happened, how many came, or what comes next."""

import re

from flows.newsroom.language.moments import DATE
from flows.newsroom.model import Role

_ATTENDED = re.compile(
    r"\b(?:attend\w*|delegates|colleagues came|took part|participants|people (?:came|joined)|gathered)\b", re.IGNORECASE
)
_COUNT = re.compile(
    r"\b\d[\d,]{0,9}\s+(?:[a-z-]+\s+){0,2}"
    r"(?:social workers?|people|colleagues|delegates|representatives|staff|members|students|families|children|adults"
    r"|carers|volunteers|parents|residents)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_PROMISED = re.compile(
    r"\b(?:I|we|they) will\b|\bwill be (?:out|published?|held|launched)|\bcommitted to|\bis about to|\bplanned for"
    r"|\b(?:we|they) should\b|\bagreed to\b|\bplans? to\b|\bnext meeting\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\bsuggested\b|\bcould be improved\b|\bwould be good\b|\bshould think\b|\brecommended\b", re.IGNORECASE
)


_CLOSES = re.compile(
    rf"\b(?:closes?|closing date|deadline|(?:reply|respond|apply|book|register|replies|responses?|applications?) by)\b"
    rf".{{0,60}}?\b{DATE}",
    re.IGNORECASE,
)
_COMES = re.compile(rf"\b(?:will|due|opens?|starts?|begins?|takes? place)\b.{{0,60}}?\b{DATE}", re.IGNORECASE)
_WITH_A_DAY = ((_CLOSES, 8), (_COMES, 3))
_WITHOUT = ((_PROMISED, 2), (_PROPOSED, 1))


def role_of(text: str) -> Role:
    """The role of a sentence; a next step goes before a figure."""
    if next_steps(text):
        return Role.NEXT_STEPS
    return Role.FIGURES if is_attendance(text) or _COUNT.search(text) else Role.WHAT_HAPPENED


def next_steps(text: str) -> int:
    """How strongly a sentence speaks of what comes next: most for a closing date, least for a proposal."""
    has_figure = _FIGURE.search(text) is not None
    strengths = (*_WITH_A_DAY, *_WITHOUT) if has_figure else _WITHOUT  # a pattern with a day in it is slow
    return sum(strength * len(pattern.findall(text)) for pattern, strength in strengths)


def is_attendance(text: str) -> bool:
    """Whether a sentence says how many came."""
    return _ATTENDED.search(text) is not None and _FIGURE.search(text) is not None
