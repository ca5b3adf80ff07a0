"""What every categoriser owes, whatever its method."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom import categorisers
from flows.newsroom.categorisers import Categoriser
from flows.newsroom.model import Defaults, Form
from flows.newsroom.plugins import load_plugin, plugin_names
from flows.newsroom.taxonomies import default_taxonomy
from tests.factories import a_source, an_article

NAMES = tuple(plugin_names(categorisers))
KEYS = {category.key for category in default_taxonomy().categories}

SENTENCES = st.lists(
    st.sampled_from(
        (
            "Carers met the minister.",
            "The conference had stalls and delegates.",
            "Training counts as CPD.",
            "The council joined the partnership.",
            "Nothing happened at all.",
            "“I was there.”",
            "…",
        )
    ),
    max_size=8,
)


@pytest.fixture(params=NAMES)
def categoriser(request: pytest.FixtureRequest) -> Categoriser:
    found: Categoriser = load_plugin(categorisers.__name__, request.param)
    return found


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=20, deadline=None)  # the first example loads the model
@given(sentences=SENTENCES, headline=st.none() | st.text(max_size=60))
def test_topics_are_known_few_distinct_and_shown_with_words_of_the_document(
    name: str, sentences: list[str], headline: str | None
) -> None:
    article = an_article(*sentences, headline=headline or None)

    made = load_plugin(categorisers.__name__, name)(article, default_taxonomy())

    keys = [topic.category for topic in made.topics]
    document = f"{article.headline.text} {article.text}".replace("\n", " ")
    assert set(keys) <= KEYS
    assert len(keys) == len(set(keys)) <= 3
    assert [topic.confidence for topic in made.topics] == sorted((t.confidence for t in made.topics), reverse=True)
    assert all(0 <= topic.confidence <= 1 for topic in made.topics)
    assert all(words in document for topic in made.topics for words in topic.evidence)
    assert made.topics or made.doubt


def test_the_same_article_is_classified_the_same(categoriser: Categoriser) -> None:
    article = an_article("Carers met the minister.", "The conference had stalls and delegates.")

    assert categoriser(article, default_taxonomy()) == categoriser(article, default_taxonomy())


def test_an_article_without_words_leaves_doubt(categoriser: Categoriser) -> None:
    made = categoriser(an_article(headline=None), default_taxonomy())

    assert made.is_unsure
    assert made.form is Form.NEWS


def test_what_a_person_said_of_the_folder_wins_and_leaves_no_doubt(categoriser: Categoriser) -> None:
    source = a_source(defaults=Defaults(category="research"))

    made = categoriser(an_article("The conference had stalls and delegates.", source=source), default_taxonomy())

    assert [(topic.category, topic.confidence) for topic in made.topics] == [("research", 1.0)]
    assert not made.is_unsure


def test_it_can_be_sent_to_another_process(categoriser: Categoriser) -> None:
    assert pickle.loads(pickle.dumps(categoriser)) == categoriser  # noqa: S301 - our own bytes
