"""Private matters: what nobody may read about one person unless that person agrees.

The words are data, in matters.toml, which explains how a phrase is written. A phrase is looked for only in a
sentence that has its rarest word, so most sentences cost one look into a table for each word.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from flows.newsroom.language.words import STOP_WORDS, forms, word_set

_FILE = "matters.toml"
_BEGINNINGS = (3, 4)  # letters of a word with any ending, by which its phrases are found
_FIRST_PERSON = word_set("i my me myself mine")

_SOME = r"(?:[\w'-]+,? ){0,3}"
_TURNS = rf"(?:(?:[\w'-]+,? ){{1,5}}(?:and|but|yet) )?{_SOME}"  # "was good on games and hopeless on phones"
_HAD = re.compile(
    r"(?:(?<![\w-])(?:has|had|have|having|with|from|his|her|their|my|gets?|got|suffers|suffered|diagnosed|developed"
    rf"|took|taken|of)|'s|s') {_SOME}\Z"
)
_WAS = re.compile(
    r"(?:(?<![\w-])(?:am|is|are|was|were|been|being|be|seems?|seemed|looked|sounded|became|become|becoming|felt|feels"
    rf"|feeling|got|getting|found|off|gone)|'s|'m|'re) {_TURNS}\Z"
)
_REACH = 60  # characters before a phrase in which such a verb stands
_SERVICE = re.compile(
    r"[ -](?:services?|teams?|leads?|nurses?|patients?|social|care\b|trusts?|acts?|advis\w+|friendly|related|society"
    r"|groups?|wards?|clinics?|centres?|charit\w+|research|work\w*|support|hubs?|awareness|training|strategy|polic\w+"
    r"|units?|forums?|networks?|programmes?|projects?|campaigns?|caf\w+|professionals?|practitioners?|board|partnership"
    r"|conference|review|survey|study|pathways?|champions?|reporting|commission\w*|system|reform\w*|bill|first|week|day"
    r"|plan|diagnosis rates?|standards?|manager)\b"
)
_PART = re.compile(r"\((?P<may>[^)]+)\)|(?P<gap>…)|(?P<word>[^\s(…]+)")
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A kind of private matter, as the coordinator reads it."""

    kind: str
    own: bool = False  # whether the writer may tell it of himself
    grave: bool = False  # whether it makes the story wait where a name stands beside it
    by_itself: bool = False  # whether it needs nobody beside it


@dataclass(frozen=True, slots=True)
class _Phrase:
    matter: Matter
    way: str  # "had", "was" or "told"
    pattern: str

    def is_in(self, low: str) -> bool:
        return any(self._fits(low, match) for match in _compiled(self.pattern).finditer(low))

    def _fits(self, low: str, match: re.Match[str]) -> bool:
        before = max(0, match.start() - _REACH)
        if self.way == "had":
            return _HAD.search(low, before, match.start()) is not None and _SERVICE.match(low, match.end()) is None
        return self.way == "told" or _WAS.search(low, before, match.start()) is not None


def matters_in(text: str) -> tuple[Matter, ...]:
    """The private matters that a sentence speaks of, of whomever it speaks; each once.

    Args:
        text: One sentence.
    """
    low = text.lower().replace("’", "'")
    phrases, found = _phrases(), dict[Matter, None]()
    words = forms(text)
    keys = words | {f"{word[:length]}*" for word in words for length in _BEGINNINGS}
    for key in keys & phrases.keys():
        for phrase in phrases[key]:
            if phrase.matter not in found and phrase.is_in(low):
                found[phrase.matter] = None
    return tuple(sorted(found, key=lambda matter: matter.kind))


@cache
def _phrases() -> Mapping[str, tuple[_Phrase, ...]]:
    """Every phrase, by its rarest word, or by the beginning of that word and a star."""
    table = defaultdict[str, list[_Phrase]](list)
    for entry in tomllib.loads(resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))["matter"]:
        ways = {way: entry.pop(way, ()) for way in ("had", "was", "told")}
        matter = Matter(**entry)
        for way, phrases in ways.items():
            for phrase in phrases:
                pattern = _pattern(phrase)
                for key in _keys(phrase):
                    table[key].append(_Phrase(matter, way, pattern))
    return {key: tuple(phrases) for key, phrases in table.items()}


def _pattern(phrase: str) -> str:
    wording = "".join(_parts(phrase)).strip()
    opening = "" if phrase.startswith("'") else r"(?<![\w-])"
    return rf"{opening}{wording}(?![\w-])"


def _parts(phrase: str) -> Iterator[str]:
    for part in _PART.finditer(phrase):
        if part["gap"]:
            yield _SOME
        elif part["may"]:
            yield f"(?:{_word(part['may'])} )?"
        else:
            yield _word(part["word"]) + (" " if part.end() < len(phrase) else "")


def _word(word: str) -> str:
    ways = [re.escape(way.removesuffix("*")) + (r"\w*" if way.endswith("*") else "") for way in word.split("/")]
    return f"(?:{'|'.join(ways)})" if len(ways) > 1 else ways[0]


def _keys(phrase: str) -> set[str]:
    """The rarest word of a phrase: the one whose alternatives are long and no function words."""
    needed = [part["word"].split("/") for part in _PART.finditer(phrase) if part["word"]]
    rarest = max(needed, key=lambda ways: (not any(_is_common(way) for way in ways), min(map(len, ways))))
    return {_key(way) for way in rarest}


def _key(word: str) -> str:
    first = _WORDS.findall(word)[0]
    return f"{first[: max(_BEGINNINGS)]}*" if word == f"{first}*" else first


def _is_common(word: str) -> bool:
    return word in STOP_WORDS or word in _FIRST_PERSON or not _WORDS.search(word) or word.startswith("'")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
