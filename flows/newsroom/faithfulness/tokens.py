"""Words as the guard compares them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.newsroom.language.words import STOP_WORDS, WORD, plain, stem, word_set

_LITTLE = STOP_WORDS | word_set(
    """according added also another around about ago among any away based both came come comes get gets give gives given
    goes going have having just like made make makes many may might much must need now often per put said say
    says saying set should since still take takes taking tell tells told upon us used via well went whether while will
    within would yet some someone somebody every each"""
)
_SAME = {
    "rose": "rise", "risen": "rise", "fell": "fall", "fallen": "fall", "grew": "grow", "grown": "grow", "gave": "give",
    "led": "lead", "leads": "lead", "left": "leave", "met": "meet", "paid": "pay", "taught": "teach", "won": "win",
    "lost": "lose", "held": "hold", "found": "find", "began": "begin", "begun": "begin", "chose": "choose",
    "chosen": "choose", "spoke": "speak", "spoken": "speak", "ran": "run", "sent": "send", "spent": "spend",
}  # fmt: skip
"""Irregular forms, which no stemmer joins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word and its place in the text."""

    word: str  # plain, in lower case
    start: int
    end: int

    @property
    def is_little(self) -> bool:
        """Whether it says nothing by itself."""
        return self.word in _LITTLE or self.word[0].isdigit() or len(self.word) < 2  # noqa: PLR2004 - a letter


def tokens(text: str) -> Iterator[Token]:
    """The words of `text` in order."""
    return (Token(word=plain(m.group()), start=m.start(), end=m.end()) for m in WORD.finditer(text))


def content(text: str) -> list[str]:
    """The stems of the words that say something, in order."""
    return [root(token.word) for token in tokens(text) if not token.is_little]


def root(word: str) -> str:
    """The stem under which all forms of a verb or noun are found."""
    return stem(_SAME.get(word, word))


CLAUSE_END = re.compile(r"[,;:.!?()]|\s[–—-]\s|\b(?:and|but|so|while|because|although|as|which|who)\b")
"""Where what is said of one thing ends."""
