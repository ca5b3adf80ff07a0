"""Sending by hand: a Prefect server if none is there, the flow, how far it has got, and what became of it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial

from flows.channel import connect_to, gate_of
from flows.console import say, screen
from flows.local_server import any_server
from flows.newsroom.errors import DeliveryError, NewsletterError, StoppedError
from flows.newsroom.model.postroom import Counts, Member
from flows.newsroom.postroom.channels import RefusedError
from flows.newsroom.postroom.message import Letter, envelope
from flows.newsroom.settings import Settings
from flows.office import Office, open_office
from flows.surroundings import prepare

LOOK_EVERY_SECONDS = 0.5
NOBODY = "0" * 12
"""The id of no member: a link to leave in a test mail takes nobody off the list."""


def run_delivery(settings: Settings, mailing_id: str, *, level: str) -> Counts:
    """Send what is due of a released mailing.

    Args:
        settings: The settings.
        mailing_id: The mailing.
        level: How much Prefect says on the screen.

    Returns:
        How many copies are in which state.

    Raises:
        NewsletterError: It did not go out, or not all of it; the message says why and what to do.
    """
    home = prepare(settings.folders.state, level=level)
    with any_server(home), counting_on_screen(settings, mailing_id):
        from flows.delivery import WAITING, delivery  # Prefect reads its settings when it is first imported

        state = delivery(mailing_id, return_state=True)
    if not state.is_completed():
        cause = state.result(raise_on_failure=False)
        raise cause if isinstance(cause, NewsletterError) else DeliveryError(str(state.message))
    if state.name == WAITING and state.message:  # for a server that is away, say, or for members who were put off
        say(state.message)
    with open_office(settings) as office:
        return office.ledger.counts(mailing_id)


def password_kept_by_prefect(settings: Settings) -> str | None:
    """The mail account's password if it stands in Prefect; a server is started to look, where none is running."""
    with any_server(prepare(settings.folders.state, level="CRITICAL")):
        from flows.password import password_block  # likewise

        return password_block()


def deliver_test(office: Office, letter: Letter, address: str) -> None:
    """Send one mail of a letter to an address, past the ledger: nobody's copy is touched.

    Raises:
        InterlockError: That address may not be written to.
        DeliveryError: It was not taken.
        SettingsError: The mail account wants a password, and there is none.
    """
    gate_of(office.settings.delivery)(address)
    copy = envelope(letter, Member(id=NOBODY, email=address), office.keys)
    connection = connect_to(office, letter.mailing, partial(password_kept_by_prefect, office.settings))()
    try:
        connection.deliver(copy, lambda: True)
    except RefusedError as error:
        raise StoppedError(
            f"The mail server did not take the test mail (answer {error.answer.code or 'none'}). Nothing else has "
            "changed. Is the address right? If it is, show that number to whoever keeps your mail."
        ) from None
    finally:
        connection.close()


@contextmanager
def counting_on_screen(settings: Settings, mailing_id: str) -> Iterator[None]:
    """Show how far the mailing has got while the block runs."""
    is_over = threading.Event()
    with screen.status("") as status:

        def look() -> None:
            with suppress(NewsletterError), open_office(settings) as office:  # the run itself says what it met
                while not is_over.wait(LOOK_EVERY_SECONDS):
                    counts = office.ledger.counts(mailing_id)
                    status.update(f"{counts.sent} of {counts.all}")

        watcher = threading.Thread(target=look, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            is_over.set()
            watcher.join()
