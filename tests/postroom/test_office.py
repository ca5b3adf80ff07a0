"""From a draft to a released mailing: what was approved is what goes out, to those for whom it was approved."""

import shutil
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from flows.assessing import assess, reassess
from flows.incoming import read_letterbox
from flows.newsroom.errors import InterlockError, IssueError
from flows.newsroom.model.postroom import (
    DeliveryState,
    Mailing,
    MailingKind,
    MailingState,
    SuppressionReason,
)
from flows.newsroom.postroom.answers import Outcome
from flows.newsroom.postroom.custody import keep_correction
from flows.newsroom.postroom.interlocks import reasons, reasons_to_stay
from flows.newsroom.postroom.message import envelope, make_slip
from flows.newsroom.postroom.returns import Effect
from flows.newsroom.press.house import house_templates
from flows.office import Office
from flows.postage import letter_of
from flows.releasing import approve, release
from tests.newsroom.postroom.clocks import HandClock
from tests.postroom.conformance import parsed
from tests.postroom.offices import DAY, ISSUE, MORNING, SETTINGS, an_office, enrol, enrol_on_paper, make_forum
from tests.postroom.sample_letters import sample_papers

HOUR, A_DAY = 3600.0, 86_400.0


def against(office: Office, mailing: str = ISSUE) -> tuple[str, ...]:
    assessment = assess(office, mailing)
    return reasons(assessment.case, assessment.limits)


def approved(office: Office, mailing: str = ISSUE) -> Mailing:
    return approve(office, assess(office, mailing), by="The chair")


def released(office: Office, mailing: str = ISSUE) -> Mailing:
    return release(office, approved(office, mailing), assess(office, mailing))


def test_an_approved_issue_may_go_and_one_that_nobody_approved_may_not(tmp_path: Path) -> None:
    make_forum(tmp_path)
    with an_office(tmp_path) as office:
        enrol(office, "a@example.org")
        before = against(office)

        approved(office)

        assert ["Nobody has approved it" in reason for reason in before] == [True]
        assert against(office) == ()


@pytest.mark.parametrize("name", ["newsletter.html", "email.html", "email.txt", "newsletter.pdf"])
def test_an_edition_that_changes_after_the_approval_is_named(tmp_path: Path, name: str) -> None:
    issue = make_forum(tmp_path)
    with an_office(tmp_path) as office:
        enrol(office, "a@example.org")
        approved(office)

        (issue / name).write_bytes((issue / name).read_bytes().replace(b"e", b"E", 1) + b"\n%%EOF\n")

        (reason,) = against(office)
        assert f"The approval has lapsed: {name} has changed" in reason


def test_a_sender_that_changes_after_the_approval_is_told(tmp_path: Path) -> None:
    make_forum(tmp_path)
    with an_office(tmp_path) as office:
        enrol(office, "a@example.org")
        approved(office)

    (tmp_path / "newsletter.toml").write_text(SETTINGS.replace("editor@", "somebody@"))

    with an_office(tmp_path) as office:
        assert "the mail itself has changed" in against(office)[0]


def test_whoever_joins_after_the_approval_ends_it_and_whoever_leaves_does_not(tmp_path: Path) -> None:
    make_forum(tmp_path)
    with an_office(tmp_path) as office:
        first, _ = enrol(office, "a@example.org", "b@example.org")
        approved(office)
        office.roster.suppress(first.id, SuppressionReason.UNSUBSCRIBED, MORNING)
        after_one_left = assess(office, ISSUE)

        enrol(office, "c@example.org")

        assert (against(office)[0].count("1 member more"), len(after_one_left.members)) == (1, 1)
        assert reasons(after_one_left.case, after_one_left.limits) == ()


def test_an_approval_lapses_by_the_clock(tmp_path: Path) -> None:
    make_forum(tmp_path)
    clock = HandClock(MORNING)
    with an_office(tmp_path, clock) as office:
        enrol(office, "a@example.org")
        approved(office)

        clock.time += 49 * HOUR

        assert "older than 48 hours" in against(office)[0]


def test_what_was_released_goes_out_as_it_was_whatever_becomes_of_the_output_folder(tmp_path: Path) -> None:
    issue = make_forum(tmp_path)
    with an_office(tmp_path) as office:
        (member,) = enrol(office, "a@example.org")
        mailing = released(office)
        before = envelope(letter_of(office, mailing), member, office.keys)

        shutil.rmtree(issue)

        assert envelope(letter_of(office, mailing), member, office.keys) == before
        assert reasons_to_stay(*reassess(office, mailing)) == ()


def test_a_mailing_whose_kept_bytes_were_changed_does_not_go_on(tmp_path: Path) -> None:
    make_forum(tmp_path)
    with an_office(tmp_path) as office:
        enrol(office, "a@example.org")
        mailing = released(office)

        (office.state / "mailings" / ISSUE / "email.txt").write_text("something else")

        assert "is not what was approved" in reasons_to_stay(*reassess(office, mailing))[0]


def test_a_release_fixes_the_audience_once(tmp_path: Path) -> None:
    make_forum(tmp_path)
    with an_office(tmp_path) as office:
        members = enrol(office, "a@example.org", "b@example.org")
        enrol_on_paper(office, "Joan")
        mailing, assessment = approved(office), assess(office, ISSUE)
        release(office, mailing, assessment)
        enrol(office, "c@example.org")

        with pytest.raises(InterlockError, match="released already"):
            release(office, mailing, assess(office, ISSUE))
        with pytest.raises(InterlockError, match="released already"):
            approve(office, assessment, by="Somebody else")

        enrolled = {delivery.member for delivery in office.ledger.deliveries(ISSUE)}
        assert enrolled == {member.id for member in members}
        assert office.mailing(ISSUE).state is MailingState.RELEASED


def test_an_issue_of_which_an_older_database_knows_nothing_is_not_sent_again(tmp_path: Path) -> None:
    """As when somebody puts last night's newsroom.db back."""
    make_forum(tmp_path)
    with an_office(tmp_path) as office:
        enrol(office, "a@example.org")
        mailing = approved(office)
        release(office, mailing, assess(office, ISSUE))
        office.ledger.save_mailing(mailing)

        with pytest.raises(InterlockError, match=f"let go before.*mailings/{ISSUE}.*do not send it again"):
            release(office, mailing, assess(office, ISSUE))

        shutil.rmtree(office.state / "mailings" / ISSUE)
        (tmp_path / "output" / f".mailing-{ISSUE}").unlink()
        assert release(office, mailing, assess(office, ISSUE)).state is MailingState.RELEASED


def test_an_issue_that_was_sent_makes_nobody_eligible_when_a_headline_changes(tmp_path: Path) -> None:
    issue = make_forum(tmp_path)
    with an_office(tmp_path) as office:
        enrol(office, "a@example.org")
        mailing = released(office)
        office.ledger.move_mailing(ISSUE, [MailingState.RELEASED], MailingState.FINISHED)

        (issue / "email.html").write_text("<p>A new headline")

        assert "It was sent already" in against(office)[0]
        with pytest.raises(InterlockError, match="released already"):
            release(office, mailing, assess(office, ISSUE))


def test_without_a_sender_every_other_reason_is_told_as_well(tmp_path: Path) -> None:
    make_forum(tmp_path, "")
    with an_office(tmp_path, HandClock(MORNING + 8 * A_DAY)) as office:
        told = " ".join(against(office))

    for words in (
        "test mode",
        "Nobody is named",
        "postal_address",
        "mail server",
        "8 days ago",
        "Nobody would",
        "appr",
    ):
        assert words in told


def test_the_tally_says_whom_it_reaches_and_whom_not(tmp_path: Path) -> None:
    make_forum(tmp_path)
    with an_office(tmp_path) as office:
        leaver, bounced, _ = enrol(office, "a@example.org", "b@example.org", "c@example.org")
        enrol_on_paper(office, "Joan")
        earlier = replace(office.mailing("2026-11-14"), state=MailingState.FINISHED)
        office.ledger.save_mailing(earlier)
        office.connection.execute(
            "INSERT INTO bounce(mailing, member, status, kind, at) VALUES('2026-11-14', ?, '5.1.1', 'hard', 0)",
            (bounced.id,),
        )
        office.roster.suppress(leaver.id, SuppressionReason.UNSUBSCRIBED, MORNING)

        tally = assess(office, ISSUE).tally

    assert (tally.by_mail, tally.on_paper, tally.have_left, tally.bounced_last_time) == (2, 1, 1, 1)


def test_a_correction_is_for_those_who_have_the_issue(tmp_path: Path) -> None:
    make_forum(tmp_path)
    with an_office(tmp_path) as office:
        has_it, gone, _ = enrol(office, "a@example.org", "b@example.org", "c@example.org")
        released(office)
        for member in (has_it, gone):
            claim = office.ledger.claim(ISSUE, member.id)
            assert claim
            office.ledger.settle(claim, Outcome(state=DeliveryState.SENT, code=250))
        office.roster.suppress(gone.id, SuppressionReason.UNSUBSCRIBED, MORNING)
        slip = make_slip(
            "The hub opens on Tuesday.", sample_papers().record, office.settings.masthead, house_templates()
        )
        keep_correction(office.state, f"{ISSUE}-c1", slip.files())

        assessment = assess(office, f"{ISSUE}-c1")

        assert [member.id for member in assessment.members] == [has_it.id]
        assert assessment.mailing.kind is MailingKind.CORRECTION
        assert assessment.letter
        assert "Correction" in assessment.letter.subject


def test_an_issue_that_was_never_drafted_is_named(tmp_path: Path) -> None:
    make_forum(tmp_path)
    with an_office(tmp_path) as office, pytest.raises(IssueError, match="Draft it first"):
        assess(office, "2026-11-28")


def test_the_newest_issue_is_meant_if_none_is_named(tmp_path: Path) -> None:
    make_forum(tmp_path)
    with an_office(tmp_path) as office:
        assert office.newest() == DAY.isoformat()


def test_another_domain_of_the_sender_changes_no_message_id_and_no_link_to_leave(tmp_path: Path) -> None:
    make_forum(tmp_path)
    with an_office(tmp_path) as office:
        (member,) = enrol(office, "a@example.org")
        release(office, approved(office), assess(office, ISSUE))
        before = envelope(letter_of(office, office.mailing(ISSUE)), member, office.keys)
    settings = tmp_path / "newsletter.toml"
    settings.write_text(settings.read_text().replace("news@forum.example.org", "news@new.example.org"))
    (tmp_path / "mails").mkdir()
    words = parsed(before.head + before.tail)["List-Unsubscribe"]
    token = unquote(str(words).partition("unsubscribe%20")[2].partition(">")[0])
    (tmp_path / "mails" / "1.eml").write_text(f"From: a@example.com\nSubject: unsubscribe {token}\n\n")
    settings.write_text(settings.read_text() + '[delivery.letterbox]\nfolder = "mails"\n')

    with an_office(tmp_path) as office:
        mailing = office.mailing(ISSUE)
        after = envelope(letter_of(office, mailing), member, office.keys)
        came = read_letterbox(office)

        (delivery,) = office.ledger.deliveries(ISSUE)
        assert b"news@new.example.org" in after.head
        assert parsed(after.head)["Message-ID"] == parsed(before.head)["Message-ID"] == delivery.message_id
        assert [happening.effect for happening in came.happenings] == [Effect.LEFT]
