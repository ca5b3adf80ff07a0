"""Issues that are built to harm the press, or merely odd: they are printed whole, or refused by name."""

import shutil
from pathlib import Path

import pytest

from flows.newsroom.errors import IssueError, MachineError, NewsletterError
from flows.newsroom.model import Issue
from flows.newsroom.press.house import house_templates
from flows.newsroom.press.order import Order
from flows.newsroom.press.pdf import print_order
from flows.newsroom.renderers.noticeboard import Noticeboard
from flows.newsroom.renderers.pdf import Paper
from tests.editions.tagged import broken_rules, flaws
from tests.factories import a_section, a_story, an_issue

ARABIC = "مرحبا بكم في النشرة الإخبارية للأخصائيين الاجتماعيين. "
HEBREW = "ברוכים הבאים לעלון של העובדים הסוציאליים. "
PILED = "Z" + "\u0300\u0301\u0302\u0316\u0323" * 60 + "algo came to the meeting."
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
SCRIPT = "</style><script>alert(1)</script><img src=x onerror=alert(1)><iframe src='file:///etc/passwd'>"


def one(*sentences: str, headline: str | None = "Headline") -> Issue:
    return an_issue(a_section(a_story(*sentences, headline=headline)))


def crowd(count: int) -> Issue:
    told = "Carers met the director on Monday and asked for respite in the spring. " * 2
    return an_issue(a_section(*[a_story(f"{told} {n}.", headline=f"Story {n}") for n in range(count)]))


ISSUES = {
    "a story of one word": one("Yes.", headline="Yes"),
    "a story of one letter and no headline": one("x", headline=None),
    "a headline alone": one(" ", headline="Headline"),
    "a word of 10,000 letters": one("W" * 10_000, headline="W" * 10_000),
    "a sentence of 20,000 words": one("word " * 20_000),
    "a headline of 300 words": one("Words.", headline="word " * 300),
    "words that run from right to left": one(ARABIC * 5, HEBREW * 5, headline=ARABIC),
    "directions turned about": one("safe \u202e\u202e\u2067 gnitirw \u2069\u202c" * 50, headline="\u202eeltit"),
    "pictures among the letters": one(FAMILY * 300, "\U0001f600 yes \U0001f44d\U0001f3fd", headline=FAMILY),
    "marks piled upon letters": one(PILED * 5, headline=PILED),
    "letters without width": one("a\u200b\u200c\u200d\u2060\ufeff" * 2_000),
    "scripts": one(SCRIPT * 20, headline=SCRIPT),
    "templates and styles": one("{{ 7 * 7 }} {% raw %} @page { size: 1px } */ --> ]]> &#0; &bogus;"),
    "control characters": one("".join(map(chr, range(1, 32))) + "\x7f\x85\u2028\u2029 end"),
    "300 stories": crowd(300),
}


@pytest.mark.parametrize("name", ISSUES)
def test_an_odd_issue_is_printed_in_full_and_breaks_no_rule(name: str) -> None:
    press = Paper()

    printed = press(ISSUES[name])

    assert broken_rules(printed.content) == []
    assert flaws(printed.content, press.page(ISSUES[name])) == []
    assert printed.notes == ()


def test_four_megabytes_of_table_are_refused_by_name() -> None:
    with pytest.raises(IssueError, match="story 1 of 1 has 4,200,0"):
        Paper()(one("cell | " * 600_000))


def test_a_computer_without_a_single_font_is_told_so_and_nothing_else_ends(tmp_path: Path) -> None:
    templates = Path(shutil.copytree(house_templates(), tmp_path / "templates"))
    order = Order(pages=(Paper().page(one("Words.")),))
    for font in (templates / "fonts").glob("*.ttf"):
        font.unlink()

    with pytest.raises(MachineError, match="font"):
        print_order(order, templates)


def test_an_issue_that_needs_more_memory_than_it_may_have_is_refused() -> None:
    order = Order(pages=(Paper().page(crowd(60)),))

    with pytest.raises(NewsletterError, match="memory"):
        print_order(order, house_templates(), megabytes=60)


def test_a_template_at_fault_is_named_with_its_line(tmp_path: Path) -> None:
    templates = Path(shutil.copytree(house_templates(), tmp_path / "templates"))
    template = templates / "noticeboard.html.jinja"
    template.write_text(
        template.read_text(encoding="utf-8").replace("{% block foot %}", "{% block foot %}{{ nobody }}")
    )

    with pytest.raises(IssueError, match=r"noticeboard\.html\.jinja is at fault at line \d+"):
        Noticeboard(templates=templates)(one("Words."))
