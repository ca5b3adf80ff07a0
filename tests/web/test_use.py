"""An issue and the search, used by people who have no mouse, no scripts, no colours but their own, or only paper."""

from tests.web.tools import Complaints


def test_the_keyboard_unfolds_a_source_and_folds_it_again(used: dict[str, Complaints]) -> None:
    assert used["unfold"] == {}


def test_the_first_stop_of_the_keyboard_skips_to_the_content(used: dict[str, Complaints]) -> None:
    assert used["skip"] == {}


def test_the_search_finds_beginnings_and_words_without_accents_marks_what_was_corrected_and_is_used_by_keyboard(
    used: dict[str, Complaints],
) -> None:
    assert used["search"] == {}


def test_without_scripts_sources_unfold_and_the_search_says_where_to_look(used: dict[str, Complaints]) -> None:
    assert used["without scripts"] == {}


def test_paper_is_white_and_bears_nothing_to_click(used: dict[str, Complaints]) -> None:
    assert used["paper"] == {}


def test_colours_forced_by_the_reader_lose_nothing(used: dict[str, Complaints]) -> None:
    assert used["own colours"] == {}


def test_nothing_moves_for_who_asks_for_rest(used: dict[str, Complaints]) -> None:
    assert used["at rest"] == {}
