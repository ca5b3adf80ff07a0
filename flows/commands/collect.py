"""`standfirst collect`: what came back, who asks to leave, and who cannot be reached any more."""

from pathlib import Path

from flows.console import say
from flows.incoming import has_letterbox, read_letterbox, tell_incoming
from flows.newsroom.settings import read_settings
from flows.office import Office, open_office


def collect_mail(folder: Path, *, is_sure: bool = False) -> None:
    """Read the letterbox, do what the mails in it ask for, and say what was done.

    Raises:
        SettingsError: The letterbox is not there, or there is no list yet that somebody could leave.
        DeliveryError: The letterbox's server cannot be reached or refuses us; what was read before that is done.
    """
    with open_office(read_settings(folder)) as office:
        incoming = read_letterbox(office, is_sure=is_sure)
        if has_letterbox(office) and not incoming.happenings and not incoming.fault:
            say("No new mail.")
        for line in tell_incoming(office, incoming):
            say(line)
        if not has_letterbox(office):
            say(
                "No letterbox is named in [delivery.letterbox] of newsletter.toml: only what mail servers refused at "
                "once was looked at."
            )
    if incoming.fault:
        raise incoming.fault


def look_before_sending(office: Office) -> None:
    """The same before a mailing goes out, where a letterbox is named; a server that is away is said, and no more."""
    if not (has_letterbox(office) and office.settings.delivery.sender):
        return
    incoming = read_letterbox(office)
    if incoming.happenings or incoming.closings.done or incoming.closings.held:
        for line in tell_incoming(office, incoming):
            say(line)
    if incoming.fault:
        say("The letterbox cannot be read just now, so nobody knows who has asked to leave since the last time.")
        say(str(incoming.fault))
