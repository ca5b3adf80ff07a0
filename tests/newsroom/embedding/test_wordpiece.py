"""WordPiece cuts as BERT does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.embedding.wordpiece import MOST_PIECES, WordPiece, words_of

PIECES = ("[UNK]", "[CLS]", "[SEP]", "care", "##r", "##rs", "##s", "a", ".", "’")
CUTTER = WordPiece(numbers={piece: number for number, piece in enumerate(PIECES)})


def pieces_of(text: str) -> list[str]:
    return [PIECES[number] for number in CUTTER.numbers_of(text)]


def test_the_longest_piece_is_taken_first() -> None:
    assert pieces_of("Carers") == ["[CLS]", "care", "##rs", "[SEP]"]


def test_a_word_that_cannot_be_cut_whole_is_unknown() -> None:
    assert pieces_of("A career.") == ["[CLS]", "a", "[UNK]", ".", "[SEP]"]


def test_case_and_accents_do_not_matter() -> None:
    assert pieces_of("CÁRE") == pieces_of("care")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("carer’s, £5", ["carer", "’", "s", ",", "£5"]),
        ("a\u200bb\u00a0c", ["ab", "c"]),
        ("1<2", ["1", "<", "2"]),
        ("社会 work", ["社", "会", "work"]),
        ("", []),
    ],
)
def test_punctuation_stands_alone_and_what_cannot_be_seen_is_gone(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_a_very_long_word_is_unknown() -> None:
    assert pieces_of("a" * 101) == ["[CLS]", "[UNK]", "[SEP]"]


@given(text=st.text())
def test_any_text_is_cut_into_known_numbers_with_both_ends(text: str) -> None:
    numbers = CUTTER.numbers_of(text * 3)

    assert 2 <= len(numbers) <= MOST_PIECES
    assert (numbers[0], numbers[-1]) == (1, 2)
    assert set(numbers) <= set(range(len(PIECES)))
