"""What speaks for a line being furniture, and what against it: its words, its shape and its place.

No sign settles anything. How much each counts is learned (`likely.py`); the classes of words stand in `signs.toml`.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice
from types import MappingProxyType

from flows.newsroom.cleaning.lexicon import ends_like_a_sentence
from flows.newsroom.language.names import FIRST_NAMES
from flows.newsroom.model import Block

LONGEST = 22
"""Words; a longer line is prose."""

_LONGEST_IN_LETTERS = 300

_WIDTHS = (1, 2, 3, 5, 8, 12, 18)  # words
_OVER = [tuple(f"over {width} words" for width in _WIDTHS if words > width) for words in range(LONGEST + 1)]
_PLACES = (0, 1, 2, 4, 7)  # lines from the top and from the end
_MIDDLE = _PLACES[-1] + 1
_EDGES = [tuple(f"{near} from the top" for near in _PLACES if place <= near) for place in range(_MIDDLE + 1)]
_EDGES_OF_END = [tuple(f"{near} from the end" for near in _PLACES if place <= near) for place in range(_MIDDLE + 1)]
_SHORTEST_PROSE = 12  # words of a line that ends like a sentence
_IN = 3  # words, of which one is of a class at least: the line is mostly of it
_CAPITALS_OF, _CAPITALS_IN = 8, 10  # the share of words with a capital in a line such as the name of a body
_AROUND = " .,:;!?()[]“”\"'‘’*–—-»«→|·•>"
_ONE_FIGURE = str.maketrans("123456789", "000000000")  # "Page 2" and "Page 3" are the same line again
_LOOKED_AT, _LEAST_ENGLISH = 120, 0.15  # words of a text, and the share of small ones
_FIGURE = re.compile("[0-9]")
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
    places = signs_of_places(blocks)
    for block, place in zip(blocks, places, strict=True):
        yield (*signs_of_text(block.text), *place) if place else ()


def signs_of_text(text: str) -> tuple[str, ...]:
    """What the words of a line and its shape are signs of."""
    return ("line", *_signs_of_words(text.split()), *_signs_of_shape(text))


def signs_of_places(blocks: Sequence[Block]) -> Iterator[tuple[str, ...]]:
    """What the kind of each line and its place in the document are signs of; none of a long line."""
    texts = [block.text for block in blocks]
    lengths = [len(text.split()) for text in texts]
    alike = [
        text.translate(_ONE_FIGURE) if words <= LONGEST else text for text, words in zip(texts, lengths, strict=True)
    ]
    times = Counter(alike)
    is_prose = [
        words >= _SHORTEST_PROSE and ends_like_a_sentence(text) for text, words in zip(texts, lengths, strict=True)
    ]
    first = is_prose.index(True) if True in is_prose else len(texts)
    last = len(texts) - 1 - is_prose[::-1].index(True) if True in is_prose else -1
    for place, block in enumerate(blocks):
        if not 0 < lengths[place] <= LONGEST or len(block.text) > _LONGEST_IN_LETTERS:
            yield ()
            continue
        signs = [block.kind.value, *_EDGES[min(place, _MIDDLE)], *_EDGES_OF_END[min(len(texts) - 1 - place, _MIDDLE)]]
        signs += ["above all prose"] * (place < first) + ["below all prose"] * (place > last)
        signs += ["over prose"] * (place + 1 < len(texts) and is_prose[place + 1])
        signs += ["under prose"] * (place > 0 and is_prose[place - 1])
        signs += ["repeated"] * (times[alike[place]] > 1) + ["link"] * bool(block.links)
        yield tuple(signs)


def is_in_english(blocks: Sequence[Block]) -> bool:
    """Whether small English words are among the first words as often as in English: the signs are those of English."""
    first = islice((word for block in blocks for word in block.text.split(maxsplit=_LOOKED_AT)), _LOOKED_AT)
    words = [word.lower() for word in first]
    return sum(map(_small_words().__contains__, words)) >= _LEAST_ENGLISH * len(words)


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word for word, names in _classes().items() if "small words" in names)


def _signs_of_words(words: Sequence[str]) -> Iterator[str]:
    classes = _classes()
    bare = [word.strip(_AROUND) for word in words]
    low = [word.lower().replace("’", "'") for word in bare]
    counts: dict[str, int] = {}
    for word in low:
        for name in classes.get(word, ()):
            counts[name] = counts.get(name, 0) + 1
    yield from counts
    yield from (f"mostly {name}" for name, count in counts.items() if count * _IN >= len(words))
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
    yield from _OVER[len(words)]


def _signs_of_shape(text: str) -> Iterator[str]:
    yield from (name for name, has in _SHAPES if has(text))
    if _FIGURE.search(text):
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
