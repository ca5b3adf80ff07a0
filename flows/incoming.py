"""What came in at the letterbox: read, done, and who cannot be reached any more."""

import datetime as dt
import ssl
from collections.abc import Iterator
from dataclasses import dataclass

from flows.newsroom.errors import DeliveryError, SettingsError
from flows.newsroom.postroom.collected import tell, tell_of_too_many
from flows.newsroom.postroom.imap import Account, imap_letterbox
from flows.newsroom.postroom.leaving import ListNames
from flows.newsroom.postroom.letterbox import Letterbox, folder_letterbox
from flows.newsroom.postroom.login import Login
from flows.newsroom.postroom.returns import Closing, Happening, Returns, collect, is_too_many
from flows.newsroom.postroom.standing import FORGOTTEN
from flows.newsroom.settings.delivery import LetterboxSettings
from flows.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Closings:
    """Members whose copies kept coming back."""

    done: tuple[Closing, ...] = ()  # they get nothing more
    held: tuple[Closing, ...] = ()  # they are too many to be believed, so nothing was done
    audience: int = 0  # how many members there were before


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """What came of reading the letterbox."""

    happenings: tuple[Happening, ...] = ()
    closings: Closings = Closings()
    fault: DeliveryError | None = None  # why not all of it could be read


def has_letterbox(office: Office) -> bool:
    """Whether the settings name a letterbox."""
    return office.settings.delivery.letterbox.is_named


def read_letterbox(office: Office, *, is_sure: bool = False) -> Incoming:
    """Read what is new in the letterbox and do what it asks for; then leave out whoever cannot be reached any more.

    Args:
        office: The post office.
        is_sure: Many members at once may be left out.

    Raises:
        SettingsError: The letterbox is not there, or there is no list yet that somebody could leave.
    """
    list_ids, returns = _list_ids(office), Returns(office.connection, office.keys)
    letterbox = _letterbox(office.settings.delivery.letterbox, returns.first_day())
    happenings: list[Happening] = []
    fault = None
    try:
        for happening in collect(letterbox, returns, list_ids, office.keys, office.clock.now()) if letterbox else ():
            happenings.append(happening)  # noqa: PERF402 - what was done before a fault is told, too
    except DeliveryError as error:
        fault = error
    closings = leave_out_the_unreachable(office, is_sure=is_sure)
    return Incoming(happenings=tuple(happenings), closings=closings, fault=fault)


def leave_out_the_unreachable(office: Office, *, is_sure: bool = False) -> Closings:
    """Send nothing more to members whose copies were refused or came back, unless they are too many to be believed."""
    returns, now = Returns(office.connection, office.keys), office.clock.now()
    closings, audience = returns.closings(now), len(office.roster.audience())
    if is_too_many(closings, audience) and not is_sure:
        return Closings(held=closings, audience=audience)
    returns.close(closings, now)
    return Closings(done=closings, audience=audience)


def tell_incoming(office: Office, incoming: Incoming) -> Iterator[str]:
    """What came of it, in words for the coordinator's screen; it names members."""

    def name_of(member_id: str) -> str:
        member = office.roster.member(member_id)
        return member.called if member else FORGOTTEN

    closings = incoming.closings
    yield from tell(incoming.happenings, closings.done, name_of)
    if closings.held:
        yield from tell_of_too_many(closings.held, closings.audience, name_of)


def _list_ids(office: Office) -> tuple[str, ...]:
    sender = office.settings.sender
    if sender is None:
        raise SettingsError(
            "newsletter.toml does not say from which address the newsletter is mailed, so nothing can have come back. "
            "Write it as sender into the table [delivery]."
        )
    return ListNames(office.connection).all_with(sender.list_id)


def _letterbox(stated: LetterboxSettings, since: dt.date | None) -> Letterbox | None:
    if stated.folder:
        return folder_letterbox(stated.folder)
    if stated.host is None or stated.user is None:
        return None
    login = Login(
        user=stated.user,
        password=stated.password.get_secret_value() if stated.password else None,
        token_command=stated.token_command,
    )
    account = Account(host=stated.host, port=stated.port, login=login, mailbox=stated.mailbox)
    return imap_letterbox(account, since, ssl.create_default_context())
