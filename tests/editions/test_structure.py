"""What a person wrote about an issue stands in every edition that readers get; what nobody wrote leaves no trace."""

import pytest
from bs4 import BeautifulSoup

from flows.newsroom.model import Issue
from flows.newsroom.press.typesetter import set_issue
from flows.newsroom.renderers.email_html import EmailHtml
from flows.newsroom.renderers.email_text import EmailText
from flows.newsroom.renderers.pdf import Paper
from flows.newsroom.renderers.text import PlainText
from flows.newsroom.renderers.web import WebPage
from tests.newsroom.renderers.sample_issues import rich_issue, whole_issue


def editions(issue: Issue) -> dict[str, str]:
    """The words of every edition that holds the whole issue, and of the mail."""
    pages = {"web": WebPage()(issue).content.decode(), "paper": Paper().page(issue)}
    pages["mail"] = EmailHtml()(issue).content.decode()
    shown = {name: BeautifulSoup(page, "lxml").get_text(" ") for name, page in pages.items()}
    texts = {"text": PlainText()(issue).content.decode(), "mail as text": EmailText()(issue).content.decode()}
    return {name: " ".join(words.split()) for name, words in (shown | texts).items()}


NAMES = ("web", "paper", "mail", "text", "mail as text")


@pytest.fixture(scope="module")
def whole() -> dict[str, str]:
    return editions(whole_issue())


@pytest.fixture(scope="module")
def plain() -> dict[str, str]:
    return editions(rich_issue())


@pytest.mark.parametrize("name", NAMES)
def test_the_number_the_hello_the_question_and_the_imprint_are_printed(name: str, whole: dict[str, str]) -> None:
    words = whole[name]

    for told in (
        "Issue 12",
        "Covers 1 to 21 November 2026",
        "Hello from the editor",
        "Dear all & everyone, thank you. Asha Rahman, editor",
        "What would you stop doing?",
        "Part of Eastmarsh Council.",
        "Telephone: 01632 960001.",
        "Registered charity number 123456.",
        "Contributions for the next issue by: Friday 18 December 2026.",
        "The next issue appears: Monday 4 January 2027.",
        "To leave the list: Reply with the word leave.",
        "Other formats: Large print: ring the office.",
        "our privacy notice",
    ):
        assert told in words


@pytest.mark.parametrize("name", NAMES)
def test_what_readers_may_answer_is_told_with_its_day_and_its_place(name: str, whole: dict[str, str]) -> None:
    words = whole[name].replace(" ,", ",").replace(" .", ".")

    start = words.rindex("By Friday 4 December 2026, 5pm")
    line, after = words[start : start + 160], words[start:]
    for told in (
        "Consultation on day opportunities. Asked by Eastmarsh Council.",
        "https://www.eastmarsh.example/days",
    ):
        assert told in line
    assert words.rindex("Untitled document") < start or name in {"paper", "text"}  # whose list of sources comes last
    assert "No decision has been made." in after


@pytest.mark.parametrize("name", NAMES)
def test_promises_are_answered_by_a_story_or_still_open(name: str, whole: dict[str, str]) -> None:
    words = whole[name].replace(" :", ":")

    section = words[words.index("What happened next?") : words.rindex("Question for your team")]
    assert (
        "Promised: “We will ask everybody who comes.” In our issue of 31 October 2026, under “Day centres”" in section
    )
    assert section.index("In this issue: What should a good day hold?") < section.index("Still open: “The list will")
    assert "due by 30 November 2026." in section
    assert "?." not in section


@pytest.mark.parametrize("name", NAMES)
def test_a_story_from_the_archive_stands_under_its_year(name: str, whole: dict[str, str]) -> None:
    words = whole[name]

    section = words[words.index("From the archive: 2025") :]
    assert "A bus to the memory cafe “Eleven people came on the first day.”" in section
    assert "In our issue of 15 November 2025, from Eastmarsh Carers." in section


@pytest.mark.parametrize("name", NAMES)
def test_voices_stand_with_their_consent_before_what_asks_for_answers(name: str, whole: dict[str, str]) -> None:
    words = whole[name]

    section = words[words.rindex("In their own words") :]
    assert "“She rang when she said she would.” Ann, a carer Printed with their consent of 12 November 2026." in section
    assert section.index("Ann, a carer") < section.index("Asked by")


@pytest.mark.parametrize("name", ["web", "paper", "text"])
def test_who_is_new_is_told_who_we_are_and_how_to_join(name: str, whole: dict[str, str]) -> None:
    words = whole[name]

    section = words[words.index("New here?") : words.rindex("Abbreviations in this issue")]
    assert "We are social workers of Eastmarsh who share what works. Come to any meeting." in section


@pytest.mark.parametrize("name", ["web", "paper", "text"])
def test_abbreviations_are_spelled_out(name: str, whole: dict[str, str]) -> None:
    assert "Abbreviations in this issue" in whole[name]
    assert "Principal Social Worker" in whole[name]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_empty_leaves_no_trace(name: str, plain: dict[str, str]) -> None:
    sections = (
        "Hello",
        "own words",
        "Have your say",
        "happened next",
        "Question for your team",
        "archive: 2025",
        "New here",
    )
    for words in (*sections, "Abbreviations", "Issue 1", "Covers", "Telephone", "privacy"):
        assert words not in plain[name]


def test_only_paper_has_room_to_write_in(whole: dict[str, str]) -> None:
    assert "What we will do" in whole["paper"]
    assert "What we will do" not in whole["web"]


def test_the_forums_own_way_to_leave_replaces_ours(whole: dict[str, str], plain: dict[str, str]) -> None:
    assert "Ask to leave the list" in plain["mail"]
    assert "Ask to leave the list" not in whole["mail"]


@pytest.mark.parametrize("edition", [PlainText(), EmailText()], ids=["text", "mail"])
def test_texts_keep_their_lines_and_gaps(edition: PlainText | EmailText) -> None:
    whole = edition(whole_issue()).content.decode()

    assert [line for line in whole.splitlines() if len(line) > 72 and not line.strip().startswith("http")] == []
    assert "\n\n\n\n" not in whole
    assert "---\n\n\n" not in whole
    assert "Dear all & everyone,\n\nthank you.\n\nAsha Rahman, editor\n" in whole


def test_a_short_lead_may_go_on_over_the_page_for_it_shares_the_first_with_much_else() -> None:
    galley = set_issue(rich_issue())

    assert galley.lead
    assert not galley.lead.is_brief
    assert galley.stories[1].is_brief
