"""A forum changes name, colours and logo by newsletter.toml alone, and every page and edition follows."""

from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup
from PIL import Image

from flows.newsroom.archive import Site, make_site
from flows.newsroom.logo import read_logo
from flows.newsroom.model import Issue
from flows.newsroom.renderers.email_html import EmailHtml
from flows.newsroom.renderers.large_print import LargePrint
from flows.newsroom.renderers.noticeboard import Noticeboard
from flows.newsroom.renderers.pdf import Paper
from flows.newsroom.renderers.web import WebPage
from flows.newsroom.settings import read_settings
from tests.editions.tagged import broken_rules, flaws
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
        assert ":root{--brand:#6a1b4d;--practice:#7a4b00;--display:var(--sans,var(--text));}" in page


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


def test_the_text_can_be_set_in_the_type_of_the_headings_and_keeps_every_rule(tmp_path: Path) -> None:
    issue = other_forum(tmp_path, '[style]\ntext = "serif"\n')

    printed, mail = Paper()(issue).content, BeautifulSoup(EmailHtml()(issue).content.decode(), "lxml")

    assert ":root{--text:var(--serif);}" in WebPage()(issue).content.decode()
    assert broken_rules(printed) == []
    assert flaws(printed, Paper().page(issue)) == []
    assert mail.body
    assert "Georgia" in str(mail.body["style"])


def with_logo(folder: Path) -> Issue:
    Image.new("RGB", (900, 600), "#6a1b4d").save(folder / "logo.png")
    issue = rich_issue()
    look = replace(issue.masthead.look, logo=read_logo(folder / "logo.png", 'Anytown "Council"'))
    return replace(issue, masthead=replace(issue.masthead, look=look))


def test_a_logo_stands_above_the_name_with_its_words_and_asks_for_nothing(tmp_path: Path) -> None:
    issue = with_logo(tmp_path)

    web, paper = WebPage()(issue).content.decode(), Paper().page(issue)
    archive = make_site([], Site(masthead=issue.masthead))[0].content.decode()

    for page in (web, paper, archive):
        picture = BeautifulSoup(page, "lxml").header.img  # type: ignore[union-attr]
        assert picture
        assert picture["alt"] == 'Anytown "Council"'
        assert str(picture["src"]).startswith("data:image/png;base64,")
    assert "img-src data:" in web
    assert "img-src data:" not in WebPage()(rich_issue()).content.decode()
