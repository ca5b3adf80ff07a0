"""The lines between fences at the top of a text."""

import datetime as dt

import pytest

from flows.newsroom.formats.front_matter import split_front_matter
from flows.newsroom.model import Confidence, DateBasis


def test_title_author_and_date_are_taken_off_the_prose() -> None:
    matter = split_front_matter(
        '---\r\ntitle: "Spring: notes"\r\nAuthor: Ann Lee\ndate: 3 May 2024\ntags: [a, b]\n---\nProse.'
    )

    assert (matter.title, matter.author, matter.body) == ("Spring: notes", "Ann Lee", "Prose.")
    assert matter.published.date == dt.date(2024, 5, 3)
    assert (matter.published.basis, matter.published.confidence) == (DateBasis.STATED, Confidence.HIGH)
    assert matter.published.words == "3 May 2024"


def test_a_date_without_a_day_is_no_date() -> None:
    assert split_front_matter("---\ndate: May 2024\n---\nProse.").published.date is None


def test_lists_and_blocks_are_passed_over() -> None:
    matter = split_front_matter("---\ntitle: [a]\nauthor:\n  - Ann\n# remark\n\nsummary: >\n  text\n---\nProse.")

    assert (matter.title, matter.author, matter.body) == (None, None, "Prose.")


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nProse: not a fact.\n\n---\nMore.",
        "---\nOnly a rule above prose.\n---\n",
        "---\ntitle: never closed\nProse.",
        "Prose.\n---\ntitle: x\n---\n",
        "",
        "---",
        "---\n---\n",
    ],
)
def test_a_rule_above_prose_is_no_front_matter(text: str) -> None:
    matter = split_front_matter(text)

    assert (matter.title, matter.body) == (None, text)
