"""What speaks for a line being furniture, and what against it: its words, its shape and its place.

No sign settles anything. How much each counts is learned (`likely.py`); the classes of words stand in `signs.toml`.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from flows.newsroom.cleaning.lexicon import ends_like_a_sentence
from flows.newsroom.language.names import FIRST_NAMES
from flows.newsroom.model import Block

LONGEST = 32
"""Words; a longer line is prose."""

_WIDTHS = (1, 2, 3, 5, 8, 12, 18)  # words
_PLACES = (0, 1, 2, 4, 7)  # lines from the top and from the end
_SHORTEST_PROSE = 12  # words of a line that ends like a sentence
_MOST_OF, _IN = 1, 3  # the share of a line's words that are mostly of a class
_CAPITALS_OF, _CAPITALS_IN = 8, 10  # the share of words with a capital in a line such as the name of a body
_AROUND = " .,:;!?()[]“”\"'‘’*–—-»«→|·•>"
_STROKES = "|·•"
_STROKE = re.compile(f"[{_STROKES}]")
_ARROW = re.compile("[«»→←↑>✓✔♥★]")
_LABEL = re.compile(r"[^:.!?]{1,30}:\s|[\w. -]{2,30} (?:says|said|wrote|replied)\b")
_ADDRESS = re.compile(r"\S@\S+\.\w|https?:|www\.|\b\w+\.(?:org|co|gov|nhs|ac|example)\b")
_TELEPHONE = re.compile(r"\b0\d{2,4}[ \d]{5,}|\b\d{5} ?\d{6}\b|\+44")
_PAGE = re.compile(r"\b[Pp](?:age|g|p)?\.? ?\d{1,3}\b|\b\d{1,2} ?(?:of|/) ?\d{1,2}\b")


@cache
def _classes() -> Mapping[str, tuple[str, ...]]:
    """The classes of each word."""
    found: dict[str, list[str]] = {}
    listed = tomllib.loads(files(__package__).joinpath("signs.toml").read_text(encoding="utf-8"))
    for name, words in listed.items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(name)
    return MappingProxyType({word: tuple(names) for word, names in found.items()})


def signs_of(blocks: Sequence[Block]) -> Iterator[tuple[str, ...]]:
    """The signs of each line of a document; none of a long line."""
    texts = [block.text for block in blocks]
    times = Counter(texts)
    prose = [place for place, text in enumerate(texts) if _is_prose(text)]
    first, last = (prose[0], prose[-1]) if prose else (len(texts), -1)
    for place, block in enumerate(blocks):
        words = block.text.split()
        if not words or len(words) > LONGEST:
            yield ()
            continue
        signs = ["line", block.kind.value, *_signs_of_words(words), *_signs_of_shape(block.text)]
        signs += (f"{near} from the top" for near in _PLACES if place <= near)
        signs += (f"{near} from the end" for near in _PLACES if len(texts) - 1 - place <= near)
        signs += ["above all prose"] * (place < first) + ["below all prose"] * (place > last)
        signs += ["repeated"] * (times[block.text] > 1) + ["link"] * bool(block.links)
        yield tuple(signs)


def is_in_english(blocks: Sequence[Block], *, least: float = 0.15, of: int = 400) -> bool:
    """Whether at least that share of the first so many words are small English words: the signs are of English."""
    words = [word for block in blocks for word in block.text.split()][:of]
    small = sum("small words" in _classes().get(word.casefold(), ()) for word in words)
    return small >= least * len(words)


def _is_prose(text: str) -> bool:
    return ends_like_a_sentence(text) and len(text.split()) >= _SHORTEST_PROSE


def _signs_of_words(words: Sequence[str]) -> Iterator[str]:
    classes = _classes()
    bare = [word.strip(_AROUND) for word in words]
    low = [word.casefold().replace("’", "'") for word in bare]
    counts = Counter(name for word in low for name in classes.get(word, ()))
    for name, count in counts.items():
        yield name
        if count * _IN >= len(words) * _MOST_OF:
            yield f"mostly {name}"
    if "small words" not in counts:
        yield "no small words"
    if "telling verbs" not in counts:
        yield "no telling verbs"
    if any(word.endswith("ed") for word in low):
        yield "past tense"
    if "button verbs" in classes.get(low[0], ()):
        yield "opens with a button verb"
    if sum(word[:1].isupper() for word in bare) * _CAPITALS_IN >= len(words) * _CAPITALS_OF:
        yield "capitals begin its words"
    if not bare[0][:1].isupper():
        yield "small start"
    if not FIRST_NAMES.isdisjoint(bare):
        yield "first name"
    yield from (f"over {width} words" for width in _WIDTHS if len(words) > width)


def _signs_of_shape(text: str) -> Iterator[str]:
    yield from (name for name, has in _SHAPES if has(text))
    if any(map(str.isdigit, text)):
        yield from (name for name, has in _SHAPES_WITH_FIGURES if has(text))
    if ends_like_a_sentence(text):
        yield "sentence"


_SHAPES: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("shouts", str.isupper),
    ("opens with a mark", lambda text: not text[0].isalnum()),
    ("announces", lambda text: text[-1] == ":"),
    ("open end", lambda text: text[-1].isalnum()),
    ("bracketed", lambda text: text[0] in "([" and text[-1] in ")]"),
    ("quoted", lambda text: text[0] in "\"“‘'" and text[-1] in "\"”’'"),
    ("label", _LABEL.match),
    ("strokes", _STROKE.search),
    ("many strokes", lambda text: sum(map(text.count, _STROKES)) > 1),
    ("exclaims", lambda text: "!" in text),
    ("asks", lambda text: "?" in text),
    ("arrow", _ARROW.search),
    ("copyright", lambda text: "©" in text or "(c)" in text),
    ("address", lambda text: "@" in text or ("." in text and _ADDRESS.search(text))),
)
_SHAPES_WITH_FIGURES: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("number", bool),
    ("telephone", _TELEPHONE.search),
    ("page number", _PAGE.search),
)
