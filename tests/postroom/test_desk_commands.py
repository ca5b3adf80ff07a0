"""Approving, testing and settling as the coordinator meets them, without a run of Prefect."""

import datetime as dt
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner, Result

from flows.assessing import assess
from flows.commands.app import app
from flows.newsroom.model.postroom import Counts, DeliveryState, Mailing, MailingState, Reason, SuppressionReason
from flows.newsroom.postroom.answers import DOUBT
from flows.newsroom.postroom.lock import only_sender
from flows.newsroom.settings import read_settings
from flows.office import Office, open_office
from flows.releasing import approve, release
from tests.postroom.conformance import faults, parsed
from tests.postroom.fault_server import FaultServer
from tests.postroom.offices import SETTINGS, enrol, enrol_on_paper, make_forum, write_report
from tests.postroom.sample_letters import PDF

TODAY = dt.datetime.now(ZoneInfo("Europe/London")).date()
ISSUE = TODAY.isoformat()


@pytest.fixture
def forum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A forum with an issue of today and three members, in whose folder the test stands."""
    make_forum(tmp_path, day=TODAY)
    monkeypatch.chdir(tmp_path)
    with here() as office:
        enrol(office, "ann@example.org", "bob@example.org", "cyd@example.org")
        enrol_on_paper(office, "Joan")
    return tmp_path


@contextmanager
def here() -> Iterator[Office]:
    with open_office(read_settings(Path.cwd())) as office:
        yield office


def standfirst(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, words, input=typed, env={"COLUMNS": "400"})


def told(result: Result) -> str:
    """What was printed, and what was raised for whoever prints errors."""
    return " ".join(f"{result.output} {result.exception or ''}".split())


def state_of(mailing: str = ISSUE) -> MailingState:
    with here() as office:
        return office.mailing(mailing).state


def begun(office: Office) -> Mailing:
    assessment = assess(office, ISSUE)
    return release(office, approve(office, assessment, by="The chair"), assessment)


def in_doubt(office: Office) -> str:
    """The id of a member whose copy is in doubt."""
    begun(office)
    member = office.ledger.due(ISSUE)[0]
    claim = office.ledger.claim(ISSUE, member)
    assert claim
    office.ledger.settle(claim, DOUBT)
    return member


@pytest.mark.usefixtures("forum")
def test_what_is_approved_is_shown_before_it_is_asked() -> None:
    shown = told(standfirst("approve", "--by", "The chair", typed="y\n"))

    for words in (
        "Subject: [",
        "3 by e-mail, 1 on paper, 0 opted out",
        "newsletter.pdf, 10 KB",
        "report.md asks",
        "for 3",
    ):
        assert words in shown
    assert "report.json" not in shown
    assert state_of() is MailingState.APPROVED


@pytest.mark.usefixtures("forum")
def test_a_no_approves_nothing() -> None:
    assert standfirst("approve", "--by", "The chair", typed="n\n").exit_code == 1
    assert state_of() is MailingState.DRAFTED


@pytest.mark.usefixtures("forum")
def test_an_approval_bears_a_name() -> None:
    assert "bears a name" in told(standfirst("approve", "--by", " ", "--yes"))
    assert state_of() is MailingState.DRAFTED


def test_documents_that_wait_for_a_decision_are_decided_before_the_approval(forum: Path) -> None:
    write_report(forum / "output" / ISSUE, "a letter.txt")

    refused = standfirst("approve", "--by", "The chair", "--yes")
    left_out = standfirst("approve", "--by", "The chair", "--yes", "--without-waiting")

    assert "a letter.txt: It waits" in told(refused)
    assert "wait for a decision" in told(refused)
    assert (refused.exit_code, left_out.exit_code) == (1, 0)


def test_an_issue_that_is_broken_is_not_approved(forum: Path) -> None:
    (forum / "output" / ISSUE / "newsletter.pdf").write_bytes(b"%PDF-1.7 half")

    assert "newsletter.pdf is not whole" in told(standfirst("approve", "--by", "The chair", "--yes"))


@pytest.mark.usefixtures("forum")
def test_nothing_is_sent_without_the_approval_and_the_right_number() -> None:
    unapproved = standfirst("send", "--confirm", "send to 3")
    standfirst("approve", "--by", "The chair", "--yes")
    mistyped = standfirst("send", typed="send to 30\n")

    assert "Nobody has approved it" in told(unapproved)
    assert "not the right line. It is: send to 3" in told(mistyped)
    assert state_of() is MailingState.APPROVED


@pytest.mark.usefixtures("forum")
def test_a_rehearsal_tells_every_reason_and_lays_down_a_mail_to_nobody(forum: Path) -> None:
    rehearsed = standfirst("send", "--dry-run")

    mail = (forum / ".standfirst" / "outbox" / f"{ISSUE}-dry-run.eml").read_bytes()
    assert "Nobody has approved it" in told(rehearsed)
    assert "3 mails can be made" in told(rehearsed)
    assert "Nothing was sent." in told(rehearsed)
    assert parsed(mail)["To"] == "member@example.org"
    assert faults(mail, PDF) == []
    with here() as office:
        assert office.ledger.mailings() == ()


def by_server(forum: Path, server: FaultServer, mode: str = "live") -> None:
    """Let the mail of the forum go to `server`."""
    settings = SETTINGS.replace('"outbox"', '"smtp"').replace('mode = "live"', f'mode = "{mode}"')
    (forum / "newsletter.toml").write_text(f'{settings}host = "127.0.0.1"\nport = {server.port}\nsecurity = "none"\n')


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("chair", "'chair' is not one e-mail address"),
        ("a@example.org, b@example.org", "is not one e-mail address"),
        ("ann@example.org", "write this one among them"),
    ],
)
def test_where_no_test_mail_can_go_it_is_said_what_to_write(forum: Path, address: str, words: str) -> None:
    settings = forum / "newsletter.toml"
    settings.write_text(settings.read_text().replace('"live"', '"test"'))

    assert words in told(standfirst("send", "--test-to", address))


def test_on_the_page_only_what_is_typed_looks_like_it(forum: Path) -> None:
    with here() as office:
        in_doubt(office)

    standfirst("who")

    page = (forum / ".standfirst" / "standing" / f"{ISSUE}.html").read_text(encoding="utf-8")
    assert f"<li><code>standfirst settle ID resend --date {ISSUE}</code>, if they have not</li>" in page
    assert "<li>print newsletter.pdf once</li>" in page


@pytest.mark.usefixtures("forum")
@pytest.mark.parametrize(("mailing", "words"), [("2020-01-06", "no issue that is"), (f"{ISSUE}-c1", "no correction")])
def test_a_mailing_that_does_not_exist_is_not_spoken_of_as_if_it_did(mailing: str, words: str) -> None:
    nothing_yet = told(standfirst("who", "--date", mailing))
    standfirst("approve", "--by", "The chair", "--yes")

    assert f"There is {words}" in nothing_yet
    assert "Nothing was approved so far" in nothing_yet
    assert f"approved or sent: {ISSUE}" in told(standfirst("who", "--date", mailing))


@pytest.mark.usefixtures("forum")
def test_an_issue_that_is_being_sent_need_not_be_reopened() -> None:
    with here() as office:
        begun(office)

    assert "still being sent" in told(standfirst("reopen", ISSUE))


def test_a_test_mail_is_the_very_mail_and_touches_no_copy(forum: Path) -> None:
    with FaultServer() as server:
        by_server(forum, server, "test")

        sent = standfirst("send", "--test-to", "chair@example.org")
        (body,) = server.bodies

    assert "Sent, marked [TEST]" in told(sent)
    assert str(parsed(body)["Subject"]).startswith("[TEST] [")
    assert faults(body, PDF) == []
    assert "This very issue was sent as a test" in told(standfirst("approve", "--by", "The chair", typed="n\n"))
    with here() as office:
        assert office.ledger.mailings() == ()


def test_in_test_mode_a_stranger_is_never_even_named_to_the_server(forum: Path) -> None:
    with FaultServer() as server:
        by_server(forum, server, "test")

        refused = standfirst("send", "--test-to", "stranger@example.com")
        standfirst("approve", "--by", "The chair", "--yes")
        unsent = standfirst("send", "--confirm", "send to 3")

        assert "only the test_addresses" in told(refused)
        assert "test mode" in told(unsent)
        assert [words for words in server.commands if words.startswith("RCPT")] == []


def test_a_test_mail_that_is_refused_is_told_without_the_address(forum: Path) -> None:
    with FaultServer() as server:
        by_server(forum, server)

        refused = standfirst("send", "--test-to", "rcpt-550-5.1.1@example.org")

    assert "did not take the test mail (answer 550)" in told(refused)
    assert "@example" not in told(refused)


@pytest.mark.usefixtures("forum")
def test_an_issue_that_was_sent_is_not_sent_again() -> None:
    with here() as office:
        begun(office)
        office.ledger.move_mailing(ISSUE, [MailingState.RELEASED], MailingState.FINISHED)

    assert "nobody gets the same issue twice" in told(standfirst("send"))
    assert "released already" in told(standfirst("approve", "--by", "The chair", "--yes"))


def test_who_names_the_members_on_the_screen_and_on_a_page_for_its_owner(forum: Path) -> None:
    with here() as office:
        member = in_doubt(office)

    shown = told(standfirst("who"))

    page = forum / ".standfirst" / "standing" / f"{ISSUE}.html"
    assert f"({member}): the connection broke at the last moment" in shown
    assert member in page.read_text(encoding="utf-8")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert list((forum / "output").rglob("*standing*")) == []


@pytest.mark.usefixtures("forum")
def test_who_names_the_doubt_that_a_killed_sender_left_though_no_other_run_follows() -> None:
    with here() as office:
        begun(office)
        first, second, _ = office.ledger.due(ISSUE)
        for member in (first, second):
            claim = office.ledger.claim(ISSUE, member)
            assert claim
            assert member == second or office.ledger.fence(claim)
        with only_sender(office.state, ISSUE):
            while_it_lives = told(standfirst("who"))

    shown = told(standfirst("who"))
    settled = standfirst("settle", first, "sent")

    assert first not in while_it_lives
    assert f"({first}): this computer stopped at the last moment" in shown
    assert "2 have not been tried yet" in shown
    assert settled.exit_code == 0


@pytest.mark.usefixtures("forum")
def test_who_names_many_on_the_page_and_the_first_of_them_on_the_screen(forum: Path) -> None:
    with here() as office:
        enrol(office, *(f"member{number}@example.org" for number in range(60)))
        begun(office)
        for member in office.ledger.due(ISSUE):
            claim = office.ledger.claim(ISSUE, member)
            assert claim
            office.ledger.settle(claim, DOUBT)

    shown = told(standfirst("who"))

    page = (forum / ".standfirst" / "standing" / f"{ISSUE}.html").read_text(encoding="utf-8")
    assert "and 13 more, on the page" in shown
    assert page.count("Ask whether it arrived") == 63


def all_in_doubt(office: Office) -> None:
    begun(office)
    office.ledger.mistrust(ISSUE)


@pytest.mark.usefixtures("forum")
@pytest.mark.parametrize(("verdict", "counts"), [("sent", Counts(sent=3)), ("resend", Counts(pending=3))])
def test_all_doubts_are_settled_at_once_when_their_number_is_typed(verdict: str, counts: Counts) -> None:
    with here() as office:
        all_in_doubt(office)

    mistyped = standfirst("settle", "--all", verdict, ISSUE, typed="settle 2\n")
    with here() as office:
        unchanged = office.ledger.counts(ISSUE)
    done = standfirst("settle", "--all", verdict, ISSUE, typed="settle 3\n")

    assert "not the right line. It is: settle 3" in told(mistyped)
    assert unchanged == Counts(in_doubt=3)
    assert "of 3 it is not known" in told(done)
    with here() as office:
        assert office.ledger.counts(ISSUE) == counts
    assert "no doubt about" in told(standfirst("settle", "--all", verdict))


@pytest.mark.usefixtures("forum")
def test_who_has_left_since_is_counted_when_all_doubts_are_settled() -> None:
    with here() as office:
        all_in_doubt(office)
        office.roster.suppress(office.roster.find("ann@example.org")[0].member.id, SuppressionReason.UNSUBSCRIBED, 1.0)

    done = standfirst("settle", "--all", "resend", "--confirm", "settle 3")

    assert "1 left the list since" in told(done)


@pytest.mark.usefixtures("forum")
def test_whoever_settles_says_it_of_one_or_of_all() -> None:
    assert "say who and what" in told(standfirst("settle", "abc"))
    assert "of one member, or of all" in told(standfirst("settle", "abc", "sent", "--all", "sent"))


@pytest.mark.usefixtures("forum")
@pytest.mark.parametrize(("verdict", "state"), [("sent", DeliveryState.SENT), ("resend", DeliveryState.PENDING)])
def test_a_person_settles_a_doubt(verdict: str, state: DeliveryState) -> None:
    with here() as office:
        member = in_doubt(office)

    settled = standfirst("settle", member[:6], verdict)
    again = standfirst("settle", member, "sent")

    with here() as office:
        copy = office.ledger.delivery(ISSUE, member)
        assert copy
        assert (copy.state, copy.reason) == (state, Reason.BY_HAND)
    assert settled.exit_code == 0
    assert "nothing to settle" in told(again)


@pytest.mark.usefixtures("forum")
def test_nothing_is_sent_again_to_somebody_who_has_left() -> None:
    with here() as office:
        member = in_doubt(office)
        office.roster.suppress(member, SuppressionReason.UNSUBSCRIBED, office.clock.now())

    assert "has left the list since" in told(standfirst("settle", member, "resend"))
    assert standfirst("settle", member, "sent").exit_code == 0
