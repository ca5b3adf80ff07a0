"""What must not be lost lies in one file that only its owner may read."""

import sqlite3
import stat
from pathlib import Path

import pytest

from flows.newsroom import store
from flows.newsroom.errors import StoreError
from flows.newsroom.postroom.keys import read_keys
from flows.newsroom.store import FILE_NAME, open_store, transaction


def test_the_database_is_for_its_owner_only(tmp_path: Path) -> None:
    with open_store(tmp_path / "state"):
        pass

    assert stat.S_IMODE((tmp_path / "state" / FILE_NAME).stat().st_mode) == 0o600


def test_what_is_written_is_there_the_next_time(tmp_path: Path) -> None:
    with open_store(tmp_path) as connection:
        connection.execute("INSERT INTO rate VALUES('all', 1.5, 0)")

    with open_store(tmp_path) as connection:
        assert connection.execute("SELECT tokens FROM rate").fetchall() == [(1.5,)]


def test_a_disk_that_is_full_in_the_middle_of_a_change_is_what_is_told(tmp_path: Path) -> None:
    """SQLite has undone the change by itself by then, and refuses to do it twice."""
    with open_store(tmp_path) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages}")

        with pytest.raises(sqlite3.OperationalError, match="disk is full"), transaction(connection):
            connection.executemany("INSERT INTO rate VALUES(?, 1, 0)", ((f"{row:0200}",) for row in range(1000)))

        assert connection.execute("SELECT count(*) FROM rate").fetchone() == (0,)


@pytest.mark.parametrize("version", range(1, store.VERSION))
def test_a_database_of_an_earlier_version_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(store, "SINCE", store.SINCE[: version - 1])
        earlier.setattr(store, "VERSION", version)
        with open_store(tmp_path) as connection:
            connection.execute("INSERT INTO rate VALUES('all', 1.5, 0)")

    for _ in range(2):
        with open_store(tmp_path) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (store.VERSION,)
            assert connection.execute("SELECT route FROM mailing").fetchall() == []
            assert connection.execute("SELECT tokens FROM rate").fetchall() == [(1.5,)]


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file in the way")

    with pytest.raises(StoreError, match="folder state cannot be used"), open_store(tmp_path / "state"):
        pass


def test_the_keys_stay_what_they_are(tmp_path: Path) -> None:
    first = read_keys(tmp_path / "state")

    assert read_keys(tmp_path / "state") == first
    assert len(first.addresses) == len(first.links) == 32
    assert first.addresses != first.links


def test_damaged_keys_are_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "keys.toml").write_text("nonsense")

    with pytest.raises(StoreError, match="Put it back"):
        read_keys(tmp_path)
