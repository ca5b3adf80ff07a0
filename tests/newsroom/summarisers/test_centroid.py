"""The centroid summariser prints what a reader understands without the rest, and as much of it as was asked for."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.errors import EmptyDocumentError, SettingsError
from flows.newsroom.model import (
    Article,
    Block,
    BlockKind,
    Confidence,
    DateBasis,
    Dated,
    Form,
    Headline,
    HeadlineOrigin,
    Role,
    Sentence,
)
from flows.newsroom.plugins import load_plugin
from flows.newsroom.summarisers.centroid import Centroid
from tests.factories import an_article

DATED = Dated(date=dt.date(2026, 11, 1), basis=DateBasis.STATED, confidence=Confidence.HIGH)
PLAIN = (
    "The Trust held its first social work conference in Ashby.",
    "Social workers from three boroughs talked about kindness and about the trouble with forms.",
    "A choir of carers sang in the lunch break, and the mayor opened an exhibition of their photographs.",
)
REST = (
    "Nurses from the memory clinic showed how they talk with families about money and about moving house.",
    "Two librarians brought books about dementia and gave them away to whoever asked for one of them.",
    "The kitchen of the day centre cooked lunch for everybody, with vegetables from the garden behind it.",
    "Students filmed the day for a course about community work at the college on the other side of town.",
    "Bus drivers described what they do when a passenger does not remember where they wanted to get off.",
)


def chosen(article: Article, words: int = 85) -> list[str]:
    return [extract.text for extract in Centroid(words=words)(article).extracts]


def an_article_of(*blocks: Block) -> Article:
    """An article with a sentence for each block."""
    sentences, start = [], 0
    for number, block in enumerate(blocks):
        sentences.append(Sentence(text=block.text, start=start, end=start + len(block.text), block=number))
        start += len(block.text) + 1
    article = an_article(*(block.text for block in blocks))
    return Article(
        id=article.id,
        source=article.source,
        headline=article.headline,
        published=DATED,
        blocks=blocks,
        sentences=tuple(sentences),
    )


def a_paragraph(text: str) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, text=text)


def test_a_short_article_is_printed_whole() -> None:
    assert chosen(an_article(*PLAIN, published=DATED)) == list(PLAIN)


def test_a_long_article_is_cut_to_about_the_length_asked_for() -> None:
    article = an_article(*PLAIN, *REST, *REST, published=DATED)

    assert 80 <= Centroid()(article).words <= 95


def test_a_summary_is_rather_ten_words_too_long_than_much_too_short() -> None:
    sentences = [
        f"{words} {'and so on ' * 6}until the end of the day." for words in ("Carers sang", "Buses ran", "Cooks ate")
    ]

    made = Centroid(words=68)(an_article(*sentences, published=DATED))

    assert made.words == 78


def test_the_first_sentence_leads() -> None:
    assert chosen(an_article(*PLAIN, *REST, published=DATED))[0] == PLAIN[0]


def test_nothing_is_said_twice() -> None:
    article = an_article(*PLAIN, PLAIN[0], *REST, published=DATED)

    assert chosen(article).count(PLAIN[0]) == 1


def test_a_sentence_longer_than_the_summary_stands_alone() -> None:
    long = " ".join(["The forum talked about housing"] * 30) + "."

    assert chosen(an_article(long, published=DATED)) == [long]


@pytest.mark.parametrize("kind", [BlockKind.HEADING, BlockKind.ROW, BlockKind.QUOTATION])
def test_what_is_no_paragraph_is_never_printed(kind: BlockKind) -> None:
    odd = Block(kind=kind, text="Social work and kindness in Ashby were what everybody spoke about.")

    assert odd.text not in chosen(an_article_of(*map(a_paragraph, PLAIN), odd))


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Social work and kindness in Ashby were what everybody spoke about.", "The conference agreed:"),
        ("social work and kindness at the conference in Ashby for everybody.", None),
        ("Kindness in social work.", None),
    ],
)
def test_an_item_that_hangs_on_its_stem_is_never_printed(text: str, stem: str | None) -> None:
    item = Block(kind=BlockKind.ITEM, text=text, stem=stem)

    assert text not in chosen(an_article_of(*map(a_paragraph, PLAIN), item))


def test_an_item_that_is_a_whole_sentence_may_be_printed() -> None:
    item = Block(kind=BlockKind.ITEM, text="Social work and kindness in Ashby were what everybody spoke about.")

    assert item.text in chosen(an_article_of(*map(a_paragraph, PLAIN), item))


def test_a_page_that_is_all_items_is_no_article() -> None:
    items = [Block(kind=BlockKind.ITEM, text=text) for text in PLAIN]

    with pytest.raises(EmptyDocumentError):
        Centroid()(an_article_of(*items))


@pytest.mark.parametrize(
    "notes",
    [
        "Present: Jo Bloggs (chair), Ann Other and eleven social workers of the forum in Ashby.",
        "Minutes of the meeting of the conference committee of the Trust in Ashby.",
        "The minutes of the last meeting in Ashby were agreed as a true record.",
        "The chair thanked the social workers of Ashby for the conference.",
        "For more information about the conference in Ashby ask the social workers.",
        "You are receiving this because you once came to a conference in Ashby.",
        "Any views expressed are those of the social workers of Ashby.",
    ],
)
def test_housekeeping_is_not_printed(notes: str) -> None:
    assert notes not in chosen(an_article(notes, *PLAIN, published=DATED))


def test_figures_and_names_go_before_a_mere_remark() -> None:
    told = "Ashby Council will pay 40 carers £2,000 each from Monday 6 April 2026 for the conference in Elm House."
    remark = "The conference in Ashby was about kindness and about what social work is and what it could be like."

    printed = chosen(an_article(PLAIN[0], remark, told, published=DATED), words=32)

    assert printed == [PLAIN[0], told]


def test_a_sentence_that_says_what_the_title_says_goes_before_its_like() -> None:
    about = "Nurses from the clinic showed how they talk with carers about money and about a wheelchair."
    other = "Bakers from the market showed how they talk with customers about flour and about a birthday."
    title = Headline(text="Money and a wheelchair: carers at the clinic", origin=HeadlineOrigin.TITLE)
    article = an_article(PLAIN[0], other, about, published=DATED)

    printed = [chosen(one, words=25) for one in (article, replace(article, headline=title))]

    assert printed == [[PLAIN[0], other], [PLAIN[0], about]]


def test_a_sentence_under_key_findings_goes_before_one_under_references() -> None:
    finding = "Social workers in Ashby who met once a week spoke about kindness more than all others did."
    reference = "Social workers in Ashby who met once a month spoke about kindness less than all others did."
    headings = [Block(kind=BlockKind.HEADING, text=text) for text in ("Further reading", "Key findings")]

    printed = chosen(
        an_article_of(a_paragraph(PLAIN[0]), headings[0], a_paragraph(reference), headings[1], a_paragraph(finding)), 25
    )

    assert printed == [PLAIN[0], finding]


def test_words_that_were_true_for_a_week_go_last_even_under_a_known_date() -> None:
    lasting = "The conference of social workers in Ashby spoke about kindness and forms for two days."
    stale = "The conference of social workers in Ashby will shortly speak about kindness and forms."

    assert chosen(an_article(PLAIN[0], stale, lasting, published=DATED), 25) == [PLAIN[0], lasting]


def test_a_whole_date_tells_a_reader_whether_it_is_over() -> None:
    text = "The Cabinet will decide about the conference in Ashby on 19 May 2026."

    assert text in chosen(an_article(*PLAIN, text))


def test_a_long_document_is_not_summarised_by_its_opening_alone() -> None:
    opening = [f"The board heard about paper number {number} and went on to the next one." for number in range(2_000)]
    decision = "The board of Ashby Trust agreed to open 40 beds and to pay £2 million for them from April 2027."
    rest = [f"The clerk took down remark number {number} and put it into the file." for number in range(1_500)]

    assert decision in chosen(an_article(*opening, decision, *rest, published=DATED))


def test_a_meeting_note_has_room_for_several_next_steps() -> None:
    steps = (
        "The forum agreed to write to the council of Ashby about buses.",
        "The group should think about visits to the day centre in Elm Road.",
        "It was suggested that students come to the next meeting in Ashby.",
    )
    article = an_article(*PLAIN, *REST, *steps, published=DATED)

    told = [extract.role for extract in Centroid(words=70)(article, Form.MEETING_NOTE).extracts]

    assert told.count(Role.NEXT_STEPS) >= 2


@pytest.mark.parametrize(
    "odd",
    [
        "The social workers of Ashby agreed at the conference of the Trust on the following three points:",
        "The whole strategy of the Trust can be read here.",
        "The page of the conference is now www.careplace",
        "Social worker Phil Wilshire",
        "2. Social workers in Ashby to write about kindness to the Trust.",
        "and about kindness in social work at the conference in Ashby.",
        "“Social work in Ashby is about kindness and conferences.”",
        "“Social work in Ashby is about kindness and conferences.",
        "Social work in Ashby is about kindness and conferences.”",
        "Director Jo Bloggs said: “The conference in Ashby was about kindness and social work.",
    ],
)
def test_what_a_reader_could_not_use_is_never_printed(odd: str) -> None:
    assert odd not in chosen(an_article(PLAIN[0], odd, *PLAIN[1:], published=DATED))


def test_a_quotation_over_several_paragraphs_is_left_to_its_speaker() -> None:
    said = 'Director Richard Fradgley said: "The Ashby conference was about kindness."'
    more = '"Social workers from three boroughs want to keep improving what they do.'

    printed = chosen(an_article(*PLAIN, said, more, '"A report will follow."', published=DATED))

    assert printed == list(PLAIN)


def test_a_quotation_with_its_speaker_may_be_printed() -> None:
    said = "“The Ashby conference was about kindness and social work,” said Richard Fradgley."

    assert said in chosen(an_article(*PLAIN, said, published=DATED))


def test_a_quoted_word_is_no_quotation() -> None:
    text = "Social workers in Ashby want to move from “repair” to “prevent” and felt ‘invisible’ at the conference."

    assert text in chosen(an_article(*PLAIN, text, published=DATED))


def test_a_long_line_at_the_top_needs_no_stop() -> None:
    standfirst = "Phil Wilshire of the Ashby forum on how social workers found out what kindness at work can do"

    assert standfirst in chosen(an_article(standfirst, *PLAIN, published=DATED))


@pytest.mark.parametrize(
    "stale", ["The Ashby conference will be held again very soon.", "Social workers in Ashby met for it last month."]
)
def test_words_that_point_at_an_unknown_day_are_not_printed(stale: str) -> None:
    assert stale not in chosen(an_article(*PLAIN, stale))
    assert stale in chosen(an_article(*PLAIN, stale, published=DATED))


def test_they_are_printed_when_there_is_little_else() -> None:
    assert chosen(an_article("Last month the Ashby forum moved to Elm House.")) == [
        "Last month the Ashby forum moved to Elm House."
    ]


def test_the_writers_i_is_let_in_before_an_unknown_day() -> None:
    mine = "I spoke about kindness and about the trouble with forms, for I have filled in a great many of them."
    more = "I asked the carers of Ashby what they would like to hear from me, and they said that I should listen."
    stale = "Last month the carers of Ashby met again."

    assert chosen(an_article(mine, more, stale, headline=None), words=60) == [mine, more]


def test_the_writers_i_is_not_printed() -> None:
    text = "I spoke about kindness at the conference of the Trust in Ashby."

    assert text not in chosen(an_article(*PLAIN, text, published=DATED))


@pytest.mark.parametrize(
    "courtesy", ["Thank you all for the conference in Ashby.", "We hope to see you at the next conference in Ashby."]
)
def test_a_courtesy_is_not_printed(courtesy: str) -> None:
    assert courtesy not in chosen(an_article(*PLAIN, courtesy, published=DATED))


def test_a_year_that_the_writer_saw_coming_is_not_printed_without_the_writers_day() -> None:
    text = "The Care Act will bring new duties for social workers in Ashby in 2015."

    assert text not in chosen(an_article(*PLAIN, text))
    assert text in chosen(an_article(*PLAIN, text, published=DATED))


def test_a_closing_date_goes_before_a_promise() -> None:
    closes = "The survey about the buses closes on 11 December 2026."
    promise = "The Trust has agreed to hold the conference about social work again."

    printed = chosen(an_article(*PLAIN, promise, *REST, closes, published=DATED), words=25)

    assert closes in printed
    assert promise not in printed


def test_a_pronoun_needs_the_sentence_before_it() -> None:
    pronoun = "She talked about kindness and social work in Ashby."
    far_away = "W " * 90 + "end."

    assert pronoun not in chosen(an_article(*PLAIN, far_away, pronoun, published=DATED))
    assert pronoun in chosen(an_article(*PLAIN, pronoun, published=DATED))


def test_a_pronoun_may_follow_the_printed_title() -> None:
    text = "This was convened in Ashby to talk about kindness at the conference."

    assert text in chosen(an_article(text, *PLAIN, published=DATED, headline="A meeting in Ashby"))
    assert text not in chosen(an_article(text, *PLAIN, published=DATED, headline=None))


def test_figures_and_next_steps_have_their_roles() -> None:
    figures = "125 colleagues came to Ashby on the day."
    steps = "The council has agreed to pay for another one."

    made = Centroid(words=40)(an_article(PLAIN[0], *REST, figures, steps, published=DATED))

    roles = {extract.text: extract.role for extract in made.extracts}
    assert roles[PLAIN[0]] is Role.WHAT_HAPPENED
    assert roles[figures] is Role.FIGURES
    assert roles[steps] is Role.NEXT_STEPS


def test_without_roles_the_best_sentences_win() -> None:
    article = an_article(PLAIN[0], *REST, "125 colleagues came to Ashby on the day.", published=DATED)

    assert "125 colleagues came to Ashby on the day." not in [
        extract.text for extract in Centroid(words=40, roles=False)(article).extracts
    ]


def test_an_article_of_headings_is_turned_away_in_plain_words() -> None:
    headings = [Block(kind=BlockKind.HEADING, text="Social work in Ashby and in its neighbourhood")] * 3

    with pytest.raises(EmptyDocumentError, match="write a few lines about it yourself") as caught:
        Centroid()(an_article_of(*headings))

    assert "Ashby" not in str(caught.value)


@pytest.mark.parametrize("words", [0, 19, 1_000])
def test_an_impossible_length_is_refused(words: int) -> None:
    with pytest.raises(SettingsError, match="words"):
        load_plugin("flows.newsroom.summarisers", "centroid", {"words": words})


LEANING = re.compile(r"(?:It|They|She|But|This)\b")


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from((*PLAIN, *REST, "It was good.", "They met in Ashby again.", "But she left.")), max_size=20
    ),
    st.integers(20, 200),
)
def test_a_summary_keeps_to_its_length_and_never_starts_in_the_middle(sentences: list[str], words: int) -> None:
    article = an_article(PLAIN[0], *sentences, published=DATED)

    made = Centroid(words=words)(article)

    places = {extract.sentence for extract in made.extracts}
    assert made.words <= words + 10
    assert all(
        extract.sentence - 1 in places for extract in made.extracts if LEANING.match(extract.text) and extract.sentence
    )


def test_a_text_without_capitals_is_told_all_the_same() -> None:
    hasty = (
        "just a nudge, coffee for anybody who supervises students is next tuesday in the atrium cafe.",
        "last time there were nine of us and we talked about failing students kindly.",
    )

    assert chosen(an_article(*hasty, published=DATED), 40) == list(hasty)
    assert chosen(an_article("The forum met in Ashby to talk about breaks for carers.", hasty[1]), 40) == [
        "The forum met in Ashby to talk about breaks for carers."
    ]
