"""The proof: a document on its way over the copy desk, and everything that was done to it so far."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from flows.newsroom.model import Action, Block, Change

_MOST_ROUNDS = 20


class Mark(NamedTuple):
    """A line that is to leave the proof, and why."""

    position: int  # among the lines of the proof
    rule: str
    action: Action = Action.REMOVED


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A block that is still in the proof."""

    block: Block
    index: int  # into RawDocument.blocks
    is_kept: bool = False  # whether somebody wants it kept, whatever a rule says

    @property
    def text(self) -> str:
        """What it says."""
        return self.block.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The lines that are left, and the changes that led here.

    Every block of the raw document that has a word is either a line or named in a change that removed or moved it.
    """

    lines: tuple[Line, ...]
    changes: tuple[Change, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """What its lines say."""
        return tuple(line.text for line in self.lines)

    def without(self, marks: Iterable[Mark]) -> Self:
        """The proof without the marked lines, but for those that are kept; of two marks on a line the first counts."""
        marked = reversed(tuple(marks))
        first = {mark.position: mark for mark in marked if not self.lines[mark.position].is_kept}
        gone = [
            Change(block=line.index, text=line.text, action=mark.action, rule=mark.rule)
            for position, line in enumerate(self.lines)
            if (mark := first.get(position))
        ]
        kept = tuple(line for position, line in enumerate(self.lines) if position not in first)
        return replace(self, lines=kept, changes=(*self.changes, *gone))

    def moved(self, positions: Iterable[int], rule: str) -> Self:
        """The proof after the lines at `positions` became facts."""
        return self.without(Mark(position, rule, Action.MOVED) for position in positions)

    def mended(self, mend: Callable[[str], str], rule: str) -> Self:
        """The proof with every line as `mend` returns it."""
        texts = [mend(line.text) for line in self.lines]
        pairs = list(zip(self.lines, texts, strict=True))
        changes = [
            Change(block=line.index, text=line.text, action=Action.MENDED, rule=rule)
            for line, text in pairs
            if text != line.text
        ]
        lines = tuple(
            line if text == line.text else replace(line, block=replace(line.block, text=text)) for line, text in pairs
        )
        return replace(self, lines=lines, changes=(*self.changes, *changes))


def settle(proof: Proof, step: Callable[[Proof], Proof]) -> Proof:
    """Take `step` until it takes nothing more away, so that cleaning twice is cleaning once.

    What stood under a line that has left may be furniture now. A document built to go on like that for
    ever is left after twenty rounds.
    """
    for _ in range(_MOST_ROUNDS):
        shorter = step(proof)
        if len(shorter.lines) == len(proof.lines):
            break
        proof = shorter
    return proof


def take_up(blocks: Iterable[Block], is_kept: Callable[[str], bool] | None = None) -> Proof:
    """The proof of a document to which nothing has been done; blocks without a word are no lines.

    Args:
        blocks: What the reader found.
        is_kept: Whether a line stays, whatever a rule says.
    """
    return Proof(
        lines=tuple(
            Line(block=block, index=index, is_kept=is_kept is not None and is_kept(block.text))
            for index, block in enumerate(blocks)
            if block.text.strip()
        )
    )
