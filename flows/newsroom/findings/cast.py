"""Who is spoken of in a document, and where: so that "Octavia", "Ms Brown" and "she" can be told apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.newsroom.language.names import FIRST_NAMES, HONORIFIC, NAME, is_personal
from flows.newsroom.language.words import word_set

_SMALL = r"(?:[A-Z]\.? )?(?:(?:de|da|di|van|von|der|den|la|le|al|bin) )?"
_RUN = re.compile(
    rf"\b(?P<initial>{HONORIFIC} [A-Z])\b(?![\w’'-]|\.? [A-Z][a-z])"
    rf"|\b(?P<title>{HONORIFIC} )?(?P<names>{NAME}(?: {_SMALL}{NAME})*+)"
)
_WORD = re.compile(r"\S+")
_PLACE = re.compile(r"\b(?:in|at|near|outside|on|the)\s+\Z", re.IGNORECASE)
_LONGEST = 4  # words of a name
_PAIR = 2
AT_HOME = word_set("Mum Mummy Mam Dad Daddy Nan Nanna Gran Granny Grandma Grandad Grandpa")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A person where the text names them."""

    start: int
    end: int
    words: str  # as named there, title included
    person: str  # the fullest name known


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of one document, by the fullest name that it gives them."""

    people: tuple[str, ...]

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Each place of `text` where a person is named: in full, by a title and a surname, by one of two names."""
        return tuple(mention for run in _RUN.finditer(text) for mention in self._in_run(run, is_wide=False))

    def likely_mentions(self, text: str) -> tuple[Mention, ...]:
        """The same, and every pair of names that says neither that it is a body nor, by "in" or "the", a place."""
        return tuple(mention for run in _RUN.finditer(text) for mention in self._in_run(run, is_wide=True))

    def _in_run(self, run: re.Match[str], *, is_wide: bool) -> Iterator[Mention]:
        """A run of capitalised words may hold a body or a job before the name: "Integrated Care Richard Brown"."""
        if run["initial"]:
            yield Mention(start=run.start(), end=run.end(), words=run.group(), person=run.group())
            return
        words = list(_WORD.finditer(run["names"]))
        start = run.start("names")
        is_wide = is_wide and _PLACE.search(run.string[max(0, run.start() - 10) : run.start()]) is None
        first = 0
        while first < len(words):
            has_title = first == 0 and run["title"] is not None
            found = self._longest([word.group() for word in words[first:]], has_title=has_title, is_wide=is_wide)
            if found is None:
                first += 1
                continue
            count, person = found
            last = first + count - 1
            begin = run.start() if first == 0 else start + words[first].start()
            end = start + words[last].end()
            yield Mention(start=begin, end=end, words=run.string[begin:end], person=person)
            first = last + 1

    def _longest(self, words: Sequence[str], *, has_title: bool, is_wide: bool) -> tuple[int, str] | None:
        """How many of the words are a name, and whose."""
        for count in range(min(len(words), _LONGEST), 0, -1):
            if person := self._person(" ".join(words[:count]), has_title=has_title):
                return count, person
        whole = " ".join(words)
        return (len(words), whole) if is_wide and 1 < len(words) < _LONGEST and is_personal(whole) else None

    def _person(self, name: str, *, has_title: bool) -> str | None:
        parts = name.split()
        if name in self.people:
            return name
        if len(parts) == 1:
            return self._by_one_name(name, has_title=has_title)
        same = [person for person in self.people if person.split()[-1] == parts[-1]]
        if has_title and len(parts) <= _PAIR:
            return same[0] if len(same) == 1 else name
        is_likely = len(parts) == _PAIR and parts[0] in FIRST_NAMES
        return name if is_likely and is_personal(name) else None

    def _by_one_name(self, name: str, *, has_title: bool) -> str | None:
        named = [person for person in self.people if name in {person.split()[0], person.split()[-1]}]
        if len(named) == 1:
            return named[0]
        return name if has_title or (name in FIRST_NAMES | AT_HOME and not named) else None


def distinct(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The people of some mentions, each once."""
    return tuple(dict.fromkeys(mention.person for mention in mentions))
