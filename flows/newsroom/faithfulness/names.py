"""Names: capitals that are no mere opening of a sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.newsroom.faithfulness.tokens import root, tokens
from flows.newsroom.language.calendar import MONTHS, WEEKDAYS
from flows.newsroom.language.words import STOP_WORDS, WORD, plain

_CAPITAL = re.compile(r"[A-Z][\w’'-]*")
_RUN = re.compile(r"[A-Z][\w’'&-]*(?:\s+(?:(?:of|for|and|the|de|van)\s+)?[A-Z][\w’'&-]*)*")
_OPENS = re.compile(r"(?:^|[.!?:][\"”’)]?\s+|[“\"‘(]\s*)$")
_DAYS = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A run of capitalised words, and its place."""

    text: str
    start: int
    end: int


def names(text: str) -> tuple[Name, ...]:
    """The names in `text`, by their last word: "Ms Tillyard" and "Rowena Tillyard" are one."""
    found = []
    for match in _RUN.finditer(text):
        words = [plain(word) for word in WORD.findall(match.group())]
        is_opening = _OPENS.search(text[: match.start()]) is not None and len(words) == 1
        if words and words[-1] not in STOP_WORDS | _DAYS and not is_opening:
            found.append(Name(text=words[-1], start=match.start(), end=match.end()))
    return tuple(found)


def same_word_in_lower_case(name: Name, texts: Sequence[str]) -> bool:
    """Whether the name's last word is also a plain word there: "Social Worker" names nobody."""
    return any(token.word == name.text and text[token.start].islower() for text in texts for token in tokens(text))


def unknown_names(sentence: str, evidence: Sequence[str]) -> tuple[str, ...]:
    """The capitalised words of `sentence` that stand nowhere in `evidence`, in any case, form or as an abbreviation."""
    known = {token.word for one in evidence for token in tokens(one)}
    roots = {root(word) for word in known}
    short = {initials for one in evidence for initials in _abbreviations(one)}
    return tuple(
        match.group()
        for match in _CAPITAL.finditer(sentence)
        for word in WORD.findall(match.group())
        if _is_name(sentence, match) and not _is_known(plain(word), known, roots, short)
    )


def _is_name(sentence: str, match: re.Match[str]) -> bool:
    """A word that opens a sentence is a name only where another name follows it."""
    if plain(match.group()) in STOP_WORDS:
        return False
    opens = _OPENS.search(sentence[: match.start()]) is not None
    return not opens or _CAPITAL.match(sentence[match.end() :].lstrip()) is not None


def _is_known(word: str, known: set[str], roots: set[str], short: set[str]) -> bool:
    return word in known or root(word) in roots or word in short or word in STOP_WORDS


def _abbreviations(text: str) -> set[str]:
    """The first letters of every run of capitalised words, and of its parts."""
    found = set()
    for run in _RUN.findall(text):
        letters = [word[0].lower() for word in run.split() if word[0].isupper()]
        ranges = ((a, b) for a in range(len(letters)) for b in range(a + 2, len(letters) + 1))
        found |= {"".join(letters[a:b]) for a, b in ranges}
    return found
