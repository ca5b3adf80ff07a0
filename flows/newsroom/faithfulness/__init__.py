"""Whether a sentence that somebody wrote says what the sentences say that it stands on; no model is asked.

A hard fault is a statement that the evidence does not hold: a number, a name, a negation, a direction, or two of
them exchanged. A soft fault asks a person to look. What it cannot see is an invention made of the document's own
words. `tests/evaluation/faithfulness.toml` measures it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from flows.newsroom.faithfulness.anchors import Anchor, is_exchanged
from flows.newsroom.faithfulness.directions import against, directions, is_turned
from flows.newsroom.faithfulness.figures import figures, periods
from flows.newsroom.faithfulness.names import names, same_word_in_lower_case, unknown_names
from flows.newsroom.faithfulness.negations import denied, denies, is_reversed
from flows.newsroom.faithfulness.tokens import content

_NEAR = 0.8  # of the best support: the evidence sentences that a written one is compared with closely
_TOO_NEW, _ALL_NEW = 0.3, 0.6  # shares of its words that no evidence holds


class Fault(StrEnum):
    """What is wrong with a sentence, in words for the coordinator."""

    NUMBER = "a number that does not stand there"
    UNIT = "a number of something else"
    NAME = "a name that does not stand there"
    EXCHANGED = "numbers, names or sides exchanged"
    NEGATION = "a “not” too many or too few"
    DENIAL = "it says “not”, and nothing there does"
    DIRECTION = "the opposite of what stands there"
    INVENTED = "hardly a word of it stands there"
    NEW_WORDS = "many words that do not stand there"


_SOFT = frozenset({Fault.NEW_WORDS, Fault.DENIAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the guard found in a sentence."""

    faults: tuple[Fault, ...] = ()

    @property
    def is_false(self) -> bool:
        """Whether the sentence must not be printed."""
        return any(fault not in _SOFT for fault in self.faults)


def check(sentence: str, evidence: Sequence[str]) -> Verdict:
    """Compare `sentence` with the sentences that it stands on.

    Args:
        sentence: What somebody wrote.
        evidence: The document's sentences that it cites, and those before them.
    """
    near = _nearest(sentence, evidence)
    found = (
        (Fault.NUMBER, _has_new_number(sentence, evidence)),
        (Fault.UNIT, _has_other_unit(sentence, evidence)),
        (Fault.NAME, bool(unknown_names(sentence, evidence))),
        (Fault.EXCHANGED, _is_exchanged(sentence, evidence)),
        (Fault.NEGATION, any(_is_denied_otherwise(sentence, one) for one in near)),
        (Fault.DENIAL, denies(sentence) and not any(map(denies, evidence))),
        (Fault.DIRECTION, against(sentence, near) or is_turned(sentence, near)),
        (Fault.INVENTED, _share_of_new(sentence, evidence) > _ALL_NEW),
        (Fault.NEW_WORDS, _TOO_NEW < _share_of_new(sentence, evidence) <= _ALL_NEW),
    )
    return Verdict(faults=tuple(fault for fault, is_so in found if is_so))


def _nearest(sentence: str, evidence: Sequence[str]) -> tuple[str, ...]:
    """The evidence sentences that share most words with it."""
    own = set(content(sentence))
    support = [len(own & set(content(one))) for one in evidence]
    best = max(support, default=0)
    return tuple(one for one, shared in zip(evidence, support, strict=True) if shared and shared >= _NEAR * best)


def _has_new_number(sentence: str, evidence: Sequence[str]) -> bool:
    known = {figure.value for one in evidence for figure in figures(one)}
    return any(figure.value not in known for figure in figures(sentence))


def _has_other_unit(sentence: str, evidence: Sequence[str]) -> bool:
    units: dict[float, set[str]] = {}
    for one in evidence:
        for figure in figures(one):
            units.setdefault(figure.value, set()).add(figure.unit)
    is_other = any(
        figure.unit and figure.value in units and figure.unit not in units[figure.value] for figure in figures(sentence)
    )
    return is_other or not periods(sentence) <= {period for one in evidence for period in periods(one)}


def _is_exchanged(sentence: str, evidence: Sequence[str]) -> bool:
    return (
        is_exchanged(sentence, evidence, _numbers, in_one_sentence=True)
        or is_exchanged(sentence, evidence, lambda text: _names(text, (sentence, *evidence)))
        or is_exchanged(sentence, evidence, _sides)
    )


def _numbers(text: str) -> list[Anchor]:
    return [Anchor(kind=one.unit, value=str(one.value), start=one.start, end=one.end) for one in figures(text)]


def _names(text: str, everywhere: Sequence[str]) -> list[Anchor]:
    return [
        Anchor(kind="name", value=one.text, start=one.start, end=one.end)
        for one in names(text)
        if not same_word_in_lower_case(one, everywhere)
    ]


def _sides(text: str) -> list[Anchor]:
    return [Anchor(kind=str(one.axis), value=one.side, start=one.start, end=one.end) for one in directions(text)]


def _is_denied_otherwise(sentence: str, evidence: str) -> bool:
    here, there = denied(sentence), denied(evidence)
    said, stated = set(content(sentence)), set(content(evidence))
    is_added = any(word in stated and word not in there for word in here)
    is_lost = any(word in said and word not in here for word in there)
    return is_added or is_lost or is_reversed(sentence, evidence)


def _share_of_new(sentence: str, evidence: Sequence[str]) -> float:
    own = set(content(sentence))
    known = {word for one in evidence for word in content(one)}
    return len(own - known) / len(own) if own else 0.0
