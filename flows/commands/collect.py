"""`standfirst collect`: what came back, who asks to leave, and who cannot be reached any more."""

import datetime as dt
import ssl
import time
from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from flows.console import screen
from flows.newsroom.errors import SettingsError
from flows.newsroom.postroom.collected import tell, tell_of_too_many
from flows.newsroom.postroom.imap import Account, imap_letterbox
from flows.newsroom.postroom.keys import read_keys
from flows.newsroom.postroom.letterbox import Letterbox, folder_letterbox
from flows.newsroom.postroom.login import Login
from flows.newsroom.postroom.returns import Closing, Happening, Returns, collect, is_too_many
from flows.newsroom.postroom.roster import Roster
from flows.newsroom.settings import Settings, read_settings
from flows.newsroom.settings.delivery import LetterboxSettings
from flows.newsroom.store import open_store


def collect_mail(folder: Path, *, is_sure: bool = False) -> None:
    """Read the letterbox, do what the mails in it ask for, and say what was done.

    Raises:
        SettingsError: The letterbox is not there, or there is no list yet that somebody could leave.
        DeliveryError: The letterbox's server cannot be reached or refuses us; what was read before that is done.
    """
    settings = read_settings(folder)
    list_id, state = _list_id(settings), settings.folders.state
    keys, now = read_keys(state), time.time()
    with open_store(state) as connection:
        returns, desk = Returns(connection, keys), _Desk(Roster(connection, keys))
        letterbox = _letterbox(settings.delivery.letterbox, returns.first_day())
        happenings: list[Happening] = []
        try:
            for happening in collect(letterbox, returns, list_id, keys, now) if letterbox else ():
                happenings.append(happening)  # noqa: PERF402 - what was done before a fault is told, too
        finally:
            desk.finish(happenings, returns, now, is_sure=is_sure)
    if letterbox is None:
        screen.print("No letterbox is named in [delivery.letterbox] of newsletter.toml: only what mail servers refused")
        screen.print("at once was looked at.")


class _Desk:
    """Says what was done, by name."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster

    def finish(self, happenings: Sequence[Happening], returns: Returns, now: float, *, is_sure: bool) -> None:
        closings = returns.closings(now)
        audience = len(self._roster.audience())
        is_held = is_too_many(closings, audience) and not is_sure
        done: Sequence[Closing] = () if is_held else closings
        returns.close(done, now)
        lines = [*tell(happenings, done, self._name)]
        lines += tell_of_too_many(closings, audience, self._name) if is_held else ()
        for line in lines:
            screen.print(Text(line))

    def _name(self, member_id: str) -> str:
        member = self._roster.member(member_id)
        return (member.name or member.email or member_id) if member else "somebody who wished to be forgotten"


def _list_id(settings: Settings) -> str:
    sender = settings.delivery.sender_of(settings.newsletter.name, settings.newsletter.contact)
    if sender is None:
        raise SettingsError(
            "newsletter.toml does not say from which address the newsletter is mailed, so nothing can have come back. "
            "Write it as sender into the table [delivery]."
        )
    return sender.list_id


def _letterbox(stated: LetterboxSettings, since: dt.date | None) -> Letterbox | None:
    if stated.folder:
        return folder_letterbox(stated.folder)
    if stated.host is None or stated.user is None:
        return None
    account = Account(
        host=stated.host,
        port=stated.port,
        login=Login(
            user=stated.user,
            password=stated.password.get_secret_value() if stated.password else None,
            token_command=stated.token_command,
        ),
        mailbox=stated.mailbox,
    )
    return imap_letterbox(account, since, ssl.create_default_context())
