"""A forum changes name and colours by newsletter.toml alone, and every edition follows."""

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from flows.newsroom.archive import Site, make_site
from flows.newsroom.errors import SettingsError
from flows.newsroom.model import Issue
from flows.newsroom.renderers.email_html import EmailHtml
from flows.newsroom.renderers.large_print import LargePrint
from flows.newsroom.renderers.noticeboard import Noticeboard
from flows.newsroom.renderers.pdf import Paper
from flows.newsroom.renderers.web import WebPage
from flows.newsroom.settings import read_settings
from tests.newsroom.renderers.sample_issues import rich_issue

OTHER = """
[newsletter]
name = "Anytown Practice News"
[style]
brand = "#6a1b4d"
practice = "#7a4b00"
practice_dark = "#ffcc66"
headings = "sans"
"""


def other_forum(folder: Path, text: str = OTHER) -> Issue:
    (folder / "newsletter.toml").write_text(text)
    return replace(rich_issue(), masthead=read_settings(folder).masthead)


def test_pages_and_paper_have_the_forums_name_colours_and_type(tmp_path: Path) -> None:
    issue = other_forum(tmp_path)
    sheet = Noticeboard()

    pages = [
        WebPage()(issue).content.decode(),
        make_site([], Site(masthead=issue.masthead))[0].content.decode(),
        Paper().page(issue),
        LargePrint().page(issue),
        sheet.page(issue, sheet.steps(issue)[0]),
    ]

    for page in pages:
        assert "Anytown Practice News" in page
        assert ":root{--brand:#6a1b4d;--practice:#7a4b00;--display:var(--text);}" in page


def test_in_the_dark_a_colour_is_the_one_named_or_a_lighter_shade(tmp_path: Path) -> None:
    page = WebPage()(other_forum(tmp_path)).content.decode()

    assert "@media screen and (prefers-color-scheme:dark){:root{--brand:#b" in page
    assert "--practice:#ffcc66;}}" in page


def test_a_mail_has_them_in_its_tags_and_the_dark_ones_above(tmp_path: Path) -> None:
    page = BeautifulSoup(EmailHtml()(other_forum(tmp_path)).content.decode(), "lxml")

    assert page.h1
    assert "color: #6a1b4d" in str(page.h1["style"])
    assert "color: #7a4b00" in str(page.select("h2.practice")[0]["style"])
    assert "#ffcc66 !important" in str(page.style)
    assert "Georgia" not in str(page.h1["style"])


def test_a_forum_that_chooses_nothing_has_the_look_of_the_house(tmp_path: Path) -> None:
    assert ":root{" not in WebPage()(other_forum(tmp_path, "")).content.decode().replace(":root {", "")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('brand = "#ff8800"', r"brand = #ff8800 has a contrast of 2\.39:1 .* 4\.5:1; the nearest .* is #"),
        ('brand = "#6a1b4d"\nbrand_dark = "#6a1b4d"', r"brand_dark = #6a1b4d has a contrast of 1\.\d\d:1"),
        ('people_dark = "#ffffff"', "people_dark goes with people"),
        ('brand = "red"', "six figures"),
        ('brand = "#fff;} body{display:none"', "six figures"),
    ],
)
def test_a_colour_that_cannot_be_read_or_is_none_is_refused_by_name(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        other_forum(tmp_path, f"[style]\n{line}\n")
