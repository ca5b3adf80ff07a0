"""Text as its author meant it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.language.typography import is_visible, repair, repair_line

PIECES = st.sampled_from(
    (
        "it’s",
        "â€™",
        "Ã©",
        "Â£5",
        "&amp;amp;",
        "&lt;b&gt;",
        "&#8217;",
        "&nbsp;",
        "&#10;",
        "e\u0301",
        "ﬁ",
        "\u00a0",
        "\u200b",
        "\u202e",
        "\u00ad",
        "\u200d",
        "می\u200cخواهم",
        "👩\u200d👧",
        "\ud800",
        "\x1b[31m",
        "\x85",
        "\x92",
        "\t",
        "  ",
        "\r\n",
        "\u2028",
        "\x0c",
        "<",
        "&",
        "–",
    )
)
TEXTS = st.text(max_size=80) | st.lists(PIECES | st.text(max_size=5), max_size=12).map("".join)


@settings(max_examples=50)
@given(TEXTS)
def test_repairing_twice_is_repairing_once(text: str) -> None:
    once, line = repair(text), repair_line(text)

    assert repair(once) == once
    assert repair_line(line) == line


@settings(max_examples=50)
@given(TEXTS)
def test_what_comes_out_is_visible_trimmed_and_can_be_stored(text: str) -> None:
    line = repair_line(text)

    assert line == " ".join(line.split())
    assert is_visible(line)
    assert line.encode().decode() == line


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("the trustâ€™s â€œforumâ€\x9d", "the trust’s “forum”"),
        ("CafÃ© for Â£5", "Café for £5"),
        ("don\x92t", "don’t"),
        ("Health &amp;amp; care, it&#8217;s free", "Health & care, it’s free"),
        ("two\u00a0\u2003 spaces\t", "two spaces"),
        ("saf\u00ade\u200bguard\u202eing", "safeguarding"),
        ("hidden\U000e0049\U000e0047 words", "hidden words"),
        ("a\u200db", "ab"),
        ("ofﬁce", "office"),
        ("\x1b[31mred\x07", "red"),
        ("one\r\ntwo\u2028three", "one two three"),
        ("half \ud800", "half �"),
    ],
)
def test_what_was_broken_is_mended(broken: str, mended: str) -> None:
    assert repair_line(broken) == mended


@pytest.mark.parametrize(
    "text",
    [
        "“What matters to you?” – she's asked 'often' … at £5 • or 5€",
        "City & Hackney, R&D, AT&T;",
        "naïve café, Łódź, Beyoncé",
        "می\u200cخواهم",
        "👩\u200d👩\u200d👧 families",
        "ＦＵＬＬ width",
        "if a < b",
    ],
)
def test_what_is_sound_stays(text: str) -> None:
    assert repair_line(text) == text


def test_lines_end_alike_and_at_most_one_is_empty_between_two() -> None:
    text = "\r\none \r\n\r\n\r\n\u00a0\r\ntwo\rthree\x0cfour\n\n"

    assert repair(text) == "one\n\ntwo\nthree\nfour"
