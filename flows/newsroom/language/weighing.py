"""Signs and words of a document, weighed for each of some choices: what a multinomial logistic regression has learned.

The weights are a table that can be read line by line: a line is a sign or a word, a column a choice, a number
hundredths.
"""

import csv
import io
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from flows.newsroom.language.words import WORD, stem

_WORD = "word: "
_FEW = 8.0  # the length of what fifty or sixty different words come to: fewer prove less


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What a document has to show."""

    words: Counter[str]  # by stem: how often it stands in the document
    points: Mapping[str, float] = field(default_factory=dict)  # by name: how large other signs are


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weighing:
    """How much each sign and each word counts for each choice."""

    choices: tuple[str, ...]
    places: Mapping[str, int]  # of each sign but the words
    words: Mapping[str, int]  # the place of each word, behind the others
    weights: NDArray[np.float64]  # hundredths: a row a sign, a column a choice

    def row(self, signs: Signs) -> NDArray[np.float64]:
        """The signs that are weighed, in their places; the words together of length 1, and less where they are few."""
        row = np.zeros(len(self.places) + len(self.words))
        for sign, size in signs.points.items():
            if sign in self.places:
                row[self.places[sign]] = size
        known = [(self.words[word], count) for word, count in signs.words.items() if word in self.words]
        if known:
            places, counts = zip(*known, strict=True)
            sizes = 1 + np.log(np.array(counts))
            row[list(places)] = sizes / max(float(np.linalg.norm(sizes)), _FEW)
        return row

    def scores(self, signs: Signs) -> NDArray[np.float64]:
        """How much speaks for each choice, to four places: the last bits of a sum differ between processors."""
        scores: NDArray[np.float64] = (self.row(signs) @ self.weights / 100).round(4)
        return scores

    def written(self) -> str:
        """The table that `read` understands."""
        text = io.StringIO()
        table = csv.writer(text, lineterminator="\n")
        table.writerow(["sign", *self.choices])
        names = [*self.places, *(_WORD + word for word in self.words)]
        table.writerows([name, *map(int, row)] for name, row in zip(names, self.weights, strict=True))
        return text.getvalue()

    @classmethod
    def read(cls, text: str) -> "Weighing":
        """What `written` wrote."""
        (_, *choices), *lines = csv.reader(io.StringIO(text))
        names = [name for name, *_ in lines]
        return cls(
            choices=tuple(choices),
            places={name: place for place, name in enumerate(names) if not name.startswith(_WORD)},
            words={name.removeprefix(_WORD): place for place, name in enumerate(names) if name.startswith(_WORD)},
            weights=np.array([[float(number) for number in numbers] for _, *numbers in lines]),
        )


def words_of(text: str) -> Counter[str]:
    """How often each stem stands in `text`; each word is stemmed once."""
    counts = Counter[str]()
    for word, count in Counter(WORD.findall(text)).items():
        counts[stem(word)] += count
    return counts
