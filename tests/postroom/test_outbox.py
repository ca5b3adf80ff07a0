"""The outbox holds at most one file a member, and none without the ledger's word."""

import stat
from pathlib import Path

import pytest

from flows.newsroom.errors import StoppedError
from flows.newsroom.postroom.channels import Connection, FenceLostError
from flows.newsroom.postroom.message import envelope, make_letter
from flows.newsroom.postroom.outbox import connector, is_in_outbox
from tests.postroom.conformance import faults
from tests.postroom.sample_letters import DATE, KEYS, MEMBER, PDF, STATIONERY, sample_papers

COPY = envelope(make_letter(sample_papers(), STATIONERY, date_header=DATE), MEMBER, KEYS)
FILE = f"{MEMBER.id}.eml"


def opened(folder: Path) -> Connection:
    return connector(folder / "outbox" / "2026-11-21")()


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_mail_is_a_file_named_after_the_member_for_its_owner_only(tmp_path: Path) -> None:
    code = opened(tmp_path).deliver(COPY, lambda: True)

    (file,) = files(tmp_path)
    assert (code, file.name) == (250, FILE)
    assert file.read_bytes() == COPY.head + COPY.tail
    assert faults(file.read_bytes(), PDF) == []
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_when_the_ledger_is_asked_the_member_has_no_file_yet(tmp_path: Path) -> None:
    seen: list[str] = []

    def fence() -> bool:
        seen.extend(path.name for path in files(tmp_path))
        return True

    opened(tmp_path).deliver(COPY, fence)

    assert seen == [f".{FILE}.part"]


def test_where_the_ledger_says_no_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(FenceLostError):
        opened(tmp_path).deliver(COPY, lambda: False)

    assert files(tmp_path) == []


def test_where_the_ledger_cannot_answer_nothing_is_left(tmp_path: Path) -> None:
    def broken() -> bool:
        raise StoppedError("the disk is full")

    with pytest.raises(StoppedError, match="the disk is full"):
        opened(tmp_path).deliver(COPY, broken)

    assert files(tmp_path) == []


def test_a_mail_that_is_sent_again_is_the_same_file(tmp_path: Path) -> None:
    outbox = opened(tmp_path)

    outbox.deliver(COPY, lambda: True)
    outbox.deliver(COPY, lambda: True)

    assert [path.name for path in files(tmp_path)] == [FILE]


def test_it_knows_whose_mail_it_holds(tmp_path: Path) -> None:
    opened(tmp_path).deliver(COPY, lambda: True)

    folder = tmp_path / "outbox" / "2026-11-21"
    assert is_in_outbox(folder, MEMBER.id)
    assert not is_in_outbox(folder, "aaaaaaaaaaaa")


def test_a_folder_that_cannot_be_made_is_told_without_a_members_name(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("a file where a folder should be")

    with pytest.raises(StoppedError, match="outbox 2026-11-21: Not a directory"):
        opened(tmp_path)


def test_a_folder_that_is_gone_stops_the_run_and_leaves_no_file(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    (tmp_path / "outbox" / "2026-11-21").rmdir()

    with pytest.raises(StoppedError, match="send again") as stopped:
        outbox.deliver(COPY, lambda: True)

    assert MEMBER.id not in str(stopped.value)
    assert files(tmp_path) == []


def test_what_a_killed_run_left_half_written_is_no_mail(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    (tmp_path / "outbox" / "2026-11-21" / f".{FILE}.part").write_bytes(b"half a mail, and longer" * 10_000)

    outbox.deliver(COPY, lambda: True)

    assert [path.read_bytes() for path in files(tmp_path)] == [COPY.head + COPY.tail]
