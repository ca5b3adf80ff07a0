"""The lexicon of furniture: which lines belong to the page and not to the text."""

import re
from dataclasses import dataclass, replace

_LONGEST_LINE = 1200  # characters; no furniture is longer, whatever its words
_MOST_WORDS_OF_A_PART = 6  # of "Donate now | Unsubscribe"
_MOST_WORDS_OF_PARTS = 60
_MOST_FITTING, _OF = 2, 3  # the least share of parts that a rule names: the rest is furniture by its neighbours
_PARTS = re.compile(r"\s*[|·•]\s*|\s+[–—»/-]\s+")
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_STOPS, _CALLS = " .:", " .:!?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of furniture; `furniture.toml` says what its switches mean."""

    name: str
    pattern: re.Pattern[str]
    sentences: bool = False
    headings: bool = False
    beside_others: bool = False
    edges: bool = False
    signature_below: bool = False
    comments_below: bool = False
    all_below: bool = False
    most_words: int
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The rules in the order in which they are tried, and what opens a block of links."""

    longest_line: int  # words
    rules: tuple[Rule, ...]
    link_block: re.Pattern[str]
    page_end: re.Pattern[str]
    keep: frozenset[str] = frozenset()  # lines that stay whatever a rule says, as `bare_words` gives them
    remove: frozenset[str] = frozenset()  # lines that always leave, likewise
    weighs_signs: bool = True  # whether lines leave, too, that no rule names and that look like furniture

    def rule_for(self, line: str) -> Rule | None:
        """The first rule that fits `line`, or the rule of its first part if it is made of parts that rules fit."""
        if len(line) > _LONGEST_LINE:
            return None
        return self._rule_of_whole(line) or self._rule_of_parts(line) or self._rule_of_sentences(line)

    def is_kept(self, line: str) -> bool:
        """Whether somebody wants `line` kept."""
        return bool(self.keep) and bare_words(line) in self.keep

    def is_short(self, line: str) -> bool:
        """Whether `line` is short enough to be furniture of the usual kind."""
        return len(line) <= _LONGEST_LINE and len(line.split()) <= self.longest_line

    def opens_link_block(self, line: str) -> bool:
        """Whether `line` announces titles of other pages."""
        return self.is_short(line) and self.link_block.fullmatch(line.rstrip(_STOPS)) is not None

    def opens_page_end(self, line: str) -> bool:
        """Whether nothing but links, adverts and the foot of the page stands below `line`."""
        is_open = self.is_short(line) and not ends_like_a_sentence(line)
        return is_open and self.page_end.fullmatch(line.rstrip(_STOPS)) is not None

    def _rule_of_whole(self, line: str) -> Rule | None:
        if self.remove and bare_words(line) in self.remove:
            return Rule(name="your list", pattern=self.link_block, headings=True, most_words=self.longest_line)
        words, is_sentence = len(line.split()), ends_like_a_sentence(line)
        open_end, any_end = line.rstrip(_STOPS), line.rstrip(_CALLS)
        for rule in self.rules:
            if words > rule.most_words or (is_sentence and not rule.sentences):
                continue
            if rule.pattern.fullmatch(any_end if rule.sentences else open_end):
                return rule
        return None

    def _rule_of_parts(self, line: str) -> Rule | None:
        """The rule for "Donate now | Unsubscribe | All digests", most of whose short parts are furniture alone."""
        parts = [part for part in _PARTS.split(line) if part]
        if len(parts) < 2 or any(len(part.split()) > _MOST_WORDS_OF_A_PART for part in parts):  # noqa: PLR2004
            return None
        fitting = [rule for part in parts if (rule := self._rule_of_whole(part)) is not None]
        is_furniture = len(fitting) * _OF >= len(parts) * _MOST_FITTING
        return replace(fitting[0], beside_others=False) if is_furniture else None

    def _rule_of_sentences(self, line: str) -> Rule | None:
        """The rule for "This story is for subscribers. Log in to read on.", each of whose sentences is furniture."""
        parts = _SENTENCES.split(line)
        if len(parts) < 2 or len(line.split()) > _MOST_WORDS_OF_PARTS:  # noqa: PLR2004 - several
            return None
        first = self._rule_of_whole(parts[0])
        if first is None or any(self._rule_of_whole(part) is None for part in parts[1:]):
            return None
        return replace(first, beside_others=False, most_words=_MOST_WORDS_OF_PARTS)


def ends_like_a_sentence(line: str) -> bool:
    """Whether `line` ends with a full stop, a question mark or an exclamation mark, quotation marks aside."""
    return line.rstrip("\"'”’) ").endswith((".", "?", "!", "…"))


def bare_words(line: str) -> str:
    """The words of `line`: two lines are the same whatever their capitals and punctuation."""
    return " ".join(re.findall(r"\w+", line.casefold()))
