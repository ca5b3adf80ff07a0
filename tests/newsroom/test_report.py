"""The report tells the coordinator what is in the issue, what is not, and what to look at."""

import dataclasses
import json

from flows.newsroom.model import Colour, DocumentId, Issue, Light, LightKind, Rejection, Stage
from flows.newsroom.report import Report, make_report, report_editions
from flows.newsroom.taxonomies import default_taxonomy
from tests.factories import a_section, a_story, an_issue


def make_report_of(issue: Issue) -> Report:
    return make_report(issue, default_taxonomy())


def markdown(issue: Issue) -> str:
    return report_editions(make_report_of(issue))[0].content.decode()


def with_light(light: Light) -> Issue:
    return an_issue(a_section(dataclasses.replace(a_story("First.", "Second."), lights=(light,))))


def test_a_red_light_asks_for_a_decision() -> None:
    page = markdown(with_light(Light(colour=Colour.RED, kind=LightKind.RIGHTS, reason="Nobody has said who owns it.")))

    assert "- Decide (rights): Nobody has said who owns it." in page


def test_a_light_on_a_sentence_names_its_place() -> None:
    page = markdown(with_light(Light(colour=Colour.AMBER, kind=LightKind.PRIVACY, reason="A child.", sentence=1)))

    assert "- Look (privacy, sentence 2): A child." in page


def test_a_document_that_was_left_out_is_named_with_the_reason() -> None:
    rejection = Rejection(document=DocumentId("0" * 64), path="empty.txt", stage=Stage.CLEAN, reason="It is empty.")

    page = markdown(dataclasses.replace(an_issue(a_section(a_story())), left_out=(rejection,)))

    assert "- **empty.txt** (clean): It is empty." in page


def test_a_headline_cannot_act_as_markup() -> None:
    page = markdown(an_issue(a_section(a_story(headline="<script>alert(1)</script> [x](javascript:y)"))))

    assert "<script>" not in page
    assert "[x](" not in page


def test_a_file_name_cannot_act_as_markup() -> None:
    rejection = Rejection(
        document=DocumentId("0" * 64), path="x\n# y.txt", stage=Stage.CLEAN, reason="Files that end in .<img> ..."
    )

    page = markdown(dataclasses.replace(an_issue(a_section(a_story())), left_out=(rejection,)))

    assert "\n# y" not in page
    assert "<img>" not in page


def test_a_sentence_that_was_held_back_asks_for_nothing() -> None:
    light = Light(colour=Colour.AMBER, kind=LightKind.PRIVACY, reason="Somebody's health.", sentence=7)

    assert "- Held back (privacy, sentence 8, not printed): Somebody's health." in markdown(with_light(light))


def test_the_two_reports_say_the_same() -> None:
    issue = an_issue(a_section(a_story(), a_story(headline="Another")))

    content = json.loads(report_editions(make_report_of(issue))[1].content)

    assert [story["headline"] for story in content["stories"]] == ["Headline", "Another"]
    assert content["documents"] == 2


def test_only_documents_that_could_not_be_used_count_as_turned_away() -> None:
    crowded = Rejection(document=DocumentId("0" * 64), path="late.txt", stage=Stage.COMPOSE, reason="No room.")

    report = make_report_of(dataclasses.replace(an_issue(a_section(a_story())), left_out=(crowded,)))

    assert report.turned_away == ()


def test_what_is_out_of_the_ordinary_in_a_run_stands_at_the_top_and_in_the_json() -> None:
    note = "Subjects were found by keywords alone."

    markdown, record = report_editions(make_report(an_issue(a_section(a_story())), default_taxonomy(), notes=[note]))

    assert f"**{note}**" in markdown.content.decode().partition("## In the issue")[0]
    assert json.loads(record.content)["notes"] == [note]


def test_a_document_that_waits_stands_above_the_stories_and_counts_as_a_question() -> None:
    waiting = Rejection(
        document=DocumentId("1"),
        path="letter.txt",
        stage=Stage.COMPOSE,
        reason='It waits until you have decided: an NHS number. Write decided = ["privacy"] into source.toml.',
        is_waiting=True,
    )
    issue = dataclasses.replace(an_issue(lead=a_story()), left_out=(waiting,))

    report, text = make_report_of(issue), markdown(issue)

    assert report.decisions == make_report_of(an_issue(lead=a_story())).decisions + 1
    assert text.index("## Waiting for you") < text.index("letter.txt") < text.index("## In the issue")
    assert text.count("letter.txt") == 1
    assert report.turned_away == ()


def test_without_a_document_that_waits_the_report_has_no_such_section() -> None:
    assert "Waiting for you" not in markdown(an_issue(lead=a_story()))
