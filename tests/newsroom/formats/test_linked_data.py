"""What a page says about itself in JSON-LD."""

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.formats.linked_data import LinkedData, read_linked_data

KEYS = st.sampled_from(("@type", "@id", "@graph", "author", "name", "headline", "datePublished", "publisher"))
VALUES = st.recursive(
    st.none() | st.integers() | st.sampled_from(("Article", "Person", "Organization", "2024-05-03", "a", "")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def read(*values: object) -> LinkedData:
    return read_linked_data(json.dumps(value) for value in values)


def test_the_article_speaks_before_the_page_and_the_person_before_the_organisation() -> None:
    data = read(
        {
            "@graph": [
                {"@type": "WebPage", "datePublished": "2020-01-01", "author": "Somebody Else"},
                {
                    "@type": ["NewsArticle"],
                    "headline": "Peer supervision",
                    "datePublished": "2024-05-03T09:00:00+01:00",
                    "author": [{"@id": "#ann"}, {"@type": "Organization", "name": "Northgate Trust"}],
                    "publisher": {"@type": "Organization", "name": "Northgate Trust"},
                },
                {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
            ]
        }
    )

    assert data.headline == "Peer supervision"
    assert data.published == dt.date(2024, 5, 3)
    assert data.authors == ("Ann Lee",)
    assert set(data.organisations) == {"Northgate Trust"}


def test_related_stories_and_comments_say_nothing_about_the_page() -> None:
    other = {"@type": "Article", "headline": "Another", "datePublished": "2019-01-01"}

    data = read({"@type": "WebPage", "mentions": other, "comment": [other], "itemListElement": {"item": other}})

    assert data == LinkedData()


@pytest.mark.parametrize("script", ["", "{", "[" * 100_000, "null", "3", '{"@type": "Article"', "\ud800"])
def test_what_is_broken_is_passed_over(script: str) -> None:
    sound = '{"@type": "Article", "headline": "Sound"};'

    assert read_linked_data([script, sound]).headline == "Sound"


@settings(max_examples=40)
@given(VALUES)
def test_whatever_its_shape_it_says_only_what_stands_in_it(value: object) -> None:
    data = read(value)

    said = filter(None, (data.headline, *data.authors, *data.organisations))
    assert all(words in json.dumps(value) for words in said)
