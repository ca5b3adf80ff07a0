"""The five seeds, read as a careful editor reads them: every fact, every change and every question."""

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from flows.newsroom.cleaning import default_lexicon
from flows.newsroom.copydesk import make_article
from flows.newsroom.model import (
    Action,
    Article,
    BlockKind,
    Colour,
    Confidence,
    DateBasis,
    Dated,
    HeadlineOrigin,
    Light,
    LightKind,
    RawDocument,
)
from flows.newsroom.readers import read
from tests.factories import ISSUE_DAY, a_source

SEEDS = Path(__file__).parents[2] / "seeds"
CONFERENCE = "000_5b5ed79b55a94ab3.txt"
SOCIAL_WORK_DAY = "001_041a437206961d87.txt"
PRINCIPALS = "002_42ed648fac724df0.txt"
MEETING = "003_9ff3cd75107b19cc.txt"
GRASSROOTS = "004_4f55efa8174957b6.txt"
ALL = (CONFERENCE, SOCIAL_WORK_DAY, PRINCIPALS, MEETING, GRASSROOTS)

STANDFIRST = (
    "Phil Wilshire, social work lead at Avon and Wiltshire Partnership NHS Trust, on how a new social work strategy "
    "emerged from frontline concerns"
)


@cache
def raw(name: str) -> RawDocument:
    return read(a_source(name), (SEEDS / name).read_bytes())


@cache
def article(name: str) -> Article:
    return make_article(raw(name), lexicon=default_lexicon(), today=ISSUE_DAY)


def changes(name: str) -> list[tuple[str, Action, str]]:
    return [(change.text, change.action, change.rule) for change in article(name).changes]


def lights(name: str, kind: LightKind) -> list[Light]:
    return [light for light in article(name).lights if light.kind is kind]


def lit_sentences(name: str, kind: LightKind) -> list[str]:
    return [article(name).sentences[light.sentence].text for light in lights(name, kind) if light.sentence is not None]


# 000: a conference, reported a week later.


def test_the_conference_has_no_title_and_no_author() -> None:
    assert article(CONFERENCE).headline.origin is HeadlineOrigin.MADE
    assert article(CONFERENCE).byline is None


def test_the_conference_was_published_on_the_date_in_the_first_line() -> None:
    assert article(CONFERENCE).published == Dated(
        date=dt.date(2019, 6, 27),
        basis=DateBasis.STATED,
        confidence=Confidence.HIGH,
        words="27 June 2019",
        evidence=("It stands alone on the first line.",),
    )


def test_the_conference_was_on_the_wednesday_before() -> None:
    (event,) = article(CONFERENCE).events

    assert event.name == "first social work conference"
    assert event.when.words == "Wednesday 19 June"
    assert (event.when.date, event.when.basis, event.when.confidence) == (
        dt.date(2019, 6, 19),
        DateBasis.NEAR,
        Confidence.HIGH,
    )
    assert event.when.evidence[0] == "19 June 2019 is a Wednesday."
    assert (event.places, event.sentence) == ((), 0)


def test_the_conference_lost_its_date_line_and_a_stray_stop() -> None:
    moved, mended = changes(CONFERENCE)

    assert moved == ("27 June 2019", Action.MOVED, "date line")
    assert mended[1:] == (Action.MENDED, "stray full stop")
    assert mended[0].endswith("life experiences. .")
    assert "life experiences.\n" in article(CONFERENCE).text


def test_the_conference_asks_about_a_service_users_view_and_the_unnamed_trust() -> None:
    (view,) = lit_sentences(CONFERENCE, LightKind.PRIVACY)
    (trust,) = lit_sentences(CONFERENCE, LightKind.READING)

    assert view.startswith("Kristine Olsen-Vetland then described")
    assert trust.startswith("The Trust held")
    assert lights(CONFERENCE, LightKind.DATE) == []


def test_the_conference_names_five_people() -> None:
    assert article(CONFERENCE).people == (
        "Navina Evans",
        "Kristine Olsen-Vetland",
        "Sonya Chee",
        "Gill Williams",
        "Richard Fradgley",
    )


def test_a_quotation_over_eight_paragraphs_is_whole() -> None:
    assert "quotation" not in " ".join(light.reason for light in article(CONFERENCE).lights)


# 001: a message about World Social Work Day.


def test_the_message_has_no_title_and_an_unnamed_writer() -> None:
    assert article(SOCIAL_WORK_DAY).headline.origin is HeadlineOrigin.MADE
    assert article(SOCIAL_WORK_DAY).byline is None
    assert "nobody signs it" in lights(SOCIAL_WORK_DAY, LightKind.READING)[0].reason


def test_the_message_was_published_on_the_date_in_the_first_line() -> None:
    published = article(SOCIAL_WORK_DAY).published

    assert (published.date, published.basis, published.confidence) == (
        dt.date(2019, 3, 22),
        DateBasis.STATED,
        Confidence.HIGH,
    )
    assert published.evidence == ("It stands alone on the first line.",)
    assert changes(SOCIAL_WORK_DAY) == [("22 March 2019", Action.MOVED, "date line")]


def test_the_day_was_celebrated_on_a_tuesday_in_two_places_and_a_financial_year_is_no_day() -> None:
    (event,) = article(SOCIAL_WORK_DAY).events

    assert event.name == "World Social Work Day"
    assert event.when.words == "Tuesday, 19 March"
    assert (event.when.date, event.when.basis, event.when.confidence) == (
        dt.date(2019, 3, 19),
        DateBasis.NEAR,
        Confidence.HIGH,
    )
    assert event.places == ("Luton", "Hackney")
    assert "2019/20" in article(SOCIAL_WORK_DAY).text


def test_the_message_never_names_its_trust() -> None:
    assert "“the Trust”" in lights(SOCIAL_WORK_DAY, LightKind.READING)[1].reason
    assert lights(SOCIAL_WORK_DAY, LightKind.DATE) == []
    assert lights(SOCIAL_WORK_DAY, LightKind.PRIVACY) == []


# 002: a blog about a conference, without a date.


def test_the_blog_has_no_title_no_author_and_no_date() -> None:
    blog = article(PRINCIPALS)

    assert blog.headline.origin is HeadlineOrigin.MADE
    assert blog.byline is None
    assert (blog.published.date, blog.published.basis, blog.published.confidence) == (
        None,
        DateBasis.UNKNOWN,
        Confidence.NONE,
    )
    assert "nobody signs it" in lights(PRINCIPALS, LightKind.READING)[0].reason


def test_the_blog_was_written_in_one_of_two_years() -> None:
    assert article(PRINCIPALS).published.evidence == (
        "It was written between 2014 and 2015.",
        "The text speaks of 2015 as still to come.",
    )


def test_the_year_of_the_blogs_conference_is_inferred_only() -> None:
    (event,) = article(PRINCIPALS).events

    assert event.name == "first ever joint national conference"
    assert event.when.words == "Tuesday 29 July"
    assert (event.when.date, event.when.basis, event.when.confidence) == (
        dt.date(2014, 7, 29),
        DateBasis.INFERRED,
        Confidence.LOW,
    )
    assert event.when.candidates == (dt.date(2008, 7, 29), dt.date(2014, 7, 29))
    assert event.when.evidence == (
        "29 July is a Tuesday in 2008 and 2014.",
        "The text speaks of 2015 as still to come.",
    )
    assert (event.places, event.sentence) == (("London",), 0)


def test_the_blog_asks_about_both_dates() -> None:
    published, event = lights(PRINCIPALS, LightKind.DATE)

    assert published.sentence is None
    assert event.sentence == 0
    assert "“Tuesday 29 July” has no year, and 2014 only follows from clues." in event.reason


def test_the_blog_lost_its_links_and_its_comment_box() -> None:
    assert changes(PRINCIPALS) == [
        ("Further information", Action.REMOVED, "link block"),
        ("Evaluation of Social Work Practices pilots with adults", Action.MOVED, "link title"),
        (
            "Powers of delegation extended to all Local Authorities following successful pilot programme",
            Action.MOVED,
            "link title",
        ),
        ("Leave a comment", Action.REMOVED, "comments"),
    ]


def test_three_items_of_the_blog_keep_their_stem() -> None:
    items = [block for block in article(PRINCIPALS).blocks if block.kind is BlockKind.ITEM]

    assert [item.text.split()[0] for item in items] == ["Consultation", "Development", "Statements"]
    assert all(item.stem and item.stem.endswith("they have contributed to:") for item in items)


# 003: notes of a meeting that contradict their own date.


def test_the_notes_have_a_title_and_a_signature() -> None:
    notes = article(MEETING)

    assert notes.headline.text == "Meeting on 17 August between Wandsworth Social Workers and Voluntary Groups"
    assert notes.headline.origin is HeadlineOrigin.TITLE
    assert notes.byline == "Lilias Gillies"
    assert notes.people == ("Lilias Gillies",)


def test_the_notes_were_published_on_the_date_in_the_last_line() -> None:
    assert article(MEETING).published == Dated(
        date=dt.date(2018, 7, 27),
        basis=DateBasis.STATED,
        confidence=Confidence.HIGH,
        words="27 July 2018",
        evidence=("It stands alone on the last line.",),
    )


def test_the_day_of_the_meeting_is_a_conflict_and_stays_open() -> None:
    (event,) = article(MEETING).events

    assert event.name == "Meeting"
    assert event.when.words == "17 August"
    assert (event.when.date, event.when.basis, event.when.confidence) == (None, DateBasis.CONFLICT, Confidence.NONE)
    assert event.when.candidates == (dt.date(2017, 8, 17),)
    assert event.when.evidence == (
        "It is told as past, yet 17 August 2018 is after the document's own date, 27 July 2018.",
    )
    assert (event.places, event.sentence) == (("Wandsworth",), None)


def test_the_notes_moved_title_signature_and_date() -> None:
    assert changes(MEETING) == [
        (article(MEETING).headline.text, Action.MOVED, "title"),
        ("Lilias Gillies", Action.MOVED, "signature"),
        ("27 July 2018", Action.MOVED, "date line"),
    ]


def test_the_notes_ask_about_two_people_a_cut_link_and_both_dates() -> None:
    group, worker = lit_sentences(MEETING, LightKind.PRIVACY)
    (link,) = lit_sentences(MEETING, LightKind.LINK)
    (date,) = lights(MEETING, LightKind.DATE)

    assert "Su attends" in group
    assert worker.startswith("One social worker was indignant")
    assert link.endswith("www.careplace")
    assert "17 August 2018" in date.reason
    assert "27 July 2018" in date.reason


# 004: a feature from the trade press, without a date.


def test_the_feature_has_title_standfirst_and_author() -> None:
    feature = article(GRASSROOTS)

    assert (
        feature.headline.text
        == "How a grassroots movement reinvigorated social workers who felt ‘invisible’ in the NHS"
    )
    assert feature.headline.origin is HeadlineOrigin.TITLE
    assert feature.standfirst == feature.blocks[0].text == STANDFIRST
    assert feature.byline == "Phil Wilshire"
    assert feature.people == ("Phil Wilshire", "Iain Tulley")
    assert "different authors" not in " ".join(light.reason for light in feature.lights)


def test_the_feature_is_of_2013_at_the_earliest_and_tells_of_no_day() -> None:
    published = article(GRASSROOTS).published

    assert (published.date, published.basis, published.confidence) == (None, DateBasis.UNKNOWN, Confidence.NONE)
    assert published.evidence[0] == "It was written in 2013 at the earliest."
    assert article(GRASSROOTS).events == ()


def test_the_feature_lost_its_furniture() -> None:
    assert changes(GRASSROOTS)[1:] == [
        ("Social worker Phil Wilshire", Action.REMOVED, "caption"),
        ("Phil Wilshire is social work lead at Avon and Wiltshire Partnership NHS Trust", Action.MOVED, "byline"),
        ("More from Community Care", Action.REMOVED, "trade press"),
        ("Comments are closed.", Action.REMOVED, "comments"),
    ]


def test_the_feature_looks_like_trade_press_and_lost_a_link() -> None:
    asked, press = lights(GRASSROOTS, LightKind.RIGHTS)
    (link,) = lit_sentences(GRASSROOTS, LightKind.LINK)

    assert (asked.colour, press.colour) == (Colour.AMBER, Colour.AMBER)
    assert "trade press" in press.reason
    assert "can be read here" in link
    assert lights(GRASSROOTS, LightKind.READING) == []


# All five.


@pytest.mark.parametrize("name", ALL)
def test_nobody_has_said_who_owns_a_seed(name: str) -> None:
    assert lights(name, LightKind.RIGHTS)[0].reason.startswith("Nobody has said who owns this text")


@pytest.mark.parametrize("name", ALL)
def test_no_seed_waits_for_a_decision(name: str) -> None:
    assert all(light.colour is not Colour.RED for light in article(name).lights)


@pytest.mark.parametrize("name", ALL)
def test_a_seed_is_in_english_and_was_read_whole(name: str) -> None:
    assert article(name).language == "en"
    assert "words" not in " ".join(light.reason for light in lights(name, LightKind.READING))


@pytest.mark.parametrize(
    "furniture",
    [
        "Leave a comment",
        "Comments are closed",
        "More from Community Care",
        "Social worker Phil Wilshire",
        "Further information",
        "Evaluation of Social Work Practices pilots with adults",
        "Powers of delegation extended",
        "27 June 2019",
        "22 March 2019",
        "27 July 2018",
        "Lilias Gillies",
    ],
)
def test_no_furniture_is_in_any_text(furniture: str) -> None:
    assert [name for name in ALL if furniture in article(name).text] == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (CONFERENCE, "The Trust held its first social work conference"),
        (CONFERENCE, "125 colleagues came together"),
        (CONFERENCE, "will be out very soon"),
        (
            SOCIAL_WORK_DAY,
            "around 220 social workers working in and around the Trust, with around 140 working for the Trust",
        ),
        (SOCIAL_WORK_DAY, "planned for 2019/20"),
        (PRINCIPALS, "over 150 delegates"),
        (PRINCIPALS, "over 17,000 social workers"),
        (PRINCIPALS, "around 1.5 million people"),
        (MEETING, "16 social workers including 3 or 4 information staff and 16 representatives"),
        (MEETING, "I think, at present 14 % agency workers"),
        (GRASSROOTS, "over 90 social workers and social work students"),
        (GRASSROOTS, "its 16 sides of A4"),
        (GRASSROOTS, "in February of this year"),
    ],
)
def test_hedges_numbers_and_unnamed_bodies_stay_as_they_are(name: str, words: str) -> None:
    assert words in article(name).text


@pytest.mark.parametrize("name", ALL)
def test_every_block_is_in_the_article_or_in_a_change(name: str) -> None:
    kept = {block.text for block in article(name).blocks}
    changed = {change.block for change in article(name).changes}

    assert [block.text for n, block in enumerate(raw(name).blocks) if block.text not in kept and n not in changed] == []


@pytest.mark.parametrize("name", ALL)
def test_an_article_read_again_is_the_same_article(name: str) -> None:
    once = article(name)
    again = RawDocument(
        source=once.source,
        title=once.headline.text if once.headline.origin is HeadlineOrigin.TITLE else None,
        author=once.byline,
        published=once.published,
        blocks=once.blocks,
    )

    twice = make_article(again, lexicon=default_lexicon(), today=ISSUE_DAY)

    assert (twice.id, twice.text, twice.changes) == (once.id, once.text, ())
    assert (twice.headline, twice.byline, twice.published.date) == (once.headline, once.byline, once.published.date)
