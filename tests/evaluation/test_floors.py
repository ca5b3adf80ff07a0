"""The newsroom reads the corpus no worse than floors.toml says, and floors.toml keeps up with the newsroom.

A failure names a measure and its share, never a document: what is missed in the judge half stays unseen.
For the develop half `python -m tests.evaluation` prints it. The judge half is measured in CI alone.
"""

import os
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.evaluation.chain import made_of
from tests.evaluation.corpus import GATE, Half
from tests.evaluation.scoring import Measure, Scores, score

FLOORS = Path(__file__).with_name("floors.toml")
HIGHEST = Path(__file__).with_name("highest.toml")
SLACK = 0.05  # a floor further below than this guards nothing

judge = pytest.param(
    Half.JUDGE, marks=pytest.mark.skipif(not os.environ.get("CI"), reason="CI alone looks at the judging half")
)
each_half = pytest.mark.parametrize("half", GATE)
each_half_measured = pytest.mark.parametrize("half", [Half.DEVELOP, judge])
each_measure = pytest.mark.parametrize("measure", Measure, ids=[measure.name.lower() for measure in Measure])


@cache
def scores_of(half: Half) -> Scores:
    """The scores of a half, measured once a run."""
    return score(made_of(half))


def share_of(half: Half, measure: Measure) -> float:
    """What is measured today; a mere number, so that a failing test has nothing else to show."""
    return scores_of(half).of(measure).share


def floor_of(half: Half, measure: Measure) -> float:
    """What floors.toml demands."""
    return float(tomllib.loads(FLOORS.read_text(encoding="utf-8"))[half][measure.name.lower()])


@each_half
def test_every_measure_has_a_floor(half: Half) -> None:
    named = set(tomllib.loads(FLOORS.read_text(encoding="utf-8"))[half])

    assert named == {measure.name.lower() for measure in Measure}


@each_half
def test_no_floor_was_lowered_without_a_reason(half: Half) -> None:
    """highest.toml holds what each floor once was; [lowered] in floors.toml names a measure and why it had to fall."""
    floors, highest = (tomllib.loads(path.read_text(encoding="utf-8")) for path in (FLOORS, HIGHEST))
    reasons = floors.get("lowered", {}).get(half, {})

    fallen = {name for name, once in highest[half].items() if floors[half].get(name, 0.0) < once}

    assert {name for name in fallen if len(reasons.get(name, "")) < len("because")} == set()


@each_half_measured
@each_measure
def test_a_measure_is_at_or_above_its_floor(half: Half, measure: Measure) -> None:
    floor = floor_of(half, measure)

    share = share_of(half, measure)

    assert share >= floor, f"{half}: {measure} has fallen to {share:.3f}; its floor is {floor}"


@each_measure
def test_a_floor_far_below_what_is_measured_is_raised(measure: Measure) -> None:
    share = share_of(Half.DEVELOP, measure)

    floor = floor_of(Half.DEVELOP, measure)

    assert share - floor <= SLACK, f"{measure} is {share:.3f} by now: raise it in floors.toml from {floor}"


@each_half_measured
def test_no_year_is_invented(half: Half) -> None:
    found = scores_of(half).of(Measure.NO_INVENTED_YEAR)

    invented = found.of - found.right

    assert invented == 0
