"""Lines that no rule names and that are likely furniture all the same: many weak signs, weighed together.

The weights (`weights.toml`) were learned from labelled documents by `python -m tests.evaluation.furniture`, as a
logistic regression: of what a line scores, nought says that it is as likely furniture as text. What a reader may act
on stays whatever its signs: a line with a day, an hour or a price, with whom to ask, a name, a row of a table, an item
under a stem.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from flows.newsroom.cleaning.proof import Line, Mark, Proof, settle
from flows.newsroom.cleaning.signs import is_in_english, signs_of
from flows.newsroom.language.calendar import MONTH, WEEKDAYS
from flows.newsroom.language.names import FIRST_NAMES, FULL_NAME, HONORIFIC, is_personal
from flows.newsroom.model import BlockKind

_FEWEST_LINES = 5
RULE = "looks like furniture"
_WHEN_OR_HOW_MUCH = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}|\b\d{{1,2}}(?:[.:]\d\d)? ?(?:am|pm)\b|[£€]\d"
    rf"|\b(?:(?:{'|'.join(WEEKDAYS)})s?|Mon|Tues?|Weds?|Thu(?:rs)?|Fri|Sat|Sun)\b"
)
_REACHED = re.compile(r"\S@\S+\.\w|\d{3} ?\d{3}|www\.|https?:")
_ASKED = re.compile(
    r"\b(?:contact|ring|phone|call|e-?mail|book|questions?|enquir\w+|ask|speak|write|repl\w+|respon\w+|apply|details"
    r"|information|help)\b",
    re.IGNORECASE,
)
_NAME = re.compile(rf"(?:{HONORIFIC} )?(?P<name>{FULL_NAME})(?P<rest>,? [A-Z(].*)?")


def remove_likely(proof: Proof, *, standfirst: str | None) -> Proof:
    """The proof without lines that look like furniture; a note of few lines and a text in another language stay."""
    if len(proof.lines) < _FEWEST_LINES or not is_in_english([line.block for line in proof.lines]):
        return proof
    return settle(proof, lambda left: _without_likely(left, standfirst))


def _without_likely(proof: Proof, standfirst: str | None) -> Proof:
    least, weights = _learned()
    marks = [
        Mark(position, RULE)
        for position, signs in enumerate(signs_of([line.block for line in proof.lines]))
        if signs and sum(weights.get(sign, 0.0) for sign in signs) > least and _may_leave(proof.lines[position])
        if proof.lines[position].text != standfirst
    ]
    return proof.without(marks) if len(marks) < len(proof.lines) else proof


def _may_leave(line: Line) -> bool:
    block, text = line.block, line.text
    if block.kind in {BlockKind.ROW, BlockKind.QUOTATION} or block.stem or _WHEN_OR_HOW_MUCH.search(text):
        return False
    return not (_REACHED.search(text) and _ASKED.search(text)) and not _is_name(text)


def _is_name(text: str) -> bool:
    """Whether a line is somebody's name, with no more than a title before it or a body behind it."""
    match = _NAME.fullmatch(text)
    if match is None or not is_personal(match["name"]):
        return False
    return match["rest"] is None or match["name"].split(maxsplit=1)[0] in FIRST_NAMES


@cache
def _learned() -> tuple[float, Mapping[str, float]]:
    """What a line must score, and the weight of each sign."""
    learned = tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))
    return learned["least"], learned["weights"]
