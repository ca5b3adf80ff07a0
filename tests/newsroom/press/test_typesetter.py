"""An issue in type: numbered, labelled, and with nothing empty in it."""

from dataclasses import replace

import pytest

from flows.newsroom.model import (
    HAVE_YOUR_SAY,
    Colour,
    Confidence,
    DateBasis,
    Dated,
    DiaryEntry,
    Event,
    Light,
    LightKind,
    Rights,
)
from flows.newsroom.press.typesetter import set_issue
from tests.factories import ISSUE_DAY, a_section, a_story, a_summary, an_article, an_issue
from tests.newsroom.renderers.sample_issues import day_centres, whole_issue

COMING = Event(
    name="conference",
    when=Dated(date=ISSUE_DAY.replace(month=12), basis=DateBasis.STATED, confidence=Confidence.HIGH),
)


def test_stories_are_numbered_in_the_order_of_print() -> None:
    lead, first, second = (a_story(headline=name) for name in ("Lead", "First", "Second"))

    galley = set_issue(an_issue(a_section(first), a_section(second), lead=lead))

    assert [story.anchor for story in galley.stories] == ["story-1", "story-2", "story-3"]
    assert [story.headline for story in galley.stories] == ["Lead", "First", "Second"]


def test_a_story_that_is_printed_twice_has_two_anchors() -> None:
    story = a_story()

    galley = set_issue(an_issue(a_section(story, story)))

    assert len({story.anchor for story in galley.stories}) == 2


def test_an_empty_section_is_left_out() -> None:
    galley = set_issue(an_issue(a_section(title="Empty"), a_section(a_story(), title="Full")))

    assert [section.title for section in galley.sections] == ["Full"]


def test_the_contents_name_stories_while_they_fit() -> None:
    galley = set_issue(an_issue(a_section(*[a_story(headline=f"Story {n}") for n in range(7)]), lead=a_story()))

    assert len(galley.contents) == 8
    assert galley.contents[1].text == "Story 0"


def test_the_contents_name_sections_when_stories_do_not_fit() -> None:
    lead = a_story(headline="Lead")
    many = a_section(*[a_story(headline=f"Story {n}") for n in range(40)], title="Events")

    galley = set_issue(an_issue(many, lead=lead))

    assert [line.text for line in galley.contents] == ["Lead", "Events"]


def test_the_contents_name_the_diary_after_the_lead() -> None:
    lead = a_story(headline="Lead")
    issue = replace(
        an_issue(a_section(a_story(headline="Other")), lead=lead),
        diary=(DiaryEntry(event=COMING, story=lead.article.id),),
    )

    galley = set_issue(issue)

    assert [line.text for line in galley.contents] == ["Lead", "Dates for your diary", "Other"]
    assert galley.diary[0].story == galley.lead


def test_a_diary_entry_of_a_story_that_is_not_in_the_issue_stands_alone() -> None:
    issue = replace(an_issue(), diary=(DiaryEntry(event=COMING, story=a_story().article.id),))

    galley = set_issue(issue)

    assert galley.diary[0].day == "Monday 21 December 2026"
    assert galley.diary[0].story is None


def test_a_diary_entry_without_a_day_is_left_out() -> None:
    entry = DiaryEntry(event=Event(name="some day", when=Dated()), story=a_story().article.id)

    galley = set_issue(replace(an_issue(), diary=(entry,)))

    assert galley.diary == ()
    assert galley.contents == ()


def test_sentences_that_follow_each_other_in_a_paragraph_of_the_document_stay_together() -> None:
    article = an_article("One.", "Two.", "Three.", "Four.", "Five.")
    blocks = (0, 0, 0, 1, 1)
    sentences = tuple(replace(told, block=block) for told, block in zip(article.sentences, blocks, strict=True))
    story = replace(a_story(), article=replace(article, sentences=sentences), summary=a_summary(article, 0, 1, 3, 4))

    lead = set_issue(an_issue(lead=story)).lead

    assert lead is not None
    assert [[passage.text for passage in paragraph] for paragraph in lead.paragraphs] == [
        ["One.", "Two."],
        ["Four.", "Five."],
    ]
    assert [passage.number for passage in lead.passages] == [1, 2, 3, 4]


def test_sentences_that_leave_one_out_or_cross_a_paragraph_stand_apart() -> None:
    article = an_article("One.", "Two.", "Three.")
    sentences = (article.sentences[0], article.sentences[1], replace(article.sentences[2], block=0))
    story = replace(a_story(), article=replace(article, sentences=sentences), summary=a_summary(article, 0, 1, 2))

    lead = set_issue(an_issue(lead=story)).lead

    assert lead is not None
    assert [len(paragraph) for paragraph in lead.paragraphs] == [1, 1, 1]


def test_the_first_and_last_sentence_have_one_neighbour() -> None:
    first, last = set_issue(an_issue(lead=a_story("One.", "Two.", rights=Rights.OWN))).stories[0].passages

    assert (first.context.before, first.context.after) == (None, "Two.")
    assert (last.context.before, last.context.after) == ("One.", None)


def test_of_a_text_that_may_not_be_ours_only_the_printed_sentence_is_shown() -> None:
    first, _ = set_issue(an_issue(lead=a_story("One.", "Two."))).stories[0].passages

    assert (first.context.before, first.context.after) == (None, None)


def test_a_signpost_has_no_paragraph_no_fact_and_no_source() -> None:
    galley = set_issue(an_issue(lead=a_story("Theirs.", signpost=True)))

    assert galley.lead is not None
    assert (galley.lead.paragraphs, galley.lead.facts, galley.sourced) == ((), (), ())
    assert galley.lead.signpost


def test_a_file_name_is_no_evidence_for_readers() -> None:
    galley = set_issue(an_issue(lead=a_story()))

    assert galley.lead is not None
    assert [fact.words for fact in galley.lead.facts] == ["a document sent to the forum", "Date not stated"]


def test_events_on_the_same_day_at_the_same_place_are_told_once() -> None:
    article = an_article("A sentence.", events=(COMING, COMING, replace(COMING, places=("Luton",))))
    story = replace(a_story("A sentence."), article=article)

    galley = set_issue(an_issue(lead=story))

    assert galley.stories[0].facts[0].name == "When and where"
    assert galley.stories[0].facts[0].words == "Monday 21 December 2026; Monday 21 December 2026, Luton"


def test_beside_an_event_a_bare_day_is_not_told() -> None:
    book_by = replace(COMING, name=None, when=replace(COMING.when, date=ISSUE_DAY.replace(month=12, day=18)))
    article = an_article("A sentence.", events=(COMING, book_by))

    galley = set_issue(an_issue(lead=replace(a_story("A sentence."), article=article)))

    assert galley.stories[0].facts[0].words == "Monday 21 December 2026"


def test_an_event_that_a_private_sentence_tells_of_is_not_told() -> None:
    private = Light(colour=Colour.RED, kind=LightKind.PRIVACY, reason="A person may be named.", sentence=1)
    events = (replace(COMING, sentence=1, places=("Mill Lane",)), replace(COMING, sentence=0))
    article = an_article("A sentence.", "A private one.", events=events, lights=(private,))

    galley = set_issue(an_issue(lead=replace(a_story(), article=article)))

    assert galley.stories[0].facts[0].words == "Monday 21 December 2026"


@pytest.mark.parametrize(("characters", "is_brief"), [(300, True), (600, False), (2_000, False)])
def test_a_story_of_a_few_lines_is_kept_on_one_page(characters: int, is_brief: bool) -> None:  # noqa: FBT001
    galley = set_issue(an_issue(a_section(a_story("x" * characters))))

    assert galley.stories[0].is_brief is is_brief


@pytest.mark.parametrize(
    ("sentences", "places"),
    [
        ((2,), "[1] sentence 3 of 9"),
        ((0, 1), "[1] and [2]: sentences 1 and 2 of 9"),
        ((0, 1, 2, 3), "[1] to [4]: sentences 1 to 4 of 9"),
        ((0, 3, 8), "[1] to [3]: sentences 1, 4 and 9 of 9"),
    ],
)
def test_where_a_story_stands_in_its_document_is_told_at_once(sentences: tuple[int, ...], places: str) -> None:
    article = an_article(*(f"Sentence {number}." for number in range(9)))
    story = replace(a_story(), article=article, summary=a_summary(article, *sentences))

    assert set_issue(an_issue(lead=story)).stories[0].places == places


@pytest.mark.parametrize(("headline", "is_short"), [("A short one", True), ("A headline " * 5, False)])
def test_short_contents_fit_beside_each_other(headline: str, is_short: bool) -> None:  # noqa: FBT001
    galley = set_issue(an_issue(a_section(*[a_story(headline=headline) for _ in range(6)])))

    assert galley.has_short_contents is is_short


def test_a_consultation_of_the_lead_makes_a_section_of_its_own() -> None:
    issue = replace(an_issue(lead=day_centres()), consultations=whole_issue().consultations)

    galley = set_issue(issue)

    assert [line.text for line in galley.contents] == ["What should a good day hold?", "Have your say"]
    assert galley.sections[0].asks[0].story == galley.lead
    assert galley.sections[0].stories == ()


def test_the_contents_name_the_parts_in_the_order_of_print() -> None:
    issue = replace(whole_issue(), sections=whole_issue().sections[-1:], diary=())

    assert [line.text for line in set_issue(issue).contents[1:]] == [
        "In their own words",
        "Have your say",
        "What should a good day hold?",
    ]


def test_of_a_document_that_is_not_ours_it_is_not_told_where_to_answer() -> None:
    pointed = replace(day_centres(), summary=None)
    issue = replace(an_issue(lead=pointed), consultations=whole_issue().consultations)

    assert set_issue(issue).sections[0].asks[0].answer is None


def test_bars_stand_in_the_order_of_print() -> None:
    asking = a_section(a_story(), key=HAVE_YOUR_SAY, title="Have your say")
    others = (a_section(*[a_story() for _ in range(count)], title=f"Section {count}") for count in (8, 3))

    bars = set_issue(an_issue(asking, *others)).pictures.bars

    assert bars
    assert [bar.label for bar in bars.bars] == ["Section 8", "Section 3", "Have your say"]
