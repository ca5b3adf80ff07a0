"""The regression finds the weights that made the choices, and is humble where it has seen little."""

import numpy as np
import pytest

from tests.evaluation.regression import Floats, fit, fit_each, targets

CHANCE = np.random.default_rng(7)
SIGNS: Floats = CHANCE.normal(size=(4000, 4, 3))
TRUE = np.array([1.5, 0.0, -0.7])


def chosen(signs: Floats) -> Floats:
    """Choices made by the true weights, with the noise that the model supposes."""
    made = (signs @ TRUE + CHANCE.gumbel(size=signs.shape[:2])).argmax(axis=1)
    choices: Floats = np.eye(signs.shape[1])[made]
    return choices


def test_the_weights_that_made_the_choices_are_found() -> None:
    found = fit(SIGNS, chosen(SIGNS), np.full(3, 0.01))

    assert found == pytest.approx(TRUE, abs=0.1)


def test_a_penalty_draws_weights_towards_nothing() -> None:
    few = SIGNS[:10]
    wanted = chosen(few)

    bold, humble = (fit(few, wanted, np.full(3, penalty)) for penalty in (0.1, 10.0))

    assert np.abs(humble).sum() < np.abs(bold).sum()


def test_each_choice_has_weights_of_its_own() -> None:
    signs = CHANCE.normal(size=(3000, 2))
    true = np.array([[2.0, -1.0, -1.0], [0.0, 1.0, -1.0]])
    made = (signs @ true + CHANCE.gumbel(size=(3000, 3))).argmax(axis=1)

    found = fit_each(signs, np.eye(3)[made], np.ones(3000), np.zeros((3000, 3)))

    assert found == pytest.approx(true, abs=0.2)


def test_a_case_that_counts_for_nothing_teaches_nothing() -> None:
    signs = np.array([[1.0], [1.0]])

    found = fit_each(signs, np.eye(2), np.array([1.0, 0.0]), np.zeros((2, 2)))

    assert found[0, 0] > 0 > found[0, 1]


def test_what_is_known_already_is_not_learned_again() -> None:
    signs, wanted = np.ones((4, 1)), np.eye(2)[[0, 0, 0, 0]]

    unknown, known = (fit_each(signs, wanted, np.ones(4), before) for before in (0 * wanted, 9 * wanted))

    assert unknown[0, 0] > 0.5
    assert abs(known[0, 0]) < 0.01


def test_labels_that_would_not_be_wrong_share_a_part_of_the_target() -> None:
    found = targets(("a", "b", "c"), ("a", "c"), (("b", "c"), ()), others=0.2)

    assert found.tolist() == [[0.8, 0.1, 0.1], [0, 0, 1]]
