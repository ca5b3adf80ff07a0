"""A member gets another address and stays the same member."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.assessing import assess
from flows.commands.membership import change_address
from flows.newsroom.errors import MemberError
from flows.newsroom.model.postroom import BounceKind, Channel, Consent, Counts, DeliveryState, Member, SuppressionReason
from flows.newsroom.postroom.answers import DOUBT, Outcome
from flows.newsroom.postroom.bounces import Bounce, Trace
from flows.newsroom.postroom.intake import Intake, decide
from flows.newsroom.postroom.ledger import Ledger
from flows.newsroom.postroom.member_files.reading import read_members
from flows.newsroom.postroom.message.copies import Copy
from flows.newsroom.postroom.returns import Returns
from flows.office import Office
from flows.releasing import approve, release
from tests.postroom.offices import ISSUE, an_office, enrol, make_forum

OLD, NEW = "ann@example.org", "ann@example.com"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Ann with her groups and consent, and somebody else."""
    make_forum(tmp_path)
    with an_office(tmp_path) as office:
        consent = Consent(basis="form", date="2026-05-03")
        office.roster.enrol(Member(id="", name="Ann", email=OLD, groups=("North",), consent=consent), 1.0)
        enrol(office, "bob@example.org")
        yield office


def ann(office: Office) -> Member:
    (listing,) = office.roster.find("Ann")
    return listing.member


def take(office: Office, *rows: str) -> Intake:
    roster = office.roster
    entries = read_members("\n".join(("Name,E-mail,Groups", *rows)).encode()).entries
    intake = decide(entries, roster.listings(), roster.key_of, roster.suppression, roster.moved_from)
    roster.take(intake, office.clock.now())
    return intake


def released(office: Office) -> Ledger:
    assessment = assess(office, ISSUE)
    release(office, approve(office, assessment, by="The chair"), assessment)
    return office.ledger


def settled(office: Office, outcome: Outcome) -> None:
    claim = office.ledger.claim(ISSUE, ann(office).id)
    assert claim
    assert office.ledger.settle(claim, outcome)


def test_a_member_keeps_everything_but_the_address(office: Office) -> None:
    before = ann(office)

    change_address(office, OLD, f" {NEW} ")

    after = ann(office)
    assert after.email == NEW
    assert (after.id, after.groups, after.consent) == (before.id, before.groups, before.consent)
    assert [listing.member.id for listing in office.roster.find(OLD)] == [before.id]


def test_an_issue_that_was_sent_is_not_sent_again(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = released(office)
    settled(office, Outcome(state=DeliveryState.SENT, code=250))

    change_address(office, "Ann", NEW)

    assert ledger.counts(ISSUE) == Counts(sent=1, pending=1)
    assert ledger.claim(ISSUE, ann(office).id) is None
    assert "is not sent again" in " ".join(capsys.readouterr().out.split())


def test_an_issue_that_waits_goes_to_the_new_address_and_counts_for_it(office: Office) -> None:
    ledger = released(office)

    change_address(office, "Ann", NEW)
    settled(office, Outcome(state=DeliveryState.SENT, code=250))
    returns = Returns(office.connection, office.keys)
    bounce = Bounce(trace=Trace(copy=Copy(ISSUE, ann(office).id)), status="5.1.1", kind=BounceKind.HARD)
    returns.take(bounce, office.clock.now())

    assert ledger.counts(ISSUE).all == 2
    assert [closing.member for closing in returns.closings(office.clock.now())] == [ann(office).id]


def test_what_comes_back_from_the_former_address_is_not_held_against_the_new_one(office: Office) -> None:
    released(office)
    settled(office, Outcome(state=DeliveryState.SENT, code=250))
    change_address(office, "Ann", NEW)
    returns = Returns(office.connection, office.keys)
    bounce = Bounce(trace=Trace(copy=Copy(ISSUE, ann(office).id)), status="5.1.1", kind=BounceKind.HARD)

    returns.take(bounce, office.clock.now())

    assert returns.closings(office.clock.now()) == ()


def test_whose_address_was_gone_is_on_the_list_again(office: Office) -> None:
    office.roster.suppress(ann(office).id, SuppressionReason.HARD_BOUNCE, 2.0)

    change_address(office, "Ann", NEW)

    assert not office.roster.is_suppressed(ann(office).id)
    assert take(office, "Ann,ann@example.com,", "Di,ann@example.org,").staying_off == ()
    assert [member.email for member in office.roster.audience() if member.name == "Di"] == []


@pytest.mark.parametrize("order", ["left, then moved", "moved, then left"])
def test_who_wished_to_leave_has_left_with_every_address(office: Office, order: str) -> None:
    if order == "moved, then left":
        change_address(office, "Ann", NEW)
    office.roster.suppress(ann(office).id, SuppressionReason.UNSUBSCRIBED, 2.0)
    if order == "left, then moved":
        change_address(office, "Ann", NEW)

    take(office, "Ann,ann@example.org,", "Ann,ann@example.com,", "Bob,bob@example.org,")

    assert office.roster.is_suppressed(ann(office).id)
    assert [member.email for member in office.roster.audience()] == ["bob@example.org"]


def test_who_is_forgotten_is_so_under_every_address(office: Office) -> None:
    change_address(office, "Ann", NEW)
    office.roster.forget_address(OLD, 3.0)
    office.roster.forget(ann(office).id, 3.0)

    take(office, "Ann,ann@example.org,", "Ann,ann@example.com,", "Bob,bob@example.org,")

    assert office.roster.find("Ann") == ()


def test_an_address_that_somebody_else_has_or_that_is_off_the_list_is_refused(office: Office) -> None:
    (gone,) = enrol(office, "cyd@example.org")
    office.roster.forget(gone.id, 2.0)

    for address, words in (
        ("bob@example.org", "Another member"),
        ("cyd@example.org", "off the list"),
        ("ann at example", "new address is not an e-mail"),
    ):
        with pytest.raises(MemberError, match=words):
            change_address(office, "Ann", address)

    assert ann(office).email == OLD


def test_a_file_with_the_former_address_does_not_undo_it(office: Office) -> None:
    before = ann(office).id
    change_address(office, "Ann", NEW)

    intake = take(office, "Ann,ann@example.org,South", "Person bob,bob@example.org,")

    assert (ann(office).id, ann(office).email, ann(office).groups) == (before, NEW, ("South",))
    assert (intake.joining, intake.dropped) == ((), ())
    assert [(remark.row, "former address" in remark.words) for remark in intake.remarks] == [(2, True)]


def test_somebody_else_at_the_former_address_is_another_member(office: Office) -> None:
    change_address(office, "Ann", NEW)

    take(office, "Ann,ann@example.com,", "Di,ann@example.org,", "Person bob,bob@example.org,")
    office.roster.forget(ann(office).id, 4.0)

    assert sorted(member.name or "" for member in office.roster.audience()) == ["Di", "Person bob"]


def test_a_file_that_has_another_address_for_a_name_says_how_to_make_the_two_one(office: Office) -> None:
    before = ann(office)
    released(office)
    settled(office, Outcome(state=DeliveryState.SENT, code=250))

    intake = take(office, "Ann,ann@example.com,North", "Person bob,bob@example.org,")
    change_address(office, before.id, NEW)

    (remark,) = intake.remarks
    assert f"members change {before.id} NEW-ADDRESS" in remark.words
    assert (ann(office).id, ann(office).email, ann(office).consent) == (before.id, NEW, before.consent)
    assert len(office.roster.audience()) == 2
    assert office.ledger.claim(ISSUE, before.id) is None


def test_two_who_were_both_sent_an_issue_are_not_made_one(office: Office) -> None:
    office.roster.enrol(Member(id="", name="Ann", email=NEW), 1.0)
    released(office)

    with pytest.raises(MemberError, match="on the list twice"):
        change_address(office, OLD, NEW)


def test_of_a_doubt_it_is_said_how_to_send_it_again(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    released(office)
    settled(office, DOUBT)

    change_address(office, "Ann", NEW)

    assert f"settle {ann(office).id} resend" in " ".join(capsys.readouterr().out.split())


def test_who_was_on_paper_gets_it_by_mail(office: Office) -> None:
    office.roster.enrol(Member(id="", name="Joan", channel=Channel.PRINT), 1.0)

    change_address(office, "Joan", "joan@example.org")

    assert "joan@example.org" in {member.email for member in office.roster.audience()}
    assert take(office, "Joan,,", "Ann,ann@example.org,", "Person bob,bob@example.org,").joining == ()
