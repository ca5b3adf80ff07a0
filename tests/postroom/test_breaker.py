"""A server that refused everybody is tried with one mail, after a while."""

from dataclasses import replace
from pathlib import Path

import pytest

from flows.newsroom.errors import ServerAwayError, StoppedError
from flows.newsroom.model.postroom import Counts
from flows.newsroom.postroom.breaker import Breaker
from flows.newsroom.postroom.dispatch import Extras
from flows.newsroom.store import open_store
from tests.newsroom.postroom.clocks import HandClock
from tests.postroom.fault_server import FaultServer
from tests.postroom.runs import MAILING, QUICK, Run, a_run, to

HOUR = 3600.0
ROUTE = Extras(route="mail.example:587")
BY_ITSELF = replace(QUICK, tries_at_once=False)


def _refused(run: Run, server: FaultServer, words: str, clock: HandClock, by: str = "hand") -> None:
    with pytest.raises(StoppedError, match=words):
        run.send(to(server.port), QUICK if by == "hand" else BY_ITSELF, clock=clock, extras=ROUTE)


def _tried(server: FaultServer) -> int:
    return sum(command.startswith("RCPT") for command in server.commands)


def test_the_next_run_tries_one_mail_and_not_eight_and_nobody_loses_a_try(tmp_path: Path) -> None:
    clock = HandClock()
    with FaultServer() as server, a_run(tmp_path, ["rcpt-550-5.7.1"] * 20) as run:
        _refused(run, server, "8 refusals", clock)
        before = _tried(server)

        _refused(run, server, "still does not take", clock)

        assert (before, _tried(server)) == (8, 9)
        assert run.ledger.counts(MAILING) == Counts(pending=20)
        assert run.tries() == 0


def test_a_relay_that_knows_nobody_is_tried_with_three(tmp_path: Path) -> None:
    clock = HandClock()
    with FaultServer() as server, a_run(tmp_path, ["rcpt-550"] * 20) as run:
        _refused(run, server, "8 refusals", clock)
        _refused(run, server, "still does not take", clock)

        assert _tried(server) == 11


def test_a_run_that_no_person_began_waits_longer_each_time(tmp_path: Path) -> None:
    clock = HandClock()
    with FaultServer() as server, a_run(tmp_path, ["rcpt-550-5.7.1"] * 20) as run:
        _refused(run, server, "8 refusals", clock)

        for rest in (1, 2, 4, 8, 8):
            connections = server.connections
            clock.sleep(rest * HOUR - 60)
            with pytest.raises(ServerAwayError, match=r"tried again in 1 minute\."):
                run.send(to(server.port), BY_ITSELF, clock=clock, extras=ROUTE)
            assert server.connections == connections
            clock.sleep(60)
            _refused(run, server, "still does not take", clock, by="itself")


def test_a_mail_that_is_taken_ends_it(tmp_path: Path) -> None:
    clock = HandClock()
    with FaultServer() as server, a_run(tmp_path, ["ok"] * 20) as run:
        Breaker(run.ledger.connection, clock, ROUTE.route).open()

        assert run.send(to(server.port), clock=clock, extras=ROUTE) == Counts(sent=20)
        assert Breaker(run.ledger.connection, clock, ROUTE.route).tries_again_at() is None


@pytest.mark.parametrize("jump", [-1e9, 0.0])
def test_a_clock_that_jumps_back_only_begins_the_rest_again(tmp_path: Path, jump: float) -> None:
    clock = HandClock()
    with open_store(tmp_path) as connection:
        breaker = Breaker(connection, clock, "a")
        breaker.open()
        clock.time += jump

        assert breaker.tries_again_at() == clock.now() + HOUR
        assert Breaker(connection, clock, "another way").tries_again_at() is None
