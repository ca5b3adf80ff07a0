"""Hybrid weighs likeness, words and form, and says so when none of them says much."""

import pickle
from dataclasses import replace

import pytest

from flows.newsroom import categorisers
from flows.newsroom.categorisers import NeedsModel
from flows.newsroom.categorisers._vocabulary import said_by_words
from flows.newsroom.categorisers.hybrid import Hybrid
from flows.newsroom.categorisers.keywords import Keywords
from flows.newsroom.model import Category, Classification, Form, Taxonomy
from flows.newsroom.plugins import load_plugin
from flows.newsroom.taxonomies import default_taxonomy
from tests.factories import an_article

FRUIT = Taxonomy(
    categories=(
        Category(
            key="apples",
            name="Apples",
            line="What falls",
            words=("cox",),
            texts=("The apple tree in our orchard bore red fruit.", "Cider is pressed in the autumn."),
            forms=((Form.OBITUARY, 9),),
        ),
        Category(key="boats", name="Boats", line="What floats: sails, oars and harbours", words=("mast",)),
    )
)


def classified(*sentences: str, taxonomy: Taxonomy | None = None, headline: str | None = None) -> Classification:
    return Hybrid()(an_article(*sentences, headline=headline), taxonomy or default_taxonomy())


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (
            "voices",
            "I looked after my wife for nine years. Nobody asked me how I slept. That is what I want you to know.",
        ),
        (
            "policy",
            "The minister told the Commons that new rules on charging will apply to every authority from April.",
        ),
        ("learning", "Two students will join the duty desk in September for seventy days, and each needs an educator."),
        (
            "services",
            "The wards now send patients home seven days a week, because the discharge nurses changed their rota.",
        ),
        (
            "research",
            "Scholars counted visits in nine towns and asked 300 families. Small effects were seen in six of them.",
        ),
    ],
)
def test_meaning_finds_a_category_where_its_words_are_few(key: str, text: str) -> None:
    assert classified(*text.split(". ")).topics[0].category == key


def test_a_forum_s_own_categories_are_compared_with_too() -> None:
    made = classified("We picked fruit from the old trees and made juice.", taxonomy=FRUIT)

    assert made.topics[0].category == "apples"


def test_a_category_without_texts_is_known_by_its_name_and_line() -> None:
    made = classified("The yacht left port and hoisted its spinnaker.", taxonomy=FRUIT)

    assert made.topics[0].category == "boats"


def test_a_form_speaks_for_the_categories_that_name_it() -> None:
    text = ("Rosa passed away in May.", "The funeral is private.")
    silent = replace(FRUIT, categories=tuple(replace(category, forms=()) for category in FRUIT.categories))

    with_forms, without = classified(*text, taxonomy=FRUIT), classified(*text, taxonomy=silent)

    assert with_forms.form is Form.OBITUARY
    assert with_forms.topics[0].category == "apples"
    assert with_forms.topics[0].evidence == ("passed away",)
    assert without.topics[0].confidence < with_forms.topics[0].confidence


def test_what_is_of_another_field_leaves_a_doubt() -> None:
    made = classified("Beat four eggs with sugar until pale.", "Fold in the flour, and bake for forty minutes.")

    assert made.doubt


def test_another_language_is_not_compared_and_leaves_a_doubt() -> None:
    article = replace(an_article("Mae gofalwyr yn bwysig iawn.", "Roedd pawb yno."), language="cy")

    assert Hybrid()(article, default_taxonomy()).doubt == "It is not in English, and only English can be compared."


def test_where_the_model_is_missing_keywords_do_its_work() -> None:
    hybrid = load_plugin(categorisers.__name__, "hybrid")

    assert isinstance(hybrid, NeedsModel)
    assert hybrid.without_model() == Keywords()


def test_keywords_need_no_model() -> None:
    assert not isinstance(Keywords(), NeedsModel)


def test_a_loaded_model_does_not_travel_with_it() -> None:
    hybrid = Hybrid()
    hybrid.prepare()

    assert len(pickle.dumps(hybrid)) < 1_000


OCTOBER = (
    "Minutes of the carers steering group, 9 October.",
    "Godfrey reported on money for transport and on the stalls for the rights day.",
    "Seventeen carers have joined through the surgery.",
)
NOVEMBER = (
    "Minutes of the carers steering group, 13 November.",
    "Godfrey reported on money for the hall and on the talks for the rights day.",
    "Four carers have joined through the library.",
)


def test_the_next_of_a_series_goes_where_a_corrected_one_went() -> None:
    taught = Hybrid().taught([(an_article(*OCTOBER), "services")])

    before, after = (each(an_article(*NOVEMBER), default_taxonomy()) for each in (Hybrid(), taught))

    assert before.topics[0].category != "services"
    assert after.topics[0].category == "services"


def test_a_correction_says_nothing_about_documents_that_are_not_like_it() -> None:
    taught = Hybrid().taught([(an_article(*OCTOBER), "voices")])
    article = an_article("The ward has a new entrance.", "It opens in May.")

    assert taught(article, default_taxonomy()) == Hybrid()(article, default_taxonomy())


def test_what_was_learned_is_taken_back_by_learning_without_it() -> None:
    assert Hybrid().taught([]) == Hybrid()


@pytest.mark.parametrize("taxonomy", [FRUIT, replace(default_taxonomy(), categories=default_taxonomy().categories[1:])])
def test_what_was_learned_of_our_own_categories_says_nothing_of_others(taxonomy: Taxonomy) -> None:
    article = an_article("Volunteers of the charity run a lunch club.", "The trustees thank all donors.")

    assert set(said_by_words(article, taxonomy)) == {0.0}


def test_categories_in_another_order_or_under_other_headings_keep_what_was_learned() -> None:
    article = an_article("Volunteers of the charity run a lunch club.", "The trustees thank all donors.")
    own = default_taxonomy()
    turned = replace(own, categories=tuple(replace(each, name="Anything") for each in reversed(own.categories)))

    assert said_by_words(article, turned) == said_by_words(article, own)[::-1]
    assert any(said_by_words(article, own))
