"""What a Postfix's log says of copies in doubt."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from flows.newsroom.model.postroom import Counts, Delivery, DeliveryState
from flows.newsroom.postroom.answers import DOUBT, Outcome
from flows.newsroom.postroom.ledger import Ledger
from flows.newsroom.postroom.server_log import Noted, read_log, settle, settle_from_log
from flows.newsroom.store import open_store
from tests.newsroom.postroom.clocks import HandClock

NOW = dt.datetime(2026, 11, 21, 10, 0).astimezone().timestamp()
START = "Nov 21 09:00:00 office postfix/master[1]: daemon started -- version 3.7.11"
MAILING = "2026-11-21"


def _received(queue_id: str, member: str) -> str:
    return f"Nov 21 09:30:00 office postfix/cleanup[9]: {queue_id}: message-id=<{member}@forum.example>"


def _taken(queue_id: str) -> str:
    return f"Nov 21 09:30:00 office postfix/qmgr[8]: {queue_id}: from=<b@forum.example>, size=9, nrcpt=1 (queue active)"


def _copy(member: str, state: DeliveryState) -> Delivery:
    return Delivery(
        mailing=MAILING,
        member=member,
        message_id=f"<{member}@forum.example>",
        state=state,
        first_at=NOW - 1800,
        code=250 if state is DeliveryState.SENT else None,
    )


COPIES = tuple(
    _copy(member, state)
    for member, state in {"a": DeliveryState.SENT, "b": DeliveryState.IN_DOUBT, "c": DeliveryState.IN_DOUBT}.items()
)


def test_a_mail_that_was_taken_over_was_sent_and_one_that_was_not_is_sent_again() -> None:
    log = [START, _received("A1", "a"), _taken("A1"), _received("B2", "b"), _taken("B2"), _received("C3", "c")]

    assert dict(settle(COPIES, read_log(log, NOW))) == {"b": DeliveryState.SENT, "c": DeliveryState.PENDING}


def test_a_queue_id_that_is_used_again_speaks_for_the_later_mail() -> None:
    log = [START, _received("A1", "a"), _taken("A1"), _received("Q", "b"), _received("Q", "c"), _taken("Q")]

    assert dict(settle(COPIES, read_log(log, NOW))) == {"b": DeliveryState.PENDING, "c": DeliveryState.SENT}


def test_the_log_of_another_server_settles_nothing() -> None:
    log = [START, _received("X", "stranger"), _taken("X")]

    assert dict(settle(COPIES, read_log(log, NOW))) == {}
    assert dict(settle(COPIES, Noted(message_ids=frozenset()))) == {}


def test_after_a_restore_the_log_settles_what_was_sent_since_the_copy() -> None:
    restored = [replace(_copy(member, DeliveryState.IN_DOUBT), first_at=None) for member in "ab"]
    noted = read_log([START, _received("A1", "a"), _taken("A1")], NOW)

    assert dict(settle(restored, noted, NOW - 1800)) == {"a": DeliveryState.SENT, "b": DeliveryState.PENDING}
    assert dict(settle(restored, noted)) == {"a": DeliveryState.SENT}
    assert dict(settle(restored, read_log([START], NOW), NOW - 1800)) == {}  # it may be another server's log


def test_a_log_that_begins_too_late_cannot_say_that_a_mail_is_missing() -> None:
    log = ["Nov 21 09:40:00 office postfix/master[1]: reload", _received("A1", "a"), _taken("A1")]
    log += [_received("B2", "b"), _taken("B2")]

    assert dict(settle(COPIES, read_log(log, NOW))) == {"b": DeliveryState.SENT}


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("2026-11-21T09:00:00.123456+00:00 office postfix/master[1]: x", "2026-11-21T09:00:00.123456+00:00"),
        ("2026-11-21T09:00:00Z office x", "2026-11-21T09:00:00+00:00"),
    ],
)
def test_stamps_with_a_year_are_read(line: str, begins: str) -> None:
    assert read_log([line], NOW).begins_at == dt.datetime.fromisoformat(begins).timestamp()


def test_a_stamp_without_a_year_lies_in_the_past() -> None:
    last_year = dt.datetime(2025, 12, 24, 8, 0).astimezone()

    assert read_log(["Dec 24 08:00:00 office x"], NOW).begins_at == pytest.approx(last_year.timestamp(), abs=3600)
    assert read_log(["no stamp at all"], NOW).begins_at is None


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_store(tmp_path / "state") as connection:
        ledger = Ledger(connection, HandClock(NOW - 1800))
        ledger.enrol(MAILING, [(member, member, f"<{member}@forum.example>") for member in "abc"])
        for member in "abc":
            claim = ledger.claim(MAILING, member)
            assert claim
            ledger.settle(claim, Outcome(state=DeliveryState.SENT, code=250) if member == "a" else DOUBT)
        yield ledger


def test_doubts_are_settled_from_the_file_and_its_former_part(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "mail.log.1").write_text("\n".join([START, _received("A1", "a"), _taken("A1"), ""]))
    (tmp_path / "mail.log").write_text("\n".join([_received("B2", "b"), _taken("B2"), ""]))
    clock = HandClock(NOW - 1795)

    assert settle_from_log(ledger, MAILING, tmp_path / "mail.log", clock) == 1

    assert ledger.counts(MAILING) == Counts(sent=2, pending=1)
    assert clock.now() == NOW - 1790  # ten quiet seconds


def test_a_log_of_which_a_part_cannot_be_read_settles_nothing(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "mail.log.1").write_text("\n".join([START, _received("A1", "a"), _taken("A1"), ""]))
    (tmp_path / "mail.log").mkdir()  # as good as one that only others may read

    assert settle_from_log(ledger, MAILING, tmp_path / "mail.log", HandClock(NOW)) == 0

    assert ledger.counts(MAILING) == Counts(sent=1, in_doubt=2)


def test_a_log_that_is_not_there_settles_nothing(ledger: Ledger, tmp_path: Path) -> None:
    assert settle_from_log(ledger, MAILING, tmp_path / "mail.log", HandClock(NOW)) == 0

    assert ledger.counts(MAILING) == Counts(sent=1, in_doubt=2)
