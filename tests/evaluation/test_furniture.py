"""What was learned about furniture holds for documents that it was not learned from."""

from tests.evaluation.furniture import known_and_kept


def test_text_that_was_not_learned_from_stays_and_furniture_is_known() -> None:
    known, kept = known_and_kept()

    assert kept >= 0.995
    assert known >= 0.50
