"""What no parser should see."""

from contextlib import suppress
from time import process_time

import pytest

from flows.newsroom.errors import RefusedDocumentError
from flows.newsroom.formats.guard import MOST_CHARACTERS, MOST_LINES, check_text, guard_markup

REAL = "<p>Real text stays here.</p>"


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<div>" * 10_000 + REAL, "more than 500 levels"),
        ("<b><i>" * 5_000 + REAL, "more than 500 levels"),
        ("<table><tr><td>" * 1_000 + REAL, "levels"),
        ("<p>hi</p>" * 100_000, "more than 100,000 tags"),
        ("x" * (MOST_CHARACTERS + 1), "characters"),
    ],
    ids=["div", "b and i", "tables", "paragraphs", "length"],
)
def test_a_page_that_harms_parsers_is_refused_with_its_measure(page: str, reason: str) -> None:
    with pytest.raises(RefusedDocumentError, match=reason):
        guard_markup(page)


def test_a_tag_with_endless_attributes_loses_them_and_keeps_its_text() -> None:
    bomb = "<p " + " ".join(f'a{number}="1"' for number in range(20_000))

    guarded = guard_markup(f"<body>{REAL}{bomb}>after</p></body>")

    assert guarded.markup == f"<body>{REAL}<p>after</p></body>"
    assert "attributes" in guarded.notes[0]


def test_an_attribute_bomb_that_never_closes_is_cut_too() -> None:
    guarded = guard_markup(REAL + "<p" + " a" * 20_000)

    assert guarded.markup == f"{REAL}<p"


@pytest.mark.parametrize(
    "page",
    [
        REAL * 1_000,
        "<ul>" + "<li>item" * 2_000 + "</ul>",
        "<svg>" + "<path d='M0 0'/>" * 2_000 + "</svg>" + REAL,
        f'<img src="data:image/png;base64,{"A" * 50_000}">' + REAL,
        "<br>" * 2_000,
        "",
    ],
    ids=["paragraphs", "items without closing tags", "drawing", "picture within", "breaks", "empty"],
)
def test_an_ordinary_page_is_left_alone(page: str) -> None:
    guarded = guard_markup(page)

    assert guarded.markup == page
    assert guarded.notes == ()


@pytest.mark.parametrize(
    "page",
    ["<a" * 90_000, '<a x="' * 90_000, "<a" + " " * 500_000, "<a" + "/" * 500_000, "<a x='" + '"' * 500_000],
    ids=["open tags", "open quotes", "spaces", "slashes", "quotes"],
)
def test_the_checks_themselves_are_linear(page: str) -> None:
    start = process_time()

    with suppress(RefusedDocumentError):
        guard_markup(page)

    assert process_time() - start < 1


def test_a_text_of_endless_lines_is_refused_and_a_long_one_is_not() -> None:
    check_text("a line\n" * 50_000)

    with pytest.raises(RefusedDocumentError, match="lines"):
        check_text("\n" * (MOST_LINES + 1))
