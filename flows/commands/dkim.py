"""`standfirst dkim`: a key for signing mail, and the record that whoever keeps the domain puts into the DNS."""

import os
from pathlib import Path

from flows.console import say, screen, shown
from flows.newsroom.errors import SettingsError
from flows.newsroom.postroom.dkim import dns_record, make_key, read_signer
from flows.newsroom.settings import Settings, read_settings

KEY_FILE = "dkim.pem"


def make_dkim(folder: Path, selector: str) -> None:
    """Make the key of the settings, or `dkim.pem`, unless it is there; and print its record.

    Args:
        folder: The forum's folder.
        selector: What the key is called in the DNS, unless the settings say it.

    Raises:
        SettingsError: Nobody is named from whom mail comes, or the key cannot be written or read.
    """
    settings = read_settings(folder)
    stated = settings.delivery.dkim
    file, name = stated.key_file or folder / KEY_FILE, stated.selector or selector
    domain = stated.domain or _domain(settings)
    if file.exists():
        say(f"The key {shown(file)} is there already, and stays as it is.")
    else:
        _write(file)
        say(f"Made the key {shown(file)}. Only you can read it; give it to nobody, and keep a copy of it.")
    record = dns_record(read_signer(file, domain=domain, selector=name))
    say("")
    say("For whoever keeps your domain in the DNS", is_heading=True)
    for line in (f"  Name   {name}._domainkey.{domain}", "  Type   TXT", f"  Value  {record}"):
        screen.print(line, markup=False, highlight=False, soft_wrap=True)
    say("")
    if stated.key_file:
        say("Mail is signed with it already. Until the record is in the DNS, mail servers may refuse what is signed.")
        return
    say("When they say that the record is in the DNS, write into newsletter.toml, and each mail is signed:")
    for line in ("[delivery.dkim]", f'selector = "{name}"', f'key_file = "{file.name}"'):
        say(f"  {line}")


def _domain(settings: Settings) -> str:
    if settings.sender is None:
        raise SettingsError(
            "newsletter.toml does not say from which address the newsletter is mailed, and so not whose mail is to be "
            'signed. Write it as sender into the table [delivery]: sender = "news@example.org".'
        )
    return settings.sender.domain


def _write(file: Path) -> None:
    """Write a new file that only its owner may read, from its first moment on."""
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(make_key())
    except OSError as error:
        raise SettingsError(f"The key {file.name} cannot be written: {error.strerror}. Nothing was made.") from error
