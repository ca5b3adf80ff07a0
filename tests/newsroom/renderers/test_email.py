"""The e-mail is whole without pictures or requests, small, and leads to the issue on the web."""

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from flows.newsroom.model import Issue, Meaning
from flows.newsroom.press.mailing import subject_line
from flows.newsroom.renderers.calendar import CalendarFile
from flows.newsroom.renderers.email_html import EmailHtml
from flows.newsroom.renderers.email_text import EmailText
from tests.factories import ISSUE_DAY, a_section, a_story, an_issue
from tests.newsroom.renderers.sample_issues import hostile_issue, rich_issue, whole_issue

PAGE = "https://forum.example.org/news/2026-11-21/newsletter.html"
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "div"),
    *("h1", "h2", "h3", "p", "ul", "li", "blockquote", "a", "strong"),
}
WHAT_NEXT = 'h2:-soup-contains("What happened next?") + ul'
SENTENCES = tuple(
    f"Sentence {n} tells what twenty carers and their social workers said about respite." for n in range(8)
)


def on_the_web(issue: Issue) -> Issue:
    return replace(issue, masthead=replace(issue.masthead, address="https://forum.example.org/news"))


def html(issue: Issue) -> str:
    return EmailHtml()(issue).content.decode()


def text(issue: Issue) -> str:
    return EmailText()(issue).content.decode()


def of_stories(count: int) -> Issue:
    stories = [
        a_story(*SENTENCES, headline=f"Twelve carers meet the council about respite, part {n}") for n in range(count)
    ]
    return on_the_web(an_issue(a_section(*stories[1:]), lead=stories[0]))


def test_every_headline_leads_to_its_place_on_the_web() -> None:
    issue = on_the_web(rich_issue())

    addresses = [str(link["href"]) for link in BeautifulSoup(html(issue), "lxml").select("h3 a")]

    assert addresses == [f"{PAGE}#story-{number}" for number in range(1, 7)]
    assert [line for line in text(issue).splitlines() if "#story-" in line] == addresses


def test_a_story_says_once_where_it_comes_from() -> None:
    issue = rich_issue()

    for mail in (BeautifulSoup(html(issue), "lxml").get_text(), text(issue)):
        assert "\nFrom Eastmarsh Council, 12 November 2026\n" in mail
        assert "From the archive: 2018. From a document sent to the forum, 27 July 2018\n" in mail


def test_without_a_place_on_the_web_headlines_lead_to_their_sources() -> None:
    addresses = [str(link["href"]) for link in BeautifulSoup(html(rich_issue()), "lxml").select("h3 a")]

    assert addresses == ["https://www.eastmarsh.example/news", "https://www.weekly.example/a?b=1"]


@pytest.mark.parametrize(
    "issue", [rich_issue(), whole_issue(), hostile_issue(), an_issue()], ids=["rich", "whole", "hostile", "empty"]
)
def test_nothing_is_requested_and_no_link_but_to_the_web_or_a_mailbox(issue: Issue) -> None:
    soup = BeautifulSoup(html(issue), "lxml")

    assert {tag.name for tag in soup.find_all()} <= ELEMENTS
    assert not soup.find_all(src=True)
    assert "url(" not in "".join(str(one.string) for one in soup("style"))
    assert {str(link["href"]).partition(":")[0] for link in soup("a")} <= {"https", "mailto"}


def test_styles_stand_in_the_tags_and_dark_colours_above() -> None:
    page = BeautifulSoup(html(rich_issue()), "lxml")

    assert all(tag.get("style") for tag in page(["h1", "h2", "h3", "p", "a"]))
    assert "prefers-color-scheme: dark" in str(page.style)
    assert "var(" not in str(page)
    assert len(str(page.style)) < 8_000  # Gmail passes over a longer one


def test_a_mail_of_twelve_stories_is_small() -> None:
    edition = EmailHtml()(of_stories(12))

    assert len(edition.content) < 30_000
    assert edition.notes == ()


def test_a_mail_of_twelve_stories_and_all_else_that_an_issue_holds_has_under_60_kb() -> None:
    whole, stories = on_the_web(whole_issue()), of_stories(12)
    promise, *_ = whole.promises
    voice, *_ = whole.editorial.voices
    voices = (replace(voice, words=" ".join(SENTENCES)),) * 6
    issue = replace(
        whole,
        lead=stories.lead,
        sections=(*stories.sections, *whole.sections[-1:]),
        promises=(promise,) * 12,
        editorial=replace(whole.editorial, voices=voices, hello=SENTENCES),
    )

    assert len(EmailHtml()(issue).content) < 60_000


def test_the_dates_lead_to_the_calendar_where_there_is_one_on_the_web() -> None:
    calendar = CalendarFile()(rich_issue())
    assert calendar
    with_calendar = replace(rich_issue(), companions=(calendar.as_companion,))

    address = PAGE.replace("newsletter.html", "diary.ics")
    assert f'href="{address}"' in html(on_the_web(with_calendar))
    assert f"\n{address}\n" in text(on_the_web(with_calendar))
    for without in (on_the_web(rich_issue()), with_calendar):
        assert "your calendar" not in html(without) + text(without)


def test_of_the_abbreviations_those_are_spelled_out_that_the_mail_holds() -> None:
    known = {"AMHP": "Approved Mental Health Professional", "PSW": "Principal Social Worker", "DoLS": "Deprivation"}
    told = a_story("Two AMHPs met the director.", headline="What the PSW asked")
    meanings = tuple(Meaning(letters=letters, words=words, story=None) for letters, words in known.items())

    mail = html(replace(an_issue(a_section(told)), meanings=meanings))
    plain = text(replace(an_issue(a_section(told)), meanings=meanings))

    spelled = [
        each.get_text() for each in BeautifulSoup(mail, "lxml").select("h2:-soup-contains(Abbreviations) + ul li")
    ]
    assert spelled == ["AMHP Approved Mental Health Professional", "PSW Principal Social Worker"]
    assert "* AMHP: Approved Mental Health Professional\n* PSW: Principal Social Worker\n" in plain
    assert "Abbreviations" not in html(an_issue(a_section(told))) + text(an_issue(a_section(told)))


def test_what_happened_next_leads_to_the_earlier_issue_and_to_the_story_that_tells_it() -> None:
    page = BeautifulSoup(html(on_the_web(whole_issue())), "lxml")

    earlier = "https://forum.example.org/news/2026-10-31/newsletter.html"
    assert [link["href"] for link in page.select(WHAT_NEXT + " a")] == [earlier, f"{PAGE}#story-7", earlier]


def test_without_a_place_on_the_web_it_leads_nowhere() -> None:
    page = BeautifulSoup(html(whole_issue()), "lxml")

    assert len(page.select(WHAT_NEXT + " li")) == 2
    assert page.select(WHAT_NEXT + " a") == []


def test_after_twelve_stories_only_headlines_are_mailed() -> None:
    page = BeautifulSoup(html(of_stories(40)), "lxml")

    assert len(page("h3")) == 40
    assert len(re.findall("Sentence 0", page.get_text())) == 12


def test_a_mail_that_would_be_cut_off_is_told_in_the_report() -> None:
    (note,) = EmailHtml()(of_stories(300)).notes

    assert "cut a message off at 102 KB" in note
    assert "issue.most_stories" in note


def test_the_subject_names_the_newsletter_the_day_and_the_lead() -> None:
    title = BeautifulSoup(html(rich_issue()), "lxml").title

    assert title
    assert title.string == (
        "[Practice Matters] 21 November 2026: Hospital and council social workers hold their first joint day"
    )


def test_the_subject_counts_the_issue_where_the_forum_counts_its_issues() -> None:
    subject = subject_line(name="Practice Matters", number=7, date=ISSUE_DAY, lead="Carers meet the minister")

    assert subject == "[Practice Matters] Issue 7, 21 November 2026: Carers meet the minister"


def test_a_subject_is_cut_between_words() -> None:
    subject = subject_line(name="Practice Matters", number=None, date=ISSUE_DAY, lead="carers " * 40)

    assert len(subject) <= 120
    assert subject.endswith(" carers …")


def test_a_story_that_is_pointed_to_says_how_to_read_it() -> None:
    pointed = an_issue(a_section(a_story(signpost=True)))

    assert "Ask the coordinator where to read it." in html(pointed)
    assert "Ask the coordinator where to read it." in " ".join(text(pointed).split())


@pytest.mark.parametrize("issue", [rich_issue(), hostile_issue(), an_issue()], ids=["rich", "hostile", "empty"])
def test_the_text_has_lines_of_72_and_no_gaps(issue: Issue) -> None:
    whole = text(issue)

    assert [line for line in whole.splitlines() if len(line) > 72 and not line.startswith("http")] == []
    assert "\n\n\n\n" not in whole
    assert whole == whole.strip() + "\n"


def test_who_gets_the_mail_can_leave() -> None:
    assert 'href="mailto:editor@forum.example.org?subject=Unsubscribe"' in html(rich_issue())
    assert "with the subject Unsubscribe" in " ".join(text(rich_issue()).split())


def test_the_lead_and_the_other_stories_have_lengths_of_their_own() -> None:
    made = EmailText(lead_words=40, story_words=15)(of_stories(2)).content.decode()

    assert [made.count("Sentence 0"), made.count("Sentence 1"), made.count("Sentence 2")] == [2, 1, 1]
