"""What comes in counts before the next mailing goes out, and what a mail itself says is what comes back."""

import mailbox
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from flows.assessing import assess
from flows.commands.app import app
from flows.incoming import leave_out_the_unreachable, read_letterbox
from flows.newsroom.model.postroom import DeliveryState, Envelope, Member, Reason, SuppressionReason
from flows.newsroom.postroom.answers import Outcome
from flows.newsroom.postroom.message import envelope
from flows.newsroom.postroom.returns import Effect
from flows.newsroom.settings import read_settings
from flows.office import Office, open_office
from flows.postage import letter_of
from flows.releasing import approve, release
from tests.newsroom.postroom.returned_mail import a_bounce, a_mail
from tests.postroom.offices import ISSUE, SETTINGS, enrol, make_forum

BY_FOLDER = '[delivery.letterbox]\nfolder = "Maildir"\n'
BY_A_SERVER_THAT_IS_AWAY = '[delivery.letterbox]\nhost = "127.0.0.1"\nport = 1\nuser = "news"\n'
PLUS = SETTINGS.replace("[delivery]", '[delivery]\nbounces = "bounces@forum.example.org"\nbounces_take_plus = true', 1)


@contextmanager
def an_office(folder: Path, settings: str) -> Iterator[Office]:
    """The office of a forum with a letterbox and an issue."""
    make_forum(folder, settings)
    mailbox.Maildir(folder / "Maildir")
    with open_office(read_settings(folder)) as office:
        yield office


def came_in(folder: Path, *mails: bytes) -> None:
    box = mailbox.Maildir(folder / "Maildir")
    for mail in mails:
        box.add(mail)


def sent(office: Office, *members: Member, outcome: Outcome | None = None) -> list[Envelope]:
    """The issue as each of them got it, or did not."""
    assessment = assess(office, ISSUE)
    release(office, approve(office, assessment, by="The chair"), assessment)
    for member in members:
        claim = office.ledger.claim(ISSUE, member.id)
        assert claim
        office.ledger.settle(claim, outcome or Outcome(state=DeliveryState.SENT))
    letter = letter_of(office, office.mailing(ISSUE))
    return [envelope(letter, member, office.keys) for member in members]


def test_the_way_to_leave_in_a_members_own_mail_takes_that_member_off(tmp_path: Path) -> None:
    with an_office(tmp_path, SETTINGS + BY_FOLDER) as office:
        ann, bob = enrol(office, "ann@example.org", "bob@example.org")
        copy, _ = sent(office, ann, bob)
        subject = re.search(rb"mailto:[^?>]+\?subject=([^>\s]+)>", copy.head)
        assert subject
        came_in(tmp_path, a_mail(Subject=subject[1].decode().replace("%20", " "), From="else@example.com"))

        incoming = read_letterbox(office)

        assert [one.effect for one in incoming.happenings] == [Effect.LEFT]
        assert [member.id for member in office.roster.audience()] == [bob.id]


@pytest.mark.parametrize("settings", [SETTINGS, PLUS])
def test_a_copy_that_comes_back_is_known_by_its_address_or_by_its_message_id(tmp_path: Path, settings: str) -> None:
    with an_office(tmp_path, settings + BY_FOLDER) as office:
        ann, bob = enrol(office, "ann@example.org", "bob@example.org")
        copy, _ = sent(office, ann, bob)
        message_id = re.search(rb"Message-ID: (\S+)", copy.head)
        assert message_id
        came_in(tmp_path, a_bounce(to=copy.sender, message_id=None if settings is PLUS else message_id[1].decode()))

        incoming = read_letterbox(office)

        assert [one.member for one in incoming.closings.done] == [ann.id]
        assert [member.id for member in office.roster.audience()] == [bob.id]


def test_who_was_refused_for_good_is_left_out_of_the_next_issue(tmp_path: Path) -> None:
    gone = Outcome(state=DeliveryState.FAILED, code=550, enhanced="5.1.1", reason=Reason.NO_SUCH_MAILBOX)
    with an_office(tmp_path, SETTINGS) as office:
        (ann,) = enrol(office, "ann@example.org")
        sent(office, ann, outcome=gone)

        closings = leave_out_the_unreachable(office)

        assert [one.reason for one in closings.done] == [SuppressionReason.HARD_BOUNCE]
        assert office.roster.audience() == ()


def test_many_who_were_refused_at_once_stay_until_somebody_is_sure(tmp_path: Path) -> None:
    gone = Outcome(state=DeliveryState.FAILED, code=550, enhanced="5.1.1", reason=Reason.NO_SUCH_MAILBOX)
    with an_office(tmp_path, SETTINGS) as office:
        sent(office, *enrol(office, *(f"{letter}@example.org" for letter in "abcdefgh")), outcome=gone)

        assert len(leave_out_the_unreachable(office).held) == 8
        assert len(office.roster.audience()) == 8
        assert len(leave_out_the_unreachable(office, is_sure=True).done) == 8


def send(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    """What `standfirst send` says to somebody who then does not type the line that it asks for."""
    monkeypatch.chdir(folder)
    return CliRunner().invoke(app, ["send", "--date", ISSUE, "--confirm", "no"], env={"COLUMNS": "400"})


def test_who_asked_to_leave_is_not_counted_when_the_next_issue_is_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with an_office(tmp_path, SETTINGS + BY_FOLDER) as office:
        enrol(office, "ann@example.org", "bob@example.org")
    came_in(tmp_path, a_mail(Subject="unsubscribe", From="ann@example.org"))

    said = send(tmp_path, monkeypatch).output

    assert "known only by the address they wrote from" in said
    assert "Person ann." in said
    assert "1 by e-mail, 0 on paper, 1 opted out" in said


def test_a_letterbox_that_is_away_is_said_and_holds_up_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with an_office(tmp_path, SETTINGS + BY_A_SERVER_THAT_IS_AWAY) as office:
        enrol(office, "ann@example.org")

    said = send(tmp_path, monkeypatch).output

    assert "nobody knows who has asked to leave" in said
    assert "1 by e-mail" in said
