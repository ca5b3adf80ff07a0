"""A template that is at fault says where; a document's words are never markup."""

from pathlib import Path

import pytest

from flows.newsroom.errors import IssueError, MachineError
from flows.newsroom.press.environment import fill, house_style


def test_words_are_escaped_in_html_and_left_alone_in_text(tmp_path: Path) -> None:
    (tmp_path / "a.html.jinja").write_text("<p>{{ words }}</p>")
    (tmp_path / "a.txt.jinja").write_text("{{ words }}")

    assert fill(tmp_path, "a.html.jinja", words="<b>&") == "<p>&lt;b&gt;&amp;</p>"
    assert fill(tmp_path, "a.txt.jinja", words="<b>&") == "<b>&"


def test_a_value_that_is_not_there_is_an_error_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.html.jinja").write_text("<p>\n\n{{ issue.editor }}</p>")

    with pytest.raises(IssueError, match=r"a\.html\.jinja is at fault at line 3: .*editor"):
        fill(tmp_path, "a.html.jinja", issue=object())


def test_a_template_that_cannot_be_read_is_an_error_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.html.jinja").write_text("<p>\n{% if %}</p>")

    with pytest.raises(IssueError, match=r"a\.html\.jinja is at fault at line 2"):
        fill(tmp_path, "a.html.jinja")


def test_a_template_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match=r"issue\.html\.jinja is missing"):
        fill(tmp_path, "issue.html.jinja")


def test_a_stylesheet_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match=r"web\.css cannot be read"):
        house_style(tmp_path, "web.css")


def test_characters_that_steer_are_dropped_in_every_template(tmp_path: Path) -> None:
    (tmp_path / "a.txt.jinja").write_text("{{ words }}")

    assert fill(tmp_path, "a.txt.jinja", words="a\x00\u202eb") == "ab"
