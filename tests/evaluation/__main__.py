"""Prints how well the newsroom reads both halves of the corpus, and what it misses in the one that may be read."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tests.evaluation.chain import made_of
from tests.evaluation.corpus import Half
from tests.evaluation.scoring import Measure, Score, Scores, score


def main() -> None:
    """Measure and print."""
    screen = Console(width=160, highlight=False)
    scores = {half: score(made_of(half)) for half in Half}
    screen.print(_table(scores[Half.DEVELOP], scores[Half.JUDGE]))
    for line in _misses(scores[Half.DEVELOP]):  # never the other half's: who reads them writes rules for them
        screen.print(Text(line))


def _table(develop: Scores, judge: Scores) -> Table:
    table = Table("measure", "develop", "", "judge", "", title="The evaluation: what came out as labelled")
    for measure in Measure:
        table.add_row(measure.value, *_cells(develop.of(measure)), *_cells(judge.of(measure)))
    return table


def _cells(found: Score) -> tuple[str, str]:
    return f"{found.share:.3f}", f"{found.right} of {found.of}"


def _misses(scores: Scores) -> list[str]:
    """The misses, file by file."""
    missed = [(miss.document, found.measure, miss.about) for found in scores.each for miss in found.misses]
    names = sorted({name for name, _, _ in missed})
    lines = []
    for name in names:
        lines += ["", name, *(f"  {measure}: {about}" for own, measure, about in missed if own == name)]
    return lines


if __name__ == "__main__":
    main()
