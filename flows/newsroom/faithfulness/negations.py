"""What a sentence denies, and who does what to whom."""

import re

from flows.newsroom.faithfulness.tokens import CLAUSE_END, content, root, tokens

_NOT = re.compile(
    r"\b(?:not|never|nobody|none|neither|nor|cannot|fail(?:s|ed)? to|refuse[sd]? to|(?:have|has|had|is|are) yet to"
    r"|hardly|barely|unable to|no longer|no one)\b|n['’]t\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:no|without|lacks?)\b(?! (?:longer|one)\b)", re.IGNORECASE)
_REACH, _REACH_OF_NO = 2, 1  # words that say something
_PASSIVE = re.compile(r"\bby\b", re.IGNORECASE)
_TRIPLE = 3


def denied(text: str) -> frozenset[str]:
    """The stems that stand right after a negation, in the same clause."""
    return frozenset((*_after(text, _NOT, _REACH), *_after(text, _NO, _REACH_OF_NO)))


def denies(text: str) -> bool:
    """Whether anything is denied at all."""
    return _NOT.search(text) is not None or _NO.search(text) is not None


def is_reversed(sentence: str, evidence: str) -> bool:
    """Whether three words that follow each other here stand there the other way round: who taught whom."""
    if _PASSIVE.search(sentence) or _PASSIVE.search(evidence):
        return False
    here, there = content(sentence), content(evidence)
    triples = {tuple(there[n : n + _TRIPLE]) for n in range(len(there) - _TRIPLE + 1)}
    return any(tuple(reversed(here[n : n + _TRIPLE])) in triples for n in range(len(here) - _TRIPLE + 1))


def _after(text: str, negation: re.Pattern[str], reach: int) -> list[str]:
    found = []
    for match in negation.finditer(text):
        end = CLAUSE_END.search(text, match.end())
        clause = text[match.end() : end.start() if end else len(text)]
        found += [root(token.word) for token in tokens(clause) if not token.is_little][:reach]
    return found
