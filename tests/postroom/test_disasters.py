"""What must not be lost: a damaged database, a full disk, a folder that may not be written to."""

import multiprocessing
import os
import resource
import shutil
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from flows.newsroom.errors import NewsletterError, ServerAwayError, StoreError
from flows.newsroom.model.postroom import Counts, MailingState, Reason
from flows.newsroom.postroom.channels import Connection
from flows.newsroom.postroom.lock import only_sender
from flows.newsroom.store import FILE_NAME, open_store
from tests.postroom.fault_server import FaultServer
from tests.postroom.runs import MAILING, a_run, to

COPY = f"{FILE_NAME}.copy"


def _damage(file: Path, how: str) -> None:
    content = bytearray(file.read_bytes())
    match how:
        case "overwritten":
            content[: len(content) // 2] = os.urandom(len(content) // 2)
        case "a page in the middle":
            content[8192:12_288] = b"\xa5" * 4096
        case "cut off":
            del content[len(content) // 2 :]
        case "emptied":
            content.clear()
        case "gone":
            file.unlink()
            return
    file.write_bytes(content)


@pytest.mark.parametrize("how", ["overwritten", "a page in the middle", "cut off", "emptied", "gone"])
def test_a_damaged_database_is_set_aside_and_its_copy_put_in_place_and_that_is_said(tmp_path: Path, how: str) -> None:
    with FaultServer() as server, a_run(tmp_path, ["ok"] * 30) as run:
        run.send(to(server.port))
    _damage(tmp_path / FILE_NAME, how)
    broken = (tmp_path / FILE_NAME).read_bytes() if how != "gone" else b""

    told = r"(?s)Its copy of .* is in its place.*Give the command again"
    with pytest.raises(StoreError, match=told), open_store(tmp_path):
        pass

    with a_run(tmp_path, ["ok"] * 30) as run:
        assert run.ledger.counts(MAILING) == Counts(sent=30)
    if how != "gone":
        assert (tmp_path / f"{FILE_NAME}.damaged-1").read_bytes() == broken


def test_what_may_have_been_sent_since_the_copy_is_in_doubt_after_a_restore(tmp_path: Path) -> None:
    with FaultServer() as server, a_run(tmp_path, ["ok"] * 5) as run:

        def connect() -> Connection:
            shutil.copyfile(tmp_path / COPY, tmp_path / "before")
            return to(server.port)()

        run.send(connect)
    (tmp_path / "before").rename(tmp_path / COPY)
    _damage(tmp_path / FILE_NAME, "overwritten")
    with pytest.raises(StoreError), open_store(tmp_path):
        pass

    with FaultServer() as server, a_run(tmp_path, ["ok"] * 5) as run:
        assert run.ledger.counts(MAILING) == Counts(in_doubt=5)
        assert run.of("ok").reason is Reason.RESTORED
        run.send(to(server.port))

        assert server.kept == []


@pytest.mark.parametrize("how", ["overwritten", "gone"])
def test_while_an_issue_is_being_sent_nothing_is_put_in_the_place_of_its_database(tmp_path: Path, how: str) -> None:
    """The run would go on with what was set aside, while a person is told that nobody knows who has the issue."""
    told = list[str]()

    def connect() -> Connection:
        _damage(tmp_path / FILE_NAME, how)
        with pytest.raises(StoreError) as refused, open_store(tmp_path):
            pass
        told.append(str(refused.value))
        raise ServerAwayError("later")

    with a_run(tmp_path, ["ok"] * 5):
        pass
    with suppress(NewsletterError), a_run(tmp_path, ["ok"] * 5) as run:
        run.send(connect)

    assert ["is being sent just now" in words for words in told] == [True]
    with pytest.raises(StoreError, match="is in its place"), open_store(tmp_path):
        pass


def test_a_mailing_that_was_never_released_is_in_no_doubt_after_a_restore(tmp_path: Path) -> None:
    with a_run(tmp_path, ["ok"] * 5) as run:
        run.ledger.move_mailing(MAILING, list(MailingState), MailingState.APPROVED)
    _damage(tmp_path / FILE_NAME, "overwritten")
    with pytest.raises(StoreError), open_store(tmp_path):
        pass

    with a_run(tmp_path, ["ok"] * 5) as run:
        assert run.ledger.counts(MAILING) == Counts(pending=5)


def test_a_restore_that_is_cut_off_is_begun_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def power_cut(_fresh: Path, _file: Path) -> None:
        raise KeyboardInterrupt

    with a_run(tmp_path, ["ok"] * 5):
        pass
    _damage(tmp_path / FILE_NAME, "overwritten")
    with monkeypatch.context() as patched:
        patched.setattr("flows.newsroom.safekeeping._put_in_place", power_cut)
        with pytest.raises(KeyboardInterrupt), open_store(tmp_path):
            pass

    with pytest.raises(StoreError, match="is in its place"), open_store(tmp_path):
        pass

    with a_run(tmp_path, []) as run:
        assert run.ledger.counts(MAILING).all == 5


@pytest.mark.parametrize("copy", ["missing", "damaged"])
def test_without_a_sound_copy_the_damaged_database_is_left_where_it_is(tmp_path: Path, copy: str) -> None:
    with a_run(tmp_path, ["ok"] * 5):
        pass
    _damage(tmp_path / FILE_NAME, "overwritten")
    broken = (tmp_path / FILE_NAME).read_bytes()
    _damage(tmp_path / COPY, "gone" if copy == "missing" else "overwritten")

    for _ in range(2):
        with pytest.raises(StoreError, match="no copy of it that can be used"), open_store(tmp_path):
            pass

    assert (tmp_path / FILE_NAME).read_bytes() == broken


def test_the_copy_is_made_of_every_change_and_is_for_its_owner_only(tmp_path: Path) -> None:
    with open_store(tmp_path) as connection:
        connection.execute("INSERT INTO rate VALUES('a', 1, 0)")
    first = (tmp_path / COPY).read_bytes()
    with open_store(tmp_path) as connection:
        connection.execute("SELECT * FROM rate").fetchall()
    assert (tmp_path / COPY).read_bytes() == first

    with suppress(KeyboardInterrupt), open_store(tmp_path) as connection:
        connection.execute("INSERT INTO rate VALUES('b', 1, 0)")
        raise KeyboardInterrupt

    assert (tmp_path / COPY).read_bytes() != first
    assert (tmp_path / COPY).stat().st_mode & 0o077 == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [".copying.lock", FILE_NAME, COPY]


def test_many_who_write_at_once_make_one_copy_after_the_other(tmp_path: Path) -> None:
    """As when several members press the button of the page to leave."""
    with open_store(tmp_path):
        pass

    def write(number: int) -> None:
        with open_store(tmp_path) as connection:
            connection.execute("INSERT INTO rate VALUES(?, 1, 0)", (str(number),))

    with ThreadPoolExecutor(8) as writers:
        list(writers.map(write, range(24)))  # raises what any of them raised

    (tmp_path / FILE_NAME).unlink()
    with pytest.raises(StoreError, match="is in its place"), open_store(tmp_path):
        pass
    with open_store(tmp_path) as connection:
        assert connection.execute("SELECT count(*) FROM rate").fetchone() == (24,)


def test_a_database_that_is_damaged_while_it_is_open_does_not_take_the_place_of_its_sound_copy(tmp_path: Path) -> None:
    file, size = tmp_path / FILE_NAME, 4096
    with a_run(tmp_path, ["ok"] * 300):
        pass
    sound = (tmp_path / COPY).read_bytes()

    def damage_and_go_on(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA cache_size=1")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name='delivery'").fetchone()
        with file.open("r+b") as stream:
            stream.seek((page - 1) * size)
            stream.write(b"\xa5" * size)
        connection.execute("INSERT INTO rate VALUES('a', 1, 0)")

    with pytest.raises(StoreError, match="former copy of it is kept"), open_store(tmp_path) as connection:
        damage_and_go_on(connection)

    assert (tmp_path / COPY).read_bytes() == sound
    with pytest.raises(StoreError, match="is in its place"), open_store(tmp_path):
        pass


def test_what_a_dying_process_left_of_a_copy_is_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / f"{COPY}.making-1"
    left.write_text("members")
    os.utime(left, (0, 0))

    with open_store(tmp_path) as connection:
        connection.execute("INSERT INTO rate VALUES('a', 1, 0)")

    assert not left.exists()


def _send(state: Path, port: int, limit: Callable[[], None], told: Any) -> None:  # noqa: ANN401 a pipe's own type is private
    limit()
    try:
        with a_run(state, ["ok"] * 400) as run:
            run.send(to(port))
        told.send("done")
    except NewsletterError as error:
        told.send(f"{type(error).__name__} {error}")


def _send_in_a_process(state: Path, port: int, limit: Callable[[], None]) -> str:
    """A run in a process that is held back by `limit`; what it said."""
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload([__name__])
    ours, theirs = processes.Pipe(duplex=False)
    sender = processes.Process(target=_send, args=(state, port, limit, theirs))
    sender.start()
    theirs.close()
    said = str(ours.recv())
    sender.join()
    return said


def _small_files(most_bytes: int) -> None:
    """As good as a full disk: files can grow no further."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))


def _become_nobody() -> None:
    if os.getuid() == 0:  # root may write everywhere
        os.setgroups([])
        os.setgid(65_534)
        os.setuid(65_534)


def test_a_full_disk_in_the_middle_of_a_run_loses_nothing_and_sends_nobody_two_copies(tmp_path: Path) -> None:
    with FaultServer() as server:
        with a_run(tmp_path, ["ok"] * 400):
            pass
        room = (tmp_path / FILE_NAME).stat().st_size + 40_000

        said = _send_in_a_process(tmp_path, server.port, partial(_small_files, room))

        assert said.startswith("StoreError newsroom.db in the folder")
        assert "disk is full" in said
        taken = len(server.kept)
        assert 0 < taken < 400
        with a_run(tmp_path, ["ok"] * 400) as run:
            counts = run.send(to(server.port))
            assert max(server.copies().values()) == 1
            assert counts.sent + counts.in_doubt == 400
            assert counts.in_doubt <= 1


@pytest.mark.parametrize("what", ["folder", "database"])
def test_a_state_that_may_only_be_read_is_a_clear_sentence_and_nothing_is_sent(tmp_path: Path, what: str) -> None:
    state = tmp_path / "state"
    with FaultServer() as server:
        with a_run(state, ["ok"] * 400):
            pass
        for path in (tmp_path.parent.parent, tmp_path.parent, tmp_path):
            path.chmod(path.stat().st_mode | 0o055)  # so that somebody else can get there
        state.chmod(0o555 if what == "folder" else 0o777)
        (state / FILE_NAME).chmod(0o444)
        said = _send_in_a_process(state, server.port, _become_nobody)
        state.chmod(0o755)

        assert said.startswith("StoreError newsroom.db in the folder state cannot be used"), said
        assert "whether you may write into that folder" in said
        assert server.kept == []


def test_a_lock_that_cannot_be_made_is_a_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file in the way")

    with pytest.raises(StoreError, match="folder state cannot be used"), only_sender(tmp_path / "state", MAILING):
        pass
