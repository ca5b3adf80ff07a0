"""How much each sign of a document counts for each form.

The counts (weights.csv) were learned from labelled documents by `python -m tests.evaluation.reference`.
"""

import math
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from flows.newsroom.forms._cues import Hit
from flows.newsroom.forms._manner import manner_of
from flows.newsroom.forms._text import Text
from flows.newsroom.language.weighing import Signs, Weighing, words_of
from flows.newsroom.model import Form

FORMS = tuple(Form)
"""In the order of the columns, which settles a tie."""

ALWAYS = "always"
"""The sign that every document has: how common a form is."""

_CUES, _MANNER = "cues: ", "manner: "


def signs_of(text: Text, hits: Sequence[Hit]) -> Signs:
    """The signs of a document in which the cues found `hits`."""
    of_form = Counter[Form]()
    for hit in hits:
        of_form[hit.form] += hit.points
    cues = {_CUES + form: math.sqrt(points) for form, points in of_form.items()}
    manner = {_MANNER + name: size for name, size in manner_of(text).items()}
    return Signs(points={ALWAYS: 1.0, **cues, **manner}, words=words_of(text.lowered))


def is_cue(sign: str) -> bool:
    """Whether a sign is the points of a form."""
    return sign.startswith(_CUES)


def likeliest(signs: Signs, weighing: Weighing) -> Form:
    """The form for which `signs` speak most."""
    return FORMS[int(weighing.scores(signs).argmax())]


@cache
def learned() -> Weighing:
    """The weights that are shipped."""
    return Weighing.read(files(__package__).joinpath("weights.csv").read_text(encoding="utf-8"))
