"""The outbox holds at most one file a member, and none without the ledger's word."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from flows.newsroom.errors import ServerAwayError, StoppedError, StoreError
from flows.newsroom.model.postroom import Counts, DeliveryState
from flows.newsroom.postroom.answers import Outcome
from flows.newsroom.postroom.channels import Connection, FenceLostError
from flows.newsroom.postroom.dispatch import Extras
from flows.newsroom.postroom.message import envelope, make_letter
from flows.newsroom.postroom.outbox import connector, settle_from_outbox
from flows.newsroom.store import FILE_NAME, open_store
from tests.postroom.conformance import faults
from tests.postroom.fault_server import FaultServer
from tests.postroom.runs import MAILING, Run, a_run, to
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


@contextmanager
def broken_off(state: Path) -> Iterator[Run]:
    """A run to the outbox of which the first copy was laid down; of the next two the sender died at the end."""
    with a_run(state, ["ok"] * 4) as run:
        claims = [run.ledger.claim(MAILING, f"m0000{number}") for number in range(3)]
        for number, claim in enumerate(claims):
            assert claim
            assert run.ledger.fence(claim)
            if number < 2:
                laid_down(state, claim.member).write_bytes(b"")
        assert claims[0]
        assert run.ledger.settle(claims[0], Outcome(state=DeliveryState.SENT, code=250))
        yield run


def laid_down(state: Path, member: str) -> Path:
    folder = state / "outbox" / MAILING
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{member}.eml"


def goes_on(run: Run) -> Counts:
    box = run.state / "outbox" / MAILING
    settling = Extras(route="outbox", settle_doubts=lambda ledger, mailing: settle_from_outbox(ledger, mailing, box))
    return run.send(connector(box), extras=settling)


def test_what_lies_in_it_settles_doubts(tmp_path: Path) -> None:
    with broken_off(tmp_path) as run:
        run.ledger.recover(MAILING)

        assert settle_from_outbox(run.ledger, MAILING, tmp_path / "outbox" / MAILING) == 1
        assert run.ledger.counts(MAILING) == Counts(sent=2, pending=2)


def test_once_somebody_has_taken_mails_out_none_is_laid_down_again(tmp_path: Path) -> None:
    with broken_off(tmp_path) as run:
        run.ledger.recover(MAILING)
        laid_down(tmp_path, "m00000").unlink()
        laid_down(tmp_path, "m00001").unlink()

        assert settle_from_outbox(run.ledger, MAILING, tmp_path / "outbox" / MAILING) == 0
        assert run.ledger.counts(MAILING) == Counts(sent=1, in_doubt=2, pending=1)


def test_after_a_restore_a_mail_that_is_missing_may_have_been_taken_out(tmp_path: Path) -> None:
    with a_run(tmp_path, ["ok"] * 3):
        pass
    (tmp_path / FILE_NAME).unlink()
    with pytest.raises(StoreError, match="is in its place"), open_store(tmp_path):
        pass
    laid_down(tmp_path, "m00001").write_bytes(b"")

    with a_run(tmp_path, []) as run:
        assert settle_from_outbox(run.ledger, MAILING, tmp_path / "outbox" / MAILING) == 0
        assert run.ledger.counts(MAILING) == Counts(sent=1, in_doubt=2)


def test_what_a_mail_server_may_have_is_not_laid_down_when_the_channel_changes(tmp_path: Path) -> None:
    with FaultServer() as server, a_run(tmp_path, ["hangup-end", "ok", "ok"]) as run:
        with pytest.raises(KeyboardInterrupt):
            run.send(to(server.port), extras=Extras(route="a server", progress=_stop))
        asked = goes_on(run)
        again = goes_on(run)

        assert asked == again == Counts(sent=2, in_doubt=1)
        assert [path.name for path in files(tmp_path / "outbox")] == ["m00001.eml", "m00002.eml"]


def test_a_way_by_which_nothing_left_does_not_count(tmp_path: Path) -> None:
    """As of a host that was mistyped."""
    with a_run(tmp_path, ["ok"] * 2) as run:
        with pytest.raises(ServerAwayError):
            run.send(to(1), extras=Extras(route="mistyped"))
        claim = run.ledger.claim(MAILING, "m00000")
        assert claim
        assert run.ledger.note_route(MAILING, "outbox")
        assert run.ledger.fence(claim)

        assert goes_on(run) == Counts(sent=2)


def _stop(_state: DeliveryState) -> None:
    raise KeyboardInterrupt


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
