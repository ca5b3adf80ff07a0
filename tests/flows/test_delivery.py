"""The flow that sends, on a real Prefect server and a real SMTP server: once each, and nothing of a member kept."""

import datetime as dt
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from prefect import flow
from prefect.blocks.system import Secret
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterState, FlowRunFilterStateType
from prefect.client.schemas.objects import State, StateType

import flows.delivery
from flows.assessing import assess
from flows.channel import breaker_of
from flows.commands.correct import correct_issue
from flows.commands.send import send_test
from flows.delivery import delivery
from flows.deployments import make_deployments
from flows.newsletter import SCHEDULED, newsletter
from flows.newsroom.errors import InterlockError
from flows.newsroom.model.postroom import DeliveryState, MailingState, Member, Reason
from flows.newsroom.settings import read_settings
from flows.office import Office, open_office
from flows.password import BLOCK
from flows.releasing import approve, release
from tests.flows.kept import all_that_prefect_keeps
from tests.postroom.fault_server import FaultServer
from tests.postroom.offices import SETTINGS, enrol, make_forum

TODAY = dt.datetime.now(ZoneInfo("Europe/London")).date()
ISSUE = TODAY.isoformat()

pytestmark = pytest.mark.usefixtures("prefect_server")


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """A mail server that does what an address says."""
    with FaultServer() as running:
        yield running


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flows.delivery, "PATIENCE_SECONDS", 0.0)


@pytest.fixture
def standing_in(tmp_path: Path, server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A forum with an issue of today that mails by `server`; the test stands in its folder."""
    make_forum(tmp_path, _settings(server.port), day=TODAY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _settings(port: int, *, is_automatic: bool = False) -> str:
    settings = SETTINGS.replace('"outbox"', '"smtp"')
    if is_automatic:
        settings = settings.replace("[delivery]", '[delivery]\napproval = "automatic"')
    return f'{settings}host = "127.0.0.1"\nport = {port}\nsecurity = "none"\n'


@contextmanager
def here() -> Iterator[Office]:
    with open_office(read_settings(Path.cwd())) as office:
        yield office


def let_go(*addresses: str) -> tuple[Member, ...]:
    """Members with these addresses, and the issue of today released for them."""
    with here() as office:
        members = enrol(office, *addresses)
        assessment = assess(office, ISSUE)
        release(office, approve(office, assessment, by="Maud Wombatson"), assessment)
    return members


def run(mailing: str = ISSUE) -> "State[Any]":
    return delivery(mailing, return_state=True)


def cause(state: "State[Any]") -> Exception:
    found = state.result(raise_on_failure=False)
    assert isinstance(found, Exception)
    return found


def mailing_state() -> MailingState:
    with here() as office:
        return office.mailing(ISSUE).state


def published() -> bool:
    with here() as office:
        return bool(office.connection.execute("SELECT 1 FROM issue WHERE published_at IS NOT NULL").fetchall())


@pytest.mark.usefixtures("standing_in")
def test_every_member_gets_it_once_and_neither_another_run_nor_a_new_headline_sends_more(server: FaultServer) -> None:
    let_go("ann@example.org", "bob@example.org", "cyd@example.org")
    first = run()

    Path("output", ISSUE, "email.html").write_text("<p>Another headline")
    second = run()

    assert (first.name, second.name) == ("Completed", "Completed")
    assert first.message == "3 of 3 sent, 0 in doubt."
    assert server.copies() == {"ann@example.org": 1, "bob@example.org": 1, "cyd@example.org": 1}
    assert mailing_state() is MailingState.FINISHED
    assert published()


def test_a_test_mail_too_finds_the_password_that_prefect_keeps(
    standing_in: Path, prefect_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", {**os.environ, "PREFECT_API_URL": prefect_server})
    Secret(value="right").save(BLOCK)
    try:
        with FaultServer(login=("news", "right")) as asking:
            settings = _settings(asking.port).replace("[delivery.server]", '[delivery.server]\nuser = "news"')
            (standing_in / "newsletter.toml").write_text(settings)
            send_test(ISSUE, "chair@example.org")

            assert asking.copies() == {"chair@example.org": 1}
    finally:
        Secret.delete(BLOCK)


@pytest.mark.usefixtures("standing_in")
def test_an_issue_that_nobody_released_is_not_sent(server: FaultServer) -> None:
    with here() as office:
        enrol(office, "ann@example.org")
        approve(office, assess(office, ISSUE), by="The chair")

    state = run()

    assert state.is_failed()
    assert "Nobody has released it" in str(cause(state))
    assert server.commands == []


def test_a_server_that_is_away_is_waited_for_and_nobody_is_lost(standing_in: Path, server: FaultServer) -> None:
    let_go("ann@example.org")
    (standing_in / "newsletter.toml").write_text(_settings(1))
    away = run()
    consumed = published()

    (standing_in / "newsletter.toml").write_text(_settings(server.port))
    back = run()

    assert (away.name, back.name) == ("Waiting", "Completed")
    assert "cannot be reached" in str(away.message)
    assert not consumed
    assert server.copies() == {"ann@example.org": 1}


@pytest.mark.usefixtures("standing_in")
def test_members_who_are_put_off_wait_for_another_run(server: FaultServer) -> None:
    let_go("ann@example.org", "grey@example.org")

    state = run()

    assert (state.name, state.message) == ("Waiting", "1 wait for a later try.")
    assert server.copies() == {"ann@example.org": 1}
    assert mailing_state() is MailingState.SENDING


def test_where_it_is_served_it_goes_on_by_itself_when_the_next_try_is_due(standing_in: Path) -> None:
    _serve(standing_in)
    let_go("grey@example.org")

    run()

    (asked,) = asked_for()
    with here() as office:
        assert asked.timestamp() == pytest.approx(office.ledger.next_due(ISSUE))


def test_where_it_is_served_a_server_that_refused_everybody_is_tried_again_after_its_rest(standing_in: Path) -> None:
    _serve(standing_in)
    before = asked_for()
    let_go(*(f"rcpt-550-5.7.1@h{number}.example.org" for number in range(9)))

    state = run()

    assert "8 refusals" in str(cause(state))
    with here() as office:
        at = breaker_of(office).tries_again_at()
    assert sorted({asked.timestamp() for asked in asked_for()} - {asked.timestamp() for asked in before}) == [
        pytest.approx(at)
    ]


def test_in_automatic_mode_the_issue_of_the_schedule_is_handed_over(
    forum: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = (forum / "newsletter.toml").read_text() + '[delivery]\napproval = "automatic"\n'
    (forum / "newsletter.toml").write_text(settings)
    ids = _serve(forum)
    before = asked_for()
    monkeypatch.setenv("PREFECT__RUNTIME__DEPLOYMENT__NAME", SCHEDULED)
    monkeypatch.setenv("PREFECT__RUNTIME__DEPLOYMENT__ID", ids[f"newsletter/{SCHEDULED}"])

    assert newsletter(date=TODAY, return_state=True).is_completed()

    assert len(asked_for()) == len(before) + 1


def _serve(folder: Path) -> dict[str, str]:
    """Make the deployments known as `standfirst serve` does; their ids by their full names."""
    return {one.full_name: str(one.apply()) for one in make_deployments(read_settings(folder))}


def asked_for() -> list[dt.datetime]:
    """When runs that send this issue are asked for."""
    is_waiting = FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED]))
    with get_client(sync_client=True) as client:
        runs = client.read_flow_runs(flow_run_filter=FlowRunFilter(state=is_waiting), limit=200)
    return [run.expected_start_time for run in runs if run.parameters == {"mailing": ISSUE} and run.expected_start_time]


@pytest.mark.usefixtures("standing_in")
def test_a_retry_by_prefect_sends_nobody_a_second_copy(server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    let_go("ann@example.org", "bob@example.org", "hangup-end@example.org")
    failures = iter([OSError("the disk")])

    def unlucky(*_what: object) -> None:
        for failure in failures:
            raise failure

    monkeypatch.setattr(flows.delivery, "note_if_published", unlucky)
    again = flows.delivery.send.with_options(retries=2, retry_delay_seconds=0)
    monkeypatch.setattr(flows.delivery, "send", again)

    state = run()

    assert state.message == "2 of 3 sent, 1 in doubt."
    assert next(failures, None) is None
    assert server.copies() == {"ann@example.org": 1, "bob@example.org": 1, "hangup-end@example.org": 1}


def test_in_automatic_mode_an_issue_goes_out_unseen_and_an_old_one_does_not(
    tmp_path: Path, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = TODAY - dt.timedelta(days=8)
    make_forum(tmp_path, _settings(server.port, is_automatic=True), day=TODAY)
    make_forum(tmp_path, _settings(server.port, is_automatic=True), day=old)
    monkeypatch.chdir(tmp_path)
    with here() as office:
        enrol(office, "ann@example.org")

    late, today = run(old.isoformat()), run()

    assert isinstance(cause(late), InterlockError)
    assert "8 days ago" in str(cause(late))
    assert today.message == "1 of 1 sent, 0 in doubt."
    with here() as office:
        assert office.mailing(ISSUE).approved_by is None
        assert office.ledger.mailing(old.isoformat()) is None


@flow(persist_result=False)
def _a_careless_flow(address: str) -> None:
    raise ValueError(f"could not mail {address}")


@pytest.mark.usefixtures("standing_in")
def test_neither_prefect_nor_the_ledger_nor_a_log_knows_a_member_or_who_approved(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    members = let_go(
        "ann@quokka.example", "rcpt-550-5.1.1@quokka.example", "hangup-end@quokka.example", "grey@quokka.example",
        "end-554-5.7.1@quokka.example", "nonsense-end@quokka.example",
    )  # fmt: skip
    run()
    with here() as office:
        office.ledger.decide(ISSUE, members[2].id, DeliveryState.PENDING, Reason.BY_HAND)

    def broken(_letter: object, member: Member, _keys: object) -> None:
        raise ValueError(f"bad row {member.email} {member.name}")

    monkeypatch.setattr(flows.delivery, "envelope", broken)
    crashed = run()
    with pytest.raises(ValueError, match="careless"):
        _a_careless_flow("careless@wallaby.example")

    assert "ValueError" in str(cause(crashed))
    assert _until(lambda: b"careless@wallaby" in all_that_prefect_keeps(), 30), "the search does not find what is there"
    kept = all_that_prefect_keeps()
    assert [word for word in (b"quokka", b"Wombatson", b"Person ") if word in kept] == []
    assert [word for word in ("quokka", "Wombatson", "Person ") if word in caplog.text] == []
    assert [word for word in ("quokka", "Person ") if word in _ledger_rows()] == []


def _ledger_rows() -> str:
    """All that newsroom.db holds but for the table of members; it also knows who approved, and nobody else's name."""
    with here() as office:
        found = office.connection.execute("SELECT name FROM sqlite_master WHERE type='table' AND name != 'member'")
        return repr([office.connection.execute(f"SELECT * FROM {name}").fetchall() for (name,) in found.fetchall()])  # noqa: S608


def _until(is_so: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.5)
    return True


@pytest.mark.parametrize("page", ["<head></head><header></header>The whole issue.", "<p>No page of ours."])
@pytest.mark.usefixtures("standing_in")
def test_a_correction_is_mailed_and_put_on_the_page_if_it_is_one(server: FaultServer, page: str) -> None:
    Path("output", ISSUE, "newsletter.html").write_text(page, encoding="utf-8")
    let_go("ann@example.org")
    run()
    Path("words.txt").write_text("The hall is in Wharf Street.", encoding="utf-8")
    correct_issue(TODAY, Path("words.txt"), None)
    with here() as office:
        assessment = assess(office, f"{ISSUE}-c1")
        release(office, approve(office, assessment, by="Maud Wombatson"), assessment)

    state = run(f"{ISSUE}-c1")

    corrected = Path("output", ISSUE, "newsletter.html").read_text(encoding="utf-8")
    assert state.is_completed()
    assert server.copies() == {"ann@example.org": 2}
    assert ("Wharf Street" in corrected) == page.startswith("<head>")
