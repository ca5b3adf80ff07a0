"""Texts are compared by their runs of four words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.language.shingles import containment, promising_pairs, shingles_of

WORDS = st.lists(st.sampled_from(("a", "b", "c", "d", "é")), max_size=30)


def test_a_text_holds_its_own_part_and_the_part_not_the_whole() -> None:
    whole = shingles_of([f"w{number}" for number in range(40)])
    part = shingles_of([f"w{number}" for number in range(10, 20)])

    assert containment(part, whole) == 1.0
    assert containment(whole, part) == 7 / 37


def test_fewer_than_four_words_are_one_run() -> None:
    assert len(shingles_of(["one", "two"])) == 1
    assert containment(shingles_of(["one", "two"]), shingles_of(["one", "two"])) == 1.0


def test_no_words_hold_nothing() -> None:
    assert containment(shingles_of([]), shingles_of(["one"])) == 0.0
    assert containment(shingles_of(["one"]), shingles_of([])) == 0.0


@settings(max_examples=40)
@given(WORDS)
def test_runs_are_sorted_and_each_stands_once(words: list[str]) -> None:
    runs = shingles_of(words).tolist()

    assert runs == sorted(set(runs))


@settings(max_examples=40)
@given(st.lists(WORDS, max_size=6))
def test_every_pair_of_short_texts_that_share_half_is_promising(texts: list[list[str]]) -> None:
    runs = [shingles_of(text) for text in texts]

    pairs = set(promising_pairs(runs, 0.5))

    for first in range(len(runs)):
        for second in range(first + 1, len(runs)):
            assert containment(runs[second], runs[first]) < 0.5 or (first, second) in pairs
