"""Sending by hand: a Prefect server if none is there, the flow, how far it has got, and what became of it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flows.console import say, screen
from flows.local_server import any_server
from flows.newsroom.errors import DeliveryError, NewsletterError
from flows.newsroom.model.postroom import Counts
from flows.newsroom.settings import Settings
from flows.office import open_office
from flows.surroundings import prepare

LOOK_EVERY_SECONDS = 0.5


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
    with any_server(home), _told(settings, mailing_id):
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


@contextmanager
def _told(settings: Settings, mailing_id: str) -> Iterator[None]:
    """Show how far the mailing has got while the block runs."""
    is_over = threading.Event()
    with screen.status("") as status:

        def look() -> None:
            with open_office(settings) as office:
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
