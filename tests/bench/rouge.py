"""ROUGE: how much of a reference summary's words, pairs of words and word order another summary holds.

Source:
    C.-Y. Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", Text Summarization Branches Out, 2004.
    Stemmed; the F of each measure; L is the union of the longest common subsequences, sentence by sentence.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise

from flows.newsroom.language.words import stems


def rouge(made: Sequence[str], reference: Sequence[str]) -> tuple[float, float, float]:
    """ROUGE-1, ROUGE-2 and ROUGE-Lsum of the sentences `made` against those of `reference`, from 0 to 1."""
    ours, theirs = [stems(one) for one in made], [stems(one) for one in reference]
    flat_ours, flat_theirs = list(chain(*ours)), list(chain(*theirs))
    return (
        _shared(Counter(flat_ours), Counter(flat_theirs)),
        _shared(Counter(pairwise(flat_ours)), Counter(pairwise(flat_theirs))),
        _longest(ours, theirs),
    )


def _shared(ours: Counter[object], theirs: Counter[object]) -> float:
    return _f((ours & theirs).total(), ours.total(), theirs.total())


def _longest(ours: Sequence[Sequence[str]], theirs: Sequence[Sequence[str]]) -> float:
    found = sum(len(set().union(*(_places(reference, one) for one in ours))) for reference in theirs)
    return _f(found, sum(map(len, ours)), sum(map(len, theirs)))


def _places(reference: Sequence[str], made: Sequence[str]) -> set[int]:
    """The places in `reference` of a longest common subsequence."""
    lengths = [[0] * (len(made) + 1) for _ in range(len(reference) + 1)]
    for a, word in enumerate(reference):
        for b, other in enumerate(made):
            lengths[a + 1][b + 1] = lengths[a][b] + 1 if word == other else max(lengths[a][b + 1], lengths[a + 1][b])
    a, b, found = len(reference), len(made), set[int]()
    while a and b:
        if reference[a - 1] == made[b - 1]:
            a, b = a - 1, b - 1
            found.add(a)
        elif lengths[a - 1][b] >= lengths[a][b - 1]:
            a -= 1
        else:
            b -= 1
    return found


def _f(shared: int, ours: int, theirs: int) -> float:
    return 2 * shared / (ours + theirs) if ours + theirs else 0.0
