"""A signature of ours holds for the mail as it was sent and for no other; dkimpy says so, not we."""

import base64
import re
import stat
from dataclasses import replace
from functools import cache
from pathlib import Path

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from typer.testing import CliRunner

from flows.commands.app import app
from flows.newsroom.errors import SettingsError
from flows.newsroom.postroom.dkim import Signer, read_signer
from flows.newsroom.postroom.message import envelope, make_letter
from tests.postroom.conformance import faults, lines_of
from tests.postroom.sample_letters import DATE, KEYS, MEMBER, PDF, SENDER, STATIONERY, sample_papers

PEM = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@cache
def signer() -> Signer:
    return Signer(domain="forum.example.org", selector="news", key=rsa.generate_private_key(65537, 2048))


@cache
def signed(*, has_page: bool) -> bytes:
    sender = replace(SENDER, leave_page="https://news.example.org/leave/" if has_page else None)
    stationery = replace(STATIONERY, sender=sender, signer=signer())
    copy = envelope(make_letter(sample_papers(), stationery, date_header=DATE), MEMBER, KEYS)
    return copy.head + copy.tail


def holds(mail: bytes) -> bool:
    def from_dns(name: bytes, timeout: int = 5) -> bytes:  # noqa: ARG001 - dkimpy names the parameters
        assert name == b"news._domainkey.forum.example.org."
        public = signer().key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)

    return bool(dkim.verify(mail, dnsfunc=from_dns))


@pytest.mark.parametrize("has_page", [True, False])
def test_a_signature_holds_as_sent_and_with_the_line_that_a_relay_adds(has_page: bool) -> None:  # noqa: FBT001 - a case
    mail = signed(has_page=has_page)

    assert faults(mail, PDF) == []
    assert holds(mail)
    assert holds(b"Received: from a.example by b.example; Sat, 21 Nov 2026 19:00:00 +0000\r\n" + mail)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"attached as a PDF", b"attached as a pdf"),
        (b"JVBERi", b"JVBERj"),
        (b"mailto:leave@forum", b"mailto:leave@other"),
        (b"Subject: [Practice", b"Subject: [practice"),
        (b"To: Jane", b"To: Joan"),
        (b"Message-ID: <2026", b"Message-ID: <2027"),
    ],
)
def test_it_does_not_hold_for_a_mail_that_was_changed(before: bytes, after: bytes) -> None:
    assert before in signed(has_page=True)

    assert not holds(signed(has_page=True).replace(before, after, 1))


@pytest.mark.parametrize(
    "line",
    [
        *(
            b"Subject: Win a prize",
            b"From: thief@example.com",
            b"To: all@example.com",
            b"Date: Sun, 22 Nov 2026 1:00 +0",
        ),
        b"List-Unsubscribe: <https://thief.example/>",
    ],
)
def test_it_does_not_hold_with_a_second_header_of_a_name_that_matters(line: bytes) -> None:
    assert not holds(line + b"\r\n" + signed(has_page=True))


def test_where_there_is_no_page_nobody_can_add_the_one_click() -> None:
    assert not holds(b"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" + signed(has_page=False))


def test_the_way_to_leave_with_one_click_is_signed() -> None:
    names = lines_of(signed(has_page=True))["dkim-signature"].partition("h=")[2].partition(";")[0]

    assert {"list-unsubscribe", "list-unsubscribe-post"} <= {name.strip() for name in names.split(":")}  # RFC 8058 4


def test_a_mail_made_again_is_signed_alike() -> None:
    first = signed(has_page=True)
    signed.cache_clear()

    assert signed(has_page=True) == first


def test_the_key_is_read_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "dkim.pem"
    file.write_bytes(signer().key.private_bytes(*PEM))

    read = read_signer(file, domain="forum.example.org", selector="news")

    assert read.key.private_numbers() == signer().key.private_numbers()
    assert "PRIVATE" not in repr(read)


def test_a_key_that_is_none_is_named_by_its_file_and_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "words.pem").write_text("no key")
    (tmp_path / "other.pem").write_bytes(ec.generate_private_key(ec.SECP256R1()).private_bytes(*PEM))

    for name in ("missing.pem", "words.pem", "other.pem"):
        with pytest.raises(SettingsError, match=rf"{name}.*(goes out unsigned|Make one of 2048)"):
            read_signer(tmp_path / name, domain="forum.example.org", selector="news")


def test_the_command_makes_a_key_whose_record_verifies_what_it_signs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "newsletter.toml").write_text('[delivery]\nsender = "news@forum.example.org"\n')
    monkeypatch.chdir(tmp_path)

    made, again = (CliRunner().invoke(app, ["dkim"], env={"COLUMNS": "80"}) for _ in range(2))

    (record,) = re.findall(r"Value  (.+)", made.output)
    own = read_signer(tmp_path / "dkim.pem", domain="forum.example.org", selector="news")
    stationery = replace(STATIONERY, signer=own)
    copy = envelope(make_letter(sample_papers(), stationery, date_header=DATE), MEMBER, KEYS)
    assert dkim.verify(copy.head + copy.tail, dnsfunc=lambda _name, timeout=5: record.encode())  # noqa: ARG005
    assert "news._domainkey.forum.example.org" in made.output
    assert stat.S_IMODE((tmp_path / "dkim.pem").stat().st_mode) == 0o600
    assert "there already" in again.output
    assert record in again.output
    for line in ("[delivery.dkim]", 'selector = "news"', 'key_file = "dkim.pem"'):
        assert line in made.output


def test_without_a_sender_no_key_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "newsletter.toml").write_text("")
    monkeypatch.chdir(tmp_path)

    assert "Write it as sender" in str(CliRunner().invoke(app, ["dkim"]).exception)
    assert not (tmp_path / "dkim.pem").exists()
