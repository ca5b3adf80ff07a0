"""The promise with a real mail server: a Postfix of our own on this computer, that relays nowhere."""

import mailbox
import smtplib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.newsroom.model.postroom import BounceKind
from flows.newsroom.postroom.bounces import Bounce, bounce_in
from flows.newsroom.postroom.message.copies import Copy, return_address
from tests.postroom.fault_server import FaultServer
from tests.postroom.kill_trial import Copies, Errand, Killer, run_trials
from tests.postroom.postfix import Postfix, running, why_not

pytestmark = pytest.mark.skipif(why_not() is not None, reason=why_not() or "")


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server


@pytest.fixture(scope="module")
def postfix(elsewhere: FaultServer) -> Iterator[Postfix]:
    with running(remote_port=elsewhere.port) as server:
        yield server


def taken(postfix: Postfix) -> Copies:
    """For each mailing, how many copies each member got, by the server's own log."""
    postfix.settle()
    found = defaultdict[str, Counter[str]](Counter)
    for message_id, copies in postfix.deliveries().items():
        mailing, _, member = message_id.strip("<>").partition("@")[0].partition(".")
        found[mailing][member] += copies
    return found


def test_ten_kills_give_no_second_copy_and_no_loss_that_is_not_named(tmp_path: Path, postfix: Postfix) -> None:
    errand = Errand(state=tmp_path / "state", port=postfix.port)

    tally = run_trials(errand, lambda: taken(postfix), trials=10)

    assert tally.kills >= 5  # of the ten, those that hit a sender at work
    assert (tally.duplicates, tally.unreported, tally.false_sent) == (0, 0, 0)
    assert tally.doubts <= tally.kills


def test_the_log_of_the_server_settles_every_doubt(tmp_path: Path) -> None:
    with running() as postfix:
        errand = Errand(state=tmp_path / "state", port=postfix.port, postfix_log=postfix.log)

        tally = run_trials(errand, lambda: taken(postfix), trials=4, kills=2, killer=Killer(seed=3))

    assert tally.kills >= 3
    assert (tally.duplicates, tally.unreported, tally.false_sent, tally.doubts) == (0, 0, 0, 0)


REFUSALS = {
    "rcpt-550-5.1.1": BounceKind.HARD,
    "rcpt-552-5.2.2": BounceKind.SOFT,
    "rcpt-450-4.2.0": BounceKind.SOFT,  # given up after a few seconds
    "rcpt-550-5.7.1": BounceKind.OURS,
    "end-554-5.7.1": BounceKind.OURS,
}


@pytest.fixture(scope="module")
def came_back(postfix: Postfix) -> list[Bounce]:
    """The bounces of one mail to each of the refusing members elsewhere."""
    with smtplib.SMTP("127.0.0.1", postfix.port, timeout=30) as smtp:
        for recipient in REFUSALS:
            sender = return_address("bounces@forum.example.org", *copy_to(recipient))
            smtp.sendmail(sender, [f"{recipient}@elsewhere.example.org"], "Subject: Issue 7\r\n\r\nDear member\r\n")
    postfix.settle(quiet_seconds=3.0)
    return [bounce for mail in mailbox.Maildir(postfix.came_back) if (bounce := bounce_in(mail))]


def copy_to(recipient: str) -> Copy:
    return Copy(mailing="2026-11-21", member=recipient.replace("-", "").replace(".", ""))


@pytest.mark.parametrize("recipient", REFUSALS)
def test_what_comes_back_from_it_is_known_for_whose_fault_it_is(came_back: list[Bounce], recipient: str) -> None:
    kinds = [bounce.kind for bounce in came_back if bounce.trace.copy == copy_to(recipient) and bounce.kind]

    assert kinds == [REFUSALS[recipient]]
