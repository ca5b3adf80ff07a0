"""Mail is read from the folders and files that mail programs write, and nothing there is changed."""

import mailbox
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.newsroom.errors import SettingsError
from flows.newsroom.postroom.arrivals import LARGEST_BYTES
from flows.newsroom.postroom.letterbox import folder_letterbox
from tests.newsroom.postroom.returned_mail import a_bounce, a_mail

MAILS = (a_bounce(), a_mail(Subject="unsubscribe", From="ann@example.com", body="From here on: nothing.\n"))


def maildir(folder: Path) -> Path:
    box = mailbox.Maildir(folder / "Maildir")
    for mail in MAILS:
        box.add(mail)
    return folder / "Maildir"


def mbox(folder: Path) -> Path:
    box = mailbox.mbox(folder / "bounces.mbox")
    for mail in MAILS:
        box.add(mail)
    box.close()
    return folder / "bounces.mbox"


def eml(folder: Path) -> Path:
    for number, mail in enumerate(MAILS):
        (folder / f"{number}.eml").write_bytes(mail)
    return folder


Maker = Callable[[Path], Path]


def subjects(place: Path) -> list[bytes]:
    lines = (line for mail in folder_letterbox(place)(lambda _: False) for line in mail.content.splitlines())
    return sorted(line for line in lines if line.startswith((b"Subject: Und", b"Subject: uns")))


@pytest.mark.parametrize("make", [maildir, mbox, eml])
def test_every_mail_is_read(tmp_path: Path, make: Maker) -> None:
    assert subjects(make(tmp_path)) == [b"Subject: Undelivered Mail Returned to Sender", b"Subject: unsubscribe"]


@pytest.mark.parametrize("make", [maildir, mbox, eml])
def test_nothing_is_changed(tmp_path: Path, make: Maker) -> None:
    place = make(tmp_path)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}

    subjects(place)

    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_a_mail_is_known_again_wherever_it_was_moved(tmp_path: Path) -> None:
    unread = folder_letterbox(maildir(tmp_path))
    known = {mail.key for mail in unread(lambda _: False)}
    for file in (tmp_path / "Maildir" / "new").iterdir():
        file.rename(tmp_path / "Maildir" / "cur" / f"{file.name}:2,S")

    assert list(unread(known.__contains__)) == []


def test_of_a_large_mail_only_the_beginning_is_read(tmp_path: Path) -> None:
    (tmp_path / "large.eml").write_bytes(b"Subject: x\n\n" + b"x" * 2 * LARGEST_BYTES)

    (mail,) = folder_letterbox(tmp_path)(lambda _: False)

    assert len(mail.content) == LARGEST_BYTES


def test_an_empty_place_holds_no_mail(tmp_path: Path) -> None:
    (tmp_path / "empty.mbox").touch()

    assert list(folder_letterbox(tmp_path / "empty.mbox")(lambda _: False)) == []
    assert list(folder_letterbox(tmp_path)(lambda _: False)) == []


@pytest.mark.parametrize("name", ["missing", "list.csv"])
def test_a_place_that_is_no_letterbox_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "list.csv").write_text("name,e-mail\n", encoding="utf-8")

    with pytest.raises(SettingsError, match=f"no letterbox {name}"):
        list(folder_letterbox(tmp_path / name)(lambda _: False))
