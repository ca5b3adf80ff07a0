"""Words of which another says the opposite: up and down, for and against, open and shut."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.newsroom.faithfulness.tokens import root, tokens
from flows.newsroom.language.words import word_set

_OPPOSITES = """
rise increase grow climb double triple gain up upward higher more most greater longer better improve extend raise add
/ fall decrease shrink drop halve decline loss down downward lower less least fewer smaller shorter worse cut reduce
open start begin launch introduce reopen create / close end shut stop scrap abolish cease
accept agree approve adopt back support welcome favour for uphold grant allow permit
/ reject refuse oppose disagree criticise against deny dismiss ban forbid prohibit veto
before earlier / after later
win succeed success pass / lose fail failure
join arrive appoint recruit hire / leave depart resign retire sack dismiss
adult adults / child children
legal lawful able likely safe fair / illegal unlawful unable unlikely unsafe unfair
public / private
early / late
include / exclude
free / charge fee
keep stay remain continue / lose leave stop end
"""
_SIDES: dict[str, list[tuple[int, str]]] = {}
for _axis, _line in enumerate(_OPPOSITES.replace("\n/", " /").strip().splitlines()):
    for _sign, _words in zip("+-", _line.split(" / "), strict=True):
        for _word in sorted(word_set(_words)):
            _SIDES.setdefault(root(_word), []).append((_axis, _sign))

_TURNS = re.compile(r"(?:un|dis|in|im|non)(?P<rest>[a-z]{4,})")
_VOTES = word_set("vote votes voted voting argue argued speak spoke case")  # "for" takes sides only after these


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """A word that takes a side, and its place."""

    axis: int
    side: str  # the axis with "+" or "-"
    start: int
    end: int


def directions(text: str) -> tuple[Direction, ...]:
    """The words of `text` that take a side."""
    found, before = [], ""
    for token in tokens(text):
        takes_side = token.word != "for" or before in _VOTES
        for axis, sign in _SIDES.get(root(token.word), ()) if takes_side else ():
            found.append(Direction(axis=axis, side=f"{axis}{sign}", start=token.start, end=token.end))
        before = token.word
    return tuple(found)


def against(sentence: str, evidence: Sequence[str]) -> bool:
    """Whether `sentence` takes only the side that the evidence does not take."""
    here = _sides(sentence)
    there = {axis: sides for one in evidence for axis, sides in _sides(one).items()}
    for one in evidence:
        for axis, sides in _sides(one).items():
            there[axis] = there.get(axis, frozenset()) | sides
    return any(len(sides) == 1 and axis in there and sides.isdisjoint(there[axis]) for axis, sides in here.items())


def is_turned(sentence: str, evidence: Sequence[str]) -> bool:
    """Whether a word stands here with "un-" or "dis-" and there without, or the other way round."""
    here = {token.word for token in tokens(sentence)}
    there = {token.word for one in evidence for token in tokens(one)}
    return _turned(here, there) or _turned(there, here)


def _turned(some: set[str], others: set[str]) -> bool:
    plain = {root(word) for word in others}
    cut = ((word, match) for word in some - others if (match := _TURNS.match(word)))
    return any(
        root(match["rest"]) in plain
        and root(word) not in plain
        and root(match["rest"]) not in {root(one) for one in some}
        for word, match in cut
    )


def _sides(text: str) -> dict[int, frozenset[str]]:
    found: dict[int, frozenset[str]] = {}
    for word in directions(text):
        found[word.axis] = found.get(word.axis, frozenset()) | {word.side}
    return found
