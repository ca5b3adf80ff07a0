"""The language of a text, and of a passage among others."""

import pytest

from flows.newsroom.language.tongues import foreign_language_of, is_rather, language_of, name_of

WELSH = "Mae'r cyngor yn gwahodd gofalwyr di-dâl i gyfarfod yn y neuadd ddydd Mercher nesaf."
POLISH = "Zapraszamy osoby po sześćdziesiątym roku życia oraz ich opiekunów na spotkanie."


@pytest.mark.parametrize(("text", "language"), [(WELSH, "cy"), (POLISH, "pl")])
def test_a_sentence_in_another_language_is_known(text: str, language: str) -> None:
    assert foreign_language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "The council invites unpaid carers to a meeting in the hall next Wednesday.",
        "Present: Araminta Soames (chair), Godfrey Lal, Trish Penhale, Oluchi Eze, Dafydd Pugh",
        "Tea, cake, music, singing, dancing, bingo, crafts, gardening, walking, swimming",
        "Diolch yn fawr",
        "",
    ],
    ids=["English", "names", "a list without small words", "too short", "nothing"],
)
def test_what_may_be_english_is_taken_for_it(text: str) -> None:
    assert foreign_language_of(text) is None


def test_a_short_line_of_a_bilingual_document_is_in_the_likelier_of_its_languages() -> None:
    lines = ["Dydd Gwener 12 Mehefin", "Friday 12 June"]

    assert [is_rather(line, "cy") for line in lines] == [True, False]


def test_of_a_few_words_no_language_of_a_document_is_told() -> None:
    assert language_of(WELSH) is None
    assert language_of(3 * f"{WELSH} ") == "cy"


def test_languages_are_called_by_their_english_names() -> None:
    assert [name_of(tag) for tag in ("cy", "bn", "pl-PL", "qqq")] == ["Welsh", "Bengali", "Polish", "qqq"]
