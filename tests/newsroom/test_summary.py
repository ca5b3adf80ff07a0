"""A summary that an edition cuts to its own length."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.model import Extract, Rewording, Summary


def an_extract(sentence: int, words: int, rank: int, *, leans: bool = False, limits: bool = False) -> Extract:
    return Extract(text="word " * words, sentence=sentence, salience=0.5, rank=rank, leans=leans, limits=limits)


def a_summary_of(*extracts: Extract) -> Summary:
    return Summary(extracts=extracts, method="test")


def test_what_says_most_stays_and_is_told_in_the_articles_order() -> None:
    first, second, third = an_extract(0, 20, 1), an_extract(4, 20, 2), an_extract(7, 20, 0)

    assert a_summary_of(first, second, third).within(45) == (first, third)


def test_a_shorter_one_takes_the_room_that_is_left() -> None:
    best, long, short = an_extract(0, 20, 0), an_extract(1, 30, 1), an_extract(2, 10, 2)

    assert a_summary_of(best, long, short).within(35) == (best, short)


def test_one_sentence_stays_however_little_room_there_is() -> None:
    long = an_extract(0, 60, 0)

    assert a_summary_of(long, an_extract(1, 5, 1)).within(25) == (long,)


def test_a_sentence_that_leans_on_another_does_not_stand_without_it() -> None:
    best, held, leaning = an_extract(0, 20, 0), an_extract(4, 30, 1), an_extract(5, 5, 2, leans=True)

    assert a_summary_of(best, held, leaning).within(30) == (best,)


def test_a_sentence_does_not_stand_without_the_one_that_limits_it() -> None:
    best, promise, proviso = an_extract(0, 20, 0), an_extract(4, 10, 1), an_extract(5, 10, 2, limits=True)

    assert a_summary_of(best, promise, proviso).within(30) == (best,)
    assert a_summary_of(best, promise, proviso).within(40) == (best, promise, proviso)
    assert a_summary_of(promise, proviso).within(10) == (promise, proviso)


def test_a_summary_that_is_hardly_too_long_stays_whole() -> None:
    made = a_summary_of(an_extract(0, 50, 0), an_extract(1, 45, 1))

    assert made.shortened(85) == made


def test_a_summary_that_is_too_long_keeps_what_says_most() -> None:
    best, second, least = an_extract(0, 40, 0), an_extract(1, 40, 2), an_extract(2, 40, 1)

    assert a_summary_of(best, second, least).shortened(85).extracts == (best, least)


def test_what_a_language_model_wrote_has_a_length_of_its_own() -> None:
    made = replace(a_summary_of(an_extract(0, 40, 0)), rewordings=(Rewording(text="word " * 60, sentences=(0,)),))

    assert made.shortened(20) == made


@given(st.lists(st.integers(1, 40), min_size=1, max_size=8), st.integers(0, 200))
def test_it_never_grows_beyond_its_room_but_for_a_first_sentence(lengths: list[int], words: int) -> None:
    made = a_summary_of(*(an_extract(place, length, place) for place, length in enumerate(lengths)))

    kept = made.within(words)

    assert sum(len(extract.text.split()) for extract in kept) <= max(words, lengths[0])
    assert [extract.sentence for extract in kept] == sorted(extract.sentence for extract in kept)
