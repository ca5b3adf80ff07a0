"""The desk decides the lead, the sections, the diary and what a person should look at."""

import dataclasses
import datetime as dt
from dataclasses import replace

from flows.newsroom.desk import compose
from flows.newsroom.model import (
    PLEASE_CHECK,
    TRADE_PRESS,
    Action,
    Category,
    Change,
    Colour,
    Confidence,
    Consultation,
    DateBasis,
    Dated,
    Defaults,
    Draft,
    Event,
    Findings,
    Form,
    Issue,
    Lengths,
    Light,
    LightKind,
    Masthead,
    Rights,
    Taxonomy,
    Treatment,
)
from tests.factories import ISSUE_DAY, a_classification, a_source, a_summary, an_article

TAXONOMY = Taxonomy(
    categories=tuple(
        Category(key=key, name=key.title(), line="", words=())
        for key in ("voices", "events", "policy", "have-your-say")
    )
)
OWN = Defaults(rights=Rights.OWN)


def dated(day: dt.date) -> Dated:
    return Dated(date=day, basis=DateBasis.STATED, confidence=Confidence.HIGH)


def a_draft(  # noqa: PLR0913 - each is something a test is about
    headline: str,
    *,
    published: dt.date | None = None,
    category: str = "policy",
    form: Form = Form.NEWS,
    doubt: str | None = None,
    rights: Rights = Rights.OWN,
    has_own_rights: bool = False,
    events: tuple[Event, ...] = (),
    lights: tuple[Light, ...] = (),
    text: str = "Carers met the minister on Monday.",
) -> Draft:
    article = an_article(
        text,
        headline=headline,
        source=a_source(f"{headline}.txt", defaults=Defaults(rights=rights, has_own_rights=has_own_rights)),
        published=dated(published) if published else None,
        events=events,
        lights=lights,
    )
    classification = a_classification(category, form=form, doubt=doubt)
    return Draft(article=article, summary=a_summary(article), classification=classification)


def issue_of(*drafts: Draft) -> Issue:
    return compose(Masthead(name="Practice Matters"), ISSUE_DAY, drafts, (), TAXONOMY)


def order(issue: Issue) -> list[str | None]:
    return [story.article.headline.text for story in issue.stories]


def test_the_newest_news_leads() -> None:
    old, new = a_draft("Old", published=dt.date(2026, 11, 1)), a_draft("New", published=dt.date(2026, 11, 20))

    issue = issue_of(old, new)

    assert issue.lead is not None
    assert issue.lead.article.headline.text == "New"


def test_the_order_of_the_documents_does_not_matter() -> None:
    drafts = [a_draft(name, published=dt.date(2026, 11, day)) for name, day in (("A", 3), ("B", 9), ("C", 5))]

    assert issue_of(*drafts) == issue_of(*reversed(drafts))


def test_a_record_of_years_ago_comes_after_news_without_a_date() -> None:
    record, undated = a_draft("Record", published=dt.date(2019, 6, 27)), a_draft("Undated")

    assert order(issue_of(record, undated)) == ["Undated", "Record"]


def test_a_story_without_a_date_that_tells_of_years_ago_is_a_record_too() -> None:
    inferred = Dated(basis=DateBasis.INFERRED, confidence=Confidence.LOW, candidates=(dt.date(2014, 7, 29),))
    told = a_draft("Told", events=(Event(name="conference", when=inferred),))

    assert order(issue_of(told, a_draft("Zebra"))) == ["Zebra", "Told"]


def test_sections_stand_in_the_order_of_the_categories() -> None:
    drafts = [a_draft(key, category=key, published=dt.date(2026, 1, 1)) for key in ("policy", "events", "voices")]

    issue = issue_of(a_draft("Lead", published=dt.date(2026, 11, 20)), *drafts)

    assert [section.key for section in issue.sections] == ["voices", "events", "policy"]


def test_an_event_report_stands_under_events_whatever_it_is_about() -> None:
    issue = issue_of(a_draft("Day out", category="policy", form=Form.EVENT_REPORT, doubt="Two are close."))

    assert issue.stories[0].section == "events"


def test_what_a_person_chose_goes_before_the_form() -> None:
    draft = a_draft("Day out", category="policy", form=Form.EVENT_REPORT)
    settled = dataclasses.replace(draft.classification, is_settled=True)

    issue = issue_of(dataclasses.replace(draft, classification=settled))

    assert issue.stories[0].section == "policy"


def test_a_story_whose_subject_is_doubtful_is_shown_to_a_person() -> None:
    (story,) = issue_of(a_draft("Doubtful", doubt="Policy and Events are close.")).stories

    assert story.section == PLEASE_CHECK
    assert (LightKind.CATEGORY, "Policy and Events are close.") in [(one.kind, one.reason) for one in story.lights]


def test_press_is_signposted_and_never_leads() -> None:
    press = a_draft("Press", published=dt.date(2026, 11, 20), rights=Rights.PRESS)

    issue = issue_of(press, a_draft("Ours", published=dt.date(2026, 11, 1)))

    assert issue.lead is not None
    assert issue.lead.article.headline.text == "Ours"
    assert [story.treatment for story in issue.stories] == [Treatment.EXTRACT, Treatment.SIGNPOST]


def test_what_looks_like_press_is_signposted_until_a_person_decides() -> None:
    mark = Change(block=9, text="More from a magazine", action=Action.REMOVED, rule=TRADE_PRESS)

    def marked(draft: Draft) -> Draft:
        return replace(draft, article=replace(draft.article, changes=(mark,)))

    undecided = issue_of(marked(a_draft("Undecided", rights=Rights.ASK)))
    folder_says_own = issue_of(marked(a_draft("Folder", rights=Rights.OWN)))
    decided = issue_of(marked(a_draft("Decided", rights=Rights.OWN, has_own_rights=True)))

    assert undecided.stories[0].treatment is Treatment.SIGNPOST
    assert folder_says_own.stories[0].treatment is Treatment.SIGNPOST
    assert decided.stories[0].treatment is Treatment.EXTRACT


def test_the_diary_holds_only_events_to_come_whose_date_is_known() -> None:
    def event(name: str, when: Dated) -> Event:
        return Event(name=name, when=when)

    coming, past = dated(dt.date(2026, 12, 1)), dated(dt.date(2026, 11, 20))
    inferred = dataclasses.replace(coming, basis=DateBasis.INFERRED)
    doubtful = dataclasses.replace(coming, confidence=Confidence.LOW)
    events = (event("coming", coming), event("past", past), event("inferred", inferred), event("low", doubtful))

    issue = issue_of(a_draft("Story", events=(*events, event("unknown", Dated()))))

    assert [entry.event.name for entry in issue.diary] == ["coming"]


def test_the_diary_holds_no_event_that_a_private_sentence_tells() -> None:
    told = Event(name="a family's meeting", when=dated(dt.date(2026, 12, 1)), sentence=0)
    draft = a_draft("Story", events=(told,))
    light = Light(colour=Colour.RED, kind=LightKind.PRIVACY, reason="A person may be named.", sentence=0)

    issue = issue_of(replace(draft, article=replace(draft.article, lights=(light,))))

    assert issue.stories
    assert issue.diary == ()


def test_a_long_printed_sentence_is_shown_to_a_person() -> None:
    (story,) = issue_of(a_draft("Long", text=" ".join(["word"] * 26))).stories

    assert [light.kind for light in story.lights] == [LightKind.LENGTH]


def a_draft_of(headline: str, published: dt.date) -> Draft:
    """One whose summary has three sentences, of 20, 30 and 20 words."""
    draft = a_draft(headline, published=published)
    article = an_article(*(" ".join(["word"] * words) for words in (20, 30, 20)), headline=headline)
    article = replace(article, source=draft.article.source, published=draft.article.published)
    return replace(draft, article=article, summary=a_summary(article, 0, 1, 2))


def test_the_lead_and_the_other_stories_have_lengths_of_their_own() -> None:
    drafts = [a_draft_of("New", ISSUE_DAY), a_draft_of("Old", ISSUE_DAY - dt.timedelta(days=3))]

    issue = compose(Masthead(name="Forum"), ISSUE_DAY, drafts, (), TAXONOMY, lengths=Lengths(lead=70, story=45))

    assert [story.summary and story.summary.words for story in issue.stories] == [70, 40]


def test_a_long_sentence_that_is_not_printed_is_shown_to_nobody() -> None:
    issue = compose(
        Masthead(name="Forum"), ISSUE_DAY, [a_draft_of("New", ISSUE_DAY)], (), TAXONOMY, lengths=Lengths(lead=40)
    )

    assert [story.lights for story in issue.stories] == [()]


def test_open_consultations_are_listed_by_the_day_on_which_they_close() -> None:
    asked = [asking("Late", dt.date(2026, 12, 9)), asking("Soon", ISSUE_DAY), asking("Over", dt.date(2026, 11, 20))]

    issue = issue_of(*asked)

    assert [entry.consultation.name for entry in issue.consultations] == ["Soon", "Late"]


def test_a_private_place_to_answer_is_not_listed() -> None:
    draft = asking("Soon", ISSUE_DAY, answer_at="01632 960001")
    light = Light(colour=Colour.AMBER, kind=LightKind.PRIVACY, reason="Private.", sentence=0)
    article = replace(draft.article, lights=(light,))

    (entry,) = issue_of(replace(draft, article=article)).consultations

    assert entry.consultation.answer_at is None


def test_what_asks_for_answers_comes_after_all_other_sections() -> None:
    drafts = [a_draft(key, category=key, doubt=doubt) for key, doubt in (("have-your-say", None), ("policy", "Doubt."))]

    issue = issue_of(a_draft("Lead", category="voices"), *drafts)

    assert [section.key for section in issue.sections][-2:] == [PLEASE_CHECK, "have-your-say"]


def asking(name: str, closes: dt.date, answer_at: str | None = None) -> Draft:
    draft = a_draft(name, text="Ring 01632 960001.", category="have-your-say")
    found = Consultation(name=name, closes=dated(closes), answer_at=answer_at, sentence=None)
    return replace(draft, article=replace(draft.article, findings=Findings(consultations=(found,))))
