"""Whether things that stand in a sentence stand where others of their kind stand in the evidence.

"The kitchen cost £50,000, of which the trust gave £86,000" holds only words of its source. What gives it away is what
stands around each number: around £50,000 here stands what there stands around £86,000.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flows.newsroom.faithfulness.tokens import root, tokens

_REACH = 4  # words on either side
_STOPS = re.compile(r"[;.!?]|,\s(?=(?:of which|and|but|while|compared|the|against)\b)|\b(?:while|but)\b")
_PLACING = frozenset({"from", "to", "than", "only", "over", "under"})  # little words that say which number is which
_BETTER_BY, _LEAST = 2, 2  # words by which another place must fit better than its own, and that must fit at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Something that may have changed places with another of its kind."""

    kind: str  # the unit of a number, the axis of a direction
    value: str
    start: int
    end: int


def is_exchanged(
    sentence: str, evidence: Sequence[str], find: Callable[[str], Sequence[Anchor]], *, in_one_sentence: bool = False
) -> bool:
    """Whether an anchor of `sentence` fits the place of another one of the evidence better than its own.

    Args:
        sentence: What somebody wrote.
        evidence: What it stands on.
        find: Gives the anchors of a text.
        in_one_sentence: Whether only those can change places that stand in one sentence of the evidence. One that is
            not told at all has lent its place only where the anchor does not fit its own.
    """
    here = find(sentence)
    told = {anchor.value for anchor in here}
    for anchor in here:
        around, own, other, untold = _around(sentence, anchor, here), None, 0, 0
        for text in evidence:
            found = find(text)
            if in_one_sentence and all(one.value != anchor.value for one in found):
                continue
            for one in found:
                if one.kind != anchor.kind:
                    continue
                shared = len(around & _around(text, one, found))
                if one.value == anchor.value:
                    own = max(own or 0, shared)
                elif one.value in told or not in_one_sentence:
                    other = max(other, shared)
                else:
                    untold = max(untold, shared)
        if own is not None and (other >= max(_LEAST, own + _BETTER_BY) or (own == 0 and untold >= _LEAST)):
            return True
    return False


def _around(text: str, anchor: Anchor, anchors: Sequence[Anchor]) -> frozenset[str]:
    """The words around an anchor, as far as the next anchor or the end of the clause."""
    others = [one for one in anchors if one.kind == anchor.kind]
    stops = [*(one.end for one in others), *(match.end() for match in _STOPS.finditer(text))]
    left = max((place for place in stops if place <= anchor.start), default=0)
    stops = [*(one.start for one in others), *(match.start() for match in _STOPS.finditer(text))]
    right = min((place for place in stops if place >= anchor.end), default=len(text))
    before, after = _telling(text[left : anchor.start]), _telling(text[anchor.end : right])
    return frozenset((*before[-_REACH:], *(word for word in after[:_REACH] if word not in _PLACING)))


def _telling(text: str) -> list[str]:
    return [
        token.word if token.word in _PLACING else root(token.word)
        for token in tokens(text)
        if not token.is_little or token.word in _PLACING
    ]
