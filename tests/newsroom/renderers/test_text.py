"""The plain text: lines of 72, and the same facts as everywhere."""

import pytest

from flows.newsroom.renderers.text import PlainText
from tests.factories import an_issue
from tests.newsroom.renderers.sample_issues import rendered


def text(name: str) -> str:
    edition = PlainText()(an_issue()) if name == "empty" else rendered("text", name)
    return edition.content.decode()


@pytest.mark.parametrize("name", ["rich", "hostile", "empty"])
def test_no_line_but_an_address_is_longer_than_72(name: str) -> None:
    lines = text(name).splitlines()

    assert [line for line in lines if len(line) > 72 and not line.strip().startswith("http")] == []


@pytest.mark.parametrize("name", ["rich", "hostile", "empty"])
def test_there_are_never_more_than_two_empty_lines_and_none_at_the_ends(name: str) -> None:
    whole = text(name)

    assert "\n\n\n\n" not in whole
    assert whole == whole.strip() + "\n"


def test_words_are_printed_as_they_are() -> None:
    assert "<script>alert('x')</script>" in text("hostile")
    assert "&lt;b&gt;" in text("hostile")


def test_nothing_steers_the_screen() -> None:
    assert not set(text("hostile")) & set("\x00\x07\x1b\u202e\u2069")


def test_an_issue_without_stories_says_so() -> None:
    assert text("empty") == ("Practice Matters\nSaturday 21 November 2026\n\nThere are no stories in this issue.\n")


def test_a_source_is_named_by_its_document_and_sentence() -> None:
    assert "  meeting/note of the day.txt\n  [1] and [2]: sentences 1 and 2 of 2\n" in text("rich")


def test_a_diary_line_tells_day_name_place_and_story() -> None:
    assert (
        "* Thursday 3 December 2026: Voluntary sector exchange, Tŷ Cymunedol\n"
        "  See: Voluntary sector exchange in December\n"
    ) in text("rich")
