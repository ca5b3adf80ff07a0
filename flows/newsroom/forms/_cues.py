"""What the cues of a form find in a document, and how many points that makes.

A cue (cues.toml) is patterns and a weight. Points alone tell no form: the cues were written with labelled documents in
view, and find less in others (`_weighing`).
"""

import re
import string
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from flows.newsroom.forms._text import Text
from flows.newsroom.model import Form

_MOST_HITS = 3  # of one cue
_LONGEST_EVIDENCE = 8  # words
_BEGINNING = 4  # letters of a word by which a wording is looked up
_LETTERS = re.compile(r"[A-Za-z]+")
_CHOICE = re.compile(r"\(\?:([^()]*)\)(?![?*{])")  # at the start of a wording, if one way of it must be there
_FIRST_WORD = re.compile(rf"[A-Za-z]{{{_BEGINNING}}}(?![?*{{])|[A-Za-z]+(?= |\\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    pattern: re.Pattern[str]
    openings: frozenset[str]  # a text is searched only if a word of it begins so; empty: every text is


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    form: Form
    weight: int
    wordings: tuple[_Wording, ...]
    is_own: bool
    often: float  # hits in a hundred words, below which it says nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class _Indexed:
    letters: str
    beginnings: frozenset[str]  # of its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a cue finds."""

    form: Form
    points: int
    start: int  # of the first, in letters
    end: int


def hits_of(text: Text) -> tuple[Hit, ...]:
    """What each cue finds, those that find nothing left out."""
    in_own_words, in_all = _indexed(text.own), _indexed(text.lowered)
    found = (_hit(cue, in_own_words if cue.is_own else in_all, text) for cue in _cues())
    return tuple(hit for hit in found if hit)


def evidence_of(form: Form, hits: Sequence[Hit], text: Text) -> tuple[str, ...]:
    """The words of the document that speak for `form`, whole and as they stand there."""
    return tuple(dict.fromkeys(_words_at(text.whole, hit) for hit in hits if hit.form is form))


@cache
def _cues() -> tuple[_Cue, ...]:
    content = tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))
    return tuple(
        _Cue(
            form=Form(cue["form"]),
            weight=cue["weight"],
            wordings=tuple(map(_wording, cue["any"])),
            is_own=cue.get("is_own", False),
            often=cue.get("often", 0.0),
        )
        for cue in content["cue"]
    )


def _wording(pattern: str) -> _Wording:
    return _Wording(pattern=re.compile(pattern, re.MULTILINE), openings=_openings(pattern))


def _openings(wording: str) -> frozenset[str]:
    """How the first word of what a wording finds begins, in each way that it leaves; empty where it does not say."""
    bare = wording.removeprefix("^").removeprefix(r"\A")
    choice = _CHOICE.match(bare)
    ways = [way + bare[choice.end() :] for way in choice[1].split("|")] if choice else [bare]
    first = [_FIRST_WORD.match(way) for way in ways]
    return frozenset(word.group() for word in first if word) if all(first) else frozenset()


def _indexed(letters: str) -> _Indexed:
    return _Indexed(letters=letters, beginnings=frozenset(word[:_BEGINNING] for word in _LETTERS.findall(letters)))


def _hit(cue: _Cue, indexed: _Indexed, text: Text) -> Hit | None:
    spans = [
        match.span()
        for wording in cue.wordings
        if not (wording.openings and wording.openings.isdisjoint(indexed.beginnings))
        for match in wording.pattern.finditer(indexed.letters)
        if match.start() == 0 or not indexed.letters[match.start() - 1].isalnum()
    ]
    if not spans or 100 * len(spans) < cue.often * text.words:
        return None
    start, end = min(spans, key=lambda span: (span[0], -span[1]))  # of those that start together, the longest
    points = cue.weight * (min(len(spans), _MOST_HITS) + (start < text.top))
    return Hit(form=cue.form, points=points, start=start, end=end)


def _words_at(text: str, hit: Hit) -> str:
    end = hit.end
    while end < len(text) and text[end].isalnum():
        end += 1
    words = text[hit.start : end].split()
    return " ".join(words[:_LONGEST_EVIDENCE]).strip(string.punctuation)
