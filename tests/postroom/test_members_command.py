"""`standfirst members` as a coordinator uses it, on a real list in a folder of its own."""

import datetime as dt
import re
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from flows.commands.members import app
from flows.doctor import Check, checks
from flows.newsroom.errors import MemberError, StoreError
from flows.newsroom.model.postroom import Mailing, MailingState
from flows.newsroom.postroom.clock import SystemClock
from flows.newsroom.postroom.ledger import Ledger
from flows.newsroom.store import open_store

ROWS = tuple(f"{name} Archer,{name.lower()}@example.org,North" for name in ("Ann", "Bob", "Cat", "Dan", "Eve", "Fay"))


@pytest.fixture(autouse=True)
def forum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A forum's folder, and the one that commands are typed in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


def type_(*words: str, answer: str | None = None) -> Result:
    return CliRunner().invoke(app, words, input=answer)


def import_rows(folder: Path, *rows: str, options: tuple[str, ...] = ()) -> Result:
    file = folder / "members.csv"
    file.write_text("\n".join(("Name,E-mail,Groups", *rows)), encoding="utf-8")
    return type_("import", str(file), *options)


def refusal(result: Result) -> str:
    assert isinstance(result.exception, MemberError), result.output
    return str(result.exception)


def shown(*options: str) -> str:
    return type_("list", *options).stdout


def test_a_list_is_imported_and_shown(forum: Path) -> None:
    done = import_rows(forum, *ROWS, "Gus Brown,,")

    assert done.exit_code == 0
    assert "On the list: 6 by e-mail, 1 on paper." in done.stdout
    assert "New on paper, 1: Gus Brown" in done.stdout
    assert "ann@example.org" in shown()


def test_rows_that_are_not_taken_are_named_and_show_in_the_exit_status(forum: Path) -> None:
    done = import_rows(forum, *ROWS, "Gus Brown,gus at example.org,")

    assert done.exit_code == 3
    assert re.search(r"row 8 +Gus Brown +The address is not an e-mail address", done.stdout)
    assert "gus at example.org" not in done.stdout


def test_a_dry_run_changes_nothing(forum: Path) -> None:
    done = import_rows(forum, *ROWS, options=("--dry-run",))

    assert "New, 6:" in done.stdout
    assert "On the list: 0 by e-mail" in shown()


def test_a_filtered_sheet_is_refused_and_taken_when_somebody_is_sure(forum: Path) -> None:
    import_rows(forum, *ROWS)

    assert "2 of 6 members are not in this file" in refusal(import_rows(forum, *ROWS[2:]))
    assert "On the list: 6" in shown()
    assert "On the list: 4" in import_rows(forum, *ROWS[2:], options=("--sure",)).stdout


def test_who_was_taken_off_is_back_only_by_a_person_with_a_note(forum: Path) -> None:
    import_rows(forum, *ROWS)

    type_("remove", "Ann", "Archer", "--note", "moved away")
    again = import_rows(forum, *ROWS)
    assert "In the file, but off the list, 1: Ann Archer (taken off by hand on" in again.stdout
    assert "moved away" in shown("--all")
    assert "back ann@example.org --by" in refusal(type_("add", "Ann", "ann@example.org"))
    assert "needs your name" in refusal(type_("back", "ann", "--by", "Jo", "--note", " "))

    assert type_("back", "ann", "--by", "Jo", "--note", "rang on 3 May").exit_code == 0
    assert "On the list: 6 by e-mail" in shown()
    assert "is on the list already" in refusal(type_("back", "ann", "--by", "Jo", "--note", "rang"))


def test_a_name_that_means_several_members_shows_them_and_changes_nothing(forum: Path) -> None:
    import_rows(forum, *ROWS)

    done = type_("remove", "archer")

    assert "Several members match" in refusal(done)
    assert "bob@example.org" in done.stdout
    assert "On the list: 6 by e-mail" in shown()


def test_nobody_of_that_name_is_said(forum: Path) -> None:
    import_rows(forum, *ROWS)

    assert "Nobody of that name" in refusal(type_("remove", "Zed"))


def test_everything_that_is_known_of_one_member_can_be_shown(forum: Path) -> None:
    import_rows(forum, *ROWS)
    type_("remove", "Ann", "--note", "moved away")
    type_("back", "ann", "--by", "Jo Smith", "--note", "rang on 3 May")

    card = shown("ann")

    for words in ("ann@example.org", "by e-mail", "North", "asked to come back", "Jo Smith: rang on 3 May"):
        assert words in card
    assert "Bob" not in card


def test_groups_are_shown_with_their_numbers(forum: Path) -> None:
    import_rows(forum, *ROWS, "Gus,gus@example.org,South|North")

    assert "Groups: North (7), South (1)." in shown()


def test_where_a_group_is_empty_the_groups_there_are_are_named(forum: Path) -> None:
    import_rows(forum, *ROWS)

    assert "Groups: North (6)." in shown("--group", "Nort")
    assert "Groups:" not in shown("--group", "North")


def test_forgetting_asks_first_and_leaves_nothing_that_a_file_could_bring_back(forum: Path) -> None:
    import_rows(forum, *ROWS)
    state = forum / ".standfirst"
    with open_store(state) as connection:
        (ann,) = connection.execute("SELECT id FROM member WHERE name = 'Ann Archer'").fetchone()
    for trace in ("standing/2026-11-21.html", "outbox/2026-11-21-dry-run.eml", f"outbox/2026-11-21/{ann}.eml"):
        (state / trace).parent.mkdir(exist_ok=True)
        (state / trace).write_text("ann@example.org")
    (state / "outbox/2026-11-21/beeffeed0123.eml").write_text("bob@example.org")
    (state / "newsroom.db.damaged-1").touch()

    assert "Nothing was changed" in refusal(type_("forget", "Ann", answer="n\n"))
    done = type_("forget", "Ann", answer="y\n")
    again = import_rows(forum, *ROWS)

    assert "newsroom.db.damaged-1" in done.stdout

    assert "Asked to be forgotten" in again.stdout
    assert "Ann Archer" not in shown("--all")
    kept = b"".join(path.read_bytes() for path in state.rglob("*") if path.is_file())
    assert b"ann@example.org" not in kept
    assert b"bob@example.org" in (state / "outbox/2026-11-21/beeffeed0123.eml").read_bytes()


def test_somebody_who_was_forgotten_comes_back_under_a_new_id_when_they_ask(forum: Path) -> None:
    import_rows(forum, *ROWS)
    type_("forget", "ann@example.org", "--yes")

    words = ("ann@example.org", "--name", "Ann", "--by", "Jo", "--note", "rang on 3 May")
    assert type_("back", *words).exit_code == 0

    assert "ann@example.org" in shown("Ann")


def test_an_address_that_is_not_on_the_list_can_be_forgotten_in_advance(forum: Path) -> None:
    assert "no file can bring it in" in type_("forget", "ann@example.org").stdout

    assert "On the list: 5 by e-mail" in import_rows(forum, *ROWS).stdout


def test_who_was_added_by_hand_is_named_by_the_next_import_and_stays(forum: Path) -> None:
    import_rows(forum, *ROWS)

    type_("add", "Gus Brown", "gus@example.org", "--group", "South", "--consent", "asked at the meeting")
    again = import_rows(forum, *ROWS)

    assert "added by hand, so still on the list, 1: Gus Brown" in again.stdout
    assert "1 by e-mail, 0 on paper" in shown("--group", "south")
    assert "on the list already" in refusal(type_("add", "Gus", "GUS@example.org"))


def test_an_address_that_cannot_be_one_is_refused() -> None:
    assert "not an e-mail address" in refusal(type_("add", "Ann", "ann at example.org"))


@pytest.mark.parametrize("ending", ["csv", "tsv", "xlsx"])
def test_an_export_is_for_its_owner_only_and_imports_as_the_same_list(forum: Path, ending: str) -> None:
    import_rows(forum, *ROWS, "=1+1,,")
    before = shown()

    assert type_("export", f"out.{ending}").exit_code == 0
    again = type_("import", f"out.{ending}")

    assert stat.S_IMODE((forum / f"out.{ending}").stat().st_mode) == 0o600
    assert "New" not in again.stdout
    assert shown() == before
    assert "is there already" in refusal(type_("export", f"out.{ending}"))


def test_the_list_says_who_joined_and_who_left_since_the_last_issue(forum: Path) -> None:
    import_rows(forum, *ROWS)
    with open_store(forum / ".standfirst") as connection:
        connection.execute("UPDATE member SET joined = 1.0")
        sent = Mailing(id="2026-11-21", issue=dt.date(2026, 11, 21), state=MailingState.FINISHED, released_at=2.0)
        Ledger(connection, SystemClock()).save_mailing(sent)
    assert "Nobody joined or left since the issue of 21 November 2026" in shown()

    type_("remove", "Bob")
    import_rows(forum, *ROWS[1:], "Gus Brown,gus@example.org,")

    assert "Joined, 1: Gus Brown" in shown()
    assert re.search(r"Left, 2: Ann Archer \(not in the file of .*\), Bob Archer \(taken off by hand on", shown())


def test_the_doctor_counts_the_members_and_sees_whether_others_can_read_the_list(forum: Path) -> None:
    def looked_at() -> Check:
        return next(check for check in checks(forum) if check.subject == "Members")

    assert "none yet" in looked_at().words
    import_rows(forum, *ROWS)
    assert looked_at() == Check(subject="Members", words="6 by e-mail, 0 on paper")

    (forum / ".standfirst" / "newsroom.db").chmod(0o644)

    assert "chmod 600" in (looked_at().remedy or "")


def test_the_doctor_sees_what_is_missing_before_anything_can_be_mailed(forum: Path) -> None:
    def looked_at(*lines: str) -> Check:
        (forum / "newsletter.toml").write_text("\n".join(("[delivery]", *lines)), encoding="utf-8")
        return next(check for check in checks(forum) if check.subject == "Sending")

    sender = 'sender = "news@example.org"'
    whole = (sender, 'postal_address = "1 High Street"', 'test_addresses = ["ann@example.org"]', 'channel = "outbox"')
    bare, unsigned = looked_at(sender), looked_at(*whole, '[delivery.dkim]\nselector = "news"\nkey_file = "no.pem"')

    assert "nothing is mailed" in looked_at().words
    for words in ("postal_address", "No mail server", "test_addresses"):
        assert words in (bare.remedy or "")
    assert "no.pem, cannot be read" in (unsigned.remedy or "")
    assert looked_at(*whole) == Check(subject="Sending", words="test mode: only the test_addresses are mailed")


def test_the_doctor_sees_whether_the_log_that_settles_doubts_can_be_read(forum: Path) -> None:
    (forum / "newsletter.toml").write_text('[delivery.server]\npostfix_log = "mail.log"\n', encoding="utf-8")

    def looked_at() -> Check:
        return next(check for check in checks(forum) if check.subject == "Mail log")

    missing = looked_at()
    (forum / "mail.log").touch()

    assert "mail.log cannot be read: No such file" in missing.words
    assert missing.remedy
    assert looked_at() == Check(subject="Mail log", words="can be read")


def test_keys_that_were_lost_bring_nobody_back(forum: Path) -> None:
    import_rows(forum, *ROWS)
    (forum / ".standfirst" / "keys.toml").unlink()

    done = import_rows(forum, *ROWS, options=("--sure",))

    assert isinstance(done.exception, StoreError)
    assert "Put the right one back" in str(done.exception)


def test_a_file_that_is_not_there_is_named() -> None:
    assert "cannot be read" in refusal(type_("import", "nowhere.csv"))


def test_names_that_look_like_instructions_to_the_screen_are_shown_as_they_are(forum: Path) -> None:
    import_rows(forum, "[bold]Ann[/bold],ann@example.org,")

    assert "[bold]Ann[/bold]" in shown()
