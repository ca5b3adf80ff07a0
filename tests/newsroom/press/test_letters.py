"""Letters that may be printed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.press.fonts import known_letters
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.letters import BREAK_HERE, foldable, legible, neutral

FONTS = house_templates() / "fonts"


def test_our_fonts_know_welsh_and_the_signs_of_print() -> None:
    assert set("ŵŷŴŶâêîôûàèìòùẁỳáéíóúäëïöüÿ–—‘’“”…•·€£½¼¾°§©") <= known_letters(FONTS)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Dŵr a thŷ", "Dŵr a thŷ"),
        ("w\u0302r", "ŵr"),
        ("a \u2013 b", "a – b"),
        ("co\u2011op", "co-op"),
        ("مرحبا بكم Salma", "[Arabic letters] Salma"),
        ("日本語", "[Chinese or Japanese letters]"),
        ("Done ✓", "Done [check mark]"),
        ("👍🏽", "[thumbs up sign]"),
        ("a\u200bb\ufeff", "a\u200bb"),
    ],
)
def test_letters_that_our_fonts_lack_are_named(text: str, printed: str) -> None:
    assert legible(text, known_letters(FONTS)) == printed


@given(st.text())
def test_everything_legible_can_be_drawn(text: str) -> None:
    known = known_letters(FONTS)

    drawn = legible(neutral(text), known)

    assert all(letter in known or letter == BREAK_HERE or letter.isspace() for letter in drawn)


@given(st.text())
def test_neutral_text_can_be_written_and_steers_nothing(text: str) -> None:
    plain = neutral(text)

    assert plain.encode().decode() == plain
    assert not any(unicodedata.category(letter) == "Cc" and letter not in "\t\n\r" for letter in plain)


def test_text_that_steers_nothing_is_left_alone() -> None:
    assert neutral("One\tline\nand another, dŵr 日本 👍") == "One\tline\nand another, dŵr 日本 👍"


def test_a_lone_half_of_a_letter_is_dropped() -> None:
    assert neutral("a\ud800b") == "ab"


def test_an_endless_word_may_be_broken_and_an_ordinary_one_may_not() -> None:
    assert foldable("counter-revolutionaries") == "counter-revolutionaries"
    assert max(map(len, foldable("W" * 10_000).split(BREAK_HERE))) < 60
    assert foldable("W" * 10_000).replace(BREAK_HERE, "") == "W" * 10_000
