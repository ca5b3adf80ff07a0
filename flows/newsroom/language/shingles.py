"""Runs of four words ("shingles"): how much of one text stands in another, and which texts are worth comparing.

Source:
    A. Z. Broder, "On the resemblance and containment of documents", Proceedings of Compression and Complexity of
    Sequences, 1997.
"""

import zlib
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Shingles: TypeAlias = npt.NDArray[np.uint32]
"""The CRC-32 of each run of four words of a text: sorted, each once."""

_Numbers: TypeAlias = npt.NDArray[np.int64]
_Flags: TypeAlias = npt.NDArray[np.bool_]

_RUN = 4  # words
_SHORT = 120  # runs: of a shorter text every one is looked up
_ONE_IN = 8  # of a longer text's runs is looked up
_PROMISING = 0.3  # of the matches that texts so alike have on average: a sample scatters
_CROWD = 8  # texts that share a run; beyond, it is a set phrase, and each is paired with two others only


def shingles_of(words: Sequence[str]) -> Shingles:
    """The CRC-32 of every run of four words, or of all `words` where there are fewer."""
    if not words:
        return np.empty(0, "<u4")
    text = " ".join(words).encode()
    blanks = np.flatnonzero(np.frombuffer(text, np.uint8) == ord(" "))
    starts, ends = [0, *(blanks + 1).tolist()], [*blanks.tolist(), len(text)]
    runs = zip(starts, ends[min(_RUN, len(words)) - 1 :], strict=False)
    return np.unique(np.array([zlib.crc32(text[start:end]) for start, end in runs], "<u4"))


def containment(some: Shingles, others: Shingles) -> float:
    """The share of a text's runs that stand in another text."""
    return float(np.count_nonzero(_is_in(some, others))) / max(1, len(some))


def promising_pairs(texts: Sequence[Shingles], share: float) -> Iterator[tuple[int, int]]:
    """Pairs of texts of which the second may hold `share` of its runs in common with the first, and few others.

    Args:
        texts: The runs of each text; a pair is two places in this order, the smaller first.
        share: Between 0 and 1.

    Memory grows with one eighth of all runs, not with the pairs: a phrase in every text makes no crowd of pairs.
    """
    entries = _entries(texts)
    if not len(entries):
        return
    pairs, matches = np.unique(_pairs(entries, len(texts)), return_counts=True)
    sizes = np.array([len(each) for each in texts])
    looked_up = np.where(sizes < _SHORT, sizes, sizes / _ONE_IN)
    first, second = np.divmod(pairs, len(texts))
    is_worth_it = matches >= _PROMISING * share * looked_up[second]
    yield from zip(first[is_worth_it].tolist(), second[is_worth_it].tolist(), strict=True)


def _entries(texts: Sequence[Shingles]) -> npt.NDArray[np.uint64]:
    """What is looked up: each run in the upper half of a number, its text in the lower, sorted."""
    short = [each for each in texts if len(each) < _SHORT]
    of_short = np.unique(np.concatenate(short)) if short else np.empty(0, np.uint32)
    entries = [np.empty(0, np.uint64)]
    for number, each in enumerate(texts):
        chosen = each if len(each) < _SHORT else each[(each % _ONE_IN == 0) | _is_in(each, of_short)]
        entries.append((chosen.astype(np.uint64) << np.uint64(32)) | np.uint64(number))
    together = np.concatenate(entries)
    together.sort()
    return together


def _is_in(some: Shingles, others: Shingles) -> _Flags:
    """Which of `some` are among `others`, which is sorted."""
    if not len(others):
        return np.zeros(len(some), np.bool_)
    places = np.minimum(np.searchsorted(others, some), len(others) - 1)
    return np.asarray(others[places] == some)


def _pairs(entries: npt.NDArray[np.uint64], texts: int) -> _Numbers:
    """Each pair of texts as often as they share a run, as first * texts + second."""
    runs, owners = entries >> np.uint64(32), (entries & np.uint64(0xFFFFFFFF)).astype(np.int64)
    starts = np.flatnonzero(np.concatenate(([True], runs[1:] != runs[:-1])))
    lengths = np.diff(np.append(starts, len(runs)))
    is_crowded = np.repeat(lengths > _CROWD, lengths)
    found = [_neighbours(runs, owners, distance, ~is_crowded, texts) for distance in range(1, _CROWD)]
    found.append(_neighbours(runs, owners, 1, is_crowded, texts))
    with_first = np.repeat(owners[starts], lengths) * texts + owners
    is_first = np.zeros(len(runs), np.bool_)
    is_first[starts] = True
    found.append(with_first[is_crowded & ~is_first])
    return np.concatenate(found)


def _neighbours(
    runs: npt.NDArray[np.uint64], owners: _Numbers, distance: int, is_wanted: _Flags, texts: int
) -> _Numbers:
    is_pair = (runs[distance:] == runs[:-distance]) & is_wanted[distance:]
    return np.asarray(owners[:-distance][is_pair] * texts + owners[distance:][is_pair])
