"""WordPiece: a text as the numbers of its pieces, as BERT's uncased models read it.

Source:
    J. Devlin, M.-W. Chang, K. Lee and K. Toutanova, "BERT: Pre-training of Deep Bidirectional Transformers for Language
    Understanding", NAACL 2019; the vocabulary is theirs (NOTICE, in this folder).
"""

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

MOST_PIECES = 128  # what the model was trained on; later ones are not read

_UNKNOWN, _START, _END = "[UNK]", "[CLS]", "[SEP]"
_INSIDE = "##"  # opens a piece that does not begin a word
_LONGEST_WORD = 100  # letters; a longer one is no word
_SYMBOLS = frozenset("$+<=>^`|~")  # ASCII that Unicode calls no punctuation and the model does
_IDEOGRAPHS = range(0x4E00, 0xA000)
_WORDS_KEPT = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPiece:
    """Cuts texts into the pieces of one vocabulary."""

    numbers: dict[str, int]  # of each piece
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def numbers_of(self, text: str) -> list[int]:
        """The numbers of the first pieces of `text`, between those of start and end; 128 in all at most."""
        found: list[int] = []
        for word in words_of(text):
            found += self._of_word(word)
            if len(found) >= MOST_PIECES - 2:
                break
        return [self.numbers[_START], *found[: MOST_PIECES - 2], self.numbers[_END]]

    def _of_word(self, word: str) -> tuple[int, ...]:
        known = self._known.get(word)
        if known is None:
            known = self._cut(word) or (self.numbers[_UNKNOWN],)
            if len(self._known) < _WORDS_KEPT:
                self._known[word] = known
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        """The longest piece that fits, again and again; nothing if some part of the word fits no piece."""
        pieces: list[int] = []
        start = 0
        while start < len(word) <= _LONGEST_WORD:
            ends = range(len(word), start, -1)
            opening = _INSIDE if start else ""
            end = next((end for end in ends if opening + word[start:end] in self.numbers), None)
            if end is None:
                return ()
            pieces.append(self.numbers[opening + word[start:end]])
            start = end
        return tuple(pieces)


def words_of(text: str) -> list[str]:
    """Words in lower case and without accents, every punctuation mark a word of its own."""
    return "".join(map(_spaced, unicodedata.normalize("NFD", text.lower()))).split()


@lru_cache(maxsize=4096)
def _spaced(letter: str) -> str:
    """A letter as it is, between blanks where it stands alone, as a blank, or not at all."""
    kind = unicodedata.category(letter)
    if letter.isspace() or kind == "Zs":
        return " "
    if kind == "Mn" or kind.startswith("C"):
        return ""
    is_alone = kind.startswith("P") or letter in _SYMBOLS or ord(letter) in _IDEOGRAPHS
    return f" {letter} " if is_alone else letter
