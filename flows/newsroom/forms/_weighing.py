"""How much each sign of a document counts for each form.

The counts (weights.csv) were learned from labelled documents by `python -m tests.evaluation.reference`: a multinomial
logistic regression. A line is a sign or a word, a column a form, a number hundredths.
"""

import csv
import io
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from flows.newsroom.forms._cues import Hit
from flows.newsroom.forms._manner import manner_of
from flows.newsroom.forms._text import Text
from flows.newsroom.language.words import WORD, stem
from flows.newsroom.model import Form

FORMS = tuple(Form)
"""In the order of the columns, which settles a tie."""

ALWAYS = "always"
"""The sign that every document has: how common a form is."""

_FEW = 8.0  # the length of what fifty or sixty different words come to: fewer prove less
_CUES, _MANNER, _WORD = "cues: ", "manner: ", "word: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What a document has to show."""

    points: Mapping[str, float]  # by sign: the root of what the cues of a form come to, and the manner of writing
    words: Counter[str]  # by stem: how often it stands in the document

    def row(self, weighing: "Weighing") -> NDArray[np.float64]:
        """The signs that are weighed, in their places; the words together of length 1, and less where they are few."""
        row = np.zeros(len(weighing.places) + len(weighing.words))
        for sign, size in self.points.items():
            if sign in weighing.places:
                row[weighing.places[sign]] = size
        known = [(weighing.words[word], count) for word, count in self.words.items() if word in weighing.words]
        if known:
            places, counts = zip(*known, strict=True)
            sizes = 1 + np.log(np.array(counts))
            row[list(places)] = sizes / max(float(np.linalg.norm(sizes)), _FEW)
        return row


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weighing:
    """How much each sign and each word counts."""

    places: Mapping[str, int]  # of each sign but the words
    words: Mapping[str, int]  # the place of each word, behind the others
    weights: NDArray[np.float64]  # hundredths: a row a sign, a column a form

    def likeliest(self, signs: Signs) -> Form:
        """The form for which `signs` speak most."""
        scores = (signs.row(self) @ self.weights).round(4)  # the last bits of a sum differ between processors
        return FORMS[int(scores.argmax())]

    def written(self) -> str:
        """The file that `read` understands."""
        text = io.StringIO()
        table = csv.writer(text, lineterminator="\n")
        table.writerow(["sign", *FORMS])
        names = [*self.places, *(_WORD + word for word in self.words)]
        table.writerows([name, *map(int, row)] for name, row in zip(names, self.weights, strict=True))
        return text.getvalue()

    @classmethod
    def read(cls, text: str) -> "Weighing":
        """What `written` wrote."""
        _, *lines = csv.reader(io.StringIO(text))
        names = [name for name, *_ in lines]
        return cls(
            places={name: place for place, name in enumerate(names) if not name.startswith(_WORD)},
            words={name.removeprefix(_WORD): place for place, name in enumerate(names) if name.startswith(_WORD)},
            weights=np.array([[float(number) for number in numbers] for _, *numbers in lines]),
        )


def signs_of(text: Text, hits: Sequence[Hit]) -> Signs:
    """The signs of a document in which the cues found `hits`."""
    of_form = Counter[Form]()
    for hit in hits:
        of_form[hit.form] += hit.points
    cues = {_CUES + form: math.sqrt(points) for form, points in of_form.items()}
    manner = {_MANNER + name: size for name, size in manner_of(text).items()}
    return Signs(points={ALWAYS: 1.0, **cues, **manner}, words=_stems_of(text))


def _stems_of(text: Text) -> Counter[str]:
    counts = Counter[str]()
    for word, count in Counter(WORD.findall(text.lowered)).items():  # each word is stemmed once
        counts[stem(word)] += count
    return counts


def is_cue(sign: str) -> bool:
    """Whether a sign is the points of a form."""
    return sign.startswith(_CUES)


@cache
def learned() -> Weighing:
    """The weights that are shipped."""
    return Weighing.read(files(__package__).joinpath("weights.csv").read_text(encoding="utf-8"))
