"""`standfirst collect`, from a letterbox on the disk to the coordinator's screen."""

import mailbox
from pathlib import Path

import pytest

from flows.commands.collect import collect_mail
from flows.newsroom.errors import DeliveryError, SettingsError
from flows.newsroom.model.postroom import Member
from flows.newsroom.postroom.keys import read_keys
from flows.newsroom.postroom.leaving import token
from flows.newsroom.postroom.roster import Roster
from flows.newsroom.store import open_store
from tests.newsroom.postroom.returned_mail import a_bounce, a_mail

SETTINGS = """\
[delivery]
sender = "news@example.org"
[delivery.letterbox]
folder = "Maildir"
"""
LIST = "news.example.org"  # made of the sender's address


def a_forum(folder: Path, *names: str) -> dict[str, str]:
    """A forum with members of these names, who were all sent an issue; their ids by name."""
    (folder / "newsletter.toml").write_text(SETTINGS, encoding="utf-8")
    mailbox.Maildir(folder / "Maildir")
    with open_store(folder / ".standfirst") as connection:
        roster = Roster(connection, read_keys(folder / ".standfirst"))
        members = {
            name: roster.enrol(Member(id="", name=name, email=f"{name.lower()}@example.org"), at=0.0).id
            for name in names
        }
        for member in members.values():
            row = ("2026-11-21", member, member, f"<{member}@example.org>", "sent", 1.0)
            insert = "INSERT INTO delivery(mailing, member, address_key, message_id, state, updated)"
            connection.execute(f"{insert} VALUES(?, ?, ?, ?, ?, ?)", row)
    return members


def came_in(folder: Path, *mails: bytes) -> None:
    box = mailbox.Maildir(folder / "Maildir")
    for mail in mails:
        box.add(mail)


def returned(member: str, status: str = "5.1.1") -> bytes:
    return a_bounce(status=status, to=f"news+20261121.{member}@example.org")


def audience(folder: Path) -> list[str]:
    with open_store(folder / ".standfirst") as connection:
        members = Roster(connection, read_keys(folder / ".standfirst")).audience()
        return sorted(member.name or "" for member in members)


def test_who_left_and_who_is_gone_get_nothing_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    members = a_forum(tmp_path, "Ann", "Bob", "Cat", "Dan")
    left = token(members["Ann"], LIST, read_keys(tmp_path / ".standfirst"))
    came_in(
        tmp_path,
        a_mail(Subject=f"unsubscribe {left}", From="another@example.com"),
        returned(members["Bob"]),
        returned(members["Cat"], "5.7.1"),
        a_mail(Subject="Out of office", From="dan@example.org", Auto_Submitted="auto-replied"),
    )

    collect_mail(tmp_path)

    assert audience(tmp_path) == ["Cat", "Dan"]
    told = " ".join(capsys.readouterr().out.split())
    assert "Left the list: Ann." in told
    assert "Ask them for a new one: Bob." in told
    assert "nobody was taken off" in told
    assert "@" not in told


def test_reading_again_finds_nothing_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    members = a_forum(tmp_path, "Ann", "Bob")
    came_in(tmp_path, returned(members["Bob"]))
    collect_mail(tmp_path)
    capsys.readouterr()

    collect_mail(tmp_path)

    assert capsys.readouterr().out == "No new mail.\n"
    assert audience(tmp_path) == ["Ann"]


def test_a_server_in_trouble_takes_nobody_off_until_somebody_is_sure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    members = a_forum(tmp_path, *"ABCDEFGHIJ")
    came_in(tmp_path, *(returned(members[name]) for name in "ABCDEF"))

    collect_mail(tmp_path)

    assert len(audience(tmp_path)) == 10
    assert "standfirst collect --sure" in " ".join(capsys.readouterr().out.split())

    collect_mail(tmp_path, is_sure=True)

    assert audience(tmp_path) == list("GHIJ")


def test_without_a_letterbox_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "newsletter.toml").write_text('[delivery]\nsender = "news@example.org"\n', encoding="utf-8")

    collect_mail(tmp_path)

    assert capsys.readouterr().out.startswith("No letterbox is named in [delivery.letterbox]")


def test_of_a_letterbox_that_is_away_nobody_says_that_it_is_empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letterbox = (
        '[delivery]\nsender = "news@example.org"\n[delivery.letterbox]\nhost = "127.0.0.1"\nport = 1\nuser = "x"\n'
    )
    (tmp_path / "newsletter.toml").write_text(letterbox, encoding="utf-8")

    with pytest.raises(DeliveryError, match="cannot be reached"):
        collect_mail(tmp_path)

    assert capsys.readouterr().out == ""


def test_without_a_sender_nothing_can_have_come_back(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="from which address"):
        collect_mail(tmp_path)
