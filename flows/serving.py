"""`standfirst serve`: issues by the clock and on demand, until somebody stops it."""

import contextlib
import datetime as dt
import os
import signal
from collections.abc import Iterable
from pathlib import Path

from flows.console import screen
from flows.local_server import announced, is_up, local_server, served_address
from flows.newsroom.errors import MachineError
from flows.newsroom.model.postroom import MailingState
from flows.newsroom.settings import Settings, read_settings
from flows.surroundings import prepare


def serve_until_stopped(folder: Path, port: int) -> None:
    """Serve the deployments with the server that the environment names, or with one of our own at `port`.

    Raises:
        MachineError: The server does not start or answer, or another `standfirst serve` runs here.
    """
    # A program that was started in the background ignores Ctrl-C, and SIGTERM would leave no time to tidy up.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt):
        _serve_here(read_settings(folder), port)
    screen.print("Stopped.")


def _serve_here(settings: Settings, port: int) -> None:
    home = prepare(settings.folders.state)
    named = os.environ.get("PREFECT_API_URL")
    if named:
        if not is_up(named):
            raise MachineError(f"No Prefect server answers at {named}. Start it, or unset PREFECT_API_URL.")
        _serve(settings, named)
        return
    if running := served_address(home):
        raise MachineError(f"`standfirst serve` runs here already ({running}). Stop that one first.")
    screen.print("Starting the run keeper (Prefect) ...")
    with local_server(port=port, has_schedules=True) as address, announced(home, address):
        _close_broken_runs()
        _serve(settings, address)


def _close_broken_runs() -> None:
    """With a server of our own no other `standfirst serve` runs, so what still seems to was broken off."""
    from flows.late_runs import close_broken_runs

    close_broken_runs("delivery")  # what it had not sent is asked for again below
    close_broken_runs("collection")  # what it had not read is read tomorrow
    if broken := close_broken_runs("newsletter"):
        screen.print(f"Broken off last time: {broken}. Nothing is half done; draft again if you miss an issue.")


def _serve(settings: Settings, address: str) -> None:
    from flows.deployments import (
        DAILY,
        make_deployments,
        run_until_stopped,
    )  # only now: Prefect reads the address on import
    from flows.late_runs import cancel_all_but_the_newest
    from flows.newsletter import SCHEDULED

    deployments = make_deployments(settings)
    if late := cancel_all_but_the_newest(f"newsletter/{SCHEDULED}"):
        screen.print(f"{late} older issues were missed; only the newest is made.")
    cancel_all_but_the_newest(f"collection/{DAILY}")
    schedule = settings.schedule
    begun = _mailings_begun(settings)
    if schedule.active:
        screen.print(f"Issues are made by the clock: {schedule.cron} ({schedule.timezone}).")
    screen.print("On demand: standfirst draft. Other programs ask for an issue with:", soft_wrap=True)
    screen.print(
        f"  PREFECT_API_URL={address} prefect deployment run 'newsletter/on-demand' -p date=2026-11-30", soft_wrap=True
    )
    screen.print("Stop with Ctrl-C.")
    run_until_stopped(deployments, lambda: _go_on_with(begun))


def _mailings_begun(settings: Settings) -> tuple[str, ...]:
    """The mailings that were released and are not through; one that was stopped waits for a person."""
    from flows.office import open_office

    with open_office(settings) as office:
        states = {MailingState.RELEASED, MailingState.SENDING}
        return tuple(mailing.id for mailing in office.ledger.mailings() if mailing.state in states)


def _go_on_with(mailings: Iterable[str]) -> None:
    from flows.handover import ask_to_send

    for mailing in mailings:
        ask_to_send(mailing, dt.datetime.now(dt.UTC))
