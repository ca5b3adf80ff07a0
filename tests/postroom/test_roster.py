"""Who is on the list, and who stays off it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.newsroom.errors import MemberError, StoreError
from flows.newsroom.model.postroom import Channel, Consent, Member, SuppressionReason
from flows.newsroom.postroom.keys import Keys
from flows.newsroom.postroom.roster import Roster
from flows.newsroom.store import FILE_NAME, open_store

KEYS = Keys(addresses=b"a" * 32, links=b"l" * 32)


@pytest.fixture
def roster(tmp_path: Path) -> Iterator[Roster]:
    with open_store(tmp_path) as connection:
        yield Roster(connection, KEYS)


def a_member(
    name: str = "Ann Archer", *, email: str | None = "ann@example.org", groups: tuple[str, ...] = ()
) -> Member:
    channel = Channel.EMAIL if email else Channel.PRINT
    return Member(id="", name=name, email=email, groups=groups, channel=channel)


def test_a_member_gets_an_id_that_says_nothing_of_them(roster: Roster) -> None:
    member = roster.enrol(a_member(), at=1.0)

    assert set(member.id) <= set("0123456789abcdef")
    assert len(member.id) == 12
    assert roster.member(member.id) == member


def test_everything_that_is_known_of_a_member_is_kept(roster: Roster) -> None:
    consent = Consent(basis="form", date="2026-03-01", source="open day")
    given = Member(
        id="", name="Ann", email="Ann@example.org", organisation="Anytown", groups=("A", "B"), consent=consent
    )

    member = roster.enrol(given, at=1.0)

    assert (member.name, member.email, member.organisation) == ("Ann", "Ann@example.org", "Anytown")
    assert (member.groups, member.channel, member.consent) == (("A", "B"), Channel.EMAIL, consent)


def test_one_address_is_one_member_whatever_its_case(roster: Roster) -> None:
    first = roster.enrol(a_member(), at=1.0)
    again = roster.enrol(a_member("Ann B", email="ANN@example.org"), at=2.0)

    assert again.id == first.id
    assert roster.audience() == (again,)
    assert [listing.joined for listing in roster.listings()] == [1.0]


def test_members_without_an_address_are_on_the_paper_list_alone(roster: Roster) -> None:
    roster.enrol(a_member(), at=1.0)
    roster.enrol(a_member("Bob Brown", email=None), at=1.0)

    assert [member.name for member in roster.audience()] == ["Ann Archer"]
    assert [member.name for member in roster.on_paper()] == ["Bob Brown"]


def test_somebody_with_neither_address_nor_name_is_refused(roster: Roster) -> None:
    with pytest.raises(MemberError, match="neither"):
        roster.enrol(Member(id=""), at=1.0)


def test_groups_choose_the_audience_whatever_their_case(roster: Roster) -> None:
    roster.enrol(a_member(groups=("North", "Students")), at=1.0)
    roster.enrol(a_member("Bob", email="bob@example.org", groups=("South",)), at=1.0)

    assert [member.name for member in roster.audience(("north",))] == ["Ann Archer"]
    assert len(roster.audience(("North", "South"))) == 2
    assert roster.audience(("Nor",)) == ()


def test_whoever_is_suppressed_is_in_no_audience_and_stays_so_when_enrolled_again(roster: Roster) -> None:
    member = roster.enrol(a_member(), at=1.0)

    roster.suppress(member.id, SuppressionReason.UNSUBSCRIBED, 2.0)
    roster.enrol(a_member(email="ANN@example.org"), at=3.0)

    assert roster.audience() == ()
    assert roster.is_suppressed(member.id)


def test_an_unknown_or_forgotten_member_is_sent_nothing(roster: Roster) -> None:
    member = roster.enrol(a_member(), at=1.0)
    assert not roster.is_suppressed(member.id)

    roster.forget(member.id, 2.0)

    assert roster.is_suppressed(member.id)
    assert roster.is_suppressed("feedbeef0000")
    assert not roster.suppress(member.id, SuppressionReason.HARD_BOUNCE, 3.0)


def test_a_bounce_does_not_replace_a_persons_word_but_their_word_replaces_a_bounce(roster: Roster) -> None:
    member = roster.enrol(a_member(), at=1.0)

    for at, reason in enumerate((SuppressionReason.HARD_BOUNCE, SuppressionReason.UNSUBSCRIBED)):
        roster.suppress(member.id, reason, float(at))
    roster.suppress(member.id, SuppressionReason.SOFT_BOUNCES, 9.0)

    listing = roster.listing(member.id)
    assert listing is not None
    assert listing.suppression is not None
    assert (listing.suppression.reason, listing.suppression.at) == (SuppressionReason.UNSUBSCRIBED, 1.0)


def test_nothing_of_a_forgotten_member_is_left_in_the_files(roster: Roster, tmp_path: Path) -> None:
    member = roster.enrol(a_member("Quillfeather Zanzibar", email="quillfeather@example.org"), at=1.0)

    roster.forget(member.id, 2.0)

    kept = b"".join(path.read_bytes() for path in tmp_path.glob(f"{FILE_NAME}*"))
    assert b"quillfeather" not in kept.lower()
    assert roster.listings() == ()


def test_a_forgotten_member_without_the_address_is_forgotten_too(roster: Roster) -> None:
    member = roster.enrol(a_member(), at=1.0)

    roster.forget(member.id, 2.0)

    for row in (a_member(), a_member(email=None)):
        kept_off = roster.suppression(roster.key_of(row))
        assert kept_off is not None
        assert kept_off.reason is SuppressionReason.ERASED


def test_an_address_that_is_not_on_the_list_can_be_forgotten_in_advance(roster: Roster) -> None:
    roster.forget_address("ann@example.org", 1.0)

    assert roster.suppression(roster.key_of(a_member())) is not None


def test_a_person_brings_somebody_back(roster: Roster) -> None:
    member = roster.enrol(a_member(), at=1.0)
    roster.suppress(member.id, SuppressionReason.UNSUBSCRIBED, 2.0)

    back = roster.bring_back(a_member(), 3.0)

    assert back.id == member.id
    assert roster.audience() == (back,)
    assert [(listing.joined, listing.is_added_by_hand) for listing in roster.listings()] == [(3.0, False)]


def test_somebody_is_found_by_id_address_or_part_of_the_name(roster: Roster) -> None:
    member = roster.enrol(a_member(), at=1.0)
    roster.enrol(a_member("Anna Brown", email="anna@example.org"), at=1.0)

    assert [one.member.id for one in roster.find(member.id)] == [member.id]
    assert [one.member.id for one in roster.find("ANN@example.org")] == [member.id]
    assert [one.member.name for one in roster.find("ann")] == ["Ann Archer", "Anna Brown"]
    assert roster.find("  ") == ()


@pytest.mark.parametrize("email", ["ann@example.org", None])
def test_other_keys_than_those_of_the_list_are_refused(tmp_path: Path, email: str | None) -> None:
    with open_store(tmp_path) as connection:
        Roster(connection, KEYS).enrol(a_member(email=email), at=1.0)

        with pytest.raises(StoreError, match="Put the right one back"):
            Roster(connection, Keys(addresses=b"b" * 32, links=b"l" * 32))


def test_what_is_shown_of_a_member_by_accident_is_the_id_alone(roster: Roster) -> None:
    member = roster.enrol(a_member(), at=1.0)

    assert "Ann" not in repr(roster.listing(member.id))
    assert "ann@" not in repr(roster.listing(member.id))
