"""A run, from the ledger to a real server: nobody twice, nobody forgotten, and an end to what cannot go well."""

import random
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from flows.newsroom.errors import InterlockError, ServerAwayError, StoppedError, StoreError
from flows.newsroom.model.postroom import Counts, DeliveryState, Envelope, MailingState, Reason
from flows.newsroom.postroom.channels import Connection
from flows.newsroom.postroom.dispatch import Extras
from flows.newsroom.postroom.ledger import Ledger
from flows.newsroom.postroom.login import Login
from flows.newsroom.postroom.smtp import Server, connector
from flows.newsroom.store import open_store
from tests.newsroom.postroom.clocks import HandClock
from tests.postroom.certificates import server_side, trusting
from tests.postroom.fault_server import FaultServer
from tests.postroom.runs import MAILING, QUICK, a_run, to

FOUR = replace(QUICK, connections=4)


@pytest.mark.parametrize("rules", [QUICK, FOUR], ids=["one connection", "four connections"])
def test_every_member_gets_one_copy_and_a_second_run_sends_nothing(tmp_path: Path, rules: object) -> None:
    rules = QUICK if rules is QUICK else FOUR
    with FaultServer() as server, a_run(tmp_path, ["ok"] * 60) as run:
        assert run.send(to(server.port), rules) == Counts(sent=60)
        assert run.mailing().state is MailingState.FINISHED

        assert run.send(to(server.port), rules) == Counts(sent=60)

        assert server.copies() == Counter(run.addresses.values())
        assert {kept.message_id for kept in server.kept} == {f"<{member}@forum.example>" for member in run.addresses}


_OFTEN = {"ok": 70, "grey": 6, "rcpt-550-5.1.1": 3, "hangup-end": 3, "silent-end": 1}
_TWICE = (
    "rcpt-552-5.2.2",
    "rcpt-550-5.7.1",
    "end-451",
    "rcpt-421",
    "nonsense-end",
    "hangup-body",
    "data-554",
    "nonsense-rcpt",
)


@pytest.mark.parametrize("connections", [1, 3])
def test_all_faults_mixed_give_nobody_two_copies_and_end_every_copy_in_the_right_state(
    tmp_path: Path, connections: int
) -> None:
    faults = [*(fault for fault, number in _OFTEN.items() for _ in range(number)), *_TWICE, *_TWICE]
    random.Random(1).shuffle(faults)  # noqa: S311 the same order each time
    with FaultServer() as server, a_run(tmp_path, faults) as run:
        counts = run.send(to(server.port, end_seconds=0.3), replace(QUICK, connections=connections))

        copies = server.copies()
        assert max(copies.values()) == 1
        assert counts == Counts(sent=76, in_doubt=counts.in_doubt, failed=99 - 76 - counts.in_doubt)
        for delivery in run.ledger.deliveries(MAILING):
            has_it = bool(copies[run.addresses[delivery.member]])
            assert has_it or delivery.state is not DeliveryState.SENT
            assert not has_it or delivery.state in {DeliveryState.SENT, DeliveryState.IN_DOUBT}
        assert run.of("rcpt-550-5.1.1").attempts == 1
        assert run.of("rcpt-552-5.2.2").reason is Reason.MAILBOX_FULL
        assert run.of("rcpt-550-5.7.1").reason is Reason.REFUSED_US
        assert run.of("end-451").attempts == len(QUICK.retry_after)
        assert run.mailing().state is MailingState.FINISHED

        before = len(server.kept)
        run.send(to(server.port))
        assert len(server.kept) == before


def test_doubts_are_sent_again_only_by_choice(tmp_path: Path) -> None:
    with FaultServer() as server, a_run(tmp_path, ["ok", "hangup-end", "ok"]) as run:
        run.repeat_doubts()
        run.send(to(server.port))

        assert run.of("hangup-end").state is DeliveryState.IN_DOUBT  # at the last try, too, nobody can say
        assert server.copies()[run.addresses["m00001"]] == len(QUICK.retry_after)
        assert run.of("ok").state is DeliveryState.SENT


@pytest.mark.parametrize("senders", [2, 3])
def test_of_senders_at_once_one_sends_and_the_others_are_told(tmp_path: Path, senders: int) -> None:
    with FaultServer(delay=0.01) as server, a_run(tmp_path, ["ok"] * 30) as run:
        told, begin = list[str](), threading.Barrier(senders)

        def send() -> None:
            with a_run(tmp_path, ["ok"] * 30) as mine:
                begin.wait()
                try:
                    mine.send(to(server.port))
                except InterlockError as error:
                    told.append(str(error))

        threads = [threading.Thread(target=send) for _ in range(senders)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert len(told) == senders - 1
        assert server.copies() == Counter(run.addresses.values())


def test_a_server_that_is_down_costs_no_try(tmp_path: Path) -> None:
    with a_run(tmp_path, ["ok"] * 5) as run:
        for banner in ("421 busy", "drop"):
            with FaultServer(banner=banner) as server, pytest.raises(ServerAwayError):
                run.send(to(server.port))
        with pytest.raises(ServerAwayError):
            run.send(to(1))

        assert run.tries() == 0
        assert run.mailing().state is MailingState.SENDING
        with FaultServer() as server:
            assert run.send(to(server.port)).sent == 5


def test_a_server_that_takes_no_mail_from_us_now_costs_no_try(tmp_path: Path) -> None:
    with FaultServer() as server, a_run(tmp_path, ["ok"] * 5) as run:
        with pytest.raises(ServerAwayError):
            replace(run, sender="mail-451@forum.example").send(to(server.port))

        assert run.tries() == 0
        assert run.send(to(server.port)).sent == 5


def test_when_everybody_is_put_off_the_run_pauses_after_twenty(tmp_path: Path) -> None:
    with FaultServer() as server, a_run(tmp_path, ["rcpt-451"] * 50) as run:
        with pytest.raises(ServerAwayError, match="20 members"):
            run.send(to(server.port))

        counts = run.ledger.counts(MAILING)
        assert (counts.deferred, counts.pending) == (20, 30)


@pytest.mark.parametrize("fault", ["end-550-5.7.26", "rcpt-550-5.1.1"])
def test_nor_has_anybody_whose_mail_was_under_way_over_another_connection(tmp_path: Path, fault: str) -> None:
    """Who would otherwise be taken for gone, and taken off the list."""
    with FaultServer(delay=0.01) as server, a_run(tmp_path, [fault] * 50) as run:
        with pytest.raises(StoppedError, match="8 refusals in a row"):
            run.send(to(server.port), FOUR)

        assert run.ledger.counts(MAILING) == Counts(pending=50)
        assert run.tries() == 0


@pytest.mark.parametrize("fault", ["end-550-5.7.26", "rcpt-550-5.7.1", "rcpt-550", "data-554"])
def test_when_everybody_is_refused_the_run_stops_after_eight_and_nobody_has_lost_a_try(
    tmp_path: Path, fault: str
) -> None:
    """Also a relay that says "no such mailbox" of everybody: eight in a row are a matter of our set-up."""
    with FaultServer() as server, a_run(tmp_path, [fault] * 50) as run:
        with pytest.raises(StoppedError, match=r"8 refusals in a row.*\(5"):
            run.send(to(server.port))

        assert run.ledger.counts(MAILING) == Counts(pending=50)
        assert run.tries() == 0
        assert server.connections == 1
        assert run.mailing().state is MailingState.STOPPED
        assert "8 refusals" in (run.mailing().stop_reason or "")


def test_a_few_who_are_refused_again_and_again_do_not_trip_the_breaker(tmp_path: Path) -> None:
    faults = [*["data-554"] * 5, *["rcpt-550-5.7.1"] * 2, "ok"]
    with FaultServer() as server, a_run(tmp_path, faults) as run:
        assert run.send(to(server.port)) == Counts(sent=1, failed=7)


def test_an_organisation_that_has_lost_all_its_mailboxes_does_not_stop_the_run(tmp_path: Path) -> None:
    faults = ["ok", *["rcpt-550-5.1.1"] * 12]
    with FaultServer() as server, a_run(tmp_path, faults) as run:
        counts = run.send(to(server.port), domain_of=lambda _member: "council.example")

        assert counts == Counts(sent=1, failed=12)


def test_on_a_short_list_where_nobody_is_reached_the_run_stops_too(tmp_path: Path) -> None:
    with FaultServer() as server, a_run(tmp_path, ["rcpt-550"] * 4) as run:
        with pytest.raises(StoppedError, match="4 refusals"):
            run.send(to(server.port))

        assert run.ledger.counts(MAILING) == Counts(pending=4)


def test_doubts_in_a_row_stop_the_run(tmp_path: Path) -> None:
    with FaultServer() as server, a_run(tmp_path, ["hangup-end"] * 20) as run:
        with pytest.raises(StoppedError, match="5 times in a row"):
            run.send(to(server.port))

        assert run.ledger.counts(MAILING) == Counts(pending=15, in_doubt=5)


def test_a_mail_that_is_too_big_stops_the_run(tmp_path: Path) -> None:
    with FaultServer(size=10_000) as server, a_run(tmp_path, ["ok"] * 5) as run:
        with pytest.raises(StoppedError, match="link"):
            run.send(to(server.port))

        assert run.ledger.counts(MAILING) == Counts(pending=5)
        assert run.tries() == 0


def test_a_stopped_mailing_goes_on_once_the_cause_is_gone(tmp_path: Path) -> None:
    with a_run(tmp_path, ["ok"] * 5) as run:
        with FaultServer(banner="554 go away") as server, pytest.raises(StoppedError):
            run.send(to(server.port))

        with FaultServer() as server:
            assert run.send(to(server.port)).sent == 5
        assert run.mailing().stop_reason is None


def test_a_password_that_is_refused_stops_the_mailing_before_anybody_is_tried(
    tmp_path: Path, certificate: Path
) -> None:
    with FaultServer(tls=server_side(certificate), login=("office", "right")) as server, a_run(tmp_path, ["ok"]) as run:
        where = Server(host="127.0.0.1", port=server.port, login=Login(user="office"), answer_seconds=2)

        with pytest.raises(StoppedError, match="password"):
            run.send(connector(where, trusting(certificate)))
        assert run.mailing().state is MailingState.STOPPED
        assert run.tries() == 0


def test_a_mailing_that_was_not_released_is_not_sent(tmp_path: Path) -> None:
    with FaultServer() as server, a_run(tmp_path, ["ok"]) as run:
        run.ledger.move_mailing(MAILING, list(MailingState), MailingState.APPROVED)

        with pytest.raises(InterlockError, match="not been released"):
            run.send(to(server.port))
        assert server.connections == 0


def test_whoever_leaves_during_the_run_gets_nothing(tmp_path: Path) -> None:
    with FaultServer() as server, a_run(tmp_path, ["ok"] * 10) as run:

        def leave(_state: DeliveryState) -> None:
            run.has_left.add("m00009")

        counts = run.send(to(server.port), extras=Extras(progress=leave))

        assert counts == Counts(sent=9, suppressed=1)
        assert run.addresses["m00009"] not in server.copies()


def test_an_address_that_may_not_be_written_to_ends_the_run_before_its_mail(tmp_path: Path) -> None:
    def gate(_address: str) -> None:
        raise InterlockError("Test mode: only the addresses in test_addresses may be written to.")

    with FaultServer() as server, a_run(tmp_path, ["ok"] * 3) as run:
        with pytest.raises(InterlockError, match="Test mode"):
            run.send(to(server.port), gate=gate)

        assert [command for command in server.commands if command.startswith(("MAIL", "RCPT"))] == []
        assert run.ledger.counts(MAILING) == Counts(pending=3)


def test_an_old_connection_that_the_server_ends_costs_nobody_a_try(tmp_path: Path) -> None:
    with FaultServer(mails_per_connection=3) as server, a_run(tmp_path, ["ok"] * 10) as run:
        assert run.send(to(server.port)).sent == 10
        assert run.tries() == 10
        assert server.connections == 4


def test_a_connection_is_renewed_after_so_many_mails(tmp_path: Path) -> None:
    with FaultServer() as server, a_run(tmp_path, ["ok"] * 10) as run:
        run.send(to(server.port), replace(QUICK, reopen_every=4))

        assert server.connections == 3


def test_a_server_that_allows_fewer_connections_is_served_by_fewer(tmp_path: Path) -> None:
    with FaultServer(connections_at_once=2, delay=0.01) as server, a_run(tmp_path, ["ok"] * 30) as run:
        assert run.send(to(server.port), FOUR).sent == 30
        assert server.copies() == Counter(run.addresses.values())


def test_a_fence_that_cannot_reach_the_disk_sends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_ledger: Ledger, _claim: object) -> bool:
        raise sqlite3.OperationalError("database or disk is full")

    with FaultServer() as server, a_run(tmp_path, ["ok"] * 3) as run:
        with monkeypatch.context() as patched:
            patched.setattr(Ledger, "fence", full)
            with pytest.raises(StoreError, match="disk is full"):
                run.send(to(server.port))

        assert server.kept == []
        assert run.send(to(server.port)).sent == 3


def test_a_person_who_stops_the_run_loses_no_copy(tmp_path: Path) -> None:
    """The mail in hand is finished; the next run goes on with the others."""
    with FaultServer(delay=0.1) as server, a_run(tmp_path, ["ok"] * 10) as run:

        def stop(_state: DeliveryState) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            run.send(to(server.port), extras=Extras(progress=stop))

        counts = run.ledger.counts(MAILING)
        assert counts.sent == len(server.kept)
        assert (counts.in_doubt, counts.waiting) == (0, 10 - counts.sent)
        assert run.send(to(server.port)).sent == 10
        assert server.copies() == Counter(run.addresses.values())


def test_the_rate_is_kept_over_connections_and_restarts(tmp_path: Path) -> None:
    clock = HandClock()
    rules = replace(FOUR, per_minute=30)
    with FaultServer() as server, a_run(tmp_path, ["ok"] * 7, clock) as run:
        begun = clock.now()
        with pytest.raises(KeyboardInterrupt):
            run.send(to(server.port), rules, clock=clock, extras=Extras(progress=_stop_after(3)))
        run.send(to(server.port), rules, clock=clock)

        assert clock.now() - begun == pytest.approx(6 * 2.0)


def test_a_clock_that_runs_back_in_the_middle_leaves_nobody_behind(tmp_path: Path) -> None:
    clock = HandClock()
    with FaultServer() as server, a_run(tmp_path, ["grey"] * 5, clock) as run:
        rules = replace(QUICK, patience=0)
        run.send(to(server.port), rules, clock=clock)
        assert run.ledger.counts(MAILING) == Counts(deferred=5)

        clock.time -= 5 * 365 * 86_400.0

        assert run.send(to(server.port), rules, clock=clock).sent == 5


def test_a_clock_that_jumps_ahead_gives_nobody_up_early(tmp_path: Path) -> None:
    clock = HandClock()
    with FaultServer() as server, a_run(tmp_path, ["rcpt-451"] * 2, clock) as run:
        rules = replace(QUICK, patience=0)
        run.send(to(server.port), rules, clock=clock)

        clock.time += 365 * 86_400.0
        run.send(to(server.port), rules, clock=clock)

        assert run.ledger.counts(MAILING) == Counts(deferred=2)


def test_a_run_has_a_copy_of_the_database_before_its_first_mail(tmp_path: Path) -> None:
    seen = list[Counts]()

    def connect() -> Connection:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "elsewhere" / "newsroom.db").write_bytes((tmp_path / "newsroom.db.copy").read_bytes())
        with open_store(tmp_path / "elsewhere") as connection:
            seen.append(Ledger(connection, HandClock()).counts(MAILING))
        return to(server.port)()

    with FaultServer() as server, a_run(tmp_path, ["ok"] * 3) as run:
        run.send(connect)

    assert seen == [Counts(pending=3)]


def test_members_of_one_domain_take_turns_with_the_others(tmp_path: Path) -> None:
    with FaultServer() as server, a_run(tmp_path, ["ok"] * 6) as run:
        run.send(to(server.port), domain_of=lambda member: "a" if member < "m00004" else member)

        order = [kept.message_id[1:7] for kept in server.kept]
        assert order == ["m00000", "m00004", "m00005", "m00001", "m00002", "m00003"]


def test_a_mail_that_cannot_be_made_claims_nothing(tmp_path: Path) -> None:
    def broken(member: str) -> Envelope | None:
        raise ValueError(member)

    with FaultServer() as server, a_run(tmp_path, ["ok"] * 3) as run:
        object.__setattr__(run, "envelope_of", broken)
        with pytest.raises(ValueError, match="m00000"):
            run.send(to(server.port))

        assert run.ledger.counts(MAILING) == Counts(pending=3)
        assert server.kept == []


def test_stopping_does_not_wait_ten_minutes_for_a_silent_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.newsroom.postroom.crew._GRACE_SECONDS", 0.2)
    with FaultServer(silence=5) as server, a_run(tmp_path, ["silent-end", "ok"]) as run:
        begun = time.monotonic()
        with pytest.raises(KeyboardInterrupt):
            run.send(to(server.port, end_seconds=60), replace(FOUR, per_minute=60), clock=_Impatient())

        assert time.monotonic() - begun < 3
        assert run.of("silent-end").state is DeliveryState.IN_DOUBT


class _Impatient(HandClock):
    """Somebody presses Ctrl-C while the run waits for its rate."""

    def sleep(self, seconds: float) -> None:
        time.sleep(min(seconds, 0.2))
        raise KeyboardInterrupt


def _stop_after(number: int) -> Callable[[DeliveryState], None]:
    seen = list[DeliveryState]()

    def stop(state: DeliveryState) -> None:
        seen.append(state)
        if len(seen) == number:
            raise KeyboardInterrupt

    return stop
