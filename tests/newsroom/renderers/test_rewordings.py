"""Every edition says which summaries a language model wrote, and leads from each sentence to its sources."""

from dataclasses import replace

import pytest

from flows.newsroom.model import Issue, Rewording, Rights, Setback, Story
from flows.newsroom.press.typesetter import set_issue
from flows.newsroom.record import issue_record
from flows.newsroom.renderers.text import PlainText
from flows.newsroom.report import make_report
from flows.newsroom.taxonomies import default_taxonomy
from tests.factories import a_section, a_story, an_issue

TOLD = ("The centre opened on Friday.", "Two choirs sang.", "It rained.", "The mayor cut a cake.")
TEXT = "A choir sang and the mayor cut a cake."


def a_reworded_story(*, doubts: tuple[str, ...] = ()) -> Story:
    story = a_story(*TOLD, rights=Rights.OWN)
    assert story.summary
    rewording = Rewording(text=TEXT, sentences=(1, 3), doubts=doubts)
    return replace(story, summary=replace(story.summary, rewordings=(rewording,), reworded_by="small-model"))


def an_issue_of(story: Story) -> Issue:
    return an_issue(a_section(story))


def text_of(issue: Issue) -> str:
    return " ".join(PlainText()(issue).content.decode().replace("\u00a0", " ").split())


def test_the_models_sentences_stand_in_place_of_the_extracts() -> None:
    text = text_of(an_issue_of(a_reworded_story()))

    assert f"{TEXT} [1]" in text
    assert TOLD[0] not in text


def test_the_reader_is_told_who_wrote_them_and_where_they_come_from() -> None:
    text = text_of(an_issue_of(a_reworded_story()))

    assert "Reworded by a language model (small-model)" in text
    assert "[1] sentences 2 and 4 of 4" in text
    assert "Where a language model is named, it reworded them." in text


def test_without_a_model_nothing_of_it_is_said() -> None:
    assert "language model" not in text_of(an_issue_of(a_story(*TOLD, rights=Rights.OWN)))


def test_the_sources_are_shown_where_they_stand() -> None:
    (story,) = set_issue(an_issue_of(a_reworded_story())).stories

    (passage,) = story.passages
    assert passage.context.sentence == "Two choirs sang. […] The mayor cut a cake."
    assert passage.context.before == "The centre opened on Friday."
    assert passage.context.after is None


def test_the_record_tells_rewordings_from_extracts() -> None:
    (story,) = issue_record(an_issue_of(a_reworded_story())).stories

    assert story.summary == []
    assert [(one.text, one.sentences) for one in story.reworded] == [(TEXT, [1, 3])]
    assert story.reworded_by == "small-model"


@pytest.mark.parametrize("doubt", ["many words that do not stand there", "a “not” too many"])
def test_the_report_asks_a_person_to_compare(doubt: str) -> None:
    (doubts,) = make_report(an_issue_of(a_reworded_story(doubts=(doubt,))), default_taxonomy()).stories

    assert "Look (language model): small-model wrote this summary. Compare it with the document." in doubts.questions
    assert f"Look (language model): its sentence 1 holds {doubt}." in doubts.questions


def test_the_report_says_why_a_model_wrote_nothing() -> None:
    story = a_story(*TOLD, rights=Rights.OWN)
    assert story.summary
    hindered = replace(story, summary=replace(story.summary, setback=Setback(reason="It was asked in vain.")))

    (doubts,) = make_report(an_issue_of(hindered), default_taxonomy()).stories

    assert "Note (language model): It was asked in vain." in doubts.questions
