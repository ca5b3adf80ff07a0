"""Multinomial logistic regression with a penalty, by Newton's method: deterministic, and small enough for numpy.

Source:
    D. McFadden, "Conditional logit analysis of qualitative choice behavior", 1974 (one weight a sign, the same for
    every choice).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_MOST_STEPS, _LONGEST_STEP, _STILL = 100, 2.0, 1e-8


def fit(
    signs: Floats,
    wanted: Floats,
    penalty: Floats,
    *,
    expected: Floats | None = None,
    counts: Floats | None = None,
) -> Floats:
    """The weights under which the wanted choices are the likeliest.

    Args:
        signs: What speaks for each choice: case x choice x sign. A case with fewer choices has rows of NaN.
        wanted: How right each choice is, in sum 1 a case: case x choice.
        penalty: Of the square of what each weight lies off the expected one.
        expected: What each weight would be without any case; None: 0.
        counts: How often each case counts; None: once.
    """
    absent = np.isnan(signs[..., 0])
    signs = np.where(absent[..., np.newaxis], 0.0, signs)
    often: Floats = np.ones(len(signs)) if counts is None else counts
    prior: Floats = np.zeros(signs.shape[2]) if expected is None else expected
    weights = prior.copy()
    for _ in range(_MOST_STEPS):
        chances = _chances(np.where(absent, -np.inf, signs @ weights))
        means = np.einsum("nkp,nk->np", signs, chances)
        missed = (chances - wanted) * often[:, np.newaxis]
        slope = np.einsum("nkp,nk->p", signs, missed) + penalty * (weights - prior)
        rows = (signs * (chances * often[:, np.newaxis])[..., np.newaxis]).reshape(-1, len(weights))
        curve = rows.T @ signs.reshape(-1, len(weights)) - (means.T * often) @ means + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        longest = float(np.abs(step).max())
        weights -= step * min(1.0, _LONGEST_STEP / max(longest, _STILL))
        if longest < _STILL:
            break
    return weights


def fit_each(signs: Floats, wanted: Floats, counts: Floats, before: Floats) -> Floats:
    """A weight of each sign for each choice, under which the wanted choices are the likeliest: sign x choice.

    There may be many more signs than cases: what is solved for are the cases. Half the square of each weight is the
    penalty; who wants a sign to count for more makes it larger.

    Source:
        D. Boehning, "Multinomial logistic regression algorithm", 1992 (a step that always leads downwards).

    Args:
        signs: What a case has: case x sign.
        wanted: How right each choice is, in sum 1 a case: case x choice.
        counts: How much each case counts, beside 1.
        before: What is known to speak for each choice already: case x choice.
    """
    products, counts = signs @ signs.T, counts[:, np.newaxis]
    step = np.linalg.inv(products * counts / 2 + np.eye(len(signs)))
    of_cases: Floats = np.zeros(wanted.shape)
    for _ in range(_MOST_STEPS):
        moved = step @ (counts * (_chances(before + products @ of_cases) - wanted) + of_cases)
        of_cases -= moved
        if float(np.abs(moved).max()) < _STILL:
            break
    weights: Floats = signs.T @ of_cases
    return weights


def targets(choices: Sequence[str], first: Sequence[str], also: Sequence[Sequence[str]], *, others: float) -> Floats:
    """How right each choice is: `others` is shared out among those that would not be wrong."""
    wanted = np.zeros((len(first), len(choices)))
    for row, (key, beside) in enumerate(zip(first, also, strict=True)):
        wanted[row, choices.index(key)] = 1 - others if beside else 1
        for other in beside:
            wanted[row, choices.index(other)] += others / len(beside)
    return wanted


def _chances(scores: Floats) -> Floats:
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Floats = weights / weights.sum(axis=1, keepdims=True)
    return chances
