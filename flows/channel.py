"""By what way the mails of a forum go out, and who may get any: from the settings."""

from collections.abc import Callable
from pathlib import Path

from flows.newsroom.errors import InterlockError, SettingsError
from flows.newsroom.postroom import outbox, server_log, smtp
from flows.newsroom.postroom.breaker import Breaker
from flows.newsroom.postroom.carrier import Gate
from flows.newsroom.postroom.channels import Connect
from flows.newsroom.postroom.ledger import Ledger
from flows.newsroom.postroom.login import Login
from flows.newsroom.postroom.outbox import settle_from_outbox
from flows.newsroom.postroom.rules import Rules
from flows.newsroom.postroom.server_log import settle_from_log
from flows.newsroom.settings.delivery import DeliverySettings, ServerSettings
from flows.office import Office
from flows.whereabouts import witness_of

PASSWORD = "STANDFIRST_DELIVERY__SERVER__PASSWORD"  # noqa: S105 - the name of a variable


def connect_to(office: Office, mailing_id: str, other_password: Callable[[], str | None] = lambda: None) -> Connect:
    """How a connection is opened for the mails of a mailing.

    Args:
        office: The post office.
        mailing_id: The mailing; an outbox has a folder for each.
        other_password: Asked where the environment holds no password.

    Raises:
        SettingsError: The mail account wants a password, and there is none.
    """
    delivery = office.settings.delivery
    if delivery.channel == "outbox":
        return outbox.connector(outbox_folder(office, mailing_id))
    server = delivery.server
    if server.host is None:
        raise SettingsError("newsletter.toml: name the mail server, as host under [delivery.server].")
    login = _login(server, other_password)
    return smtp.connector(smtp.Server(host=server.host, port=server.port, security=server.security, login=login))


def outbox_folder(office: Office, mailing_id: str) -> Path:
    """Where the mails of a mailing are laid down for a forum without a mail server."""
    return office.state / "outbox" / mailing_id


def route_of(office: Office) -> str:
    """What tells the way of the settings from every other: the outbox, or a mail server by host and port."""
    server = office.settings.delivery.server
    return "outbox" if office.settings.delivery.channel == "outbox" else f"{server.host}:{server.port}"


def settle_doubts(office: Office) -> Callable[[Ledger, str], int]:
    """How doubts are settled without a person: by the outbox itself, or by the log of a Postfix on this computer."""
    delivery = office.settings.delivery
    log = delivery.server.postfix_log
    if delivery.channel == "outbox":
        return lambda ledger, mailing_id: settle_from_outbox(ledger, mailing_id, outbox_folder(office, mailing_id))
    if log is None:
        return lambda _ledger, _mailing_id: 0
    return lambda ledger, mailing_id: settle_from_log(ledger, mailing_id, Path(log), office.clock)


def knows_more(office: Office) -> Callable[[Ledger, str], bool]:
    """Whether more was sent than the ledger knows: by the note beside the issues, the outbox, or a Postfix's log."""
    delivery, witness, clock = office.settings.delivery, witness_of(office), office.clock
    log = delivery.server.postfix_log

    def at_the_end(ledger: Ledger, mailing_id: str) -> bool:
        if delivery.channel == "outbox":
            return outbox.knows_more(ledger, mailing_id, outbox_folder(office, mailing_id))
        return log is not None and server_log.knows_more(ledger, mailing_id, Path(log), clock.now())

    return lambda ledger, name: witness.knows_more(ledger.connection, name) or at_the_end(ledger, name)


def gate_of(delivery: DeliverySettings) -> Gate:
    """The last look at an address before its mail: in test mode only those of the settings pass."""
    tests = {address.lower() for address in delivery.test_addresses}

    def gate(address: str) -> None:
        if delivery.mode != "live" and address.lower() not in tests:
            raise InterlockError(
                "Standfirst is in test mode: only the test_addresses of newsletter.toml get any mail, and this is none "
                "of them. Name one of those, or write this one among them, under [delivery]. Nothing was sent to it."
            )

    return gate


def rules_of(delivery: DeliverySettings, patience: float, *, is_by_hand: bool) -> Rules:
    """How a run behaves.

    Args:
        delivery: The settings.
        patience: How long it waits for copies that are to be tried again, in seconds.
        is_by_hand: A person sends, who may have put right why a server refused everybody.
    """
    server = delivery.server
    return Rules(
        connections=server.connections, per_minute=server.per_minute, patience=patience, tries_at_once=is_by_hand
    )


def breaker_of(office: Office) -> Breaker:
    """What is known of refusals by the way of the settings."""
    return Breaker(office.connection, office.clock, route_of(office))


def _login(server: ServerSettings, other_password: Callable[[], str | None]) -> Login | None:
    if server.user is None:
        return None
    if server.token_command:
        return Login(user=server.user, token_command=server.token_command)
    password = server.password.get_secret_value() if server.password else other_password()
    if password is None:
        raise SettingsError(
            f"The mail account has a user name and no password. Set the environment variable {PASSWORD}, or "
            "keep it in a Prefect Secret block called standfirst-mail-password; never write a password into "
            "newsletter.toml."
        )
    return Login(user=server.user, password=password)
