"""A quotation among its neighbours, and what the words around it say of who said it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.newsroom.findings.cast import Cast
from flows.newsroom.findings.speech import Speech
from flows.newsroom.model import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What the words around a quotation say about it."""

    is_said: bool = True  # that somebody says or writes it
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One quotation among its neighbours."""

    blocks: Sequence[Block]
    speeches: Sequence[Speech]
    number: int  # of the speech that is asked about
    known: Sequence[Attribution]  # of those before it
    cast: Cast

    @property
    def speech(self) -> Speech:
        """The quotation itself."""
        return self.speeches[self.number]

    @property
    def text(self) -> str:
        """The paragraph in which it begins."""
        return self.blocks[self.speech.first.block].text

    @property
    def previous(self) -> Speech | None:
        """The quotation before it in the same paragraph."""
        before = self.speeches[self.number - 1] if self.number else None
        return before if before and before.last.block == self.speech.first.block else None
