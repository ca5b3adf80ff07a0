"""An approval holds for the very bytes and the very members, and says what is not as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.errors import IssueError
from flows.newsroom.postroom.approval import Approvals, bind, changes, read_editions
from flows.newsroom.store import open_store

FILES = {"newsletter.pdf": b"%PDF", "email.txt": b"words"}


def test_what_was_approved_is_kept_as_it_was(tmp_path: Path) -> None:
    approved = bind(FILES, ["b", "a"])

    with open_store(tmp_path) as connection:
        Approvals(connection).keep("2026-11-21", bind({"old.txt": b""}, ["c"]))
        Approvals(connection).keep("2026-11-21", approved)

    with open_store(tmp_path) as connection:
        assert Approvals(connection).binding("2026-11-21") == approved
        assert Approvals(connection).binding("2026-11-28") is None


def test_each_edition_that_is_not_as_it_was_is_named() -> None:
    now = bind({"newsletter.pdf": b"%PDF!", "diary.ics": b""}, ["a"])

    assert changes(bind(FILES, ["a"]), now) == (
        "diary.ics is new",
        "email.txt is not there any more",
        "newsletter.pdf has changed",
    )


def test_members_who_have_left_since_are_no_change_and_new_ones_are() -> None:
    approved = bind(FILES, ["a", "b"])

    assert changes(approved, bind(FILES, ["a"])) == ()
    assert changes(approved, bind(FILES, ["a", "c"])) == ("1 member more than were approved (2 then, 2 now)",)


@given(st.dictionaries(st.text(max_size=5), st.binary(max_size=5), min_size=1), st.lists(st.text(max_size=3)))
def test_the_code_stands_for_every_byte_and_every_member(files: dict[str, bytes], members: list[str]) -> None:
    name = min(files)
    binding = bind(files, members)

    assert bind(dict(reversed(files.items())), reversed(members)).code == binding.code
    assert bind({**files, name: files[name] + b"."}, members).code != binding.code
    assert bind(files, [*members, "somebody else"]).code != binding.code


def test_only_what_readers_get_is_bound(tmp_path: Path) -> None:
    for name in ("newsletter.pdf", "report.md", ".newsletter.pdf.7.part"):
        (tmp_path / name).write_bytes(b"x")

    assert read_editions(tmp_path, frozenset({"report.md"})) == {"newsletter.pdf": b"x"}


def test_an_issue_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(IssueError, match=r"2026-11-21 .* Draft it first"):
        read_editions(tmp_path / "2026-11-21", frozenset())


def test_a_draft_that_was_sent_as_a_test_is_known(tmp_path: Path) -> None:
    with open_store(tmp_path) as connection:
        Approvals(connection).note_test("2026-11-21", "digest", 7.0)

        assert Approvals(connection).tested_at("2026-11-21", "digest") == 7.0
        assert Approvals(connection).tested_at("2026-11-21", "another") is None
