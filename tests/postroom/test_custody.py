"""What is mailed is kept byte by byte, for its owner only."""

import stat
from pathlib import Path

import pytest

from flows.newsroom.errors import StoreError
from flows.newsroom.postroom.custody import keep, kept, mailing_folder


def test_what_was_kept_last_is_there_and_nothing_else(tmp_path: Path) -> None:
    keep(tmp_path, "2026-11-21", {"old.txt": b"old"})

    keep(tmp_path, "2026-11-21", {"email.txt": b"words", "newsletter.pdf": b"%PDF"})

    assert kept(tmp_path, "2026-11-21") == {"email.txt": b"words", "newsletter.pdf": b"%PDF"}
    assert kept(tmp_path, "2026-11-28") == {}
    assert [path.name for path in (tmp_path / "mailings").iterdir()] == ["2026-11-21"]


def test_it_is_for_its_owner_only(tmp_path: Path) -> None:
    keep(tmp_path, "2026-11-21", {"email.txt": b"words"})

    assert stat.S_IMODE(mailing_folder(tmp_path, "2026-11-21").stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "mailings").write_text("a file in the way")

    with pytest.raises(StoreError, match="cannot be used"):
        keep(tmp_path, "2026-11-21", {})
