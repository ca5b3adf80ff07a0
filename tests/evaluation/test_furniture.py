"""What was learned about furniture holds for documents that it was not learned from."""

from tests.evaluation.furniture import WEIGHTS, known_and_kept, learned_toml


def test_text_that_was_not_learned_from_stays_and_furniture_is_known() -> None:
    known, kept = known_and_kept()

    assert kept >= 0.995
    assert known >= 0.45


def test_the_weights_are_those_that_are_learned() -> None:
    assert WEIGHTS.read_text(encoding="utf-8") == learned_toml()
