"""The flow that sends a mailing.

    interlocks -> (a person's approval) -> claim -> send -> report

Prefect starts it, waits for a person where one is needed, and counts. It never decides who is mailed: the ledger
does. So the tasks have no retries, no cache and no stored result, and what they see of a mailing is its id.
"""

import datetime as dt
import logging
from pathlib import Path

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.runtime import deployment, flow_run
from prefect.states import Completed
from pydantic import Field

from flows.asking import ask_for_release
from flows.assessing import assess, reassess
from flows.channel import breaker_of, connect_to, gate_of, knows_more, route_of, rules_of, settle_doubts
from flows.handover import ask_to_send
from flows.incoming import leave_out_the_unreachable
from flows.lifeline import end_with_parent
from flows.newsroom.errors import (
    InterlockError,
    IssueError,
    MachineError,
    NewsletterError,
    ServerAwayError,
    SettingsError,
    StoppedError,
)
from flows.newsroom.model.postroom import Counts, Envelope, Mailing, MailingState
from flows.newsroom.postroom.dispatch import Addressees, Extras, dispatch
from flows.newsroom.postroom.interlocks import reasons, reasons_to_stay
from flows.newsroom.postroom.lock import only_sender
from flows.newsroom.postroom.message import envelope
from flows.newsroom.settings import read_settings
from flows.office import Office, is_under_way, open_office
from flows.password import password_block
from flows.postage import letter_of
from flows.publishing import note_if_published, stamp_if_correction
from flows.releasing import approve, release
from flows.sealing import sealed
from flows.whereabouts import expect_to_send_from_here, witness_of

log = logging.getLogger("standfirst")

WAITING = "Waiting"
PATIENCE_SECONDS = 180.0
RETRY_MINUTES = 10  # after which a run is asked for again when the mail server was away

MAILING = Field(
    description="The date of the issue to send, such as 2026-11-30; 2026-11-30-c1 for its first correction",
    json_schema_extra={"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(-c[1-9][0-9]*)?$"},
)


def _run_name() -> str:
    return f"delivery-{flow_run.parameters['mailing']}"


@flow(name="delivery", flow_run_name=_run_name, persist_result=False, retries=0)
@sealed
def delivery(mailing: str = MAILING) -> State[None]:
    """Send an issue to whoever has not had it yet. Running it again sends nobody a second copy."""
    if deployment.id:
        end_with_parent()
    _see_to_the_release(mailing)
    try:
        counts = send(mailing)
    except ServerAwayError as error:
        _go_on_later(mailing, _tries_again_at())
        return Completed(name=WAITING, message=str(error))
    except StoppedError:
        if at := _tries_again_at():
            _go_on_later(mailing, at)
        raise
    _report(mailing, counts)
    if counts.waiting:
        _go_on_later(mailing, _next_try(mailing))
        return Completed(name=WAITING, message=f"{counts.waiting} wait for a later try.")
    return Completed(message=f"{counts.sent} of {counts.all} sent, {counts.in_doubt} in doubt.")


@task(retries=0, cache_policy=NO_CACHE, persist_result=False, log_prints=False)
def send(mailing: str) -> Counts:
    """Send what is due of a released mailing, and say how many copies are in which state."""
    try:
        return _send(mailing)
    except NewsletterError as error:  # our own words, chosen with care; what they were caused by may quote an address
        raise error from None
    except Exception as error:  # noqa: BLE001 - libraries quote addresses in their messages, and Prefect would keep them
        raise StoppedError(
            f"The mailing was stopped by something unexpected ({type(error).__name__}). Who has it is known; "
            "`standfirst who` says what to do next."
        ) from None


def _send(mailing_id: str) -> Counts:
    with open_office(read_settings(Path.cwd())) as office, only_sender(office.state, mailing_id):
        _stamp(office, mailing_id)  # it was let go: the page need not wait for a mail server
        mailing = office.mailing(mailing_id)
        is_through = mailing.state is MailingState.FINISHED
        counts = office.ledger.counts(mailing_id) if is_through else _go_on(office, mailing)
        note_if_published(office, mailing_id)  # again, if a run ended before this
        return counts


def _stamp(office: Office, mailing_id: str) -> None:
    """Put a correction onto the page of its issue; members need not wait for a page that cannot be written."""
    try:
        stamp_if_correction(office, mailing_id)
    except (IssueError, MachineError, SettingsError) as error:
        log.warning("The correction does not stand on the page of its issue yet: %s", error)
        log.warning("Members are mailed all the same. Later give this command again; nobody is mailed twice.")


def _go_on(office: Office, mailing: Mailing) -> Counts:
    expect_to_send_from_here(office, mailing.id)
    if against := reasons_to_stay(*reassess(office, mailing)):
        raise InterlockError("\n".join(against))
    counts = _dispatch(office, mailing)
    leave_out_the_unreachable(office)
    return counts


def _dispatch(office: Office, mailing: Mailing) -> Counts:
    delivery, letter, roster = office.settings.delivery, letter_of(office, mailing), office.roster

    def envelope_of(member_id: str) -> Envelope | None:
        member = roster.member(member_id)
        return envelope(letter, member, office.keys) if member and member.email else None

    def domain_of(member_id: str) -> str:
        member = roster.member(member_id)
        return (member.email or "").rpartition("@")[2].lower() if member else ""

    return dispatch(
        office.ledger,
        mailing.id,
        Addressees(envelope_of=envelope_of, is_suppressed=roster.is_suppressed, domain_of=domain_of),
        connect_to(office, mailing.id, password_block),
        rules_of(delivery, _patience(), is_by_hand=not deployment.id),
        gate_of(delivery),
        Extras(
            route=route_of(office),
            settle_doubts=settle_doubts(office),
            note=witness_of(office).note,
            knows_more=knows_more(office),
        ),
    )


def _see_to_the_release(mailing_id: str) -> None:
    """Let a mailing go that nobody has released yet: by the settings if they say so, else by a person's word.

    Raises:
        InterlockError: It may not go.
    """
    with open_office(read_settings(Path.cwd())) as office:
        mailing = office.mailing(mailing_id)
        if is_under_way(mailing):
            is_stopped = mailing.state is MailingState.STOPPED and breaker_of(office).tries_again_at() is None
            if is_stopped and deployment.id:
                raise InterlockError(
                    f"It was stopped: {mailing.stop_reason} When that has been put right, type "
                    f"standfirst send --date {mailing_id}."
                )
            return
        assessment = assess(office, mailing_id)
        if office.settings.delivery.approval == "automatic":
            if against := reasons(assessment.case, assessment.limits):
                raise InterlockError("\n".join(against))
            is_approved = mailing.approved_at is not None
            release(office, mailing if is_approved else approve(office, assessment, by=None), assessment)
        elif deployment.id:
            ask_for_release(office, assessment)
        else:
            raise InterlockError(f"Nobody has released it. Type standfirst send --date {mailing_id}.")


def _patience() -> float:
    """Whoever sends by hand sits and waits a while for servers that put off a stranger once; a service comes back."""
    return 0.0 if deployment.id else PATIENCE_SECONDS


def _tries_again_at() -> float | None:
    """When a server that refused everybody is tried again; None: it did not."""
    with open_office(read_settings(Path.cwd())) as office:
        return breaker_of(office).tries_again_at()


def _next_try(mailing_id: str) -> float | None:
    with open_office(read_settings(Path.cwd())) as office:
        return office.ledger.next_due(mailing_id)


def _go_on_later(mailing_id: str, at: float | None) -> None:
    """Where `standfirst serve` runs the mailing goes on by itself, `at` in seconds since 1970; None: in ten minutes."""
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=RETRY_MINUTES)
    ask_to_send(mailing_id, dt.datetime.fromtimestamp(at, dt.UTC) if at else soon)


def _report(mailing_id: str, counts: Counts) -> None:
    log.info("delivery: %d of %d sent, %d wait, %d in doubt", counts.sent, counts.all, counts.waiting, counts.in_doubt)
    create_markdown_artifact(
        key="delivery-summary",
        markdown=f"{counts.all} copies: {counts.sent} sent, {counts.waiting} waiting, {counts.in_doubt} in doubt, "
        f"{counts.failed} not deliverable, {counts.suppressed} left out. `standfirst who` names them.",
        description=f"The mailing {mailing_id}",
    )
