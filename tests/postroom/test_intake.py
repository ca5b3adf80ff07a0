"""What a file changes on the list: members by names and addresses, files as text."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.newsroom.errors import MemberError
from flows.newsroom.model.postroom import Member, SuppressionReason
from flows.newsroom.postroom.intake import Intake, decide, refuse_slips
from flows.newsroom.postroom.keys import Keys
from flows.newsroom.postroom.member_files.reading import read_members
from flows.newsroom.postroom.roster import KEPT_AFTER_LEAVING_SECONDS, Roster
from flows.newsroom.store import open_store

KEYS = Keys(addresses=b"a" * 32, links=b"l" * 32)
HEADINGS = "Name,E-mail,Organisation,Groups\n"


@contextmanager
def a_roster(*rows: str) -> Iterator[Roster]:
    """A roster that took a file of these rows."""
    with TemporaryDirectory() as folder, open_store(Path(folder)) as connection:
        roster = Roster(connection, KEYS)
        if rows:
            import_rows(roster, *rows)
        yield roster


def import_rows(roster: Roster, *rows: str, at: float = 1.0, is_sure: bool = False) -> Intake:
    entries = read_members((HEADINGS + "\n".join(rows)).encode()).entries
    intake = decide(entries, roster.listings(), roster.key_of, roster.suppression)
    refuse_slips(intake, is_sure=is_sure)
    roster.take(intake, at)
    return intake


def names(members: tuple[Member, ...]) -> list[str]:
    return sorted(member.name or "" for member in members)


FIVE = tuple(f"{name},{name.lower()}@example.org,," for name in ("Ann", "Bob", "Cat", "Dan", "Eve"))


def test_who_is_not_in_the_next_file_leaves_and_who_is_new_joins() -> None:
    with a_roster(*FIVE) as roster:
        intake = import_rows(roster, *FIVE[1:], "Fay,fay@example.org,,", at=2.0)

        assert names(intake.joining) == ["Fay"]
        assert [listing.member.name for listing in intake.leaving] == ["Ann"]
        assert names(roster.audience()) == ["Bob", "Cat", "Dan", "Eve", "Fay"]
        assert {listing.left for listing in roster.find("Ann")} == {2.0}


def test_who_returns_keeps_the_id() -> None:
    with a_roster(*FIVE) as roster:
        before = roster.find("Ann")[0].member.id
        import_rows(roster, *FIVE[1:], at=2.0)
        import_rows(roster, *FIVE, at=3.0)

        (ann,) = roster.find("Ann")
        assert (ann.member.id, ann.joined, ann.left) == (before, 3.0, None)


def test_a_file_that_drops_more_than_a_fifth_changes_nothing_unless_somebody_is_sure() -> None:
    with a_roster(*FIVE) as roster:
        with pytest.raises(MemberError, match=r"2 of 5 members .* --sure"):
            import_rows(roster, *FIVE[2:])
        assert len(roster.audience()) == 5

        import_rows(roster, *FIVE[2:], is_sure=True)
        assert len(roster.audience()) == 3


def test_who_had_left_already_does_not_count_among_a_fifth() -> None:
    with a_roster(*FIVE) as roster:
        for name in ("Ann", "Bob"):
            roster.suppress(roster.find(name)[0].member.id, SuppressionReason.UNSUBSCRIBED, 2.0)

        intake = import_rows(roster, *FIVE[2:])

        assert intake.leaving == ()
        assert intake.served_before == 3


def test_a_file_without_anybody_never_empties_the_list() -> None:
    with a_roster(*FIVE) as roster:
        with pytest.raises(MemberError, match="Nobody in the file"):
            import_rows(roster, "Ann,ann at example.org,,", is_sure=True)

        assert len(roster.audience()) == 5


def test_two_rows_of_one_address_are_one_member_in_the_groups_of_both() -> None:
    with a_roster() as roster:
        intake = import_rows(roster, "Ann,Ann@example.org,,North", "Ann A,ann@EXAMPLE.org,Anytown,South|north")

        (ann,) = roster.audience()
        assert (ann.name, ann.email, ann.organisation, ann.groups) == (
            "Ann",
            "Ann@example.org",
            "Anytown",
            ("North", "South"),
        )
        assert [(remark.row, "as in row 2" in remark.words) for remark in intake.remarks] == [(3, True)]


def test_two_rows_of_one_name_on_paper_are_one_member() -> None:
    with a_roster("Ann Archer,,Anytown,", "ann archer,,anytown,", "Ann Archer,,Otherton,") as roster:
        assert len(roster.on_paper()) == 2


def test_who_was_added_by_hand_stays_until_a_file_has_named_them() -> None:
    with a_roster(*FIVE) as roster:
        roster.enrol(Member(id="", name="Fay", email="fay@example.org"), 2.0, is_added_by_hand=True)

        first = import_rows(roster, *FIVE, at=3.0)
        assert "Fay" in names(roster.audience())
        import_rows(roster, *FIVE, "Fay,fay@example.org,,", at=4.0)
        last = import_rows(roster, *FIVE, at=5.0)

        assert [listing.member.name for listing in first.kept] == ["Fay"]
        assert [listing.member.name for listing in last.leaving] == ["Fay"]


def test_a_file_brings_nobody_back_who_left_and_says_so() -> None:
    with a_roster(*FIVE) as roster:
        roster.suppress(roster.find("Ann")[0].member.id, SuppressionReason.UNSUBSCRIBED, 2.0)

        intake = import_rows(roster, *FIVE, at=3.0)

        assert names(roster.audience()) == ["Bob", "Cat", "Dan", "Eve"]
        assert [listing.member.name for listing in intake.staying_off] == ["Ann"]
        assert intake.joining == ()


def test_a_forgotten_member_is_not_stored_again_by_the_same_file_with_or_without_the_address() -> None:
    with a_roster(*FIVE) as roster:
        roster.forget(roster.find("Ann")[0].member.id, 2.0)

        intake = import_rows(roster, *FIVE, "Ann,,,", at=3.0)

        assert roster.find("Ann") == ()
        assert [(remark.row, remark.name) for remark in intake.remarks] == [(2, None), (7, None)]


def test_who_is_forgotten_while_a_file_is_looked_through_is_not_stored() -> None:
    with a_roster(*FIVE) as roster:
        entries = read_members((HEADINGS + "\n".join(FIVE)).encode()).entries
        intake = decide(entries, roster.listings(), roster.key_of, roster.suppression)
        roster.forget(roster.find("Ann")[0].member.id, 2.0)

        roster.take(intake, 3.0)

        assert roster.find("Ann") == ()


def test_who_left_and_comes_with_another_address_is_pointed_out() -> None:
    with a_roster(*FIVE) as roster:
        roster.suppress(roster.find("Ann")[0].member.id, SuppressionReason.UNSUBSCRIBED, 2.0)
        roster.suppress(roster.find("Bob")[0].member.id, SuppressionReason.HARD_BOUNCE, 2.0)
        roster.forget(roster.find("Cat")[0].member.id, 2.0)

        moved = [f"{name},{name.lower()}@new.example,," for name in ("Ann", "Bob", "Cat")]
        intake = import_rows(roster, *FIVE[3:], *moved, at=3.0)

        assert [(remark.row, remark.words.split(". ")[0]) for remark in intake.remarks] == [
            (4, "Somebody of this name left the list"),
            (6, "Somebody of this name and organisation asked to be forgotten"),
            (5, "Somebody of this name was on the list with another address"),
        ]
        assert names(intake.joining) == ["Ann", "Bob", "Cat"]


def test_a_slip_in_a_domain_is_pointed_out_once() -> None:
    slip = "Zed,zed@exmaple.org,,"
    with a_roster() as roster:
        first = import_rows(roster, *FIVE, slip)
        again = import_rows(roster, *FIVE, slip, at=2.0)

        assert [(remark.row, "nearly example.org" in remark.words) for remark in first.remarks] == [(7, True)]
        assert again.remarks == ()


def test_what_a_person_noted_of_consent_outlives_a_file_that_says_nothing_of_it() -> None:
    with a_roster() as roster:
        import_rows(roster, *FIVE)
        ann = roster.find("Ann")[0].member
        consent = type(ann.consent)(basis="asked on the telephone", date="2026-03-01")
        roster.bring_back(type(ann)(id="", name=ann.name, email=ann.email, consent=consent), 2.0)

        import_rows(roster, *FIVE, at=3.0)

        assert roster.find("Ann")[0].member.consent == consent


def test_who_left_more_than_a_year_ago_is_deleted() -> None:
    with a_roster(*FIVE) as roster:
        import_rows(roster, *FIVE[1:], at=2.0)
        assert len(roster.listings()) == 5

        import_rows(roster, *FIVE[1:], at=3.0 + KEPT_AFTER_LEAVING_SECONDS)

        assert len(roster.listings()) == 4


ROWS = st.lists(
    st.builds(
        "{},{},{},{}".format,
        st.sampled_from(("Ann", "Bob", "", "Zoë O’Brien", "=1+1")),
        st.sampled_from(
            ("ann@example.org", "ANN@example.org", "bob@example.org", "", "no address", "info@example.org")
        ),
        st.sampled_from(("", "Anytown")),
        st.sampled_from(("", "North", "north|South")),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=25)
@given(rows=ROWS)
def test_importing_twice_is_importing_once_and_nobody_who_went_comes_back(rows: list[str]) -> None:
    with a_roster() as roster:
        try:
            import_rows(roster, *rows)
        except MemberError:
            return
        once = roster.listings()
        import_rows(roster, *rows, at=2.0)
        assert roster.listings() == once

        everybody = (*roster.audience(), *roster.on_paper())
        roster.suppress(everybody[0].id, SuppressionReason.UNSUBSCRIBED, 3.0)
        roster.forget(everybody[-1].id, 4.0)
        left = (roster.audience(), roster.on_paper())
        if any(left):
            import_rows(roster, *rows, at=5.0)

        assert (roster.audience(), roster.on_paper()) == left
