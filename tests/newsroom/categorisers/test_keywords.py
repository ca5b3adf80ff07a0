"""Keywords weighs what a category's words say, and says so when they say little."""

from dataclasses import replace

import pytest

from flows.newsroom.categorisers.keywords import Keywords
from flows.newsroom.errors import SettingsError
from flows.newsroom.model import Category, Classification, Defaults, Form, Headline, HeadlineOrigin, Taxonomy
from flows.newsroom.plugins import load_plugin
from flows.newsroom.taxonomies import default_taxonomy
from tests.factories import a_source, an_article

FRUIT = Taxonomy(
    house=("trust", "social work"),
    categories=(
        Category(key="apples", name="Apples", line="What falls", words=("cox", "bramley", "apple pie", "trust")),
        Category(key="pears", name="Pears", line="What hangs", words=("conference pear", "comice", "social work")),
        Category(key="plums", name="Plums", line="Stones", words=("damson",)),
        Category(key="figs", name="Figs", line="Seeds", words=("calimyrna", "work")),
    ),
)


def classified(*sentences: str, headline: str | None = None, taxonomy: Taxonomy = FRUIT) -> Classification:
    return Keywords()(an_article(*sentences, headline=headline), taxonomy)


def test_the_category_whose_words_stand_there_comes_first() -> None:
    made = classified("A Cox and a Bramley fell.", "One damson hung.")

    assert made.topics[0].category == "apples"
    assert made.topics[0].evidence == ("Cox", "Bramley")
    assert not made.is_unsure


def test_evidence_is_shown_as_it_stands_in_the_document() -> None:
    made = classified("APPLE-PIES were eaten.", "They had Coxes in them.")

    assert made.topics[0].evidence == ("APPLE-PIES", "Coxes")


def test_house_words_never_count() -> None:
    made = classified("The trust likes social work, and a trust is a trust.", "Social work is social.")

    assert made.topics == ()


def test_a_part_of_a_house_phrase_never_counts_alone() -> None:
    made = classified("The work is hard work.", "A calimyrna and a calimyrna are no work.")

    assert made.topics[0].evidence == ("calimyrna",)


def test_what_comes_first_counts_more() -> None:
    padding = "Nothing was said about fruit in this very long sentence." * 20

    made = classified("A damson.", padding, "A calimyrna.")

    assert [topic.category for topic in made.topics] == ["plums"]


def test_a_phrase_counts_once_and_not_for_its_words_too() -> None:
    made = classified("We baked an apple pie.", "Another apple pie came.", headline="A pie")

    assert made.topics[0].evidence == ("apple pie",)


def test_two_categories_that_are_close_leave_a_doubt_that_names_them() -> None:
    made = classified("A Cox and an apple pie fell.", "A Comice and a conference pear hung.")

    assert made.doubt == "Apples and Pears are close."
    assert [topic.category for topic in made.topics] == ["apples", "pears"]


def test_a_tie_goes_to_the_earlier_category() -> None:
    made = classified("One calimyrna, one damson.", "One damson, one calimyrna.")

    assert [topic.category for topic in made.topics] == ["plums", "figs"]


def test_a_single_word_leaves_a_doubt() -> None:
    assert (
        classified("A damson fell.", "One more damson, and a damson.").doubt
        == "Hardly anything in it speaks for Plums."
    )


def test_nothing_that_matches_leaves_a_doubt_and_no_topic() -> None:
    made = classified("The lift is mended.")

    assert made.topics == ()
    assert made.doubt == "Nothing in it speaks for any category."


def test_words_of_a_category_line_alone_make_no_topic() -> None:
    assert classified("Stones, stones and stones.").topics == ()


def test_the_title_counts_extra_but_not_a_headline_made_from_the_text() -> None:
    article = an_article("A damson and a Cox.", "A damson and a Cox.", headline="Damson")
    made_up = replace(article, headline=Headline(text="Damson", origin=HeadlineOrigin.MADE))

    assert Keywords()(article, FRUIT).topics[0].category == "plums"
    assert Keywords()(made_up, FRUIT).topics[0].category == "apples"


def test_a_folders_category_that_the_taxonomy_does_not_know_is_ignored() -> None:
    source = a_source(defaults=Defaults(category="cherries"))

    made = Keywords()(an_article("A Cox and a Bramley fell.", source=source), FRUIT)

    assert made.topics[0].category == "apples"


def test_the_form_is_told_too() -> None:
    made = classified("More than 200 people attended the open day.", "There were stalls.", taxonomy=default_taxonomy())

    assert made.form is Form.EVENT_REPORT
    assert made.form_evidence == ("people attended", "stalls")


@pytest.mark.parametrize("sure", [-0.1, 1.5])
def test_an_impossible_share_is_refused(sure: float) -> None:
    with pytest.raises(SettingsError, match="sure"):
        load_plugin("flows.newsroom.categorisers", "keywords", {"sure": sure})


LABELLED = {
    "voices": "Daniel left care at 17 and sits on the co-production board. Carers wrote the welcome pack with him.",
    "have-your-say": "The county wants your views on short breaks. The survey is open, and feedback may come on paper.",
    "voluntary": "A charity looks for volunteers for its befriending scheme. The food bank shares the office.",
    "events": "The open day had workshops and a keynote by the mayor. Speakers came from three boroughs.",
    "learning": "Newly qualified social workers have a mentor. Supervision is weekly, and training counts as CPD.",
    "policy": "The Mental Health Bill had its second reading in Parliament. The minister spoke of the regulations.",
    "practice": "The model is strengths-based and asks what the whole family can do. Risk is talked about openly.",
    "profession": "Turnover is highest in the first years, and recruitment is slow. Caseloads and pay are the reason.",
    "services": "The council and the hospital share a front door. The neighbourhood service is integrated.",
    "research": "Researchers at the university found evidence in a study of carers. Their toolkit is free.",
}


@pytest.mark.parametrize("key", LABELLED)
def test_each_category_finds_its_own(key: str) -> None:
    made = classified(*LABELLED[key].split(". "), taxonomy=default_taxonomy())

    assert made.topics[0].category == key
