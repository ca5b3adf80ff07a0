"""An older state folder, or a copy of it elsewhere: found out before anybody is sent a second copy."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from flows import whereabouts
from flows.assessing import assess
from flows.newsroom.errors import InterlockError, StoppedError
from flows.newsroom.model.postroom import Counts, DeliveryState, MailingState, Reason
from flows.newsroom.postroom import outbox, server_log
from flows.newsroom.postroom.dispatch import Extras
from flows.newsroom.postroom.ledger import Ledger
from flows.newsroom.postroom.seat import this_machine, this_seat
from flows.newsroom.postroom.witness import Witness
from flows.office import Office
from flows.releasing import approve, release
from tests.newsroom.postroom.clocks import HandClock
from tests.postroom.fault_server import FaultServer
from tests.postroom.offices import DAY, ISSUE, an_office, enrol, make_forum
from tests.postroom.runs import MAILING, QUICK, Run, a_run, to


class _StopError(Exception):
    """The computer is switched off."""


def _stop_after(copies: int) -> Callable[[DeliveryState], None]:
    seen = list[DeliveryState]()

    def progress(state: DeliveryState) -> None:
        seen.append(state)
        if len(seen) == copies:
            raise _StopError

    return progress


def _extras(tmp_path: Path) -> Extras:
    witness = Witness(tmp_path / "output")
    return Extras(note=witness.note, knows_more=lambda ledger, mailing: witness.knows_more(ledger.connection, mailing))


@contextmanager
def _put_back(tmp_path: Path, extras: Extras, port: int, connections: int = 1) -> Iterator[Run]:
    """A mailing to thirty of whom some have it, and the state folder of before the first mail."""
    state, before = tmp_path / "state", tmp_path / "before"
    with a_run(state, ["ok"] * 30):
        pass
    shutil.copytree(state, before)
    rules = replace(QUICK, connections=connections)
    with a_run(state, ["ok"] * 30) as run, pytest.raises(_StopError):
        run.send(to(port), rules, extras=replace(extras, progress=_stop_after(7)))
    shutil.rmtree(state)
    before.rename(state)
    with a_run(state, ["ok"] * 30) as run:
        yield run


@pytest.mark.parametrize("connections", [1, 4])
def test_an_older_ledger_sends_nobody_a_second_copy(tmp_path: Path, connections: int) -> None:
    extras = _extras(tmp_path)
    with FaultServer() as server, _put_back(tmp_path, extras, server.port, connections) as run:
        has_it = server.copies()

        with pytest.raises(StoppedError, match="Of 30 who wait by it nobody knows"):
            run.send(to(server.port), extras=extras)
        assert run.send(to(server.port), extras=extras) == Counts(in_doubt=30)

        assert server.copies() == has_it
        assert run.of("ok").reason is Reason.RESTORED


def test_whom_a_person_then_settles_is_served_and_the_others_stay_in_doubt(tmp_path: Path) -> None:
    extras = _extras(tmp_path)
    with FaultServer() as server, _put_back(tmp_path, extras, server.port) as run:
        with pytest.raises(StoppedError):
            run.send(to(server.port), extras=extras)
        last = max(run.addresses)
        run.ledger.decide(MAILING, last, DeliveryState.PENDING, Reason.BY_HAND)

        assert run.send(to(server.port), extras=extras) == Counts(sent=1, in_doubt=29)
        assert server.copies()[run.addresses[last]] == 1


def test_a_ledger_that_knows_all_goes_on(tmp_path: Path) -> None:
    extras = _extras(tmp_path)
    with FaultServer() as server, a_run(tmp_path / "state", ["ok"] * 30) as run:
        with pytest.raises(_StopError):
            run.send(to(server.port), extras=replace(extras, progress=_stop_after(7)))

        assert run.send(to(server.port), extras=extras) == Counts(sent=30)
        assert set(server.copies().values()) == {1}


def test_a_note_that_cannot_be_read_may_say_so(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / f".mailing-{MAILING}").write_text("?")

    with FaultServer() as server, a_run(tmp_path / "state", ["ok"] * 3) as run:
        with pytest.raises(StoppedError, match="put back"):
            run.send(to(server.port), extras=_extras(tmp_path))
        assert server.kept == []


def test_where_nothing_can_be_noted_nothing_is_sent_and_nobody_is_in_doubt(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file in the way")

    with FaultServer() as server, a_run(tmp_path / "state", ["ok"] * 3) as run:
        with pytest.raises(StoppedError, match="cannot be noted in the folder output"):
            run.send(to(server.port), extras=replace(_extras(tmp_path), knows_more=Extras().knows_more))

        assert server.kept == []
        assert run.ledger.counts(MAILING) == Counts(pending=3)


def test_the_log_of_a_postfix_tells_of_an_older_ledger_and_settles_it(tmp_path: Path) -> None:
    """Also where the whole folder of the forum was put back, with the notes beside the issues."""
    log, clock = tmp_path / "mail.log", HandClock()

    def line(member: str, number: int) -> str:
        stamp = "2020-01-01T00:00:00+00:00 h postfix"
        return (
            f"{stamp}/cleanup[1]: Q{number}: message-id=<{member}@forum.example>\n{stamp}/qmgr[1]: Q{number}: from=<>\n"
        )

    extras = Extras(
        knows_more=lambda ledger, mailing: server_log.knows_more(ledger, mailing, log, clock.now()),
        settle_doubts=lambda ledger, mailing: server_log.settle_from_log(ledger, mailing, log, clock, 0.0),
    )
    with FaultServer() as server, _put_back(tmp_path, Extras(), server.port) as run:
        has_it = [member for member, address in run.addresses.items() if server.copies()[address]]
        log.write_text("".join(line(member, number) for number, member in enumerate(has_it)))
        run.ledger.save_mailing(replace(run.mailing(), released_at=clock.now()))

        with pytest.raises(StoppedError):
            run.send(to(server.port), extras=extras)

        assert run.send(to(server.port), extras=extras) == Counts(sent=30)
        assert set(server.copies().values()) == {1}


def test_an_outbox_tells_of_an_older_ledger(tmp_path: Path) -> None:
    box = tmp_path / "box"
    with a_run(tmp_path, ["ok"] * 3) as run:
        outbox.connector(box)()
        (box / "m00001.eml").write_text("taken")
        extras = Extras(knows_more=lambda ledger, mailing: outbox.knows_more(ledger, mailing, box))

        with pytest.raises(StoppedError, match="Of 3 who wait"):
            run.send(outbox.connector(box), extras=extras)


def _let_go(office: Office, mailing: str = ISSUE) -> Ledger:
    assessment = assess(office, mailing)
    release(office, approve(office, assessment, by="The chair"), assessment)
    return office.ledger


@pytest.fixture
def forum(tmp_path: Path) -> Path:
    """A forum whose state folder was put aside before its issue was let go."""
    make_forum(tmp_path)
    with an_office(tmp_path) as office:
        enrol(office, "ann@example.org", "bob@example.org")
    return tmp_path


def _state(forum: Path) -> Path:
    return forum / ".standfirst"


def test_an_issue_that_was_let_go_is_not_let_go_again_by_an_older_state_folder(forum: Path) -> None:
    shutil.copytree(_state(forum), forum / "backup")
    with an_office(forum) as office:
        _let_go(office)
    shutil.rmtree(_state(forum))
    (forum / "backup").rename(_state(forum))

    with an_office(forum) as office, pytest.raises(InterlockError, match=f".mailing-{ISSUE} in the folder output"):
        _let_go(office)


def test_nor_is_another_issue_sent_by_it_until_somebody_has_looked(forum: Path) -> None:
    shutil.copytree(_state(forum), forum / "backup")
    with an_office(forum) as office:
        _let_go(office)
    shutil.rmtree(_state(forum))
    (forum / "backup").rename(_state(forum))
    following = DAY.replace(day=DAY.day + 1).isoformat()
    shutil.copytree(forum / "output" / ISSUE, forum / "output" / following)

    with an_office(forum) as office:
        with pytest.raises(InterlockError, match=f"does not know all of {ISSUE}") as refused:
            whereabouts.expect_to_send_from_here(office, following)
        assert f"send --date {following} --from-here" in str(refused.value)

        whereabouts.send_from_here(office)
        whereabouts.expect_to_send_from_here(office, following)
        with pytest.raises(InterlockError, match="let go before"):
            _let_go(office)


def test_a_copy_of_the_folder_on_another_computer_sends_nothing_until_somebody_says_so(
    forum: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with an_office(forum) as office:
        _let_go(office)

        monkeypatch.setattr(whereabouts, "this_machine", lambda: "another")
        with pytest.raises(InterlockError, match="--from-here"):
            whereabouts.expect_to_send_from_here(office, ISSUE)

        assert whereabouts.send_from_here(office) == 2
        whereabouts.expect_to_send_from_here(office, ISSUE)
        assert office.ledger.counts(ISSUE) == Counts(in_doubt=2)
        assert office.mailing(ISSUE).state is MailingState.RELEASED


def test_a_place_is_told_by_the_computer_and_the_folder(tmp_path: Path) -> None:
    places = {this_seat(tmp_path, "a"), this_seat(tmp_path / "copy", "a"), this_seat(tmp_path, "b")}

    assert len(places) == 3
    assert this_machine() == this_machine()
