"""What every summariser owes, whatever its method."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom import summarisers
from flows.newsroom.errors import EmptyDocumentError
from flows.newsroom.model import Article, Colour, Light, LightKind, Summary
from flows.newsroom.plugins import load_plugin, plugin_names
from flows.newsroom.summarisers import Summariser
from tests.factories import an_article

NAMES = tuple(plugin_names(summarisers))

SENTENCES = st.lists(
    st.sampled_from(
        (
            "The Trust held its first conference on Wednesday 19 June.",
            "It was attended by 125 colleagues from three boroughs.",
            "They met again in the afternoon.",
            "Carers and social workers spoke about kindness, and 40 people wrote down what they had heard on the day.",
            "Last month the group moved to Elm House in Ashby.",
            "I spoke to a nurse about it.",
            "The following things were agreed:",
            "“We are glad,” said Jo Bloggs of the forum.",
            "“We are very glad that it happened at all.",
            "Who would have thought so?",
            "The guide can be read here.",
            "Ashby",
            "W" * 500,
            "word " * 120 + "end.",
        )
    ),
    min_size=1,
    max_size=12,
)


def a_privacy_light(sentence: int) -> Light:
    return Light(colour=Colour.RED, kind=LightKind.PRIVACY, reason="It names a child.", sentence=sentence)


def summary_of(name: str, article: Article) -> Summary | None:
    summariser: Summariser = load_plugin(summarisers.__name__, name)
    try:
        return summariser(article)
    except EmptyDocumentError:
        return None


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40)
@given(sentences=SENTENCES)
def test_a_summary_quotes_the_article_in_its_own_order(name: str, sentences: list[str]) -> None:
    article = an_article(*sentences)

    made = summary_of(name, article)

    if made is not None:
        places = [extract.sentence for extract in made.extracts]
        assert places == sorted(set(places))
        assert made.extracts
        assert all(extract.text == article.sentences[extract.sentence].text for extract in made.extracts)
        assert all(0 <= extract.salience <= 1 for extract in made.extracts)
        assert made.method == name


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40)
@given(sentences=SENTENCES)
def test_the_same_article_has_the_same_summary(name: str, sentences: list[str]) -> None:
    assert summary_of(name, an_article(*sentences)) == summary_of(name, an_article(*sentences))


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40)
@given(sentences=SENTENCES, private=st.sets(st.integers(0, 11)))
def test_a_private_sentence_is_never_chosen(name: str, sentences: list[str], private: set[int]) -> None:
    article = an_article(*sentences, lights=tuple(map(a_privacy_light, sorted(private))))

    made = summary_of(name, article)

    if made is not None:
        assert private.isdisjoint(extract.sentence for extract in made.extracts)


@pytest.mark.parametrize("name", NAMES)
def test_an_article_without_sentences_is_turned_away(name: str) -> None:
    with pytest.raises(EmptyDocumentError):
        load_plugin(summarisers.__name__, name)(an_article())


@pytest.mark.parametrize("name", NAMES)
def test_it_can_be_sent_to_another_process(name: str) -> None:
    summariser = load_plugin(summarisers.__name__, name)

    assert pickle.loads(pickle.dumps(summariser)) == summariser  # noqa: S301 - our own bytes
