"""A new document changes one batch and leaves the others as they were."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.batches import MOST_BATCHES, make_batches
from flows.newsroom.model import Defaults
from tests.factories import a_source


@given(names=st.sets(st.text(min_size=1, max_size=8), max_size=200))
def test_every_document_is_in_one_batch(names: set[str]) -> None:
    sources = [a_source(name) for name in sorted(names)]

    batches = make_batches(sources)

    assert sorted(source.path for batch in batches for source in batch.sources) == sorted(names)


def test_one_more_document_changes_one_batch() -> None:
    before = {batch.digest for batch in make_batches([a_source(f"{n}.txt") for n in range(500)])}

    after = {batch.digest for batch in make_batches([a_source(f"{n}.txt") for n in range(501)])}

    assert len(after - before) == 1


@pytest.mark.parametrize(("documents", "batches"), [(1, 1), (5, 1), (50, 1), (500, 16), (20_000, MOST_BATCHES)])
def test_a_batch_is_large_enough_to_be_worth_a_task(documents: int, batches: int) -> None:
    assert len(make_batches([a_source(f"{n}.txt") for n in range(documents)])) == batches


def test_other_defaults_make_another_batch() -> None:
    source = a_source()
    settled = dataclasses.replace(source, defaults=Defaults(organisation="Anytown Council"))

    (before,), (after,) = make_batches([source]), make_batches([settled])

    assert before.digest != after.digest
