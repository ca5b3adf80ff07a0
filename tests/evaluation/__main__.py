"""Prints how well the newsroom reads each set of the corpus, and what it misses in one that may be read.

`python -m tests.evaluation` lists the misses of the develop half, with `--practice` those of the practice set.
With `--judge` the judging half is measured too, and held against the goals; every look at it makes it a worse judge.
"""

import math
import tomllib
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tests.evaluation.chain import made_of
from tests.evaluation.corpus import Half
from tests.evaluation.scoring import Measure, Score, Scores, score

GOALS = Path(__file__).with_name("goals.toml")


def main() -> None:
    """Measure and print."""
    asked = _asked()
    screen = Console(width=160, highlight=False)
    scores = {half: score(made_of(half)) for half in Half if asked.judge or half is not Half.JUDGE}
    screen.print(_table(scores))
    if asked.judge:
        for line in _goals(scores[Half.JUDGE]):
            screen.print(Text(line))
    for line in _misses(
        scores[Half.PRACTICE if asked.practice else Half.DEVELOP]
    ):  # never the judge half's: who reads them writes rules for them
        screen.print(Text(line))


def _asked() -> Namespace:
    parser = ArgumentParser(prog="python -m tests.evaluation", description="How well the newsroom reads the corpus.")
    parser.add_argument("--practice", action="store_true", help="list the misses of the practice set, not of develop")
    parser.add_argument("--judge", action="store_true", help="measure the judging half, too")
    return parser.parse_args()


def _table(scores: Mapping[Half, Scores]) -> Table:
    headings = [heading for half in scores for heading in (half.value, "")]
    table = Table("measure", *headings, title="The evaluation: what came out as labelled")
    for measure in Measure:
        table.add_row(measure.value, *(cell for found in scores.values() for cell in _cells(found.of(measure))))
    return table


def _cells(found: Score) -> tuple[str, str]:
    return f"{found.share:.3f}", f"{found.right} of {found.of}"


def _goals(scores: Scores) -> list[str]:
    """Which goals the judging half does not reach, and by how much."""
    goals = tomllib.loads(GOALS.read_text(encoding="utf-8"))
    shares = {name: (goal, scores.of(Measure[name.upper()])) for name, goal in goals.items()}
    short = [
        f"  {found.measure}: {found.share:.3f} of {goal:.2f}, {_wanting(goal, found)} more of {found.of} are wanted"
        for goal, found in shares.values()
        if found.share < goal
    ]
    return [f"{len(goals) - len(short)} of {len(goals)} goals for the judging half are reached. Not reached:", *short]


def _wanting(goal: float, found: Score) -> int:
    """How many more must come out right."""
    return math.ceil(goal * found.of - 1e-9) - found.right


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
