"""Letters that a document spells out itself: "Principal Social Worker (PSW)", "PSW (Principal Social Worker)"."""

import re
from collections.abc import Iterator, Sequence

from flows.newsroom.model import Abbreviation, Sentence

_IN_BRACKETS = re.compile(
    r"(?P<before>(?:[\w’'&-]+ ){2,9})\((?:the )?[“\"‘']?(?P<letters>[A-Z][A-Za-z&]{1,8})[”\"’']?\)"
)
_SPELT_OUT = re.compile(r"\b(?P<letters>[A-Z][A-Za-z&]{1,8}) \((?P<words>[A-Za-z][\w’'&-]*(?: [\w’'&-]+){1,8})\)")
_SMALL = frozenset("a an and at for in of on or the to with by &".split())  # noqa: SIM905


def find_abbreviations(sentences: Sequence[Sentence]) -> tuple[Abbreviation, ...]:
    """Each abbreviation at the first place where the document says what it stands for."""
    found: dict[str, Abbreviation] = {}
    for index, sentence in enumerate(sentences):
        for letters, words in _spelt_out(sentence.text):
            found.setdefault(letters, Abbreviation(letters=letters, words=words, sentence=index))
    return tuple(found.values())


def _spelt_out(text: str) -> Iterator[tuple[str, str]]:
    if "(" not in text:
        return
    for match in _IN_BRACKETS.finditer(text):
        letters = _letters(match["letters"])
        if letters and (words := _words_for(letters, match["before"].split())):
            yield letters, words
    for match in _SPELT_OUT.finditer(text):
        letters = _letters(match["letters"])
        if letters and _words_for(letters, match["words"].split()) == match["words"]:
            yield letters, match["words"]


def _letters(written: str) -> str | None:
    """The letters without the "s" of a plural; None for a word that is none."""
    letters = written.removesuffix("s")
    return letters if sum(letter.isupper() for letter in letters) >= len(letters) - 1 and len(letters) > 1 else None


def _words_for(letters: str, words: Sequence[str]) -> str | None:
    """The fewest last words whose first letters are these; small words between them may go without one."""
    for start in range(len(words) - 2, -1, -1):
        if _fits(letters.lower(), words[start:]):
            return " ".join(words[start:])
    return None


def _fits(letters: str, words: Sequence[str]) -> bool:
    initials = [part for word in words for part in re.split(r"[-/]", word) if part]
    with_all = "".join(part[0].lower() for part in initials)
    without_small = "".join(part[0].lower() for part in initials if part.lower() not in _SMALL)
    return letters in {with_all, without_small} and words[0].lower() not in _SMALL
