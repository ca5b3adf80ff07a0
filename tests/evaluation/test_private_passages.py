"""What was learned of private passages holds for documents that it was not learned from."""

from tests.evaluation.private_passages import results


def test_private_passages_of_documents_that_were_not_learned_from_are_mostly_lit_and_the_rest_seldom() -> None:
    lit = sum(result.lit for result in results()) / sum(result.passages for result in results())
    unlit = sum(result.unlit for result in results()) / sum(result.harmless for result in results())

    assert lit >= 0.94
    assert unlit >= 0.935
