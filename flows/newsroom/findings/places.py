"""Which sentence of an article stands where."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from flows.newsroom.model import Block, Sentence


@dataclass(frozen=True, slots=True)
class Places:
    """The sentences of an article by their place."""

    block_starts: tuple[int, ...]  # in letters of Article.text
    sentence_starts: tuple[int, ...]

    def sentence_at(self, block: int, offset: int) -> int:
        """The index of the sentence in which a letter of a block stands."""
        return max(0, bisect_right(self.sentence_starts, self.block_starts[block] + offset) - 1)


def place(blocks: Sequence[Block], sentences: Sequence[Sentence]) -> Places:
    """Note where the blocks and the sentences of an article begin."""
    starts, start = [], 0
    for block in blocks:
        starts.append(start)
        start += len(block.text) + 1
    return Places(tuple(starts), tuple(sentence.start for sentence in sentences))
