"""Lines that no rule names and that are likely furniture all the same: many weak signs, weighed together.

The weights (`weights.toml`) were learned from labelled documents by `python -m tests.evaluation.furniture`, as a
logistic regression: of what a line scores, nought says that it is as likely furniture as text. What a reader may act
on stays unless its signs leave no doubt: a line with a day, an hour or a price, with whom to ask, a name. Rows of a
table and items under a stem always stay.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from flows.newsroom.cleaning.proof import Line, Mark, Proof
from flows.newsroom.cleaning.signs import is_in_english, signs_of_places, signs_of_text
from flows.newsroom.language.calendar import MONTH, WEEKDAYS
from flows.newsroom.language.names import FIRST_NAMES, FULL_NAME, HONORIFIC, is_personal
from flows.newsroom.model import BlockKind

_FEWEST_LINES = 5
RULE = "looks like furniture"
_WHEN_OR_HOW_MUCH = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}|\b\d{{1,2}}(?:[.:]\d\d)? ?(?:am|pm)\b|[£€]\d"
    rf"|\b(?:(?:{'|'.join(WEEKDAYS)})s?|Mon|Tues?|Weds?|Thu(?:rs)?|Fri|Sat|Sun)\b"
    r"|\b(?:the|on) \d{1,2}(?:st|nd|rd|th)\b"
)
_BEYOND_DOUBT = 2.0  # the score of "Donate £5 | Donate £10"
_STAY = frozenset({BlockKind.ROW, BlockKind.QUOTATION})
_REACHED = re.compile(r"\S@\S+\.\w|\d{3} ?\d{3}|www\.|https?:")
_ASKED = re.compile(
    r"\b(?:contact|ring|phone|call|e-?mail|book|questions?|enquir\w+|ask|speak|write|repl\w+|respon\w+|apply|details"
    r"|information|help)\b",
    re.IGNORECASE,
)
_NAME = re.compile(rf"(?:{HONORIFIC} )?(?P<name>{FULL_NAME})(?P<rest>,? [A-Z(].*)?")


def remove_likely(proof: Proof, *, standfirst: str | None) -> Proof:
    """The proof without lines that look like furniture; a note of few lines and a text in another language stay.

    What stands beside a line that has left may look like furniture now: `settle` takes this step.
    """
    blocks = [line.block for line in proof.lines]
    if len(blocks) < _FEWEST_LINES or not is_in_english(blocks):
        return proof
    marks = [
        Mark(position, RULE)
        for position, (line, signs) in enumerate(zip(proof.lines, signs_of_places(blocks), strict=True))
        if signs and line.text != standfirst and _looks_so(line, signs)
    ]
    return proof.without(marks) if len(marks) < len(blocks) else proof


def _looks_so(line: Line, place: Sequence[str]) -> bool:
    if line.block.kind in _STAY or line.block.stem:
        return False
    least, weights = _learned()
    score = sum(weights.get(sign, 0.0) for sign in place) + _score_of_text(line.text)
    return score > least and (score > _BEYOND_DOUBT or not _is_of_use(line.text))


@lru_cache(maxsize=1_024)  # the lines of a document are looked at again when one of them has left
def _score_of_text(text: str) -> float:
    weights = _learned()[1]
    return sum(weights.get(sign, 0.0) for sign in signs_of_text(text))


def _is_of_use(text: str) -> bool:
    """Whether a reader may act on what a line says."""
    if _WHEN_OR_HOW_MUCH.search(text) or _is_name(text):
        return True
    return _REACHED.search(text) is not None and _ASKED.search(text) is not None


def _is_name(text: str) -> bool:
    """Whether a line is somebody's name, with at most a title before it and words in brackets or a body behind it."""
    match = _NAME.fullmatch(text)
    if match is None or not is_personal(match["name"]):
        return False
    return match["rest"] is None or match["rest"].startswith(" (") or match["name"].split(maxsplit=1)[0] in FIRST_NAMES


@cache
def _learned() -> tuple[float, Mapping[str, float]]:
    """What a line must score, and the weight of each sign."""
    learned = tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))
    return learned["least"], learned["weights"]
