"""What kind of document it is: an event report, a meeting note, a blog; with the words that decided.

A form is told by cues (forms.toml), each of them patterns and a weight. Without enough of them a document is news,
the plainest form.
"""

import re
import string
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from flows.newsroom.model import Block, BlockKind, Form

_LEAST = 4  # points; below, it is news
_STRONG = 3  # the weight of a cue that may decide alone
_LEAST_OF_WEAK = 6  # points, where no cue is strong: "you will need" and "pensions" make no advertisement
_MOST_HITS = 3  # of one cue
_LEAD = re.compile(r"(?:\S+\s+){0,59}\S*")  # the first sixty words: the top of a document
_LONGEST_EVIDENCE = 8  # words
_BEGINNING = 4  # letters of a word by which a wording is looked up
_LETTERS = re.compile(r"[A-Za-z]+")
_CHOICE = re.compile(r"\(\?:([^()]*)\)(?![?*{])")  # at the start of a wording, if one way of it must be there
_FIRST_WORD = re.compile(rf"[A-Za-z]{{{_BEGINNING}}}(?![?*{{])|[A-Za-z]+(?= |\\b)")
_QUOTED = re.compile(r"“[^“”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)


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
class _Text:
    letters: str
    beginnings: frozenset[str]  # of its words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hit:
    cue: _Cue
    count: int
    start: int  # of the first, in letters
    end: int


def form_of(title: str | None, blocks: Sequence[Block], imprint: Sequence[str] = ()) -> tuple[Form, tuple[str, ...]]:
    """Tell what kind of document `blocks` make.

    Args:
        title: The document's own title.
        blocks: Its blocks, without the title.
        imprint: Its date lines, which may call it a digest or minutes.

    Returns:
        The form, and the words of the document that speak for it; none where it is news for want of anything else.
    """
    return _told(title, tuple(blocks), tuple(imprint))


@lru_cache(maxsize=128)  # two stages ask it of the same batch
def _told(title: str | None, blocks: tuple[Block, ...], imprint: tuple[str, ...]) -> tuple[Form, tuple[str, ...]]:
    text = "\n".join(filter(None, (title, *imprint, *(block.text for block in blocks))))
    own = "\n".join(filter(None, (title, *imprint, *(_writers_own(block) for block in blocks))))
    lowered = text.lower() if len(text.lower()) == len(text) else text  # one letter in Unicode grows: İ
    words = len(text.split())
    in_own_words, in_all = _indexed(own), _indexed(lowered)
    found = filter(None, (_hit(cue, in_own_words if cue.is_own else in_all, words) for cue in _cues()))
    top = match.end() if (match := _LEAD.match(text)) else 0
    hits: defaultdict[Form, list[_Hit]] = defaultdict(list)
    for hit in found:
        hits[hit.cue.form].append(hit)
    enough = {form: points for form, of_form in hits.items() if (points := _points(of_form, top)) >= _LEAST}
    if not enough:
        return Form.NEWS, ()
    best = max(enough, key=enough.__getitem__)
    return best, tuple(dict.fromkeys(_words_at(text, hit.start, hit.end) for hit in hits[best]))


@cache
def _cues() -> tuple[_Cue, ...]:
    content = tomllib.loads(files(__package__).joinpath("forms.toml").read_text(encoding="utf-8"))
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


def _indexed(letters: str) -> _Text:
    return _Text(letters=letters, beginnings=frozenset(word[:_BEGINNING] for word in _LETTERS.findall(letters)))


def _hit(cue: _Cue, text: _Text, words: int) -> _Hit | None:
    spans = [
        match.span()
        for wording in cue.wordings
        if not (wording.openings and wording.openings.isdisjoint(text.beginnings))
        for match in wording.pattern.finditer(text.letters)
        if match.start() == 0 or not text.letters[match.start() - 1].isalnum()
    ]
    if not spans or 100 * len(spans) < cue.often * words:
        return None
    start, end = min(spans, key=lambda span: (span[0], -span[1]))  # of those that start together, the longest
    return _Hit(cue=cue, count=len(spans), start=start, end=end)


def _points(hits: Sequence[_Hit], top: int) -> int:
    """What the hits of a form are worth; nothing if they come from weak cues and are one or few."""
    points = sum(hit.cue.weight * (min(hit.count, _MOST_HITS) + (hit.start < top)) for hit in hits)
    is_weak = all(hit.cue.weight < _STRONG for hit in hits)
    return 0 if is_weak and (len(hits) == 1 or points < _LEAST_OF_WEAK) else points


def _writers_own(block: Block) -> str:
    """The block with blanks where it quotes, so that every letter keeps its place."""
    if block.kind is BlockKind.QUOTATION:
        return " " * len(block.text)
    return _QUOTED.sub(lambda quoted: " " * len(quoted.group()), block.text)


def _words_at(text: str, start: int, end: int) -> str:
    """The words that a hit touches, whole and as they stand in the document."""
    while end < len(text) and text[end].isalnum():
        end += 1
    words = text[start:end].split()
    return " ".join(words[:_LONGEST_EVIDENCE]).strip(string.punctuation)
