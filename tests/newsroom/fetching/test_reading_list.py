"""The reading list is gathered from the settings and from the links.txt of every folder."""

from pathlib import Path

import pytest

from flows.newsroom.errors import SettingsError
from flows.newsroom.fetching import find_pages
from flows.newsroom.model import Rights

NEWS, FEED = "https://a.example/news", "https://a.example/feed"


def test_addresses_come_from_the_settings_and_from_every_folder_each_once(tmp_path: Path) -> None:
    (tmp_path / "council").mkdir()
    (tmp_path / "links.txt").write_text(f"\ufeff# ours\n\n{NEWS}   # every week\n", encoding="utf-8")
    (tmp_path / "council" / "links.txt").write_text(f"{NEWS}\nhttps://b.example/#top\n")

    pages = find_pages(tmp_path, [FEED], 10)

    assert [page.address for page in pages] == [FEED, NEWS, "https://b.example/#top"]


def test_what_a_folder_says_holds_for_its_addresses(tmp_path: Path) -> None:
    (tmp_path / "source.toml").write_text(
        f'rights = "own"\n[file."{FEED}"]\nrights = "ogl"\n[file."{FEED}/A house"]\nleave_out = true\n'
    )
    (tmp_path / "links.txt").write_text(f"{NEWS}\n{FEED}\n")

    news, feed = find_pages(tmp_path, (), 10)

    assert (news.said.defaults.rights, feed.said.defaults.rights) == (Rights.OWN, Rights.OGL)
    assert [(one.name, one.leave_out) for one in feed.said.within] == [("A house", True)]


def test_a_line_about_an_address_that_is_not_listed_is_a_slip(tmp_path: Path) -> None:
    (tmp_path / "source.toml").write_text(f'[file."{NEWS}"]\nrights = "ogl"\n')

    with pytest.raises(SettingsError, match=r"is not in the links\.txt"):
        find_pages(tmp_path, (), 10)
    assert find_pages(tmp_path, [NEWS], 10)


def test_too_many_addresses_are_a_slip(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="has 3 addresses; the most is 2"):
        find_pages(tmp_path, ["a", "b", "c"], 2)


def test_no_folder_and_no_list_are_no_fault(tmp_path: Path) -> None:
    assert find_pages(tmp_path / "nowhere", (), 10) == ()
