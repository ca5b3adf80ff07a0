"""Who is called by the first name alone: "Su", "our Reuben", "Dot, who drove".

A list knows the common names; what stands around the others tells them from places and bodies, in the whole
article: a word that is a place in one sentence is no person in the next.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from flows.newsroom.language.names import ALSO_FIRST_NAMES, FIRST_NAMES, JOB, NAME, NO_NAMES, is_personal
from flows.newsroom.language.vocabulary import is_everyday
from flows.newsroom.language.words import STOP_WORDS, word_set
from flows.newsroom.lights import name_signs

_RUN = re.compile(rf"(?<![\w’'&@./-]){NAME}(?: (?:[A-Z]\.? )?(?:{NAME}|[A-Z]\b\.?|[A-Z]{{2,}}))*+")
_LONGEST = 12  # letters of a first name that no list knows
_JOB = re.compile(JOB)
_PAIR = 2
_REACH = 40  # characters on either side that may tell a name

_SHOUTED = re.compile(r"(?<![\w’'-])[A-Z]{3,}(?: [A-Z]{2,})*+")
_WITH_INITIAL = re.compile(rf"(?<![\w’'&-])(?P<name>{NAME}) [A-Z]\b(?!\.? [A-Z]|[’'-])")
_NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    " hundred first second third fourth fifth half"
)
_LOWER = re.compile(r"(?<![^\s“‘(])[a-z]{2,}")


class _Mention(NamedTuple):
    word: str
    before: str  # up to its first letter
    after: str

    @property
    def opens(self) -> bool:
        """Whether it opens a sentence or a clause of one, where any word may have a capital."""
        return not self.before or self.before[-2:] in {". ", "! ", "? ", ": "} or self.before[-1] in "“‘("


def first_names(texts: Sequence[str], full_names: frozenset[str]) -> frozenset[str]:
    """The first names by which the texts of an article call people whom they never name in full.

    Args:
        texts: The title and every sentence.
        full_names: Every word of the names of those whom the article names in full.
    """
    runs = [run for text in texts for run in _RUN.finditer(text)]
    mentions, named = list[_Mention](), set(full_names)
    others = set[str]()  # words of the names of bodies and places
    for run in runs:
        words, start = _without_opening(run)
        words = _without_initial(words)
        if len(words) == 1:
            mentions.append(_mention(run.string, start, words[0]))
        elif words:
            (named if is_personal(" ".join(words)) else others).update(words)
    written_small = {word for text in texts for word in _LOWER.findall(text)}
    others |= {one.word for one in mentions if _is_place_or_thing(one)}
    return frozenset(
        one.word
        for one in mentions
        if one.word not in named and _may_be_a_name(one.word, written_small) and _is_told(one, others)
    )


def calls_by_first_name(text: str, names: frozenset[str]) -> bool:
    """Whether a sentence calls somebody by one of these names, or by a common one in capitals, and no more."""
    if any(name in text and _stands_alone(text, name) for name in names):
        return True
    return any(_is_shouted(shout) for shout in _SHOUTED.finditer(text)) or any(
        match["name"] in FIRST_NAMES for match in _WITH_INITIAL.finditer(text)
    )


def _is_shouted(shout: re.Match[str]) -> bool:
    words = shout.group().split()
    return len(words) == 1 and words[0].capitalize() in FIRST_NAMES


def _stands_alone(text: str, name: str) -> bool:
    for run in _RUN.finditer(text):
        words, _ = _without_opening(run)
        if _without_initial(words) == [name]:
            return True
    return False


def _without_initial(words: list[str]) -> list[str]:
    """One name where an initial follows it: "Fern C" is no whole name."""
    return words[:1] if len(words) == _PAIR and len(words[-1].rstrip(".")) == 1 else words


def _without_opening(run: re.Match[str]) -> tuple[list[str], int]:
    """The words of a run behind those that are capitals only because they open a sentence, and where they start."""
    words, start = run.group().split(), run.start()
    opening = 0
    if words[0].lower() in name_signs.SIZES and name_signs.DETERMINER.search(run.string[:start]):
        return words, start  # "the Old Dairy" is a place, "old Wilf" is not
    while opening < len(words) and (
        words[opening].lower() in STOP_WORDS or words[opening].lower() in name_signs.OPENERS
    ):
        start += len(words[opening]) + 1
        opening += 1
    return words[opening:], start


def _mention(text: str, start: int, word: str) -> _Mention:
    end = start + len(word)
    return _Mention(word, text[max(0, start - _REACH) : start], text[end : end + _REACH])


def _is_place_or_thing(one: _Mention) -> bool:
    is_clause = one.word in FIRST_NAMES and one.before.endswith("that ")  # "it was said that Bridget came"
    is_led_in = name_signs.PLACE.search(one.before) is not None or (
        name_signs.DETERMINER.search(one.before) is not None and not is_clause
    )
    return is_led_in or name_signs.OF_A_PLACE.match(one.after) is not None


def _may_be_a_name(word: str, written_small: set[str]) -> bool:
    low = word.lower()
    if word in FIRST_NAMES:
        return True
    return (
        1 < len(word) <= _LONGEST
        and _JOB.fullmatch(word) is None
        and low not in NO_NAMES
        and low not in STOP_WORDS
        and low not in name_signs.COMMON
        and low.partition("-")[0] not in _NUMBERS
        and low not in written_small
        and low.removesuffix("s") not in written_small
        and not low.endswith(name_signs.ENDINGS)
        and is_personal(word)
    )


def _is_told(one: _Mention, others: set[str]) -> bool:
    is_led = name_signs.LEADS.search(one.before) is not None and not name_signs.OLD_THING.search(one.before)
    if name_signs.NOT_ALONE.search(one.before) and not is_led:
        return False
    follows = name_signs.FOLLOWS.match(one.after)
    if one.word in others:
        return is_led and follows is not None
    if one.word in FIRST_NAMES:
        return True
    is_weak = follows is None or follows["does"] in name_signs.AUXILIARIES
    if is_everyday(one.word):
        return (not one.opens or one.word in ALSO_FIRST_NAMES) and (is_led or not is_weak)
    return is_led or (follows is not None and not one.before.endswith(("of ", " y ", " yr ", "St ")))
