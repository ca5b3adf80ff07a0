"""A forum's categories are read strictly, and what is wrong with them is said in plain words."""

import pytest

from flows.newsroom.errors import SettingsError
from flows.newsroom.taxonomies import default_taxonomy, read_taxonomy

CATEGORY = """
[[category]]
key = "voices"
name = "Voices"
line = "What people say"
words = ["carer", "lived experience"]
family = "people"
"""


def test_the_categories_that_come_with_the_newsroom() -> None:
    families = {category.key: category.family for category in default_taxonomy().categories}

    assert families == {
        "voices": "people",
        "have-your-say": "public",
        "voluntary": "people",
        "events": "public",
        "learning": "practice",
        "policy": "public",
        "practice": "practice",
        "profession": "people",
        "services": "public",
        "research": "practice",
    }
    assert "social work" in default_taxonomy().house


def test_categories_are_read_in_their_order() -> None:
    taxonomy = read_taxonomy(CATEGORY + CATEGORY.replace("oices", "isits"))

    assert [category.name for category in taxonomy.categories] == ["Voices", "Visits"]
    assert taxonomy.categories[0].words == ("carer", "lived experience")


def test_a_category_without_a_family_is_public() -> None:
    (category,) = read_taxonomy(CATEGORY.replace('family = "people"', "")).categories

    assert category.family == "public"


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("voices = ", "cannot be understood"),
        ("hous = []" + CATEGORY, "does not know 'hous'. Did you mean 'house'?"),
        (CATEGORY + 'famly = "people"', "does not know 'famly' in the category 'voices'. Did you mean 'family'?"),
        (CATEGORY + "qqq = 1", "does not know 'qqq' in the category 'voices'. Take the line out."),
        (CATEGORY + CATEGORY, "gives the key 'voices' to two categories"),
        (CATEGORY + CATEGORY.replace('"voices"', '"other"'), "gives the name 'voices' to two categories"),
        (CATEGORY.replace('name = "Voices"', ""), "'name' in the category 'voices' is missing"),
        (CATEGORY.replace('key = "voices"', ""), "'key' in category 1 is missing"),
        (CATEGORY + 'forms = { "nwes" = 2 }', "'nwes' in the category 'voices' is no form of a document"),
        (CATEGORY + 'forms = { "news" = 11 }', "'news' in the category 'voices' must lie between 0 and 10"),
        (CATEGORY + "forms = 3", "'forms' in the category 'voices' must be a table such as"),
        (CATEGORY.replace('"Voices"', '""'), "'name' in the category 'voices' is empty"),
        (CATEGORY.replace('"voices"', '"Our voices"'), "may hold only letters a to z, figures and hyphens"),
        (
            CATEGORY.replace('["carer", "lived experience"]', "[]"),
            "'words' in the category 'voices' needs at least one entry",
        ),
        (CATEGORY.replace('["carer", "lived experience"]', '"carer"'), "must be a list in square brackets"),
        (CATEGORY.replace('"lived experience"', "3"), "must be text in quotation marks"),
        (CATEGORY.replace('"people"', '"red"'), "must be one of public, practice and people"),
        ("", "'category' is missing"),
        ("category = []", "'category' needs at least one entry"),
        ('category = ["voices"]', "must be a table"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(toml: str, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_taxonomy(toml)

    assert message in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_everything_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        read_taxonomy("hous = []" + CATEGORY + "qqq = 1")

    assert len(str(caught.value).splitlines()) == 2
