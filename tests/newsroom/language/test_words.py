"""Words are compared without case, endings and apostrophes."""

from concurrent.futures import ThreadPoolExecutor

from flows.newsroom.language.words import is_telling, plain, stem, stems, terms


def test_case_number_and_possessive_make_no_difference() -> None:
    assert {stem(word) for word in ("carer", "Carers", "carer's", "CARER’S")} == {"carer"}


def test_a_hyphen_parts_words() -> None:
    assert stems("co-production") == stems("Co production")


def test_words_of_other_scripts_and_with_accents_are_words() -> None:
    assert [plain(word) for word in ("Café", "Ŵyn", "ਸੇਵਾ")] == ["café", "ŵyn", "ਸੇਵਾ"]


def test_function_words_are_no_terms() -> None:
    assert terms("The carers said that they would be there") == ["carer"]


def test_contractions_are_no_terms_whatever_their_apostrophe() -> None:
    assert not is_telling("don’t")
    assert not is_telling("Don't")


def test_threads_do_not_mix_their_words() -> None:
    words = [f"organisation{letter}ing" for letter in "bcdfghjklmnpqrstvwxyz"] * 20
    alone = [stem.__wrapped__(word) for word in words]

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(stem.__wrapped__, words))

    assert together == alone
