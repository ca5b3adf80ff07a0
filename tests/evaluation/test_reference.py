"""What was learned holds for documents that it was not learned from."""

import tomllib
from functools import cache

from tests.evaluation.corpus import Half, documents
from tests.evaluation.reference import BATCHES, Result, results


@cache
def sure() -> tuple[Result, ...]:
    """The documents about which nobody would be asked."""
    return tuple(result for result in results() if result.is_sure)


def test_every_practice_document_stands_in_one_batch() -> None:
    listed = [
        name for batch in tomllib.loads(BATCHES.read_text(encoding="utf-8"))["batch"] for name in batch["documents"]
    ]

    assert sorted(listed) == sorted(document.name for document in documents(Half.PRACTICE))


def test_categories_of_documents_that_were_not_learned_from_are_seldom_wrong() -> None:
    right = sum(result.is_right for result in results()) / len(results())
    not_wrong = sum(result.is_not_wrong for result in results()) / len(results())

    assert right >= 0.74
    assert not_wrong >= 0.92


def test_forms_of_documents_that_were_not_learned_from_are_seldom_wrong() -> None:
    right = sum(result.is_form_right for result in results()) / len(results())
    not_wrong = sum(result.is_form_not_wrong for result in results()) / len(results())

    assert right >= 0.85
    assert not_wrong >= 0.95


def test_what_nobody_is_asked_about_is_mostly_as_labelled_and_hardly_ever_wrong() -> None:
    right = sum(result.is_right for result in sure()) / len(sure())
    not_wrong = sum(result.is_not_wrong for result in sure()) / len(sure())

    assert len(sure()) >= 0.70 * len(results())
    assert right >= 0.85
    assert not_wrong >= 0.97
