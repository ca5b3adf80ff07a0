"""Whom the newsletter comes from, by newsletter.toml."""

from pathlib import Path

import pytest

from flows.newsroom.errors import SettingsError
from flows.newsroom.model.postroom import Sender
from flows.newsroom.settings import Settings, read_settings


def settings(folder: Path, delivery: str, newsletter: str = 'name = "Practice Matters"') -> Settings:
    (folder / "newsletter.toml").write_text(f"[newsletter]\n{newsletter}\n[delivery]\n{delivery}")
    return read_settings(folder)


def test_the_address_alone_is_enough(tmp_path: Path) -> None:
    read = settings(tmp_path, 'sender = "News@Forum.example.org"')

    assert read.sender == Sender(
        address="News@Forum.example.org",
        name="Practice Matters",
        reply_to="News@Forum.example.org",
        bounces="News@Forum.example.org",
        list_id="news.forum.example.org",
        leave="News@Forum.example.org",
    )


def test_the_domain_of_an_address_is_in_small_letters(tmp_path: Path) -> None:
    sender = settings(tmp_path, 'sender = "News@Forum.Example.org"').sender

    assert sender
    assert sender.domain == "forum.example.org"


def test_answers_and_wishes_to_leave_go_to_the_contact_if_it_is_an_address(tmp_path: Path) -> None:
    by_mail = settings(tmp_path, 'sender = "news@example.org"', 'contact = "ann@example.org"').sender
    by_phone = settings(tmp_path, 'sender = "news@example.org"', 'contact = "Ring the office"').sender

    assert by_mail
    assert by_phone
    assert (by_mail.reply_to, by_mail.leave) == ("ann@example.org", "ann@example.org")
    assert by_phone.reply_to == "news@example.org"


def test_without_a_sender_there_is_nobody(tmp_path: Path) -> None:
    assert settings(tmp_path, "").sender is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('sender = "nëws@example.org"', "delivery.sender does not fit: write one e-mail address, in letters without"),
        ('sender = "a@example.org, b@example.org"', "delivery.sender does not fit: write one e-mail address"),
        ('list_id = "Our list"', "delivery.list_id does not fit: write a name of small letters"),
        ('leave_page = "http://news.example.org/"', "delivery.leave_page does not fit: .* must be safe"),
        ('leave_page = "https://news.example.org/ä"', "delivery.leave_page does not fit: .* plain letters"),
        ('[delivery.dkim]\nselector = "news"', "delivery.dkim does not fit: name both selector and key_file"),
        ('sender = "a@example.org"\n[delivery.dkim]\ndomain = "ple.org"', "delivery does not fit: dkim.domain must be"),
    ],
)
def test_what_would_spoil_a_header_or_a_signature_is_refused_in_words(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        settings(tmp_path, line)


def test_a_signature_may_be_of_a_domain_that_the_senders_belongs_to(tmp_path: Path) -> None:
    dkim = '[delivery.dkim]\nselector = "news"\ndomain = "example.org"\nkey_file = "dkim.pem"'

    read = settings(tmp_path, f'sender = "news@forum.example.org"\n{dkim}')

    assert read.delivery.dkim.key_file == tmp_path / "dkim.pem"
